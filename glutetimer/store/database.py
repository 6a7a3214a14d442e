"""One open history file: runs statements and turns every error of SQLite into Trouble."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from glutetimer.core.errors import Trouble
from glutetimer.store.troubles import explain, is_damage

Row = tuple[Any, ...]


def suspicion(path: Path) -> Path:
    """Name the file that tells the next start to check the whole history file first."""
    return path.with_name(path.name + "-suspect")


class Database:
    """A connection in autocommit mode: every statement is whole or not at all.

    Not for several threads. `connection` is for what concerns the file as a whole.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    def read(self, query: str, *values: object) -> list[Row]:
        """Return all rows of a query."""
        with self.explained():
            return self.connection.execute(query, values).fetchall()

    def change(self, statement: str, *values: object) -> sqlite3.Cursor:
        """Carry out one statement; it is on the disk when this returns."""
        with self.explained():
            return self.connection.execute(statement, values)

    def problems(self) -> tuple[str, ...]:
        """Read the whole file and return what is wrong with it; empty if it is sound.

        Takes about a second for 100 MB. After a problem the next start looks again, and acts.
        """
        with self.explained():
            found = problems(self.connection)
        if found:
            self._suspect()
        return found

    def close(self) -> None:
        """Close the file; doing so twice is harmless."""
        with self.explained():
            self.connection.close()

    @contextlib.contextmanager
    def explained(self) -> Iterator[None]:
        """Turn errors within into Trouble; after damage the next start checks the whole file."""
        try:
            yield
        except sqlite3.ProgrammingError:
            raise  # ours, not the world's
        except sqlite3.Error as error:
            if is_damage(error):
                self._suspect()
            raise explain(error, self.path) from error
        except UnicodeEncodeError as error:
            cure = "Delete it (it is half of a character pair) and save again"
            raise Trouble("The text has a character that cannot be stored", "", cure) from error

    def _suspect(self) -> None:
        with contextlib.suppress(OSError):
            suspicion(self.path).touch()


def problems(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Read a whole database and return what is wrong with it, about 100 lines at most.

    Raises:
        sqlite3.Error: something else than damage kept it from being read.
    """
    found: list[str] = []
    try:
        checks = connection.execute("PRAGMA integrity_check(100)").fetchall()
        found += [text for (text,) in checks if text != "ok"]
        strays = connection.execute("PRAGMA foreign_key_check").fetchmany(100)
        found += [f"row {row} of {table} has no {parent}" for table, row, parent, _ in strays]
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        found.append(str(error))
    return tuple(found)
