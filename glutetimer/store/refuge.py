"""Sessions that the history refused: each in a file of its own, until a start takes it in.

The files are those of an export (see `archive.fields`), so that they can be imported anywhere.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import tzinfo
from hashlib import sha256
from pathlib import Path
from sqlite3 import Connection

from glutetimer.core.counts import count_text
from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd, SetRecord, WholeSession
from glutetimer.core.notice import Notice
from glutetimer.store import rows
from glutetimer.store.archive import fields
from glutetimer.store.archive.history_file import FileSession, HistoryFile
from glutetimer.store.database import Database
from glutetimer.whole_file import write_whole

PREFIX = "glutetimer-rescued-"

_SESSION = fields.columns(fields.SESSION)
_SET = fields.columns(fields.SET)
_ADD = rows.insert("session", (*_SESSION, "utc_offset_min"))
_COMPLETE = f"""UPDATE session SET {", ".join(f"{name} = coalesce(?, {name})" for name in _SESSION)}
    WHERE id = ?"""
_ADD_SET = f"""{rows.insert("set_record", ("session_id", *_SET))}
    ON CONFLICT ({", ".join(rows.SET_KEY)}) DO UPDATE SET
    {", ".join(f"{name} = coalesce(excluded.{name}, {name})" for name in _SET)}"""


class Refuge:
    """The folders in which such files may be, the best first; one that works is enough.

    The first is that of the history; in the others may be files of other histories, which are
    left alone. `zone` is where sessions are done; None is the machine's.
    """

    def __init__(self, history: Path, others: Sequence[Path], zone: tzinfo | None = None) -> None:
        self._folders = tuple(dict.fromkeys((history.parent, *others)))
        self._owner = sha256(os.fsencode(history.absolute())).hexdigest()[:12]
        self._zone = zone

    def keep(self, session: WholeSession) -> str:
        """Write a session into the first folder that works; returns the path of its file.

        Raises Trouble, that of the first folder, if none does.
        """
        began_us = rows.to_us(session.start.started_at)
        name = f"{PREFIX}{self._owner}-{began_us}-{os.getpid()}.json"
        content = json.dumps(_as_file(session, self._zone), indent=1).encode()
        first: Trouble | None = None
        for folder in self._folders:
            try:
                with suppress(OSError):
                    folder.mkdir(parents=True, exist_ok=True)
                write_whole(content, folder / name, may_replace=True)
            except Trouble as trouble:
                first = first or trouble
                continue
            with suppress(OSError):
                (folder / name).chmod(0o600)  # it tells of pain, and may lie where others look
            self._drop(name, folder)  # an earlier one knows less
            return str(folder / name)
        raise first or Trouble("There is no folder for what is left of the session")

    def drop(self, place: str) -> None:
        """Remove the file of a session that is in the history now, wherever it is."""
        self._drop(Path(place).name, None)

    def _drop(self, name: str, but_in: Path | None) -> None:
        for folder in self._folders:
            if folder != but_in:
                with suppress(OSError):
                    (folder / name).unlink()

    def take_in(self, database: Database) -> Iterator[Notice]:
        """Bring all files into the history, yielding what the person should know of each.

        A session that is there in part is completed. A file goes only when all of it is stored.
        """
        for path in self._waiting():
            try:
                found = [one for one in HistoryFile(path).read() if isinstance(one, FileSession)]
                with database.transaction() as connection:
                    for session in found:
                        _merge(connection, session)
            except Trouble as trouble:
                yield Notice(f"A session waits in {path}: {trouble}", "The next start tries again.")
                continue
            self.drop(str(path))
            sets = count_text(sum(len(session.sets) for session in found), "set")
            yield Notice(f"What could not be kept last time ({sets}) is in the history now.")

    def _waiting(self) -> Iterator[Path]:
        for number, folder in enumerate(self._folders):
            whose = f"{self._owner}-" if number else ""  # beside the history all are for it
            with suppress(OSError):
                files = folder.glob(f"{PREFIX}{whose}*.json")
                yield from sorted(path for path in files if _is_own(path))


def _as_file(session: WholeSession, zone: tzinfo | None) -> dict[str, object]:
    start = dict(zip(rows.START_COLUMNS, rows.start_values(session.start, zone), strict=True))
    offset_min = int(str(start["utc_offset_min"]))
    review = session.review
    values = start | {
        "ended_at_us": rows.to_us(session.ended_at) if session.ended_at else None,
        "ended_how": session.end or SessionEnd.INTERRUPTED,
        "active_s": session.active_s,
        "pain_after": review.pain_after,
        "pain_morning": review.pain_morning,
        "is_morning_settled": review.pain_morning is not None,
        "effort": review.effort,
        "note": review.note,
    }
    whole = fields.written(fields.SESSION, [values[name] for name in _SESSION], offset_min)
    whole["sets"] = [_set_as_file(record, offset_min) for record in session.sets]
    return {"format": fields.FORMAT, "version": fields.VERSION, "sessions": [whole], "answers": []}


def _set_as_file(record: SetRecord, offset_min: int) -> dict[str, object]:
    values = dict(zip(rows.SET_COLUMNS, rows.set_values(record), strict=True))
    return fields.written(fields.SET, [values[name] for name in _SET], offset_min)


def _merge(connection: Connection, session: FileSession) -> None:
    found = connection.execute(rows.FIND, session.key).fetchone()
    if found is None:
        values = (*session.values, session.utc_offset_min)
        session_id = connection.execute(_ADD, values).lastrowid
    else:
        (session_id,) = found
        # What was not told or had not come to its end says nothing against what is there.
        news = [
            None if value == "" or (name == "active_s" and not value) else value
            for name, value in zip(_SESSION, session.values, strict=True)
        ]
        connection.execute(_COMPLETE, (*news, session_id))
    connection.executemany(_ADD_SET, ((session_id, *values) for values in session.sets))


def _is_own(path: Path) -> bool:
    """Whether this person wrote a file: a folder for all may have others'."""
    return not hasattr(os, "getuid") or path.stat().st_uid == os.getuid()
