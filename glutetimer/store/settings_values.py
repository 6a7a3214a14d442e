"""Settings as plain values of a file and back, by the declarations in `core.settings` alone."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, fields, replace
from datetime import datetime, time
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import Any, TypeVar, get_args, get_origin

from glutetimer.core.settings import ExerciseSettings, Settings, Spec, specs
from glutetimer.store.key_values import KEYS, keys_from_plain, keys_to_plain
from glutetimer.toml_text.problem import nearest, printable, shown

Plain = dict[str, Any]
KeyPath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong at a key of the file, as a sentence that begins with the key's name.

    The person can choose another value in the settings where the key `is_known`.
    """

    path: KeyPath
    sentence: str
    is_known: bool = True


MOST_TOLD = 20
"""Mistakes that are told of one file."""

_T = TypeVar("_T", Settings, ExerciseSettings)

_EXERCISES = "exercises"
_WORDS: Mapping[type, str] = {bool: "true or false", str: "a text in quotes", int: "a whole number"}
_YEARS = range(1971, 9000)  # others cannot be told in every time zone


def from_plain(plain: Mapping[str, Any]) -> tuple[Settings, list[Mistake]]:
    """Return the settings, and every value that is wrong and key that is not known.

    A wrong value is replaced by its default, what is not known is passed over.
    """
    mistakes: list[Mistake] = []
    values = _read(Settings, plain, (), mistakes)
    exercises: dict[str, ExerciseSettings] = {}
    for name, table in _tables(plain, mistakes).items():
        place = (_EXERCISES, name)
        exercises[name] = ExerciseSettings(**_read(ExerciseSettings, table, place, mistakes))

    def note(path: KeyPath, said: str, *, is_known: bool = True) -> None:
        mistakes.append(Mistake(path, f"{_name(path)} {said}", is_known))

    keys = keys_from_plain(plain, note, partial(note, is_known=False))
    return Settings(**values, exercises=MappingProxyType(exercises), keys=keys), mistakes


def _name(path: KeyPath) -> str:
    return f"“{printable('.'.join(path))[:80]}”"


def to_plain(settings: Settings, old: Mapping[str, Any]) -> Plain:
    """Return what the file should hold: values that are not the default.

    What is in `old` (the file as it is) under keys that are not known stays in its place.
    """
    plain = _write(settings, old)
    plain.pop(_EXERCISES, None)
    old_tables = _tables(old, [])
    tables: Plain = {}
    for exercise_id in dict.fromkeys((*old_tables, *settings.exercises)):
        table = _write(settings.for_exercise(exercise_id), old_tables.get(exercise_id, {}))
        if table:
            tables[exercise_id] = table
    if tables:
        plain[_EXERCISES] = tables
    plain.pop(KEYS, None)
    if keys := keys_to_plain(settings.keys, old):
        plain[KEYS] = keys
    return {name: _writable(value) for name, value in plain.items()}


def merged(mine: Settings, known: Settings, now: Settings) -> Settings:
    """Return the settings of `now` with what is in `mine` otherwise than in `known`."""
    ids = dict.fromkeys((*now.exercises, *mine.exercises, *known.exercises))
    exercises = {
        name: _merged(*(each.for_exercise(name) for each in (mine, known, now))) for name in ids
    }
    whole = _merged(mine, known, now)
    return replace(whole, exercises=MappingProxyType(exercises))


def _merged(mine: _T, known: _T, now: _T) -> _T:
    changed = {
        field.name: getattr(mine, field.name)
        for field in fields(mine)
        if getattr(mine, field.name) != getattr(known, field.name)
    }
    return replace(now, **changed)


def _tables(plain: Mapping[str, Any], mistakes: list[Mistake]) -> dict[str, Mapping[str, Any]]:
    """Return the tables of the exercises, and note what should be one and is none."""
    places: dict[KeyPath, object] = {(_EXERCISES,): plain.get(_EXERCISES, {})}
    tables = places[(_EXERCISES,)]
    if isinstance(tables, Mapping):
        places = {(_EXERCISES, name): table for name, table in tables.items()}
    found = {path[-1]: table for path, table in places.items() if isinstance(table, Mapping)}
    for path, table in places.items():
        if not isinstance(table, Mapping):
            mistakes.append(Mistake(path, f"{_name(path)} is {shown(table)}, it must be a table."))
    return found


