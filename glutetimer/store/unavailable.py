"""Stands in for a history that could not be opened, so that the program works without."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NoReturn

from glutetimer.core.errors import Trouble
from glutetimer.core.records import (
    Pain,
    SessionEnd,
    SessionReview,
    SessionStart,
    SessionSummary,
    SetRecord,
)


class UnavailableHistory:
    """A history that has nothing in it and cannot be written.

    It implements `core.ports.HistoryStore`: whatever would write raises the Trouble with which
    opening failed; whatever reads finds nothing.
    """

    def __init__(self, trouble: Trouble) -> None:
        self._trouble = trouble

    def begin(self, start: SessionStart) -> int:
        """Raise the Trouble."""
        self._refuse()

    def add_set(self, session_id: int, record: SetRecord) -> None:
        """Raise the Trouble."""
        self._refuse()

    def note_pain(self, session_id: int, index: int, attempt: int, pain: Pain) -> None:
        """Raise the Trouble."""
        self._refuse()

    def finish(self, session_id: int, end: SessionEnd, ended_at: datetime, active_s: float) -> None:
        """Raise the Trouble."""
        self._refuse()

    def review(self, session_id: int, review: SessionReview) -> None:
        """Raise the Trouble."""
        self._refuse()

    def delete(self, session_id: int) -> None:
        """Raise the Trouble."""
        self._refuse()

    def restore(self, session_id: int) -> None:
        """Raise the Trouble."""
        self._refuse()

    def sessions(
        self,
        routine_id: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Sequence[SessionSummary]:
        """Nothing."""
        return ()

    def sets(self, session_id: int) -> Sequence[SetRecord]:
        """Nothing."""
        return ()

    def last_done(self) -> Mapping[str, datetime]:
        """Nothing."""
        return {}

    def routines_done(self) -> Sequence[tuple[str, str]]:
        """Nothing."""
        return ()

    def interrupted(self) -> SessionSummary | None:
        """Nothing."""
        return None

    def _refuse(self) -> NoReturn:
        # A fresh one each time: a raised exception keeps the frames through which it went.
        raise Trouble(self._trouble.what, self._trouble.where, self._trouble.cure)
