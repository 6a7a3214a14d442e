"""The history as a whole: files and backups."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TextIO

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import (
    Backup,
    BackupPreview,
    Extent,
    Imported,
    ImportPreview,
    TableStyle,
)
from glutetimer.core.ports.clock import Clock
from glutetimer.core.watch import Watch, halves
from glutetimer.store import schema
from glutetimer.store.archive import importing
from glutetimer.store.archive.export import Write, export, write_json
from glutetimer.store.archive.extents import Sized, extent, sized
from glutetimer.store.archive.table import write_csv
from glutetimer.store.backups import Backups, Copy
from glutetimer.store.database import Database, connect
from glutetimer.store.restoring import opened, restore
from glutetimer.store.running import RunningMarks
from glutetimer.store.troubles import explain
from glutetimer.whole_file import not_written, part_of

_PATIENCE_S = 10.0  # for other programs that are writing; nobody watches a clock meanwhile


class Archive:
    """Implements `core.archive.HistoryArchive` for a history that is open.

    It may be used in any thread: every call has a connection of its own.
    """

    def __init__(
        self,
        history: Database,
        clock: Clock,
        copies: Backups,
        running: RunningMarks,
        migrations: schema.Migrations = schema.MIGRATIONS,
    ) -> None:
        self._path, self._file = history.path, history.file
        self._remarks = history.remarks
        self._clock = clock
        self._copies = copies
        self._running = running
        self._migrations = migrations

    def export_csv(
        self, path: str, watch: Watch | None = None, style: TableStyle | None = None
    ) -> Extent:
        """Write every set as a row, oldest first."""
        # Excel takes a file for one of the old code pages unless it begins with a mark.
        return self._export(partial(write_csv, style=style), path, watch, "utf-8-sig")

    def export_json(self, path: str, watch: Watch | None = None) -> Extent:
        """Write everything, so that `import_json` brings it back."""
        return self._export(write_json, path, watch)

    def write_csv(self, out: TextIO, style: TableStyle) -> Extent:
        """Write every set as a row into an open file."""
        with self._database() as database:
            return export(database, partial(write_csv, style=style), out)

    def write_json(self, out: TextIO) -> Extent:
        """Write everything into an open file."""
        with self._database() as database:
            return export(database, write_json, out)

    def preview_import(self, path: str, watch: Watch | None = None) -> ImportPreview:
        """Read a file of `export_json` and tell what importing it would do."""
        with self._database() as database:
            return importing.difference(database, Path(path), watch)

    def import_json(self, path: str, watch: Watch | None = None) -> Imported:
        """Add what the history does not have yet, all or nothing, after a backup.

        The file is read twice, so that nothing of a wrong one is ever written, not even a backup.
        """
        with self._database() as database:
            first, second = halves(watch) if watch else (None, None)
            if importing.difference(database, Path(path), first).is_nothing:
                return Imported((), 0, "")
            backup = self._copies.make(self._clock.utc_now(), "before-import")
            return importing.add(database, Path(path), backup.name, second)

    def undo_import(self, imported: Imported) -> None:
        """Take away what an import added; what was deleted since is no trouble."""
        if imported.backup:
            with self._database() as database:
                importing.take_away(database, imported)

    def backups(self) -> Sequence[Backup]:
        """All the backups, newest first."""
        try:
            found = [_backup(copy) for copy in self._copies.all()]
        except OSError as error:
            what = f"The folder of the backups cannot be read: {error.strerror or error}"
            raise Trouble(what, str(self._path.parent), "Allow reading it") from error
        return sorted(found, key=lambda backup: (backup.made_at, backup.name), reverse=True)

    def preview_backup(self, name: str) -> BackupPreview:
        """Tell what restoring a backup would do; one of an older version too."""
        copy = self._named(name)
        with self._database() as database, opened(copy.path, len(self._migrations)) as source:
            try:
                has = list(sized(source))
            except sqlite3.Error as error:
                cure = "Choose another backup"
                raise Trouble("This backup is damaged", str(copy.path), cure) from error
            with database.explained():
                now = list(sized(database.connection))
        lost, regained = extent(_not_in(has, now)), extent(_not_in(now, has))
        return BackupPreview(_backup(copy), extent(has), lost, regained)

    def restore_backup(self, name: str) -> str:
        """Put a backup in place of the history; returns the name of the copy made before."""
        copy = self._named(name)
        with self._database() as database:
            unfinished = "SELECT id FROM session WHERE ended_how IS NULL AND NOT is_deleted"
            if any(self._running.is_running(number) for (number,) in database.read(unfinished)):
                raise Trouble(
                    "A session is running, or waits for your word whether to keep it",
                    str(self._path),
                    "End it first, then restore the backup",
                )
            now = self._clock.utc_now()
            return restore(copy.path, database, self._copies, now, self._migrations)

    def _export(
        self, write: Write, path: str, watch: Watch | None, encoding: str = "utf-8"
    ) -> Extent:
        with self._database() as database, _written(Path(path), encoding) as out:
            return export(database, write, out, watch)

    def _named(self, name: str) -> Copy:
        for copy in self._copies.all():
            if copy.path.name == name:
                return copy
        raise Trouble("There is no such backup", name, "Look at the list of the backups")

    @contextmanager
    def _database(self) -> Iterator[Database]:
        try:
            connection = connect(self._file, _PATIENCE_S)
        except sqlite3.Error as error:
            raise explain(error, self._path) from error
        database = Database(self._path, connection)
        database.remarks = self._remarks
        with closing(database), database.explained():
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            if self._file != self._path:
                connection.execute("PRAGMA query_only = ON")  # a copy, because it cannot be written
            yield database


def _not_in(known: Sequence[Sized], sessions: Sequence[Sized]) -> Iterator[Sized]:
    keys = {session[0] for session in known}
    return (session for session in sessions if session[0] not in keys)


def _backup(copy: Copy) -> Backup:
    try:
        size = copy.path.stat().st_size
    except FileNotFoundError:  # another window has just removed it as too old
        size = 0
    return Backup(copy.path.name, copy.made_at, copy.reason, size)


@contextmanager
def _written(path: Path, encoding: str) -> Iterator[TextIO]:
    """Open a file to be written; it is there only once it is whole. Raises Trouble."""
    if path.is_dir():
        raise Trouble("Cannot write the file: there is a folder", str(path), "Choose another name")
    if path.is_file() or not path.exists():
        with part_of(path) as part, part.open("w", encoding=encoding, newline="") as out:
            yield out
        return
    try:  # a pipe or device is written, never replaced
        with path.open("w", encoding=encoding, newline="") as out:
            yield out
    except OSError as error:
        raise not_written(error, path) from error
