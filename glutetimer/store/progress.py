"""What statistics and advice ask of the history: totals, past sets, answers to suggestions."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from glutetimer.core.history.records import SetRecord
from glutetimer.core.history.totals import (
    Answer,
    ExerciseTotals,
    PastExercise,
    SessionTotals,
    SuggestionAnswer,
)
from glutetimer.core.side import Side
from glutetimer.store import columns, queries, rows
from glutetimer.store.database import Database, Row

_TOTAL_COLUMNS = (
    "session.id",
    "local_day",
    "started_at_us",
    "utc_offset_min",
    "routine_id",
    "routine_title",
    "dose",
    "active_s",
    "under_s",
    "sets_done",
    "planned_sets",
    "pain_before",
    "pain_after",
    "pain_morning",
    "effort",
    "worst_pain",
)
_TOTAL = columns.of(columns.SESSION, _TOTAL_COLUMNS)
_TOTALS = f"SELECT {', '.join(_TOTAL_COLUMNS)} FROM session"
_SUM_COLUMNS = ("session_id", "local_day", "side", "sets", "reps", "hold_s", "tension_s")
_SUM = columns.of(columns.EXERCISE_SUM, _SUM_COLUMNS)
_SIDES = {"": None, **{side.value: side for side in Side}}
_ANSWER_COLUMNS = "exercise_id, rule, answer, answered_at_us"


class Progress:
    """The history as statistics see it; implements `core.past.ProgressStore`.

    It uses the connection of the history, so in its thread.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def totals(
        self, since: date | None = None, until: date | None = None
    ) -> Sequence[SessionTotals]:
        """A row for every ended session, oldest first."""
        condition, days = queries.ended(None, since, until)
        query = f"{_TOTALS} WHERE {condition} ORDER BY started_at_us, session.id"
        return [self._totals(row) for row in self._database.read(query, *days)]

    def exercise_totals(
        self, exercise_id: str, since: date | None = None, until: date | None = None
    ) -> Sequence[ExerciseTotals]:
        """A row for every session and side of an exercise, oldest first."""
        condition, days = queries.ended(None, since, until, "begun_at_us")
        query = f"""SELECT {", ".join(_SUM_COLUMNS)}
            FROM exercise_sum CROSS JOIN session ON session.id = session_id
            WHERE exercise_id = ? AND {condition} ORDER BY begun_at_us, session_id, side"""
        return [self._sums(row) for row in self._database.read(query, exercise_id, *days)]

    def exercises_done(self) -> Sequence[tuple[str, str]]:
        """(id, newest name) of every exercise in the history, by name."""
        # From one exercise to the next in the key, and to the newest session of each.
        query = f"""WITH RECURSIVE found(id) AS (
                SELECT min(exercise_id) FROM exercise_sum
                UNION ALL
                SELECT (SELECT min(exercise_id) FROM exercise_sum WHERE exercise_id > found.id)
                FROM found WHERE found.id IS NOT NULL
            )
            SELECT found.id, (
                SELECT exercise_name FROM exercise_sum
                    CROSS JOIN session ON session.id = session_id
                    CROSS JOIN set_record USING (session_id, exercise_id)
                WHERE exercise_id = found.id AND {queries.ENDED}
                ORDER BY begun_at_us DESC, session_id DESC LIMIT 1) AS name
            FROM found WHERE name IS NOT NULL ORDER BY name, found.id"""
        return [(exercise_id, name) for exercise_id, name in self._database.read(query)]

    def recent(self, exercise_id: str, count: int) -> Sequence[PastExercise]:
        """The last `count` sessions with this exercise, newest first."""
        # Two rows of a session that had both sides stand side by side.
        query = f"""{_TOTALS} JOIN exercise_sum ON session_id = session.id
            WHERE exercise_id = ? AND {queries.ENDED} GROUP BY begun_at_us, session_id
            ORDER BY begun_at_us DESC, session_id DESC LIMIT ?"""
        return [
            PastExercise(session, self._sets(session.id, exercise_id))
            for session in map(self._totals, self._database.read(query, exercise_id, count))
        ]

    def answers(self) -> Sequence[SuggestionAnswer]:
        """What was said to suggestions, oldest first."""
        query = f"SELECT {_ANSWER_COLUMNS} FROM suggestion_answer ORDER BY answered_at_us, id"
        return [
            SuggestionAnswer(exercise_id, rule, Answer(answer), rows.from_us(at_us))
            for exercise_id, rule, answer, at_us in rows.answers(
                self._database.read(query), self._database.remarks
            )
        ]

    def answer(self, answer: SuggestionAnswer) -> None:
        """Store what the person said to a suggestion."""
        self._database.change(
            f"INSERT INTO suggestion_answer ({_ANSWER_COLUMNS}) VALUES (?, ?, ?, ?)",
            *_answer_values(answer),
        )

    def take_back_answer(self, answer: SuggestionAnswer) -> None:
        """Undo `answer`; one that is not there is as good as taken back."""
        self._database.change(
            f"""DELETE FROM suggestion_answer WHERE id = (
                SELECT max(id) FROM suggestion_answer
                WHERE ({_ANSWER_COLUMNS}) = (?, ?, ?, ?))""",
            *_answer_values(answer),
        )

    def _sets(self, session_id: int, exercise_id: str) -> tuple[SetRecord, ...]:
        found = queries.set_records(self._database, session_id)
        return tuple(record for record in found if record.result.exercise_id == exercise_id)

    def _totals(self, row: Row) -> SessionTotals:
        tell = self._database.remarks.about(f"Session {row[0]}")
        session_id, day, started_at_us, offset_min, *others = _TOTAL.mended(row, tell)
        at = rows.local(started_at_us, offset_min)
        return SessionTotals(session_id, _day(day), at, *others)

    def _sums(self, row: Row) -> ExerciseTotals:
        tell = self._database.remarks.about(f"Session {row[0]}, its sums")
        session_id, day, side, *sums = _SUM.mended(row, tell)
        return ExerciseTotals(session_id, _day(day), _SIDES[side], *sums)


@cache
def _day(ordinal: int) -> date:
    return date.fromordinal(ordinal)


def _answer_values(answer: SuggestionAnswer) -> tuple[object, ...]:
    return answer.exercise_id, answer.rule, answer.answer, rows.to_us(answer.answered_at)
