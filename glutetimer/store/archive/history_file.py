"""A file with a history in JSON, read and checked session by session."""

import os
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn, TextIO

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd
from glutetimer.core.watch import Watch
from glutetimer.ordinary_file import open_ordinary
from glutetimer.store import rows
from glutetimer.store.archive import fields
from glutetimer.store.archive.fields import WrongFieldError
from glutetimer.store.archive.json_stream import BrokenJsonError, JsonStream

_FOREIGN = "This file is not a history of glutetimer"
_CURE = "Choose a file of “Export everything (JSON)”"
_COPY = "Export the history again, or choose another copy of the file"
_NO_TABLE = f"Only JSON can be imported, no table (CSV): {_CURE[:1].lower()}{_CURE[1:]}"
_WATCHED = 20  # so many sessions from one look at the watch to the next

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class FileSession:
    """A session as it is stored: the values of the columns of `fields`, and the day it was."""

    key: Key
    day: date
    values: tuple[object, ...]
    utc_offset_min: int
    sets: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """An answer to a suggestion as it is stored."""

    values: Key


class HistoryFile:
    """One file; `version` and `unknown` are known once it has been read to its end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._is_headed = self._is_versioned = False
        self._number = 0
        self.version = 1
        self.unknown: dict[str, None] = {}
        self._names: dict[str, Set[str]] = {}  # those that are known, by place

    def read(self, watch: Watch | None = None) -> Iterator[FileSession | FileAnswer]:
        """Yield all that is in it, every value checked; `watch` is told how far it is read.

        Raises:
            Trouble: the file cannot be read, is no history, is newer or has a wrong value.
        """
        self._number = 0
        try:
            with TextIOWrapper(open_ordinary(self._path), "utf-8-sig") as file:
                yield from self._read(file, watch)
        except OSError as error:
            what = f"The file cannot be read: {error.strerror or error}"
            raise Trouble(what, str(self._path), "Choose another file") from error
        except UnicodeDecodeError as error:
            self._refuse("This is not a text file", "", _CURE, error)

    def _read(self, file: TextIO, watch: Watch | None) -> Iterator[FileSession | FileAnswer]:
        size = max(1, os.fstat(file.fileno()).st_size)
        stream = JsonStream(file, {"sessions", "answers"})
        try:
            for number, one in enumerate(self._checked(stream)):
                if watch is not None and number % _WATCHED == 0:
                    watch(min(1.0, stream.letters_read / size))  # ours has ASCII only
                yield one
        except WrongFieldError as error:
            where = f"line {stream.line}"
            if self._number:
                where += f", session {self._number}"
            self._refuse(error.what, where, f"It has to be {error.allowed}")
        except BrokenJsonError as error:
            is_table = bool(stream.letters_read) and not stream.is_object
            cure = _NO_TABLE if is_table else _COPY
            self._refuse(str(error), f"line {error.line}", cure, error)

    def _checked(self, stream: JsonStream) -> Iterator[FileSession | FileAnswer]:
        for name, value in stream.items():
            match name:
                case "format" | "version":
                    self._head(name, value)
                case "sessions":
                    self._number += 1
                    if self._is_headed and not self._is_versioned:
                        raise WrongFieldError("“version” stands after the sessions", "before them")
                    yield self._session(value)
                case "answers" if self.version > 1:
                    yield FileAnswer(fields.stored(self._fields(fields.ANSWER, value, name)))
                case _:
                    self.unknown[name] = None
        if not self._is_headed and "sessions" not in stream.names:
            self._refuse(_FOREIGN, "", _CURE)

    def _head(self, name: str, value: object) -> None:
        if self._number:
            raise WrongFieldError(f"“{name}” stands after the sessions", "before them")
        if value != fields.FORMAT if name == "format" else not self._is_headed:
            self._refuse(_FOREIGN, "", _CURE)
        if name == "format":
            self._is_headed = True
            return
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise WrongFieldError(f"The field “version” is {fields.shown(value)}", "a number")
        if value > fields.VERSION:
            self._refuse(
                f"The file was written by a newer glutetimer (its format is {value}, "
                f"this one knows {fields.VERSION})",
                "",
                "Install the newer version",
            )
        self.version = value
        self._is_versioned = True

    def _session(self, raw: object) -> FileSession:
        values = self._fields(fields.SESSION, raw, "sessions", {"session", "sets"})
        assert isinstance(raw, dict)  # else it would have been wrong
        begun = values["started_at_us"]
        assert isinstance(begun, datetime)
        # Version 1 wrote all times in UTC: the person was where this machine is, most likely.
        at = begun.astimezone() if self.version == 1 else begun
        offset_min = rows.offset_min(at)
        if values["ended_at_us"] is None:
            if values["ended_how"] != SessionEnd.INTERRUPTED:
                raise WrongFieldError(
                    f"“end” is {values['ended_how']} but “ended_at” is null",
                    "interrupted, or “ended_at” a time",
                )
            values["ended_how"] = None
        sets = raw.get("sets", [])
        if not isinstance(sets, list):
            raise WrongFieldError(f"The field “sets” is {fields.shown(sets)}", "a list")
        return FileSession(
            (values["routine_id"], rows.to_us(at)),
            rows.local(rows.to_us(at), offset_min).date(),
            fields.stored(values),
            offset_min,
            tuple(self._sets(sets)),
        )

    def _sets(self, raws: list[object]) -> Iterator[tuple[object, ...]]:
        seen: set[tuple[object, object]] = set()
        entries: dict[object, int] = {}
        for number, raw in enumerate(raws, 1):
            try:
                values = self._fields(fields.SET, raw, "sets")
                self._check_set(values, seen)
            except WrongFieldError as error:
                what = f"Set {number}: {error.what[:1].lower()}{error.what[1:]}"
                raise WrongFieldError(what, error.allowed) from None
            if self.version == 1:  # it had not which place in the routine an exercise has
                values["entry"] = entries.setdefault(values["exercise_id"], len(entries))
            yield fields.stored(values)

    @staticmethod
    def _check_set(values: dict[str, object], seen: set[tuple[object, object]]) -> None:
        key = values["set_index"], values["attempt"]
        if key in seen:
            raise WrongFieldError(
                f"Index {key[0]} and attempt {key[1]} come twice", "another attempt"
            )
        seen.add(key)
        if values["pain_where"] is None and values["pain_level"] is not None:
            raise WrongFieldError("Only one of “pain_where” and “pain_level” is there", "both")

    def _fields(
        self,
        known: tuple[fields.Field, ...],
        raw: object,
        place: str,
        others: Set[str] = frozenset(),
    ) -> dict[str, object]:
        values = fields.read(known, raw, self.version)
        assert isinstance(raw, dict)
        names = self._names.get(place)
        if names is None:
            names = self._names[place] = fields.names(known, self.version) | others
        for name in raw.keys() - names:
            self.unknown[f"{place}.{name}"] = None
        return values

    def _refuse(self, what: str, place: str, cure: str, cause: Exception | None = None) -> NoReturn:
        where = f"{self._path}, {place}" if place else str(self._path)
        raise Trouble(what, where, cure) from cause
