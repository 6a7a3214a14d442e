"""What SQLite's errors mean to the person."""

import sqlite3
from pathlib import Path

from glutetimer.core.errors import Trouble


def is_damage(error: sqlite3.Error) -> bool:
    """Say whether the file itself is at fault: not a database, or corrupted inside."""
    return _primary(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def is_busy(error: sqlite3.Error) -> bool:
    """Say whether another connection was in the way for longer than we wait."""
    return _primary(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def gone(path: Path) -> Trouble:
    """Make the trouble with a session (or set) that another window has removed meanwhile."""
    return Trouble(
        "This session is no longer in the history",
        str(path),
        "It was perhaps deleted in another window; look at the history again",
    )


def explain(error: sqlite3.Error, path: Path) -> Trouble:
    """Turn an error of the database at `path` into what to say and what to do."""
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return gone(path)
    match _primary(error):
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            what = "The history file is damaged"
            cure = "Start glutetimer again: it sets the file aside and offers the newest backup"
        case sqlite3.SQLITE_FULL:
            what = "The disk is full, the history was not written"
            cure = "Free some space; what was stored before is safe"
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            what = "Another program is using the history"
            cure = "Close other windows of glutetimer and whatever copies this file, then try again"
        case sqlite3.SQLITE_READONLY:
            what = "The history can be read but not written"
            cure = "Allow writing to this file and its folder, or choose another with --data-dir"
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            what = "The history cannot be opened"
            cure = "Allow writing to this file and its folder, or choose another with --data-dir"
        case sqlite3.SQLITE_IOERR:
            what = "The disk failed while the history was read or written"
            cure = "Check that the disk is connected, has space and is healthy"
        case _:
            what = f"The history did not work as it should: {error}"
            cure = (
                "Start glutetimer again; if it stays so, move this file away and restore a backup"
            )
    return Trouble(what, str(path), cure)


def _primary(error: sqlite3.Error) -> int:
    # The low byte is the kind, the rest says where it happened. Missing on errors of the module.
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
