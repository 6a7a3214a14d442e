"""One open history file: runs statements and turns every error of SQLite into Trouble."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from glutetimer.core.errors import Trouble
from glutetimer.store.columns import Remarks
from glutetimer.store.reading import remove_copy
from glutetimer.store.troubles import FAILURES, explain, is_full, is_suspect

Row = tuple[Any, ...]
MakeRoom = Callable[[], bool]
"""Frees space on a full disk; returns whether there was any to free."""


def connect(file: Path, busy_timeout_s: float) -> sqlite3.Connection:
    """Open a connection in autocommit mode, to which a damaged text is a text.

    Raises:
        sqlite3.Error: the file cannot be opened. Whether it is a database is not known yet.
    """
    connection = sqlite3.connect(file, timeout=busy_timeout_s, isolation_level=None)
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    return connection


def suspicion(path: Path) -> Path:
    """Name the file that tells the next start to check the whole history file first."""
    return path.with_name(path.name + "-suspect")


def no_room() -> bool:
    """Free nothing."""
    return False


class Database:
    """A connection in autocommit mode: every statement is whole or not at all.

    Not for several threads. `connection` is for what concerns the file as a whole. `file` is
    where the rows are read, which is not `path` if that cannot be written. `follow` is called
    when the file is no longer the one that was opened; None goes on with that one. `remarks` has
    what was met in rows and cannot be right.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        make_room: MakeRoom = no_room,
        file: Path | None = None,
    ) -> None:
        self.path = path
        self.file = file or path
        self.connection = connection
        self.remarks = Remarks()
        self.follow: Callable[[], None] | None = None
        self._make_room = make_room
        self._identity = _identity(path)
        self._stamp = _stamp(path)
        self._journals = _journals(path)

    def wait_at_most(self, seconds: float) -> None:
        """Let statements wait so long for another program that is writing."""
        self.connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    def read(self, query: str, *values: object) -> list[Row]:
        """Return all rows of a query."""
        self.keep_up()
        with self.explained():
            return self.connection.execute(query, values).fetchall()

    def change(self, statement: str, *values: object) -> sqlite3.Cursor:
        """Carry out one statement; it is on the disk when this returns.

        On a full disk room is made once, and it is tried again.
        """
        self.keep_up()
        with self.explained():
            try:
                return self._execute(statement, values)
            except sqlite3.OperationalError as error:
                if not is_full(error) or not self._make_room():
                    raise
                return self._execute(statement, values)

    def _execute(self, statement: str, values: Row) -> sqlite3.Cursor:
        cursor = self.connection.execute(statement, values)
        self._stamp = _stamp(self.path)  # SQLite may have brought its journal into the file
        return cursor

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing. Raises Trouble; for one of a full disk room is made for the next time."""
        with self.explained():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
                self._stamp = _stamp(self.path)
            except BaseException as error:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                if isinstance(error, sqlite3.Error) and is_full(error):
                    self._make_room()
                raise

    def leave(self) -> None:
        """Close the connection to a file that is not at `path` any more, or overwritten there.

        SQLite leaves the journals of a moved file where they are: they must not be taken for
        those of the file that is there now. Into an overwritten file it would bring them.
        """
        is_overwritten = self._identity is not None and self._identity == _identity(self.path)
        self._identity = None
        written = self.path.with_name(f".{self.path.name}.{os.getpid()}-written.part")
        with contextlib.suppress(OSError):
            if is_overwritten:
                shutil.copyfile(self.path, written)
        with contextlib.suppress(sqlite3.Error):
            self.connection.close()
        for file, identity in self._journals.items():
            if identity is not None and _identity(file) == identity:
                with contextlib.suppress(OSError):
                    file.rename(file.with_name(f".{file.name}.{os.getpid()}.part"))  # swept later
        with contextlib.suppress(OSError):
            written.replace(self.path)

    def adopt(self, other: "Database") -> None:
        """Go on with what another one has opened at the same path."""
        self.connection, self.file = other.connection, other.file
        self._identity, self._journals = other._identity, other._journals
        self._stamp = other._stamp

    def close(self) -> None:
        """Close the file; doing so twice is harmless."""
        with self.explained():
            self.connection.close()
        if self.file != self.path:
            remove_copy(self.file)

    @contextlib.contextmanager
    def explained(self) -> Iterator[None]:
        """Turn errors within into Trouble; after damage the next start checks the whole file."""
        try:
            yield
        except sqlite3.ProgrammingError:
            raise  # ours, not the world's
        except UnicodeEncodeError as error:
            cure = "Delete it (it is half of a character pair) and save again"
            raise Trouble("The text has a character that cannot be stored", "", cure) from error
        except FAILURES as error:
            if is_suspect(error):
                self.suspect()
            raise explain(error, self.path) from error

    def suspect(self) -> None:
        """Let the next start check the whole file, and act."""
        with contextlib.suppress(OSError):
            suspicion(self.path).touch()

    def keep_up(self) -> None:
        """See to it that the file is the one at `path`. Raises what `follow` does."""
        if self.follow is None:
            return
        is_gone = self._identity is None or _identity(self.path) != self._identity
        if is_gone or self._is_overwritten():
            self.follow()

    def _is_overwritten(self) -> bool:
        """Whether somebody has put another content into the very file.

        The file is read only if it has changed, which SQLite itself does about every thousand
        pages, and by a new connection: this one remembers what it has read.
        """
        stamp = _stamp(self.path)
        if stamp == self._stamp:
            return False
        try:
            with self.path.open("rb") as file:
                if file.read(len(_MAGIC)) != _MAGIC:
                    return True
            with contextlib.closing(connect(self.path, 0.0)) as fresh:
                found = fresh.execute("PRAGMA integrity_check(1)").fetchone()
        except sqlite3.Error as error:
            return is_suspect(error)
        except OSError:
            return False
        self._stamp = stamp
        return bool(found != ("ok",))


_MAGIC = b"SQLite format 3\0"


def _stamp(path: Path) -> tuple[int, int] | None:
    """When a file was changed last, and its size; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _journals(path: Path) -> dict[Path, tuple[int, int] | None]:
    files = [path.with_name(path.name + end) for end in ("-wal", "-shm")]
    return {file: _identity(file) for file in files}


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell one file from another of the same name; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
