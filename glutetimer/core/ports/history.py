"""The history: what is stored of sessions, and how it was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # The first window comes up without these: see tests/bench/startup.py.
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime

    from glutetimer.core.history.archive import HistoryArchive
    from glutetimer.core.history.records import (
        Pain,
        SessionEnd,
        SessionReview,
        SessionStart,
        SessionSummary,
        SetRecord,
        WholeSession,
    )
    from glutetimer.core.history.totals import ProgressStore
    from glutetimer.core.notice import Notice


class HistoryStore(Protocol):
    """The history. Every method raises Trouble when the disk or the database fails."""

    def begin(self, start: SessionStart) -> int:
        """Store a session in its first second; returns its id, also if it was stored before."""

    def add_set(self, session_id: int, record: SetRecord) -> None:
        """Commit a set that ended; on disk when this returns.

        The same index and attempt again replaces what was stored.
        """

    def note_pain(self, session_id: int, index: int, attempt: int, pain: Pain | None) -> None:
        """Add to a stored set (see SetResult.index) where and how much it hurt.

        None takes it back.
        """

    def finish(self, session_id: int, end: SessionEnd, ended_at: datetime, active_s: float) -> None:
        """Mark the session as ended."""

    def review(self, session_id: int, review: SessionReview) -> None:
        """Store (or change) what the person says about a session."""

    def sessions(
        self,
        routine_id: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Sequence[SessionSummary]:
        """Ended sessions, newest first; days are local, both ends included."""

    def sets(self, session_id: int) -> Sequence[SetRecord]:
        """The sets of a session in the order in which they ended."""

    def last_done(self) -> Mapping[str, datetime]:
        """When each routine (by id) was last begun; a session counts with its first set done."""

    def times_done(self, routine_id: str) -> int:
        """How often a routine was done: ended sessions with a set done."""

    def routines_done(self) -> Sequence[tuple[str, str]]:
        """(id, title) of every routine in the history, for the filter."""

    def interrupted(self) -> SessionSummary | None:
        """The newest session that was begun and never ended, if any."""

    def note_pain_before(self, session_id: int, level: int | None) -> None:
        """Store (or change) the pain before a session, 0 to 10; None for no answer."""

    def awaiting_morning(self, today: date) -> SessionSummary | None:
        """The newest session, if its next morning may still be asked about.

        It was in the three days before `today`, has a set done, and that morning was neither
        told nor waved away.
        """

    def settle_morning(self, session_id: int, level: int | None) -> None:
        """Store the pain of the morning after, 0 to 10; None if the person does not want to say."""

    def delete(self, session_id: int) -> None:
        """Hide a session; `restore` brings it back as long as this process lives."""

    def restore(self, session_id: int) -> None:
        """Undo a delete."""

    def keep_elsewhere(self, session: WholeSession) -> str:
        """Write a session that could not be stored into a file of its own; returns its path.

        The next start takes it in. The same session again replaces its file. Raises Trouble if
        there is no place for it.
        """

    def drop_elsewhere(self, place: str) -> None:
        """Remove such a file: all of it is in the history. Raises nothing."""

    def take_notices(self) -> Sequence[Notice]:
        """What was met in the history since the last call, each once; raises nothing."""


def _nothing() -> None:
    """Nothing is to be remembered."""


@dataclass(frozen=True, slots=True)
class OfferedBackup:
    """A backup that may take the place of a history found damaged or empty.

    `name` is the backup's file name; `restore` takes it and raises Trouble if it is no good
    (nothing has changed then). After `decline` it is offered no more.
    """

    name: str
    restore: Callable[[], None]
    decline: Callable[[], None] = _nothing


@dataclass(frozen=True, slots=True)
class OpenedHistory:
    """The history, what was found when it was opened, and what may take its place."""

    history: HistoryStore
    progress: ProgressStore
    archive: HistoryArchive
    notices: tuple[Notice, ...] = ()
    offered_backup: OfferedBackup | None = None
