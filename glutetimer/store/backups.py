"""Dated copies of the history file."""

import contextlib
import itertools
import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from glutetimer.core.errors import Trouble
from glutetimer.store import schema
from glutetimer.store.disk import explain_os, stamp
from glutetimer.store.troubles import explain, is_damage

_DAY = timedelta(days=1)
_KEPT = 7
_STAMP_LENGTH = len("20260105T073000Z")


class Backups:
    """The backups of one history file, in a folder of their own.

    Every method opens files of its own, so it may run in any thread while the history is used.
    A backup is called history-20260105T073000Z.sqlite3, with a reason after the time if it was not
    the daily one; only daily ones are ever removed.
    """

    def __init__(self, source: Path, folder: Path) -> None:
        self._source = source
        self._folder = folder

    def newest(self) -> Path | None:
        """Return the newest backup, whatever it was made for; None if there is none."""
        return max((path for path, _ in self._all()), key=lambda path: path.stem, default=None)

    def make(self, at: datetime, reason: str = "") -> Path:
        """Copy the history as it is now, with everything that is committed, and check the copy.

        Raises:
            Trouble: the history is damaged, or the copy could not be written; no copy is left.
        """
        target = self._free("-".join(filter(None, (self._source.stem, stamp(at), reason))))
        part = target.with_name(f"{target.name}.{os.getpid()}.part")  # two windows may be at it
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _copy(self._source, part)
            part.replace(target)
        except sqlite3.Error as error:
            if is_damage(error):
                raise explain(error, self._source) from error
            cure = "Check that the disk has space; the history itself is safe"
            what = f"The backup could not be written: {error}"
            raise Trouble(what, str(target), cure) from error
        except OSError as error:
            raise explain_os(error, "The backup could not be written", target) from error
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        return target

    def make_if_due(self, now: datetime) -> Path | None:
        """Make the daily backup unless there is one from the last 24 hours; keep the newest seven.

        Returns None if none was due, or if there is nothing worth keeping: empty copies would
        push out the good ones. Raises Trouble like `make`.
        """
        if any(timedelta(0) <= now - at < _DAY for _, at in self._all()) or not self._has_session():
            return None
        made = self.make(now)
        daily = sorted(path for path, _ in self._all() if len(path.stem) == len(made.stem))
        for path in daily[:-_KEPT]:
            with contextlib.suppress(OSError):
                path.unlink()
        return made

    def _free(self, name: str) -> Path:
        """Return a path that is not taken: two restores within a second must not meet."""
        path = self._folder / f"{name}{self._source.suffix}"
        for number in itertools.count(2):
            if not path.exists():
                break
            path = path.with_name(f"{name}-{number}{path.suffix}")
        return path

    def _all(self) -> list[tuple[Path, datetime]]:
        """List the backups with their times; other files in the folder are not ours."""
        found = []
        prefix = f"{self._source.stem}-"
        for path in self._folder.glob(f"{prefix}*{self._source.suffix}"):
            text = path.name.removeprefix(prefix)[:_STAMP_LENGTH]
            with contextlib.suppress(ValueError):
                at = datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
                found.append((path, at))
        return found

    def _has_session(self) -> bool:
        if not self._source.exists():
            return False
        try:
            with contextlib.closing(sqlite3.connect(self._source)) as connection:
                return connection.execute("SELECT 1 FROM session LIMIT 1").fetchone() is not None
        except sqlite3.Error as error:
            raise explain(error, self._source) from error


def restore(backup: Path, connection: sqlite3.Connection, known: int) -> None:
    """Replace the whole content of an open history with a backup's, all or nothing.

    `known` is the newest format that we understand. An older backup must be migrated afterwards.

    Raises:
        Trouble: the backup is missing, damaged or newer; the history is as it was.
        sqlite3.Error: the history could not be written; it is as it was.
    """
    cure = "Choose another backup"
    if not backup.is_file():
        raise Trouble("This backup does not exist", str(backup), cure)
    with contextlib.closing(sqlite3.connect(backup)) as source:
        try:
            is_ours = schema.application_id(source) == schema.APPLICATION_ID
            found = schema.version(source)
            is_sound = source.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        except sqlite3.Error:
            is_ours, found, is_sound = True, 0, False
        if not is_sound:
            raise Trouble("This backup is damaged", str(backup), cure)
        if not is_ours or not found:
            raise Trouble("This is not a backup of a history", str(backup), cure)
        if found > known:
            raise Trouble("This backup was made by a newer glutetimer", str(backup), cure)
        source.backup(connection)


def _copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    with (
        contextlib.closing(sqlite3.connect(source)) as reading,
        contextlib.closing(sqlite3.connect(target, isolation_level=None)) as writing,
    ):
        # A half-written copy is thrown away, so it needs no journal, only to be on disk at the end.
        writing.execute("PRAGMA synchronous = OFF")
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode = DELETE")  # one file, without companions
        (state,) = writing.execute("PRAGMA quick_check(1)").fetchone()
        if state != "ok":
            error = sqlite3.DatabaseError(state)
            error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise error
    with target.open("rb+") as file:
        os.fsync(file.fileno())
