"""Records as rows of the tables and back."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import Any

from glutetimer.core.history.records import (
    Achieved,
    Feel,
    Outcome,
    Pain,
    SessionEnd,
    SessionReview,
    SessionStart,
    SessionSummary,
    SetRecord,
    SetResult,
)
from glutetimer.core.side import Side
from glutetimer.store import columns
from glutetimer.store.columns import Remarks
from glutetimer.store.database import Row

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

# In the order of the values below, which is that of the fields of the records.
START_COLUMNS = tuple(columns.START)
SUMMARY_COLUMNS = tuple(columns.SUMMARY)
SET_COLUMNS = tuple(columns.SET)
SET_KEY = ("session_id", "set_index", "attempt")

SETS = f"SELECT {', '.join(SET_COLUMNS)} FROM set_record WHERE session_id = ? ORDER BY id"
"""The sets of a session in the order in which they ended."""
FIND = "SELECT id FROM session WHERE (routine_id, started_at_us) = (?, ?)"
"""What makes a session the same in every file."""

_SUMMARY = columns.of(columns.SESSION, SUMMARY_COLUMNS)
_SET = columns.of(columns.SET, SET_COLUMNS)
_ANSWER = columns.of(columns.ANSWER, columns.ANSWER)


def insert(table: str, columns: Sequence[str]) -> str:
    """Return the statement that adds a row with these columns."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def to_us(at: datetime) -> int:
    """Return an aware time as microseconds since 1970; exact."""
    return (at - _EPOCH) // _MICROSECOND


def offset_min(at: datetime) -> int:
    """Return the whole minutes by which an aware time is ahead of UTC."""
    return (at.utcoffset() or timedelta(0)) // timedelta(minutes=1)


def from_us(us: int) -> datetime:
    """Return microseconds since 1970 as an aware UTC time; exact."""
    return _EPOCH + timedelta(microseconds=us)


def local(us: int, offset_min: int) -> datetime:
    """Return microseconds since 1970 as a time with its own offset from UTC; exact."""
    # Statistics ask for thousands: this takes half the time of timedelta(microseconds=us).
    return _epoch(offset_min) + timedelta(0, *divmod(us, 1_000_000))


@cache
def _epoch(offset_min: int) -> datetime:
    # With a name, zero is not UTC: that says that the place is not known.
    return _EPOCH.astimezone(timezone(timedelta(minutes=offset_min), f"UTC{offset_min:+} min"))


def start_values(start: SessionStart, zone: tzinfo | None) -> tuple[object, ...]:
    """Return the values of START_COLUMNS.

    A time in UTC is one whose place is not known: it gets the offset of `zone`, None being the
    machine's. Any other keeps its own.
    """
    at = start.started_at.astimezone(zone) if start.started_at.tzinfo is UTC else start.started_at
    return (
        start.routine_id,
        start.routine_title,
        to_us(start.started_at),
        offset_min(at),
        start.planned_s,
        start.planned_sets,
        start.pain_before,
        start.dose,
    )


def summary(row: Sequence[Any], remarks: Remarks) -> SessionSummary:
    """Make a summary from SUMMARY_COLUMNS, whatever is in them."""
    mended = _SUMMARY.mended(row, remarks.about(f"Session {row[0]}"))
    session_id, routine_id, title, started_at_us, offset_min, *others = mended
    *planned, end, ended_at_us, active_s, sets_done, after, effort, note, morning = others
    at = local(started_at_us, offset_min)
    return SessionSummary(
        session_id,
        SessionStart(routine_id, title, at, *planned),
        SessionEnd(end) if end else None,
        None if ended_at_us is None else from_us(ended_at_us),
        active_s,
        sets_done,
        SessionReview(after, effort, note, morning),
    )


def answers(found: Iterable[Row], remarks: Remarks) -> Iterator[Row]:
    """Yield the answers to suggestions that can be read; the others are told and left out."""
    tell = remarks.about("An answer to a suggestion")
    for row in found:
        if _ANSWER.mended(row, tell) is row:
            yield row


def set_values(record: SetRecord) -> tuple[object, ...]:
    """Return the values of SET_COLUMNS."""
    result, pain = record.result, record.pain
    return (
        result.index,
        result.entry,
        result.exercise_id,
        result.exercise_name,
        result.round,
        result.set,
        result.side,
        result.attempt,
        result.planned.reps,
        result.planned.seconds,
        result.done.reps,
        result.done.seconds,
        result.outcome,
        result.load,
        to_us(record.ended_at),
        pain.where if pain else None,
        pain.level if pain else None,
        record.note,
        record.feel,
    )


def set_record(row: Sequence[Any], session_id: int, remarks: Remarks) -> SetRecord:
    """Make a record of a session's set from SET_COLUMNS, whatever is in them."""
    mended = _SET.mended(row, remarks.about(f"Session {session_id}, set {row[0]}"))
    index, entry, exercise_id, name, round_, set_, side, attempt, *achieved = mended[:12]
    planned_reps, planned_s, done_reps, done_s = achieved
    outcome, load, ended_at_us, pain_where, pain_level, note, feel = mended[12:]
    result = SetResult(
        index,
        entry,
        exercise_id,
        name,
        round_,
        set_,
        Side(side) if side else None,
        attempt,
        Achieved(planned_reps, planned_s),
        Achieved(done_reps, done_s),
        Outcome(outcome),
        load,
    )
    is_told = pain_where or pain_level is not None
    pain = Pain(pain_where or "", pain_level) if is_told else None
    return SetRecord(result, from_us(ended_at_us), pain, note, Feel(feel) if feel else None)
