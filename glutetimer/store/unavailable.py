"""Stand in for a history that could not be opened, so that the program works without.

Whatever would write, and all of the archive, raises the Trouble with which opening failed;
whatever reads finds nothing. What a session writes is tried on the history again. The ports in
`core` say what each method would do.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NoReturn

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import (
    Pain,
    SessionEnd,
    SessionReview,
    SessionStart,
    SetRecord,
    WholeSession,
)
from glutetimer.store.history import History
from glutetimer.store.refuge import Refuge


class _Unavailable:
    def __init__(self, trouble: Trouble) -> None:
        self._trouble = trouble

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        # Made anew: a raised exception keeps the frames through which it went.
        raise Trouble(self._trouble.what, self._trouble.where, self._trouble.cure)

    def _nothing(self, *_: object, **__: object) -> tuple[()]:
        return ()

    def _none(self, *_: object, **__: object) -> None:
        return None


class UnavailableHistory(_Unavailable):
    """Implements `core.ports.HistoryStore`; sessions are kept in files until it can be opened.

    Whatever is to be written is tried on the history again, which `open_again` opens without
    waiting. Raises Trouble as that does, or as the first time.
    """

    def __init__(
        self, trouble: Trouble, refuge: Refuge, open_again: Callable[[], History] | None = None
    ) -> None:
        super().__init__(trouble)
        self.drop_elsewhere = refuge.drop
        self._refuge = refuge
        self._open_again = open_again
        self._history: History | None = None
        self._elsewhere: list[datetime] = []

    def keep_elsewhere(self, session: WholeSession) -> str:
        """Write a session into a file; returns its path. Raises Trouble if that is impossible."""
        self._elsewhere.append(session.start.started_at)
        return self._refuge.keep(session)

    def begin(self, start: SessionStart) -> int:
        """Store a session in its first second; returns its id."""
        return self._opened().begin(start)

    def add_set(self, session_id: int, record: SetRecord) -> None:
        """Store a set that ended."""
        self._opened().add_set(session_id, record)

    def note_pain(self, session_id: int, index: int, attempt: int, pain: Pain | None) -> None:
        """Add to a stored set where and how much it hurt."""
        self._opened().note_pain(session_id, index, attempt, pain)

    def note_pain_before(self, session_id: int, level: int | None) -> None:
        """Store the pain before a session."""
        self._opened().note_pain_before(session_id, level)

    def finish(self, session_id: int, end: SessionEnd, ended_at: datetime, active_s: float) -> None:
        """Mark the session as ended."""
        self._opened().finish(session_id, end, ended_at, active_s)

    def review(self, session_id: int, review: SessionReview) -> None:
        """Store what the person says about a session."""
        self._opened().review(session_id, review)

    settle_morning = delete = restore = _Unavailable._refuse
    sessions = sets = routines_done = take_notices = _Unavailable._nothing
    interrupted = awaiting_morning = _Unavailable._none

    def times_done(self, routine_id: str) -> int:
        """As if never."""
        return 0

    def last_done(self) -> Mapping[str, datetime]:
        """Nothing."""
        return {}

    def close(self) -> None:
        """Close the history if it could be opened in the end."""
        if self._history is not None:
            self._history.close()

    def _opened(self) -> History:
        if self._history is None:
            if self._open_again is None:
                self._refuse()
            self._history = self._open_again()
            for started_at in self._elsewhere:  # opening has taken in what was in files
                self._history.expect(started_at)
        return self._history


class UnavailableProgress(_Unavailable):
    """Implements `core.history.totals.ProgressStore`."""

    totals = exercise_totals = exercises_done = recent = answers = _Unavailable._nothing
    answer = take_back_answer = _Unavailable._refuse


class UnavailableArchive(_Unavailable):
    """Implements `core.history.archive.HistoryArchive`."""

    export_csv = export_json = preview_import = import_json = undo_import = _Unavailable._refuse
    backups = preview_backup = restore_backup = _Unavailable._refuse
