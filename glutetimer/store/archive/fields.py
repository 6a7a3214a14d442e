"""The fields of a history in files: their names, their columns, and what they may be."""

import reprlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from glutetimer.core.history.records import Feel, Outcome, SessionEnd
from glutetimer.core.history.totals import Answer
from glutetimer.core.side import Side
from glutetimer.store import rows
from glutetimer.store.archive import checks
from glutetimer.store.archive.checks import Check, NotAllowedError

FORMAT = "glutetimer-history"
VERSION = 2


@dataclass(frozen=True, slots=True)
class Field:
    """One field; a file may lack one that `is_optional`, which means the default.

    Null may be written where the default is null. `old_name` is its name in version 1, None if
    that had it not.
    """

    name: str
    column: str
    check: Check
    is_optional: bool = False
    old_name: str | None = ""
    default: object = None

    @property
    def is_nullable(self) -> bool:
        """Whether null may be written."""
        return self.is_optional and self.default is None


class WrongFieldError(Exception):
    """A field of a file is wrong: what it is, and what it has to be."""

    def __init__(self, what: str, allowed: str) -> None:
        super().__init__(what)
        self.what = what
        self.allowed = allowed


def _new(name: str, column: str, check: Check, default: object) -> Field:
    return Field(name, column, check, True, None, default)


def _maybe(name: str, column: str, check: Check, old_name: str | None = "") -> Field:
    return Field(name, column, check, True, old_name)


SESSION = (
    Field("routine", "routine_id", checks.text),
    Field("title", "routine_title", checks.text),
    Field("started_at", "started_at_us", checks.moment),
    _maybe("ended_at", "ended_at_us", checks.moment),
    Field("end", "ended_how", checks.one_of(SessionEnd)),
    Field("planned_s", "planned_s", checks.seconds),
    Field("active_s", "active_s", checks.seconds),
    Field("planned_sets", "planned_sets", checks.count),
    _new("dose", "dose", checks.text, "normal"),
    _maybe("pain_before", "pain_before", checks.level),
    _maybe("pain_after", "pain_after", checks.level),
    _maybe("pain_morning", "pain_morning", checks.level, None),
    _new("is_morning_settled", "is_morning_settled", checks.flag, False),
    _maybe("effort", "effort", checks.level),
    Field("note", "note", checks.text),
)
SET = (
    Field("index", "set_index", checks.count),
    Field("exercise", "exercise_id", checks.text),
    Field("exercise_name", "exercise_name", checks.text),
    _new("entry", "entry", checks.count, 0),
    Field("round", "round", checks.count),
    Field("set", "set_number", checks.count),
    Field("attempt", "attempt", checks.count),
    _maybe("side", "side", checks.one_of(Side)),
    _maybe("planned_reps", "planned_reps", checks.count),
    _maybe("planned_under_tension_s", "planned_s", checks.seconds, "planned_seconds"),
    _maybe("reps", "done_reps", checks.count),
    _maybe("under_tension_s", "done_s", checks.seconds, "seconds"),
    Field("outcome", "outcome", checks.one_of(Outcome)),
    Field("load", "load", checks.text),
    Field("set_ended_at", "ended_at_us", checks.moment),
    _maybe("pain_where", "pain_where", checks.text),
    _maybe("pain_level", "pain_level", checks.level),
    _new("set_note", "note", checks.text, ""),
    _maybe("feel", "feel", checks.one_of(Feel), None),
)
ANSWER = (
    Field("exercise", "exercise_id", checks.text),
    Field("rule", "rule", checks.text),
    Field("answer", "answer", checks.one_of(Answer)),
    Field("answered_at", "answered_at_us", checks.moment),
)

Raw = Mapping[str, object]


def columns(fields: Sequence[Field]) -> tuple[str, ...]:
    """Return the columns of fields, in their order."""
    return tuple(field.column for field in fields)


def written(fields: Sequence[Field], row: Sequence[object], offset_min: int) -> dict[str, object]:
    """Return a row of these columns as it stands in a file; times have this offset from UTC."""
    return {
        field.name: _written(field, value, offset_min)
        for field, value in zip(fields, row, strict=True)
    }


def read(fields: Sequence[Field], raw: object, version: int) -> dict[str, object]:
    """Check what a file has; return the values by column, times as aware datetimes.

    Raises:
        WrongFieldError: the first field that is wrong.
    """
    if not isinstance(raw, dict):
        raise WrongFieldError(f"There is {shown(raw)}", "an object with fields, in braces")
    return {field.column: _read(field, raw, version) for field in fields}


def names(fields: Sequence[Field], version: int) -> frozenset[str]:
    """Return the names that fields have in a version of the format."""
    if version == VERSION:
        return frozenset(field.name for field in fields)
    return frozenset(field.old_name or field.name for field in fields if field.old_name is not None)


def shown(value: object) -> str:
    """Return a value of a file as it can stand in a sentence."""
    # A list may be deeper than repr can go.
    text = repr(value[:41]) if isinstance(value, str) else reprlib.repr(value)
    return text if len(text) <= 40 else f"{text[:40]}…"


def stored(values: Raw) -> tuple[object, ...]:
    """Return checked values as SQLite takes them."""
    return tuple(
        rows.to_us(value) if isinstance(value, datetime) else value for value in values.values()
    )


def _written(field: Field, value: object, offset_min: int) -> object:
    if field.check is checks.moment and isinstance(value, int):
        return rows.local(value, offset_min).isoformat()
    return bool(value) if field.check is checks.flag else value


def _read(field: Field, raw: Raw, version: int) -> object:
    is_new = version < VERSION and field.old_name is None
    name = field.name if version == VERSION else field.old_name or field.name
    if is_new or name not in raw:
        if not field.is_optional:
            raise WrongFieldError(f"The field “{name}” is missing", "there")
        return field.default
    value = raw[name]
    if value is None and field.is_nullable:
        return None
    try:
        return field.check(value)
    except NotAllowedError as error:
        allowed = f"{error} or null" if field.is_nullable else str(error)
        raise WrongFieldError(f"The field “{name}” is {shown(value)}", allowed) from None
