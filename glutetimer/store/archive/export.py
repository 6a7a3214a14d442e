"""Writing the history into JSON, all of it; `fields` has what is in it, `table` writes CSV."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from glutetimer.core.archive import Extent, Watch
from glutetimer.core.records import SessionEnd
from glutetimer.store.archive import fields
from glutetimer.store.archive.extents import extent, sized
from glutetimer.store.database import Database

_SESSIONS = f"""SELECT id, utc_offset_min, {", ".join(fields.columns(fields.SESSION))}
    FROM session WHERE NOT is_deleted ORDER BY started_at_us, id"""
_SETS = f"""SELECT {", ".join(fields.columns(fields.SET))}
    FROM set_record WHERE session_id = ? ORDER BY id"""
_ANSWERS = f"""SELECT {", ".join(fields.columns(fields.ANSWER))}
    FROM suggestion_answer ORDER BY answered_at_us, id"""

Values = dict[str, object]
Write = Callable[["Content", TextIO], None]


@dataclass(frozen=True, slots=True)
class Content:
    """What is written, as it is at one moment; each part can be gone through once."""

    sessions: Iterator[tuple[Values, Sequence[Values]]]
    answers: Iterator[Values]


def export(database: Database, write: Write, out: TextIO, watch: Watch | None = None) -> Extent:
    """Write everything that is not deleted; returns how much it was."""
    connection = database.connection
    with database.explained():
        connection.execute("BEGIN")  # what is written meanwhile does not appear
        try:
            whole = extent(sized(connection))
            sessions = _watched(_sessions(connection), whole.sessions, watch)
            write(Content(sessions, _answers(connection)), out)
        finally:
            connection.execute("ROLLBACK")
    return whole


def write_json(content: Content, out: TextIO) -> None:
    """Write a line a session, with its sets in it."""
    out.write(f'{{"format": "{fields.FORMAT}", "version": {fields.VERSION}, "sessions": [')
    _write_lines((session | {"sets": sets} for session, sets in content.sessions), out)
    out.write('], "answers": [')
    _write_lines(content.answers, out)
    out.write("]}\n")


def _write_lines(values: Iterator[Values], out: TextIO) -> None:
    separator = "\n"
    for one in values:
        # ASCII only: an output of the terminal may have another encoding than the file.
        out.write(separator + json.dumps(one))
        separator = ",\n"
    out.write("\n")


def _sessions(connection: sqlite3.Connection) -> Iterator[tuple[Values, Sequence[Values]]]:
    for session_id, offset_min, *row in connection.execute(_SESSIONS):
        values = fields.written(fields.SESSION, row, offset_min)
        values["end"] = values["end"] or SessionEnd.INTERRUPTED.value
        sets = [
            fields.written(fields.SET, of_set, offset_min)
            for of_set in connection.execute(_SETS, (session_id,))
        ]
        yield {"session": session_id} | values, sets


def _answers(connection: sqlite3.Connection) -> Iterator[Values]:
    for row in connection.execute(_ANSWERS):
        yield fields.written(fields.ANSWER, row, 0)


def _watched(
    sessions: Iterator[tuple[Values, Sequence[Values]]], count: int, watch: Watch | None
) -> Iterator[tuple[Values, Sequence[Values]]]:
    for number, session in enumerate(sessions):
        if watch is not None and number % 20 == 0:
            watch(number / count)
        yield session
    if watch is not None:
        watch(1.0)
