"""The history of a person's folders: opened, or what stands in for it; backed up and closed.

Everything of SQLite is imported with this module, after the window has been painted.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import gettempdir

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.history import HistoryStore, OfferedBackup, OpenedHistory
from glutetimer.folders import Folders
from glutetimer.store import unavailable
from glutetimer.store.database import MakeRoom
from glutetimer.store.history import OPENING_S, PATIENCE_S, History
from glutetimer.store.refuge import Refuge
from glutetimer.whole_file import sweep


def history_at(
    places: Folders, clock: Clock, make_room: MakeRoom, opening_s: float = OPENING_S
) -> History:
    """The history of these folders. Raises Trouble if it cannot be opened.

    Another program that writes is waited for `opening_s`.
    """
    sweep(places.data, ".*.part")  # what a process that was killed has left
    sweep(places.data / "backups", "*.part")
    sweep(places.cache)
    return History(
        places.history,
        clock,
        make_room=make_room,
        refuges=refuges(places),
        opening_s=opening_s,
    )


def refuges(places: Folders) -> tuple[Path, ...]:
    """The folders for sessions that the history refuses, the best first."""
    return places.data, places.cache, Path.home(), Path(gettempdir())


def opened_history(places: Folders, clock: Clock, make_room: MakeRoom) -> OpenedHistory:
    """The history with what was found; one that cannot be opened becomes a notice."""
    open_it: Callable[..., History] = partial(history_at, places, clock, make_room)
    try:
        history = open_it()
    except Trouble as trouble:
        return OpenedHistory(
            unavailable.UnavailableHistory(
                trouble,
                Refuge(places.history, refuges(places)),
                partial(open_it, opening_s=PATIENCE_S),
            ),
            unavailable.UnavailableProgress(trouble),
            unavailable.UnavailableArchive(trouble),
            (Notice(f"The history cannot be written: {trouble.what}.", trouble.cure),),
        )
    backup, offered = history.offered_backup, None
    if backup is not None:
        restore = partial(history.restore_backup, backup)
        offered = OfferedBackup(backup.name, restore, history.begin_anew)
    else:
        history.begin_anew()  # nothing is asked: the notices are all
    return OpenedHistory(history, history.progress, history.archive, history.notices, offered)


def back_up(history: HistoryStore, now: datetime) -> None:
    """Make the daily backup if it is due; `glutetimer doctor` looks at those that fail."""
    if isinstance(history, History):
        with suppress(Trouble):
            history.backup_if_due(now)


def close(history: HistoryStore) -> None:
    """Close it; sessions that did not end count as interrupted from now on."""
    if isinstance(history, History | unavailable.UnavailableHistory):
        history.close()
