"""What a value in a row may be: damage, or another program, may have put anything there.

A value that cannot be right is replaced by one that says nothing, and told; its row stays.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import call
from typing import Any, NamedTuple

from glutetimer.core.history.records import Feel, Outcome, SessionEnd
from glutetimer.core.history.totals import Answer
from glutetimer.core.notice import Notice
from glutetimer.core.side import Side

Tell = Callable[[str, object], None]
"""Told the column and the value that cannot be right."""

_MOST = 10_000_000  # of a count and of seconds, as in the files of an export
_MOST_SUMMED = 10**12
_FIRST_US, _LAST_US = -2_208_988_800_000_000, 32_503_680_000_000_000  # the years 1900 to 2999
_SECOND_LAST_MINUTE = 24 * 60 - 1  # an offset from UTC is less than a day
_FIRST_OF_1970 = 719_163  # as date.toordinal() has it
_MOST_REMARKS = 10


class Column(NamedTuple):
    """A column of a query: what its values may be, and what stands for one that is none of them."""

    name: str
    is_right: Callable[[object], bool]
    instead: object = None


class Columns:
    """The columns of a query, in their order."""

    def __init__(self, columns: Iterable[Column]) -> None:
        self._columns = tuple(columns)
        self._checks = tuple(column.is_right for column in self._columns)

    def mended(self, row: Sequence[Any], tell: Tell) -> Sequence[Any]:
        """Return a row with every value that cannot be right replaced."""
        if all(map(call, self._checks, row)):  # nearly always, and there may be thousands
            return row
        values = []
        for column, value in zip(self._columns, row, strict=True):
            if not column.is_right(value):
                tell(column.name, value)
            values.append(value if column.is_right(value) else column.instead)
        return values


def _is_text(value: object) -> bool:
    return type(value) is str


def _is_whole(value: object) -> bool:
    return type(value) is int


def _number(kind: type, low: int, high: int) -> Callable[[object], bool]:
    def is_right(value: object) -> bool:
        return type(value) is kind and low <= value <= high  # type: ignore[operator]

    return is_right


def _or_null(is_right: Callable[[object], bool]) -> Callable[[object], bool]:
    def is_right_or_null(value: object) -> bool:
        return value is None or is_right(value)

    return is_right_or_null


_is_count = _number(int, 0, _MOST)
_is_seconds = _number(float, 0, _MOST)
is_moment = _number(int, _FIRST_US, _LAST_US)
"""Whether a value is microseconds since 1970 of a time that can be."""
_is_level = frozenset((None, *range(11))).__contains__
_is_flag = frozenset((0, 1)).__contains__
_is_sum = _number(int, 0, _MOST_SUMMED)
_is_summed_s = _number(float, 0, _MOST_SUMMED)


def _one_of(words: Iterable[str | None]) -> Callable[[object], bool]:
    return frozenset(words).__contains__


def _table(*all_columns: Column) -> dict[str, Column]:
    return {column.name: column for column in all_columns}


START = _table(
    Column("routine_id", _is_text, ""),
    Column("routine_title", _is_text, "?"),
    Column("started_at_us", is_moment, 0),
    Column("utc_offset_min", _number(int, -_SECOND_LAST_MINUTE, _SECOND_LAST_MINUTE), 0),
    Column("planned_s", _is_seconds, 0.0),
    Column("planned_sets", _is_count, 0),
    Column("pain_before", _is_level),
    Column("dose", _is_text, "normal"),
)
SUMMARY = {
    **_table(Column("id", _is_whole, 0)),
    **START,
    **_table(
        Column("ended_how", _one_of((None, *SessionEnd)), SessionEnd.INTERRUPTED.value),
        Column("ended_at_us", _or_null(is_moment)),
        Column("active_s", _is_seconds, 0.0),
        Column("sets_done", _is_count, 0),
        Column("pain_after", _is_level),
        Column("effort", _is_level),
        Column("note", _is_text, ""),
        Column("pain_morning", _is_level),
    ),
}
SESSION = {
    **SUMMARY,
    **_table(
        Column("local_day", _number(int, 1, 3_652_059), _FIRST_OF_1970),
        Column("is_morning_settled", _is_flag, 1),
        Column("under_s", _is_summed_s, 0.0),
        Column("worst_pain", _is_level),
    ),
}
SET = _table(
    Column("set_index", _is_count, 0),
    Column("entry", _is_count, 0),
    Column("exercise_id", _is_text, ""),
    Column("exercise_name", _is_text, "?"),
    Column("round", _is_count, 1),
    Column("set_number", _is_count, 1),
    Column("side", _one_of((None, *Side))),
    Column("attempt", _is_count, 1),
    Column("planned_reps", _or_null(_is_count)),
    Column("planned_s", _or_null(_is_seconds)),
    Column("done_reps", _or_null(_is_count)),
    Column("done_s", _or_null(_is_seconds)),
    Column("outcome", _one_of(Outcome), Outcome.STOPPED.value),
    Column("load", _is_text, ""),
    Column("ended_at_us", is_moment, 0),
    Column("pain_where", _or_null(_is_text), ""),
    Column("pain_level", _is_level),
    Column("note", _is_text, ""),
    Column("feel", _one_of((None, *Feel))),
)
ANSWER = _table(
    Column("exercise_id", _is_text),
    Column("rule", _is_text),
    Column("answer", _one_of(Answer)),
    Column("answered_at_us", is_moment),
)
EXERCISE_SUM = _table(
    Column("session_id", _is_whole, 0),
    SESSION["local_day"],
    Column("side", _one_of(("", *Side)), ""),
    Column("sets", _is_sum, 0),
    Column("reps", _is_sum, 0),
    Column("hold_s", _is_summed_s, 0.0),
    Column("tension_s", _is_summed_s, 0.0),
)


def of(table: dict[str, Column], names: Iterable[str]) -> Columns:
    """Return the columns of these names, which may be qualified ("session.id")."""
    return Columns(table[name.rpartition(".")[2]] for name in names)


class Remarks:
    """What was met in rows and cannot be right, each once."""

    def __init__(self) -> None:
        self._told: set[tuple[str, str]] = set()
        self._notices: list[Notice] = []

    def about(self, place: str) -> Tell:
        """Return who is to be told of values in `place`, such as "Session 7"."""

        def tell(column: str, value: object) -> None:
            if (place, column) in self._told:
                return
            self._told.add((place, column))
            if len(self._told) > _MOST_REMARKS + 1:
                return
            if len(self._told) == _MOST_REMARKS + 1:
                self._notices.append(Notice("There are more values that cannot be right."))
                return
            shown = repr(value)
            shown = shown if len(shown) <= 40 else f"{shown[:40]}…"
            text = f"{place} has a value that cannot be right: “{column}” is {shown}."
            self._notices.append(Notice(text, "It is left out; all else is shown as it is."))

        return tell

    def take(self) -> tuple[Notice, ...]:
        """Return what was told since the last time."""
        notices, self._notices = tuple(self._notices), []
        return notices
