"""Settings and history for a command: what is to be known about them goes to stderr."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager

from glutetimer import app
from glutetimer.clock import SystemClock
from glutetimer.command import command
from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.settings import Settings
from glutetimer.folders import folders
from glutetimer.store.history import History
from glutetimer.store.settings_file import SettingsFile
from glutetimer.terminal.text import clean
from glutetimer.terminal.view import notice_line


def told_settings(data_dir: str | None) -> Settings:
    """The settings as they are now; what could not be read of them is said."""
    settings, notices = SettingsFile(folders(data_dir).settings, SystemClock()).load()
    _tell(notices)
    return settings


def told_times_done(data_dir: str | None, routine_id: str) -> int:
    """How often a routine was done; 0 without a history, and none is made."""
    if not folders(data_dir).history.exists():
        return 0
    try:
        with opened_history(data_dir) as store:
            return store.times_done(routine_id)
    except Trouble as trouble:
        _tell((Notice(str(trouble)),))
        return 0


@contextmanager
def opened_history(data_dir: str | None) -> Iterator[History]:
    """The history, whatever is in it. Raises Trouble if it cannot be opened."""
    with closing(app.open_history_at(folders(data_dir))) as store:
        _tell(store.notices)
        try:
            yield store
        finally:
            _tell(store.take_notices())


@contextmanager
def told_history(data_dir: str | None) -> Iterator[History]:
    """The history, to tell of it.

    Raises Trouble if it cannot be opened, or was lost and has nothing yet: it cannot tell then.
    """
    with opened_history(data_dir) as store:
        if store.is_lost and not store.sessions(limit=1) and not store.unfinished():
            offered = store.offered_backup
            where = str(store.path)
            cure = f"Begin a new one: open the window, or {command('play', 'first-session')}"
            if offered is not None:
                cure = f"Bring the backup back: {command('history', 'restore', offered.name)}"
            raise Trouble("The history was lost; what is there now is empty", where, cure)
        yield store


def _tell(notices: Iterable[Notice]) -> None:
    for notice in notices:
        print(clean(notice_line(notice)), file=sys.stderr)
