"""Stand in for a history that could not be opened, so that the program works without.

Whatever would write, and all of the archive, raises the Trouble with which opening failed;
whatever reads finds nothing. The ports in `core` say what each method would do.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import NoReturn

from glutetimer.core.errors import Trouble
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
    """Implements `core.ports.HistoryStore`; sessions are kept in files."""

    def __init__(self, trouble: Trouble, refuge: Refuge) -> None:
        super().__init__(trouble)
        self.keep_elsewhere, self.drop_elsewhere = refuge.keep, refuge.drop

    begin = add_set = note_pain = finish = review = _Unavailable._refuse
    note_pain_before = settle_morning = delete = restore = _Unavailable._refuse
    sessions = sets = routines_done = take_notices = _Unavailable._nothing
    interrupted = awaiting_morning = _Unavailable._none

    def last_done(self) -> Mapping[str, datetime]:
        """Nothing."""
        return {}


class UnavailableProgress(_Unavailable):
    """Implements `core.history.totals.ProgressStore`."""

    totals = exercise_totals = exercises_done = recent = answers = _Unavailable._nothing
    answer = take_back_answer = _Unavailable._refuse


class UnavailableArchive(_Unavailable):
    """Implements `core.history.archive.HistoryArchive`."""

    export_csv = export_json = preview_import = import_json = undo_import = _Unavailable._refuse
    backups = preview_backup = restore_backup = _Unavailable._refuse
