"""Writing the history into JSON, all of it; `fields` has what is in it, `table` writes CSV."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from glutetimer.core.history.archive import Extent
from glutetimer.core.history.records import SessionEnd
from glutetimer.core.watch import Watch
from glutetimer.store import columns, rows
from glutetimer.store.archive import fields
from glutetimer.store.archive.extents import extent, sized
from glutetimer.store.columns import Remarks
from glutetimer.store.database import Database, Row

_SESSION_COLUMNS = ("id", "utc_offset_min", *fields.columns(fields.SESSION))
_SESSION = columns.of(columns.SESSION, _SESSION_COLUMNS)
_SET = columns.of(columns.SET, fields.columns(fields.SET))
_SESSIONS = f"""SELECT {", ".join(_SESSION_COLUMNS)}
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
            sessions = _watched(_sessions(database), whole.sessions, watch)
            write(Content(sessions, _answers(database)), out)
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


def _sessions(database: Database) -> Iterator[tuple[Values, Sequence[Values]]]:
    execute = database.connection.execute
    for found in execute(_SESSIONS):
        tell = database.remarks.about(f"Session {found[0]}")
        session_id, offset_min, *row = _SESSION.mended(found, tell)
        values = fields.written(fields.SESSION, row, offset_min)
        if values["end"] is None or values["ended_at"] is None:
            values["end"] = SessionEnd.INTERRUPTED.value
        sets = [
            _set(session_id, of_set, offset_min, database.remarks)
            for of_set in execute(_SETS, (session_id,))
        ]
        yield {"session": session_id} | values, sets


def _set(session_id: int, row: Row, offset_min: int, remarks: Remarks) -> Values:
    tell = remarks.about(f"Session {session_id}, set {row[0]}")
    values = fields.written(fields.SET, _SET.mended(row, tell), offset_min)
    if values["pain_level"] is not None and values["pain_where"] is None:
        values["pain_where"] = ""
    return values


def _answers(database: Database) -> Iterator[Values]:
    for row in rows.answers(database.connection.execute(_ANSWERS), database.remarks):
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
