"""How SQLite sees to it that a commit is whole: a write-ahead log, or a rollback journal."""

import contextlib
import sqlite3
import time
from pathlib import Path

from glutetimer.store import schema
from glutetimer.store.database import connect
from glutetimer.store.troubles import is_busy


def use_wal(connection: sqlite3.Connection, patience_s: float) -> None:
    """Let programs read while another writes, and see whether the folder allows it.

    Raises:
        sqlite3.OperationalError: it does not, or another program was in the way for too long.
    """
    # SQLite does not wait by itself here when two instances make the file at the same moment.
    give_up_s = time.monotonic() + patience_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > give_up_s:
                raise
            time.sleep(0.005)
    # Only who writes learns that memory cannot be shared; one who is writing now can do it.
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if not is_busy(error):
            raise
    connection.execute(f"PRAGMA busy_timeout = {round(patience_s * 1000)}")


def use_rollback_journal(path: Path) -> bool:
    """Turn a file to a journal that needs no shared memory; False if that is impossible."""
    try:
        with contextlib.closing(connect(path, 0.0)) as connection:
            # Alone with the file, SQLite reads a write-ahead log without shared memory.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            found = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            # Written as it is: only then a folder that allows no journal shows.
            connection.execute(f"PRAGMA user_version = {schema.version(connection)}")
    except sqlite3.Error:
        return False
    return bool(found == ("delete",))
