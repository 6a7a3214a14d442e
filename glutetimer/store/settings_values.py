"""Settings as plain values of a file and back, by the declarations in `core.settings` alone."""

from collections.abc import Mapping
from dataclasses import Field, fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from glutetimer.core.settings import ExerciseSettings, Settings, Spec, specs

Plain = dict[str, Any]

_T = TypeVar("_T", Settings, ExerciseSettings)

_EXERCISES = "exercises"
_WORDS: Mapping[type, str] = {bool: "true or false", str: "a text in quotes", int: "a whole number"}


def from_plain(plain: Mapping[str, Any]) -> tuple[Settings, list[str]]:
    """Return the settings and a sentence for every value that is wrong.

    A wrong value is replaced by its default; keys that are not known are passed over.
    """
    wrong: list[str] = []
    values = _read(Settings, plain, "", wrong)
    tables = plain.get(_EXERCISES, {})
    if not isinstance(tables, Mapping):
        wrong.append(f"“{_EXERCISES}” is {tables!r}, it must be a table.")
        tables = {}
    exercises: dict[str, ExerciseSettings] = {}
    for exercise_id, table in tables.items():
        place = f"{_EXERCISES}.{exercise_id}"
        if isinstance(table, Mapping):
            exercises[exercise_id] = ExerciseSettings(
                **_read(ExerciseSettings, table, f"{place}.", wrong)
            )
        else:
            wrong.append(f"“{place}” is {table!r}, it must be a table.")
    return Settings(**values, exercises=MappingProxyType(exercises)), wrong


def to_plain(settings: Settings, old: Mapping[str, Any]) -> Plain:
    """Return what the file should hold: values that are not the default.

    What is in `old` (the file as it is) under keys that are not known stays in its place.
    """
    plain = _write(settings, old)
    plain.pop(_EXERCISES, None)
    old_tables = _tables(old)
    tables: Plain = {}
    for exercise_id in dict.fromkeys((*old_tables, *settings.exercises)):
        table = _write(settings.for_exercise(exercise_id), old_tables.get(exercise_id, {}))
        if table:
            tables[exercise_id] = table
    return plain | {_EXERCISES: tables} if tables else plain


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


def _tables(plain: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    tables = plain.get(_EXERCISES)
    if not isinstance(tables, Mapping):
        return {}
    return {name: table for name, table in tables.items() if isinstance(table, Mapping)}


def _read(
    kind: type[Settings] | type[ExerciseSettings],
    plain: Mapping[str, Any],
    prefix: str,
    wrong: list[str],
) -> Plain:
    values: Plain = {}
    for name, (field, spec) in specs(kind).items():
        if name not in plain:
            continue
        try:
            values[name] = _value(field, spec, plain[name])
        except ValueError as error:
            shown = repr(plain[name])
            shown = shown if len(shown) <= 60 else f"{shown[:57]}..."
            default = spec.empty if field.default is None else _shown(field.default)
            wrong.append(
                f"“{prefix}{name}” ({spec.label}) is {shown}, it must be {error}. "
                f"Now it is: {default}."
            )
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
    if not isinstance(plain, kind):
        raise ValueError(_WORDS[kind])
    return plain


def _write(settings: Settings | ExerciseSettings, old: Mapping[str, Any]) -> Plain:
    known = {field.name for field in fields(settings)}
    plain = {name: value for name, value in old.items() if name not in known}
    for name, (field, _) in specs(type(settings)).items():
        value = getattr(settings, name)
        if value != field.default:
            plain[name] = _kind(field)(value) if not isinstance(value, StrEnum) else value.value
    return plain


def _kind(field: Field[Any]) -> type:
    """Return the type of a field without the None that some allow."""
    assert not isinstance(field.type, str)  # core.settings does not put off its annotations
    kind = next((part for part in get_args(field.type) if part is not type(None)), field.type)
    assert isinstance(kind, type)
    return kind


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
