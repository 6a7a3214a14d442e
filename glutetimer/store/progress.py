"""What statistics and advice ask of the history: totals, past sets, answers to suggestions."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from glutetimer.core.past import (
    Answer,
    ExerciseTotals,
    PastExercise,
    SessionTotals,
    SuggestionAnswer,
)
from glutetimer.core.records import SetRecord
from glutetimer.core.side import Side
from glutetimer.store import queries, rows
from glutetimer.store.database import Database

_TOTALS = """SELECT session.id, local_day, started_at_us, utc_offset_min, routine_id,
        routine_title, dose, active_s, coalesce(under_s, 0.0), coalesce(sets_done, 0),
        planned_sets, pain_before, pain_after, pain_morning, effort, worst_pain
    FROM session LEFT JOIN (
        SELECT session_id, total(done_s) AS under_s, sum(outcome = 'done') AS sets_done,
            max(pain_level) AS worst_pain
        FROM set_record GROUP BY session_id
    ) AS summed ON summed.session_id = session.id"""
_ANSWER_COLUMNS = "exercise_id, rule, answer, answered_at_us"


class Progress:
    """The history as statistics see it; implements `core.ports.ProgressStore`.

    It uses the connection of the history, so in its thread.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def totals(
        self, since: date | None = None, until: date | None = None
    ) -> Sequence[SessionTotals]:
        """A row for every ended session, oldest first."""
        condition, values = queries.ended(None, since, until)
        query = f"{_TOTALS} WHERE {condition} ORDER BY started_at_us, session.id"
        return [_totals(row) for row in self._database.read(query, *values)]

    def exercise_totals(
        self, exercise_id: str, since: date | None = None, until: date | None = None
    ) -> Sequence[ExerciseTotals]:
        """A row for every session and side of an exercise, oldest first."""
        condition, values = queries.ended(None, since, until)
        query = f"""SELECT session_id, local_day, side, sum(outcome = 'done'),
                coalesce(sum(done_reps), 0),
                total(CASE WHEN done_reps IS NULL THEN done_s END), total(done_s)
            FROM set_record JOIN session ON session.id = session_id
            WHERE exercise_id = ? AND {condition}
            GROUP BY started_at_us, session_id, side ORDER BY started_at_us, session_id, side"""
        return [
            ExerciseTotals(
                session_id, date.fromordinal(day), Side(side) if side else None, *numbers
            )
            for session_id, day, side, *numbers in self._database.read(query, exercise_id, *values)
        ]

    def exercises_done(self) -> Sequence[tuple[str, str]]:
        """(id, newest name) of every exercise in the history, by name."""
        condition, _ = queries.ended(None, None, None)
        query = f"""SELECT exercise_id, (
                SELECT exercise_name FROM set_record JOIN session ON session.id = session_id
                WHERE exercise_id = found.exercise_id AND {condition}
                ORDER BY session_id DESC LIMIT 1) AS name
            FROM (SELECT DISTINCT exercise_id FROM set_record) AS found
            WHERE name IS NOT NULL ORDER BY name, exercise_id"""
        return [(exercise_id, name) for exercise_id, name in self._database.read(query)]

    def recent(self, exercise_id: str, count: int) -> Sequence[PastExercise]:
        """The last `count` sessions with this exercise, newest first."""
        condition, _ = queries.ended(None, None, None)
        query = f"""{_TOTALS} WHERE {condition} AND session.id IN (
                SELECT session_id FROM set_record WHERE exercise_id = ?)
            ORDER BY started_at_us DESC, session.id DESC LIMIT ?"""
        return [
            PastExercise(session, self._sets(session.id, exercise_id))
            for session in map(_totals, self._database.read(query, exercise_id, count))
        ]

    def answers(self) -> Sequence[SuggestionAnswer]:
        """What was said to suggestions, oldest first."""
        query = f"SELECT {_ANSWER_COLUMNS} FROM suggestion_answer ORDER BY answered_at_us, id"
        return [
            SuggestionAnswer(exercise_id, rule, Answer(answer), rows.from_us(at_us))
            for exercise_id, rule, answer, at_us in self._database.read(query)
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
        found = queries.sets(self._database, session_id)
        return tuple(record for record in found if record.result.exercise_id == exercise_id)


def _totals(row: tuple[Any, ...]) -> SessionTotals:
    session_id, day, started_at_us, offset_min, *others = row
    return SessionTotals(
        session_id, date.fromordinal(day), rows.local(started_at_us, offset_min), *others
    )


def _answer_values(answer: SuggestionAnswer) -> tuple[object, ...]:
    return answer.exercise_id, answer.rule, answer.answer, rows.to_us(answer.answered_at)
