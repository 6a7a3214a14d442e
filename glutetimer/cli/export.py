"""`glutetimer history export`: every set for other programs."""

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from glutetimer.cli.history import ended_how
from glutetimer.core.errors import Trouble
from glutetimer.core.records import SessionSummary, SetRecord

if TYPE_CHECKING:
    from glutetimer.store.history import History

Row = tuple[SessionSummary, SetRecord | None]


def export(store: "History", form: str, output: str | None) -> None:
    """Write all sessions, oldest first, as CSV (a row a set) or JSON (sets within sessions)."""
    write = write_csv if form == "csv" else write_json
    with _output(output) as out:
        write(_rows(store), out)


def _rows(store: "History") -> Iterator[Row]:
    yield from store.rows()
    for unfinished in reversed(store.unfinished()):
        records: tuple[SetRecord | None, ...] = tuple(store.sets(unfinished.id))
        yield from ((unfinished, record) for record in records or (None,))


@contextmanager
def _output(name: str | None) -> Iterator[TextIO]:
    """The file, there only once it is whole; without a name the output."""
    if name is None or name == "-":
        yield sys.stdout
        return
    path = Path(name)
    if path.is_dir():
        raise Trouble("Cannot write the file: there is a folder", name, "Choose another name")
    if path.exists() and not path.is_file():  # a pipe or device is written, never replaced
        with path.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    unfinished = path.with_name(path.name + ".part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as out:
            yield out
        unfinished.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(f"Cannot write the file: {reason}", name, "Choose another one") from error
    finally:
        with suppress(OSError):  # its folder may not exist
            unfinished.unlink(missing_ok=True)


def session_values(session: SessionSummary) -> dict[str, object]:
    """A session as plain values; times are UTC in ISO form."""
    start, review = session.start, session.review
    return {
        "session": session.id,
        "routine": start.routine_id,
        "title": start.routine_title,
        "started_at": start.started_at.isoformat(),
        "ended_at": session.ended_at.isoformat() if session.ended_at else None,
        "end": ended_how(session),
        "planned_s": start.planned_s,
        "active_s": session.active_s,
        "planned_sets": start.planned_sets,
        "pain_before": start.pain_before,
        "pain_after": review.pain_after,
        "effort": review.effort,
        "note": review.note,
    }


def set_values(record: SetRecord) -> dict[str, object]:
    """A set as plain values."""
    result, pain = record.result, record.pain
    return {
        "index": result.index,
        "exercise": result.exercise_id,
        "exercise_name": result.exercise_name,
        "round": result.round,
        "set": result.set,
        "side": result.side.value if result.side else None,
        "attempt": result.attempt,
        "planned_reps": result.planned.reps,
        "planned_seconds": result.planned.seconds,
        "reps": result.done.reps,
        "seconds": result.done.seconds,
        "outcome": result.outcome.value,
        "load": result.load,
        "set_ended_at": record.ended_at.isoformat(),
        "pain_where": pain.where if pain else None,
        "pain_level": pain.level if pain else None,
    }


SET_COLUMNS = (
    "index",
    "exercise",
    "exercise_name",
    "round",
    "set",
    "side",
    "attempt",
    "planned_reps",
    "planned_seconds",
    "reps",
    "seconds",
    "outcome",
    "load",
    "set_ended_at",
    "pain_where",
    "pain_level",
)
SESSION_COLUMNS = (
    "session",
    "routine",
    "title",
    "started_at",
    "ended_at",
    "end",
    "planned_s",
    "active_s",
    "planned_sets",
    "pain_before",
    "pain_after",
    "effort",
    "note",
)


def write_csv(rows: Iterable[Row], out: TextIO) -> None:
    """Write a line per set with its session's values; a session without sets has one line."""
    writer = csv.DictWriter(out, (*SESSION_COLUMNS, *SET_COLUMNS), lineterminator="\n")
    writer.writeheader()
    for session, record in rows:
        writer.writerow(session_values(session) | (set_values(record) if record else {}))


def write_json(rows: Iterable[Row], out: TextIO) -> None:
    """Write {"sessions": [{..., "sets": [...]}]}, one session after the other."""
    out.write('{"sessions": [')
    separator = "\n"
    for _, group in groupby(rows, key=lambda row: row[0].id):
        members = list(group)
        values = session_values(members[0][0])
        values["sets"] = [set_values(record) for _, record in members if record]
        out.write(separator + json.dumps(values))
        separator = ",\n"
    out.write("\n]}\n")
