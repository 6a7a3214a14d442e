"""Writing into the history while a session goes on, and what the person says about it."""

from datetime import datetime, tzinfo

from glutetimer.core.records import Pain, SessionEnd, SessionReview, SessionStart, SetRecord
from glutetimer.store import rows
from glutetimer.store.database import Database
from glutetimer.store.running import RunningMarks
from glutetimer.store.troubles import gone

_BEGIN = f"""INSERT INTO session ({", ".join(rows.START_COLUMNS)})
    VALUES ({", ".join("?" * len(rows.START_COLUMNS))})"""
_SET_KEY = ", ".join(rows.SET_KEY)
_ADD_SET = f"""INSERT INTO set_record (session_id, {", ".join(rows.SET_COLUMNS)})
    VALUES ({", ".join("?" * (1 + len(rows.SET_COLUMNS)))})
    ON CONFLICT ({_SET_KEY}) DO UPDATE SET
    {", ".join(f"{name} = excluded.{name}" for name in rows.SET_COLUMNS)}"""


class Recording:
    """The writing half of `core.ports.HistoryStore`; every call is on the disk when it returns.

    What was deleted meanwhile is Trouble.
    """

    def __init__(self, database: Database, running: RunningMarks, zone: tzinfo | None) -> None:
        self._database = database
        self._running = running
        self._zone = zone

    def begin(self, start: SessionStart) -> int:
        """Store a session in its first second; returns its id."""
        values = rows.start_values(start, self._zone)
        session_id = self._database.change(_BEGIN, *values).lastrowid
        assert session_id is not None  # always given by an INSERT
        self._running.claim(session_id)
        return session_id

    def add_set(self, session_id: int, record: SetRecord) -> None:
        """Commit a set that ended; the same index and attempt again replaces what was stored."""
        self._database.change(_ADD_SET, session_id, *rows.set_values(record))

    def note_pain(self, session_id: int, index: int, attempt: int, pain: Pain) -> None:
        """Add to a stored set where and how much it hurt; replaces an earlier note."""
        self._change(
            f"UPDATE set_record SET pain_where = ?, pain_level = ? WHERE ({_SET_KEY}) = (?, ?, ?)",
            pain.where,
            pain.level,
            session_id,
            index,
            attempt,
        )

    def finish(self, session_id: int, end: SessionEnd, ended_at: datetime, active_s: float) -> None:
        """Mark the session as ended; doing it again replaces how and when."""
        self._change(
            "UPDATE session SET ended_how = ?, ended_at_us = ?, active_s = ? WHERE id = ?",
            end,
            rows.to_us(ended_at),
            active_s,
            session_id,
        )

    def review(self, session_id: int, review: SessionReview) -> None:
        """Store (or change) what the person says about a session."""
        self._change(
            """UPDATE session SET pain_after = ?, effort = ?, note = ?, pain_morning = ?,
                is_morning_settled = is_morning_settled OR ?4 IS NOT NULL WHERE id = ?""",
            review.pain_after,
            review.effort,
            review.note,
            review.pain_morning,
            session_id,
        )

    def note_pain_before(self, session_id: int, level: int | None) -> None:
        """Store (or change) the pain before a session; None for no answer."""
        self._change("UPDATE session SET pain_before = ? WHERE id = ?", level, session_id)

    def settle_morning(self, session_id: int, level: int | None) -> None:
        """Store the pain of the next morning (None: not told), and do not ask about it again."""
        self._change(
            "UPDATE session SET pain_morning = ?, is_morning_settled = 1 WHERE id = ?",
            level,
            session_id,
        )

    def delete(self, session_id: int) -> None:
        """Hide a session, ended or not; it is gone for good after the next start of a program."""
        self._change("UPDATE session SET is_deleted = 1 WHERE id = ?", session_id)

    def restore(self, session_id: int) -> None:
        """Undo a delete."""
        self._change("UPDATE session SET is_deleted = 0 WHERE id = ?", session_id)

    def _change(self, statement: str, *values: object) -> None:
        if not self._database.change(statement, *values).rowcount:
            raise gone(self._database.path)
