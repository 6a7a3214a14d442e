"""Bringing a file of `export_json` into the history, and taking it away again."""

import sqlite3
from pathlib import Path

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import Imported, ImportPreview
from glutetimer.core.watch import Watch
from glutetimer.store import rows
from glutetimer.store.archive import fields
from glutetimer.store.archive.extents import Sized, extent
from glutetimer.store.archive.history_file import FileAnswer, FileSession, HistoryFile
from glutetimer.store.database import Database

_ANSWER = fields.columns(fields.ANSWER)
_KEYS = "SELECT routine_id, started_at_us FROM session WHERE NOT is_deleted"
_ANSWERS = f"SELECT {', '.join(_ANSWER)} FROM suggestion_answer"
_ADD_SESSION = rows.insert(
    "session", (*fields.columns(fields.SESSION), "utc_offset_min", "imported_with")
)
_ADD_SET = rows.insert("set_record", ("session_id", *fields.columns(fields.SET)))
_ADD_ANSWER = rows.insert("suggestion_answer", (*_ANSWER, "imported_with"))


def difference(database: Database, path: Path, watch: Watch | None = None) -> ImportPreview:
    """Read and check a whole file, and tell what is new. Raises Trouble for whatever is wrong."""
    file = HistoryFile(path)
    found: list[Sized] = []
    new: list[Sized] = []
    new_answers = 0
    with database.explained():
        known, answers = _known(database.connection)
        for one in file.read(watch):
            if isinstance(one, FileAnswer):
                new_answers += one.values not in answers
                answers.add(one.values)
                continue
            size = one.key, one.day, len(one.sets)
            found.append(size)
            if one.key not in known:
                known.add(one.key)  # a file may have it twice
                new.append(size)
    unknown = tuple(sorted(file.unknown))
    return ImportPreview(str(path), file.version, extent(found), extent(new), unknown, new_answers)


def add(database: Database, path: Path, backup: str, watch: Watch | None = None) -> Imported:
    """Add what is new, all or nothing; `backup` is the name of the copy made before."""
    with database.transaction() as connection:
        known, answers = _known(connection)
        connection.execute("INSERT INTO import_log VALUES (?)", (backup,))
        ids, sets = [], 0
        for one in HistoryFile(path).read(watch):
            if isinstance(one, FileAnswer):
                if one.values not in answers:
                    answers.add(one.values)
                    connection.execute(_ADD_ANSWER, (*one.values, backup))
            elif one.key not in known:
                known.add(one.key)
                ids.append(_add_session(connection, one, backup))
                sets += len(one.sets)
    return Imported(tuple(ids), sets, backup)


def take_away(database: Database, imported: Imported) -> None:
    """Remove what an import added and is there still. Raises Trouble if it is unknown here."""
    with database.transaction() as connection:
        forgotten = connection.execute(
            "DELETE FROM import_log WHERE backup = ?", (imported.backup,)
        )
        if not forgotten.rowcount:
            raise Trouble(
                "This import cannot be undone any more: a backup was restored since",
                str(database.path),
                f"The backup {imported.backup} is as the history was before the import",
            )
        for table in ("session", "suggestion_answer"):
            connection.execute(f"DELETE FROM {table} WHERE imported_with = ?", (imported.backup,))


def _known(
    connection: sqlite3.Connection,
) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    return set(connection.execute(_KEYS)), set(connection.execute(_ANSWERS))


def _add_session(connection: sqlite3.Connection, session: FileSession, backup: str) -> int:
    # The history may still hide it, so that a delete can be undone: the file's is wanted now.
    connection.execute(
        "DELETE FROM session WHERE (routine_id, started_at_us) = (?, ?) AND is_deleted", session.key
    )
    values = (*session.values, session.utc_offset_min, backup)
    session_id = connection.execute(_ADD_SESSION, values).lastrowid
    assert session_id is not None  # always given by an INSERT
    connection.executemany(_ADD_SET, ((session_id, *values) for values in session.sets))
    return session_id
