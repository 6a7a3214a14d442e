"""Opening the history: made if missing, migrated if old, refused if newer, moved if damaged."""

import contextlib
import sqlite3
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from glutetimer.core.errors import Trouble
from glutetimer.core.ports import Notice
from glutetimer.store import schema
from glutetimer.store.database import Database, problems, suspicion
from glutetimer.store.troubles import explain, is_busy, is_damage

if TYPE_CHECKING:
    from glutetimer.store.backups import Backups

_OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables; an older one takes them for damage


class Opened(NamedTuple):  # a dataclass takes half a millisecond of every start
    """An open history; `offered` is the backup to offer because the history was found empty."""

    database: Database
    notices: tuple[Notice, ...] = ()
    offered: Path | None = None


def open_history(
    path: Path,
    backups: "Callable[[], Backups]",
    now: Callable[[], datetime],
    busy_timeout_s: float,
    migrations: schema.Migrations,
) -> Opened:
    """Open the history for reading and writing, and make it and its folder if there is none.

    Raises:
        Trouble: it cannot be opened, or is newer than this program, or is not a history. The
            file is as it was then.
    """
    _refuse_impossible(path)
    try:
        return _open(path, backups, now, busy_timeout_s, migrations)
    except sqlite3.Error as error:
        if not is_damage(error):
            raise explain(error, path) from error
    from glutetimer.store.disk import explain_os, set_aside  # late: seldom wanted

    try:
        kept = set_aside(path, "damaged", now(), ("-wal", "-shm"))
    except OSError as error:
        raise explain_os(error, "The history file is damaged and cannot be moved", path) from error
    with contextlib.suppress(OSError):
        suspicion(path).unlink(missing_ok=True)
    damaged = Notice(
        f"The history file was damaged. It was kept as “{kept.name}”, and a new one was begun.",
        f"It lies in {kept.parent}.",
    )
    try:
        opened = _open(path, backups, now, busy_timeout_s, migrations)
    except sqlite3.Error as error:
        raise explain(error, path) from error
    return Opened(opened.database, (damaged, *opened.notices), opened.offered)


def _refuse_impossible(path: Path) -> None:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise Trouble(
            f"This Python comes with SQLite {sqlite3.sqlite_version}, which is too old",
            "",
            "Use a Python with SQLite 3.37 or newer",
        )
    if path.is_dir():
        raise Trouble(
            "There is a folder where the history file should be",
            str(path),
            "Move that folder away",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        from glutetimer.store.disk import explain_os  # late: seldom wanted

        raise explain_os(error, "The folder for the history cannot be made", path.parent) from error


def _open(
    path: Path,
    backups: "Callable[[], Backups]",
    now: Callable[[], datetime],
    busy_timeout_s: float,
    migrations: schema.Migrations,
) -> Opened:
    connection = sqlite3.connect(path, timeout=busy_timeout_s, isolation_level=None)
    try:
        found = schema.version(connection)
        is_new = found == 0 and schema.is_empty(connection)
        if not is_new:
            _refuse_foreign(connection, found, len(migrations), path)
        if not is_new and suspicion(path).exists():
            _check(connection)
            suspicion(path).unlink(missing_ok=True)
        if not is_new and found < len(migrations):
            backups().make(now(), f"before-v{len(migrations)}")
        _use_wal(connection, busy_timeout_s)
        if found < len(migrations):
            schema.migrate(connection, migrations)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        _purge(connection)
    except BaseException:
        connection.close()
        raise
    database = Database(path, connection)
    newest = backups().newest() if is_new else None
    if newest is None:
        return Opened(database)
    notice = Notice("The history is empty, but there is a backup of it.", f"It is {newest}.")
    return Opened(database, (notice,), newest)


def _refuse_foreign(connection: sqlite3.Connection, found: int, known: int, path: Path) -> None:
    if schema.application_id(connection) != schema.APPLICATION_ID:
        raise Trouble(
            "This database belongs to another program, it is not a history of glutetimer",
            str(path),
            "Move it away, or choose another folder with --data-dir",
        )
    if found > known:
        raise Trouble(
            f"The history was written by a newer glutetimer (its format is {found}, "
            f"this one knows {known}); it was left as it is",
            str(path),
            "Install the newer version again, or choose another folder with --data-dir",
        )


def _check(connection: sqlite3.Connection) -> None:
    if found := problems(connection):
        error = sqlite3.DatabaseError(found[0])
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def _use_wal(connection: sqlite3.Connection, patience_s: float) -> None:
    # SQLite does not wait by itself here when two instances make the file at the same moment.
    give_up_s = time.monotonic() + patience_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > give_up_s:
                raise
            time.sleep(0.005)


def _purge(connection: sqlite3.Connection) -> None:
    """Remove what was deleted before this start; also reads the schema, which shows damage."""
    if not connection.execute("SELECT 1 FROM session WHERE is_deleted LIMIT 1").fetchone():
        return
    # With a full disk or a busy file they stay hidden, and the next start tries again.
    with contextlib.suppress(sqlite3.OperationalError):
        connection.execute("DELETE FROM session WHERE is_deleted")
