"""What SQLite's errors mean to the person."""

import sqlite3
from pathlib import Path

from glutetimer.core.errors import Trouble

FAILURES = (sqlite3.Error, UnicodeDecodeError, OverflowError)
"""What the database raises; the last two come of damaged bytes alone."""


def is_damage(error: Exception) -> bool:
    """Say whether the file itself is at fault: not a database, or corrupted inside."""
    if not isinstance(error, sqlite3.Error):
        return True
    return _primary(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def is_suspect(error: Exception) -> bool:
    """Say whether the file may be at fault: damage, or a statement of ours that it refuses."""
    return is_damage(error) or _primary(error) == sqlite3.SQLITE_ERROR


def is_busy(error: Exception) -> bool:
    """Say whether another connection was in the way for longer than we wait."""
    return _primary(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def is_full(error: Exception) -> bool:
    """Say whether the disk, or the person's share of it, may be full."""
    return _primary(error) == sqlite3.SQLITE_FULL or _code(error) in {
        sqlite3.SQLITE_IOERR_WRITE,  # also a share that is used up
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_SHMSIZE,
    }


def is_unwritable(error: Exception) -> bool:
    """Say whether the file or its folder cannot be written."""
    return _primary(error) in {
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_AUTH,
    }


def is_of_shared_memory(error: Exception) -> bool:
    """Say whether the folder may be one that cannot share memory, such as a network drive's."""
    return is_unwritable(error) or _code(error) in {
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_IOERR_LOCK,
        sqlite3.SQLITE_IOERR_SHMOPEN,
        sqlite3.SQLITE_IOERR_SHMLOCK,
        sqlite3.SQLITE_IOERR_SHMMAP,
    }


def damage(what: str) -> sqlite3.DatabaseError:
    """Make the error of a damaged file."""
    error = sqlite3.DatabaseError(what)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def gone(path: Path) -> Trouble:
    """Make the trouble with a session (or set) that another window has removed meanwhile."""
    return Trouble(
        "This session is no longer in the history",
        str(path),
        "It was perhaps deleted in another window; look at the history again",
    )


def explain(error: Exception, path: Path) -> Trouble:
    """Turn an error of the database at `path` into what to say and what to do."""
    if _code(error) == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return gone(path)
    match sqlite3.SQLITE_CORRUPT if is_damage(error) else _primary(error):
        case sqlite3.SQLITE_CORRUPT:
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


def _primary(error: Exception) -> int:
    # The low byte is the kind, the rest says where it happened.
    return _code(error) & 0xFF


def _code(error: Exception) -> int:
    return int(getattr(error, "sqlite_errorcode", 0))  # missing on errors of the module
