"""Taking a backup's content in place of the history."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from glutetimer.core.errors import Trouble
from glutetimer.store import schema
from glutetimer.store.backups import Backups
from glutetimer.store.database import Database
from glutetimer.store.lost import LostHistory

_CURE = "Choose another backup"


@contextmanager
def opened(backup: Path, known: int) -> Iterator[sqlite3.Connection]:
    """Open a sound backup to be read; `known` is the newest format that we understand.

    Raises:
        Trouble: the backup is missing, damaged, foreign or newer.
    """
    if not backup.is_file():
        raise Trouble("This backup does not exist", str(backup), _CURE)
    uri = f"{backup.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as source:
        try:
            is_ours = schema.application_id(source) == schema.APPLICATION_ID
            found = schema.version(source)
            is_sound = source.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        except sqlite3.Error:
            is_ours, found, is_sound = True, 0, False
        if not is_sound:
            raise Trouble("This backup is damaged", str(backup), _CURE)
        if not is_ours or not found:
            raise Trouble("This is not a backup of a history", str(backup), _CURE)
        if found > known:
            raise Trouble("This backup was made by a newer glutetimer", str(backup), _CURE)
        yield source


def restore(
    backup: Path, database: Database, copies: Backups, at: datetime, migrations: schema.Migrations
) -> str:
    """Replace the whole content of an open history with a backup's, all or nothing.

    Before, a copy of it is made; returns its name, "" if there was nothing to copy. An old backup
    is brought up to date on the way, so that nobody meets old tables.

    Raises:
        Trouble: the backup is no good, or something cannot be written; the history is as it was.
    """
    before = ""
    if database.read("SELECT 1 FROM session LIMIT 1"):
        before = copies.make(at, "before-restore").name
    with (
        database.explained(),
        opened(backup, len(migrations)) as source,
        closing(sqlite3.connect("", isolation_level=None)) as copy,  # a file without a name
    ):
        source.backup(copy)
        schema.migrate(copy, migrations)
        copy.backup(database.connection)
    LostHistory(database.path).settle()
    return before