def _read(
    kind: type[Settings] | type[ExerciseSettings],
    plain: Mapping[str, Any],
    place: KeyPath,
    mistakes: list[Mistake],
) -> Plain:
    values: Plain = {}
    known = specs(kind)
    names = [field.name for field in fields(kind)]
    for name, value in plain.items():
        path = (*place, name)
        if name in known:
            field, spec = known[name]
            try:
                values[name] = _value(field, spec, value)
            except ValueError as error:
                default = spec.empty if field.default in (None, ()) else _shown(field.default)
                told = f"{_name(path)} ({spec.label}) is {shown(value)}, it must be {error}."
                mistakes.append(Mistake(path, f"{told} Now it is: {default}."))
        elif name not in names:
            # A file of thousands of strange keys must not cost thousands of comparisons.
            close = nearest(name, names) if len(mistakes) < MOST_TOLD else []
            hint = f"; did you mean “{close[0]}”?" if close else "."
            told = f"{_name(path)} is not known{hint} It stays in the file and does nothing."
            mistakes.append(Mistake(path, told, is_known=False))
    return values


def _value(field: Field[Any], spec: Spec, plain: Any) -> object:
    """Return the value of a field. Raises ValueError with what is allowed."""
    kind = _kind(field)
    if issubclass(kind, StrEnum):
        if isinstance(plain, str) and plain in list(kind):
            return kind(plain)
        raise ValueError(" or ".join(f'"{member}"' for member in kind))
    if kind in (int, float):
        is_number = isinstance(plain, (int, kind)) and not isinstance(plain, bool)
        # Not-a-number is not within any limits.
        if is_number and spec.low <= plain <= spec.high:
            return kind(plain)
        unit = f" {spec.unit}" if spec.unit else ""
        number = "a whole number" if kind is int else "a number"
        raise ValueError(f"{number} from {spec.low:g} to {spec.high:g}{unit}")
    if kind in (datetime, time):
        return _moment(kind, plain)
    if kind is tuple:
        return _items(get_args(field.type)[0], plain)
    if not isinstance(plain, kind):
        raise ValueError(_WORDS[kind])
    return plain


def _moment(kind: type, plain: Any) -> datetime | time:
    """Return a moment or a time of the day. Raises ValueError with what is allowed."""
    if kind is time:
        if isinstance(plain, time) and not (plain.second or plain.microsecond):
            return plain
        raise ValueError("a time of the day with whole minutes, such as 18:30:00")
    if isinstance(plain, datetime) and plain.tzinfo is not None and plain.year in _YEARS:
        return plain
    raise ValueError("a moment such as 2026-03-20T18:00:00Z")


def _items(kind: type, plain: Any) -> tuple[str, ...]:
    """Return the texts of a list, each once. Raises ValueError with what is allowed."""
    if issubclass(kind, StrEnum):
        if isinstance(plain, list) and all(item in list(kind) for item in plain):
            return tuple(member for member in kind if member in plain)
        raise ValueError("a list of " + ", ".join(f'"{member}"' for member in kind))
    if isinstance(plain, list) and all(isinstance(item, str) for item in plain):
        return tuple(dict.fromkeys(plain))
    raise ValueError("a list of texts in quotes")


def _write(settings: Settings | ExerciseSettings, old: Mapping[str, Any]) -> Plain:
    known = {field.name for field in fields(settings)}
    plain = {name: value for name, value in old.items() if name not in known}
    for name, (field, _) in specs(type(settings)).items():
        value = getattr(settings, name)
        if value != field.default:
            plain[name] = _plain(_kind(field), value)
    return plain


def _plain(kind: type, value: Any) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if kind is tuple:
        return [str(item) for item in value]
    return value if kind in (datetime, time) else kind(value)


def _kind(field: Field[Any]) -> type:
    """Return the type of a field without the None that some allow."""
    assert not isinstance(field.type, str)  # core.settings does not put off its annotations
    if get_origin(field.type) is tuple:
        return tuple
    kind = next((part for part in get_args(field.type) if part is not type(None)), field.type)
    assert isinstance(kind, type)
    return kind


def _writable(value: Any) -> Any:
    """The same value of TOML, in which numbers of thousands of digits can be written, too."""
    match value:
        case Mapping():
            return {key: _writable(inner) for key, inner in value.items()}
        case list():
            return [_writable(item) for item in value]
        case int() if not isinstance(value, bool):
            return _Giant(value) if value.bit_length() > 10_000 else value
        case _:
            return value


class _Giant(int):
    """A number of so many digits that Python reads and writes it as a hexadecimal one only."""

    def __str__(self) -> str:
        return hex(self)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return str(value).lower() if isinstance(value, bool) else str(value)
