"""Writing into the history while a session goes on, and what the person says about it."""

from datetime import datetime, tzinfo

from glutetimer.core.history.records import Pain, SessionEnd, SessionReview, SessionStart, SetRecord
from glutetimer.store import rows
from glutetimer.store.database import Database
from glutetimer.store.queries import StoredSessions
from glutetimer.store.running import RunningMarks
from glutetimer.store.troubles import gone

Step = tuple[str, tuple[object, ...]]
"""A statement whose ?1 is the number of the session, and its other values."""


_BEGIN = rows.insert("session", ("id", *rows.START_COLUMNS))
_WHOLE_COLUMNS = (
    *rows.START_COLUMNS,
    "ended_how",
    "ended_at_us",
    "active_s",
    "pain_after",
    "effort",
    "note",
    "pain_morning",
    "is_morning_settled",
)
_WHOLE = f"SELECT {', '.join(_WHOLE_COLUMNS)} FROM session WHERE id = ?"
_KEY = (rows.START_COLUMNS.index("routine_id"), rows.START_COLUMNS.index("started_at_us"))
_ADD_SET = f"""{rows.insert("set_record", ("session_id", *rows.SET_COLUMNS))}
    ON CONFLICT ({", ".join(rows.SET_KEY)}) DO UPDATE SET
    {", ".join(f"{name} = excluded.{name}" for name in rows.SET_COLUMNS)}"""


class Recording(StoredSessions):
    """The writing half of `core.ports.HistoryStore`; every call is on the disk when it returns.

    What was deleted meanwhile is Trouble. What is written of a session that this process began or
    goes on with is remembered, so that it can be written again should the file go away.
    """

    def __init__(self, database: Database, running: RunningMarks, zone: tzinfo | None) -> None:
        super().__init__(database, running)
        self._zone = zone
        self._steps: dict[int, list[Step]] = {}
        self._elsewhere: set[datetime] = set()  # when sessions began that are in files

    def begin(self, start: SessionStart) -> int:
        """Store a session in its first second; returns its id.

        It may be there already: another process has taken in what could not be stored here.
        """
        values = rows.start_values(start, self._zone)
        session_id = self._taken_in(start, values)
        if session_id is None:
            session_id = self._database.change(_BEGIN, None, *values).lastrowid
        assert session_id is not None  # always given by an INSERT
        self._steps[session_id] = [(_BEGIN, values)]
        self._running.claim(session_id)
        return session_id

    def _taken_in(self, start: SessionStart, values: tuple[object, ...]) -> int | None:
        if start.started_at not in self._elsewhere:
            return None
        found = self._database.read(rows.FIND, *(values[place] for place in _KEY))
        return int(found[0][0]) if found else None

    def add_set(self, session_id: int, record: SetRecord) -> None:
        """Commit a set that ended; the same index and attempt again replaces what was stored."""
        if session_id not in self._steps:
            self._go_on(session_id)
        self._change(session_id, _ADD_SET, *rows.set_values(record))

    def note_pain(self, session_id: int, index: int, attempt: int, pain: Pain | None) -> None:
        """Add to a stored set where and how much it hurt; replaces an earlier note, or drops it."""
        self._change(
            session_id,
            """UPDATE set_record SET pain_where = ?4, pain_level = ?5
                WHERE (session_id, set_index, attempt) = (?1, ?2, ?3)""",
            index,
            attempt,
            pain.where if pain else None,
            pain.level if pain else None,
        )

    def finish(self, session_id: int, end: SessionEnd, ended_at: datetime, active_s: float) -> None:
        """Mark the session as ended; doing it again replaces how and when."""
        self._change(
            session_id,
            "UPDATE session SET ended_how = ?2, ended_at_us = ?3, active_s = ?4 WHERE id = ?1",
            end,
            rows.to_us(ended_at),
            active_s,
        )

    def review(self, session_id: int, review: SessionReview) -> None:
        """Store (or change) what the person says about a session."""
        self._change(
            session_id,
            """UPDATE session SET pain_after = ?2, effort = ?3, note = ?4, pain_morning = ?5,
                is_morning_settled = is_morning_settled OR ?5 IS NOT NULL WHERE id = ?1""",
            review.pain_after,
            review.effort,
            review.note,
            review.pain_morning,
        )

    def note_pain_before(self, session_id: int, level: int | None) -> None:
        """Store (or change) the pain before a session; None for no answer."""
        self._change(session_id, "UPDATE session SET pain_before = ?2 WHERE id = ?1", level)

    def settle_morning(self, session_id: int, level: int | None) -> None:
        """Store the pain of the next morning (None: not told), and do not ask about it again."""
        self._change(
            session_id,
            "UPDATE session SET pain_morning = ?2, is_morning_settled = 1 WHERE id = ?1",
            level,
        )

    def delete(self, session_id: int) -> None:
        """Hide a session, ended or not; it is gone for good after the next start of a program.

        As long as this process lives it can be restored, whatever else is started.
        """
        self._running.claim(session_id)
        self._change(session_id, "UPDATE session SET is_deleted = 1 WHERE id = ?1")

    def restore(self, session_id: int) -> None:
        """Undo a delete."""
        self._change(session_id, "UPDATE session SET is_deleted = 0 WHERE id = ?1")

    def _change(self, session_id: int, statement: str, *values: object) -> None:
        number = self._number(session_id)
        if not self._database.change(statement, number, *values).rowcount:
            raise gone(self._database.path)
        if session_id in self._steps:
            self._steps[session_id].append((statement, values))

    def _go_on(self, session_id: int) -> None:
        """Remember what is stored of a session that another process began."""
        whole = self._database.read(_WHOLE, session_id)
        sets = self._database.read(rows.SETS, session_id)
        if whole:
            begun = rows.insert("session", ("id", *_WHOLE_COLUMNS)), whole[0]
            self._steps[session_id] = [begun, *((_ADD_SET, one) for one in sets)]

    def _write_again(self) -> None:
        """Write what this process has written of its sessions into another file.

        Raises:
            Trouble: nothing of it was written.
        """
        numbers = {}
        with self._database.transaction() as connection:
            for session_id, ((begin, begun), *steps) in self._steps.items():
                key = tuple(begun[place] for place in _KEY)
                there = connection.execute(rows.FIND, key).fetchone()
                if there is None:
                    is_taken = "SELECT 1 FROM session WHERE id = ?"
                    taken = connection.execute(is_taken, (session_id,)).fetchone()
                    number = None if taken else session_id
                    there = (connection.execute(begin, (number, *begun)).lastrowid,)
                numbers[session_id] = there[0]
                for statement, values in steps:
                    connection.execute(statement, (there[0], *values))
        self._moved = numbers
        for number in numbers.values():
            self._running.claim(number)
