"""Stand in for a history that could not be opened, so that the program works without."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NoReturn

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import (
    Backup,
    BackupPreview,
    Extent,
    Imported,
    ImportPreview,
    TableStyle,
)
from glutetimer.core.history.records import (
    Pain,
    SessionEnd,
    SessionReview,
    SessionStart,
    SessionSummary,
    SetRecord,
    WholeSession,
)
from glutetimer.core.history.totals import (
    ExerciseTotals,
    PastExercise,
    SessionTotals,
    SuggestionAnswer,
)
from glutetimer.core.notice import Notice
from glutetimer.core.watch import Watch
from glutetimer.store.refuge import Refuge


class UnavailableHistory:
    """A history that has nothing in it and cannot be written.

    It implements `core.ports.HistoryStore`: whatever would write raises the Trouble with which
    opening failed; whatever reads finds nothing. Sessions are kept in files.
    """

    def __init__(self, trouble: Trouble, refuge: Refuge) -> None:
        self._trouble = trouble
        self._refuge = refuge

    def keep_elsewhere(self, session: WholeSession) -> str:
        """Write a session into a file, from which a start that can takes it in."""
        return self._refuge.keep(session)

    def drop_elsewhere(self, place: str) -> None:
        """Remove such a file."""
        self._refuge.drop(place)

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

    def note_pain_before(self, session_id: int, level: int | None) -> None:
        """Raise the Trouble."""
        self._refuse()

    def settle_morning(self, session_id: int, level: int | None) -> None:
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

    def awaiting_morning(self, today: date) -> SessionSummary | None:
        """Nothing."""
        return None

    def take_notices(self) -> Sequence[Notice]:
        """Nothing."""
        return ()

    def _refuse(self) -> NoReturn:
        raise again(self._trouble)


class UnavailableProgress:
    """Statistics of nothing; implements `core.past.ProgressStore`, answers raise the Trouble."""

    def __init__(self, trouble: Trouble) -> None:
        self._trouble = trouble

    def totals(
        self, since: date | None = None, until: date | None = None
    ) -> Sequence[SessionTotals]:
        """Nothing."""
        return ()

    def exercise_totals(
        self, exercise_id: str, since: date | None = None, until: date | None = None
    ) -> Sequence[ExerciseTotals]:
        """Nothing."""
        return ()

    def exercises_done(self) -> Sequence[tuple[str, str]]:
        """Nothing."""
        return ()

    def recent(self, exercise_id: str, count: int) -> Sequence[PastExercise]:
        """Nothing."""
        return ()

    def answers(self) -> Sequence[SuggestionAnswer]:
        """Nothing."""
        return ()

    def answer(self, answer: SuggestionAnswer) -> None:
        """Raise the Trouble."""
        raise again(self._trouble)

    def take_back_answer(self, answer: SuggestionAnswer) -> None:
        """Raise the Trouble."""
        raise again(self._trouble)


class UnavailableArchive:
    """Implements `core.archive.HistoryArchive`: everything raises the Trouble."""

    def __init__(self, trouble: Trouble) -> None:
        self._trouble = trouble

    def export_csv(
        self, path: str, watch: Watch | None = None, style: TableStyle | None = None
    ) -> Extent:
        """Raise the Trouble."""
        raise again(self._trouble)

    def export_json(self, path: str, watch: Watch | None = None) -> Extent:
        """Raise the Trouble."""
        raise again(self._trouble)

    def preview_import(self, path: str, watch: Watch | None = None) -> ImportPreview:
        """Raise the Trouble."""
        raise again(self._trouble)

    def import_json(self, path: str, watch: Watch | None = None) -> Imported:
        """Raise the Trouble."""
        raise again(self._trouble)

    def undo_import(self, imported: Imported) -> None:
        """Raise the Trouble."""
        raise again(self._trouble)

    def backups(self) -> Sequence[Backup]:
        """Raise the Trouble."""
        raise again(self._trouble)

    def preview_backup(self, name: str) -> BackupPreview:
        """Raise the Trouble."""
        raise again(self._trouble)

    def restore_backup(self, name: str) -> str:
        """Raise the Trouble."""
        raise again(self._trouble)


def again(trouble: Trouble) -> Trouble:
    """Make the same trouble anew: a raised exception keeps the frames through which it went."""
    return Trouble(trouble.what, trouble.where, trouble.cure)
