"""Opening the history: made if missing, migrated if old, refused if newer, moved if damaged."""

import contextlib
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.store import schema
from glutetimer.store.backups import Backups
from glutetimer.store.database import Database, MakeRoom, connect, suspicion
from glutetimer.store.disk import explain_os, set_aside
from glutetimer.store.journal_mode import use_rollback_journal, use_wal
from glutetimer.store.lost import LostHistory
from glutetimer.store.reading import copy_to_read
from glutetimer.store.running import RunningMarks
from glutetimer.store.soundness import problems
from glutetimer.store.troubles import (
    FAILURES,
    damage,
    explain,
    is_damage,
    is_full,
    is_of_shared_memory,
    is_suspect,
    is_unwritable,
)

_OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables; an older one takes them for damage


class Opened(NamedTuple):  # a dataclass takes half a millisecond of every start
    """An open history; `offered` is the backup to offer because the history was lost."""

    database: Database
    notices: tuple[Notice, ...] = ()
    offered: Path | None = None


class Opener(NamedTuple):
    """Opens the history of one place, as often as it is needed."""

    path: Path
    backups: Backups
    now: Callable[[], datetime]
    busy_timeout_s: float
    migrations: schema.Migrations
    running: RunningMarks
    make_room: MakeRoom

    def open(self) -> Opened:
        """Open the history for reading and writing, and make it and its folder if there is none.

        Where it cannot be written it is opened for reading. What was damaged is set aside.

        Raises:
            Trouble: it cannot be opened, or is newer than this program, or is not a history. The
                file is as it was then.
        """
        _refuse_impossible(self.path)
        try:
            return self._opened()
        except FAILURES as error:
            if is_full(error) and self.make_room():
                return self.open()
            if not self._is_damaged(error):
                raise explain(error, self.path) from error
        self._set_aside()
        try:
            return self._opened()
        except FAILURES as error:
            raise explain(error, self.path) from error

    def _opened(self) -> Opened:
        mark = self.path.with_name(f"{self.path.name}-rollback")
        is_shared = not mark.exists()
        try:
            return self._open(is_shared)
        except FAILURES as error:
            if is_full(error) or not is_of_shared_memory(error):
                raise
            if not (is_shared and use_rollback_journal(self.path)):
                if is_unwritable(error) and self.path.is_file():
                    return self._read_only(error)
                raise
        opened = self._open(False)
        with contextlib.suppress(OSError):
            mark.touch()  # it is said once
        notice = Notice(
            "The folder of the history cannot share memory between programs, as those of network "
            "drives: the history is written there in an older, slower way.",
            "Nothing is to be done; a folder of this computer is faster.",
        )
        return opened._replace(notices=(notice, *opened.notices))

    def _open(self, is_shared: bool) -> Opened:
        lost = LostHistory(self.path)
        connection = connect(self.path, self.busy_timeout_s)
        try:
            found = schema.version(connection)
            is_new = found == 0 and schema.is_empty(connection)
            if not is_new:
                self._refuse_foreign(connection, found)
            if not is_new and suspicion(self.path).exists():
                self._check(connection, found)
                suspicion(self.path).unlink(missing_ok=True)
            if is_new and lost.kept is None and self.backups.newest() is not None:
                lost.note()  # first of all: once there is a new one nobody could tell
            if is_shared:
                use_wal(connection, self.busy_timeout_s)
            if not is_new and found < len(self.migrations):
                self.backups.make(self.now(), f"before-v{len(self.migrations)}")
            if found < len(self.migrations):
                schema.migrate(connection, self.migrations)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            self._purge(connection)
        except BaseException:
            connection.close()
            raise
        database = Database(self.path, connection, self.make_room)
        offered = None if lost.kept is None else self.backups.newest()
        return Opened(database, lost.notices(offered), offered)

    def _refuse_foreign(self, connection: sqlite3.Connection, found: int) -> None:
        if schema.application_id(connection) != schema.APPLICATION_ID:
            raise Trouble(
                "This database belongs to another program, it is not a history of glutetimer",
                str(self.path),
                "Move it away, or choose another folder with --data-dir",
            )
        if found > len(self.migrations):
            raise Trouble(
                f"The history was written by a newer glutetimer (its format is {found}, "
                f"this one knows {len(self.migrations)}); it was left as it is",
                str(self.path),
                "Install the newer version again, or choose another folder with --data-dir",
            )
        if found < 1:
            raise damage("it has tables but no version")

    def _is_damaged(self, error: Exception) -> bool:
        """Say whether an error comes of damage; the file is looked through if need be."""
        if is_damage(error) or not is_suspect(error):
            return is_damage(error)
        try:
            with contextlib.closing(connect(self.path, self.busy_timeout_s)) as connection:
                self._check(connection, schema.version(connection))
        except FAILURES as found:
            return is_damage(found)
        return False

    def _check(self, connection: sqlite3.Connection, version: int) -> None:
        if found := problems(connection, self.migrations[:version]):
            raise damage(found[0])

    def _purge(self, connection: sqlite3.Connection) -> None:
        """Remove what was deleted before, unless a living process may undo it.

        It also reads the schema, which shows damage.
        """
        hidden = connection.execute("SELECT id FROM session WHERE is_deleted").fetchall()
        # With a full disk or a busy file they stay hidden, and the next start tries again.
        with contextlib.suppress(sqlite3.OperationalError):
            for (session_id,) in hidden:
                if not self.running.is_running(session_id):
                    connection.execute("DELETE FROM session WHERE id = ?", (session_id,))

    def _set_aside(self) -> None:
        lost = LostHistory(self.path)
        lost.note()
        try:
            kept = set_aside(self.path, "damaged", self.now(), ("-wal", "-shm", "-journal"))
        except OSError as error:
            what = "The history file is damaged and cannot be moved"
            raise explain_os(error, what, self.path) from error
        lost.note(kept.name)
        with contextlib.suppress(OSError):
            suspicion(self.path).unlink(missing_ok=True)

    def _read_only(self, error: Exception) -> Opened:
        """Open a copy to be read: SQLite itself cannot read all that may lie in such a folder."""
        copy = copy_to_read(self.path, error)
        connection = connect(copy, self.busy_timeout_s)
        database = Database(self.path, connection, file=copy)
        try:
            self._refuse_foreign(connection, schema.version(connection))
            schema.migrate(connection, self.migrations)
            connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
        cure = explain(error, self.path).cure
        notice = Notice("The history can be read but not written: nothing new is kept.", cure)
        return Opened(database, (notice,))


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
        raise explain_os(error, "The folder for the history cannot be made", path.parent) from error
