"""Typed access to the tables of a file that goes on after a mistake and notes each one."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from glutetimer.files.durations import DURATION_FORMS, cure_of_duration, parse_duration
from glutetimer.toml_text.document import Document
from glutetimer.toml_text.key_lines import KeyPath
from glutetimer.toml_text.problem import ProblemLog, is_plain, nearest, shown, suggestion

MAX_TEXT = 400
MAX_LONG_TEXT = 2000
MAX_ITEMS = 60

_Choice = TypeVar("_Choice", bound=StrEnum)
_Read = TypeVar("_Read")


class TableReader:
    """One table of a file. Every getter notes a wrong value and gives the default instead.

    Call `refuse_unknown_keys` last: keys that nothing asked for are mistakes.
    """

    def __init__(
        self, values: Mapping[str, object], path: KeyPath, document: Document, log: ProblemLog
    ) -> None:
        self._values = values
        self._path = path
        self._document = document
        self._log = log
        self._known: dict[str, None] = {}

    def keys(self) -> tuple[str, ...]:
        """The keys that the file has here, asked for or not."""
        return tuple(self._values)

    def has(self, key: str) -> bool:
        """Whether the file gives a key; it is known from now on."""
        self._known[key] = None
        return key in self._values

    def value(self, key: str) -> object:
        """The value as it stands; None where the file does not give it."""
        return self._values[key] if self.has(key) else None

    def problem(self, message: str, *place: str | int) -> None:
        """Note a mistake at a key or item of this table, or at the table itself."""
        # What is only counted needs no line.
        self._log.add(0 if self._log.is_full else self.line_of(*place), message)

    def line_of(self, *place: str | int) -> int:
        """The line (from 1) of a key of this table, or of the table."""
        return self._document.line_of((*self._path, *place))

    def wrong(self, key: str, allowed: str) -> None:
        """Note that a value is not among those that are allowed."""
        self.problem(f"{shown_key(key)} is {shown(self._values[key])}; write {allowed}", key)

    def require(self, key: str, example: str) -> bool:
        """Whether the file gives a key; if not, that is a mistake."""
        if self.has(key):
            return True
        if key not in self._document.unread:
            self.problem(f"{key} is missing; write for example {key} = {example}")
        return False

    # Values

    def text(self, key: str, default: str = "", limit: int = MAX_TEXT) -> str:
        """A text without line breaks (they become spaces); never empty where it is given."""
        return (self._text(self._values[key], limit, key) if self.has(key) else "") or default

    def long_text(self, key: str) -> str:
        """A text of up to 2,000 characters that may have paragraphs; "" where not given."""
        return self._lines(self._values[key], MAX_LONG_TEXT, key) if self.has(key) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where not given."""
        items = self._list(key, 'a list of texts, for example ["..."]')
        found = (self._text(item, MAX_TEXT, key, number) for number, item in enumerate(items))
        return tuple(text for text in found if text)

    def whole(self, key: str, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`, None where not given."""
        value = self.value(key)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.wrong(key, f"a whole number from {low} to {high}")
        return None

    def duration_s(self, key: str, low_s: float, high_s: float) -> float | None:
        """Seconds of a duration from `low_s` to `high_s`, None where not given."""
        value = self.value(key)
        if value is None:
            return None
        seconds = parse_duration(value)
        if seconds is None:
            cure = cure_of_duration(key, value) if isinstance(value, str) else ""
            self.wrong(key, cure or f"a duration such as {DURATION_FORMS}")
        elif not low_s <= seconds <= high_s:
            self.wrong(key, f"a duration from {low_s:g} to {high_s:g} s")
        else:
            return seconds
        return None

    def per_set(self, key: str) -> "list[TableReader]":
        """A reader of the value for each set of a list; of a single value one for all."""
        value = self.value(key)
        if not isinstance(value, list):
            return [self]
        if not value:
            self.problem(f"{key} is an empty list; give it a value for each set", key)
        return [
            self._inner({key: item}, key, number) for number, item in enumerate(value[:MAX_ITEMS])
        ]

    def choice(self, key: str, kind: type[_Choice]) -> _Choice | None:
        """One of the words of an enum, None where not given."""
        value = self.value(key)
        if value is None:
            return None
        words = [str(word) for word in kind]
        if isinstance(value, str) and value in words:
            return kind(value)
        close = nearest(value, words) if isinstance(value, str) else []
        allowed = ", ".join(f'"{word}"' for word in words)
        self.wrong(key, f'"{close[0]}", or one of {allowed}' if close else f"one of {allowed}")
        return None

    # Tables

    def table(self, key: str) -> "TableReader | None":
        """A table within this one, None where not given."""
        value = self.value(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.wrong(key, f"a table: [{shown_key(key)}]")
            return None
        return self._inner(value, key)

    def read_table(self, key: str, read: Callable[["TableReader"], _Read], usual: _Read) -> _Read:
        """What `read` makes of the table of a key; `usual` where there is none.

        Keys of it that `read` does not ask for are mistakes.
        """
        table = self.table(key)
        return usual if table is None else table._all_read(read)

    def read_tables(self, key: str, read: Callable[["TableReader"], _Read]) -> tuple[_Read, ...]:
        """What `read` makes of each of the tables of [[key]], as `read_table` does."""
        return tuple(table._all_read(read) for table in self.tables(key))

    def tables(self, key: str, most: int = MAX_ITEMS) -> list["TableReader"]:
        """The tables of [[key]]; empty where not given."""
        value = self.value(key)
        if isinstance(value, dict):
            self.problem(f"write [[{key}]] with two brackets on each side", key)
            return []
        found = []
        for number, item in enumerate(self._list(key, f"tables: [[{key}]]", most)):
            if isinstance(item, dict):
                found.append(self._inner(item, key, number))
            else:
                self.problem(f"{key} holds {shown(item)}; write [[{key}]] tables", key, number)
        return found

    def texts_or_tables(self, key: str) -> list["str | TableReader"]:
        """A list whose items are texts or tables; empty where not given."""
        found: list[str | TableReader] = []
        for number, item in enumerate(self._list(key, "a list of texts")):
            if isinstance(item, dict):
                found.append(self._inner(item, key, number))
            elif text := self._text(item, MAX_TEXT, key, number):
                found.append(text)
        return found

    def refuse_unknown_keys(self) -> None:
        """Note every key that nothing asked for, with the nearest one that is known."""
        known = sorted(self._known)
        for key in self._values:
            if key in self._known:
                continue
            # A file of 60,000 wrong keys must not cost 60,000 comparisons.
            hint = "" if self._log.is_full else f"; {suggestion(key, known)}"
            self.problem(f"unknown key {shown(key)}{hint}", key)

    def _all_read(self, read: Callable[["TableReader"], _Read]) -> _Read:
        found = read(self)
        self.refuse_unknown_keys()
        return found

    def _inner(self, values: Mapping[str, object], *place: str | int) -> "TableReader":
        return TableReader(values, (*self._path, *place), self._document, self._log)

    def _list(self, key: str, allowed: str, most: int = MAX_ITEMS) -> Sequence[object]:
        value = self.value(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(key, allowed)
            return ()
        if len(value) > most:
            message = f"{key} has {len(value)} items; at most {most} are allowed"
            self.problem(message, key, most)
        return value[:most]

    def _text(self, value: object, limit: int, *place: str | int) -> str:
        return " ".join(self._lines(value, limit, *place).split())

    def _lines(self, value: object, limit: int, *place: str | int) -> str:
        flaw = _text_flaw(shown_key(str(place[0])), value, limit)
        if flaw:
            self.problem(flaw, *place)
        return "" if flaw else str(value).strip()


def _text_flaw(name: str, value: object, limit: int) -> str:
    """What is wrong with the text of a key of this name; "" if nothing is."""
    if not isinstance(value, str):
        return f'{name} is {shown(value)}; write a text in quotes: "..."'
    if not value.strip():
        return f"{name} is empty; give it a text or leave it out"
    if len(value) > limit:
        return f"{name} has {len(value):,} characters; at most {limit:,} are allowed"
    odd = next((char for char in value if char not in "\n\t" and not is_plain(char)), "")
    return f"{name} has the control character U+{ord(odd):04X}; write plain text" if odd else ""


def shown_key(key: str) -> str:
    """A key as a message shows it: bare if it can be, else quoted and escaped."""
    is_bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if is_bare and len(key) <= 40 else shown(key)
