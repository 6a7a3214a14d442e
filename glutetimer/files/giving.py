"""A routine as one file that opens anywhere: the giver's own exercises are in it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import tomli_w

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.giving import GivenRoutine
from glutetimer.core.routine import Routine
from glutetimer.files.exercise_shelf import ExerciseShelf
from glutetimer.files.moves_like import KEY as MOVES_LIKE
from glutetimer.files.toml_folder import id_of
from glutetimer.toml_text.document import MAX_FILE_BYTES, Document, parse_document, read_bytes
from glutetimer.toml_text.key_lines import KeyPath, key_lines
from glutetimer.toml_text.problem import printable

_Values = Mapping[str, Any]
_MARK = "\ufeff"
_ABOVE = "# The files of these exercises, for whoever does not have them"


def given_routine(path: Path, routine: Routine, shelf: ExerciseShelf) -> GivenRoutine:
    """What to give away of the routine that this file gave. Raises Trouble.

    Its text is that of the file, comments and all; below it are exercises, as they are now, of
    the person's own: those that it uses, and what "it hurts" or a setting may put in their place.
    """
    text, values = _read(path)
    held = set(map(id_of, values.get("exercises", {})))
    named = {id_of(entry["use"]) for entry in values["exercise"] if "use" in entry}
    lenders = [
        id_of(one[MOVES_LIKE])
        for one in (*values["exercise"], *values.get("exercises", {}).values())
        if MOVES_LIKE in one
    ]
    wanted = _own_exercises(routine, shelf, named, lenders, held)
    if not wanted:
        return GivenRoutine(text, short_text(values))
    carried = held | wanted.keys()
    added = {name: _known(_read(place), shelf, carried) for name, place in wanted.items()}
    whole = dict(values)
    whole["exercises"] = {
        **values.get("exercises", {}),
        **{name: inner for name, (_, inner) in added.items()},
    }
    parts = [_nested(*one, name) for name, one in added.items()]
    made = "\n".join([text.replace("\r\n", "\n").rstrip("\n") + "\n", _ABOVE, *parts])
    if _values_of(made.removeprefix(_MARK)) != whole:  # written in some way of its own
        made = tomli_w.dumps(whole)
    if "\r\n" in text:
        made = made.replace("\n", "\r\n")
    if len(made.encode()) > MAX_FILE_BYTES:
        most = f"{MAX_FILE_BYTES // 1024} KiB"
        what = f"With its exercises the routine is larger than {most}, the most that is read"
        raise Trouble(what, printable(str(path)), "Give its exercise files along instead")
    names = tuple(str(inner.get("name", name)) for name, (_, inner) in added.items())
    return GivenRoutine(made, short_text(whole), names)


def _own_exercises(
    routine: Routine,
    shelf: ExerciseShelf,
    named: set[str],
    lenders: Sequence[str],
    held: set[str],
) -> dict[str, Path]:
    """The files of the person's own that a routine needs, by id, those that it names first.

    `lenders` are those whose figures it borrows.
    """
    found: dict[str, Path] = {}
    used = {one.exercise.id: one.exercise for one in routine.entries if one.exercise.id in named}
    alternatives = (name for one in used.values() for name in (*one.easier, *one.harder))
    queue = [*used, *lenders, *alternatives]
    for exercise_id in queue:  # grows on the way
        path = shelf.path_of(exercise_id)
        is_own = shelf.is_own(exercise_id) and exercise_id not in held
        if not is_own or path is None or exercise_id in found:
            continue
        found[exercise_id] = path
        exercise = shelf.usable(exercise_id)
        queue += (*exercise.easier, *exercise.harder) if exercise else ()
        borrowing = shelf.plainly(exercise_id).borrowing
        queue += (borrowing.other_id,) if borrowing else ()
    return found


def _read(path: Path) -> tuple[str, _Values]:
    """The text of a file that was read without mistakes before, and its values."""
    try:
        text = read_bytes(path).decode()
    except (OSError, ValueError) as error:
        raise Trouble("The file cannot be read", printable(str(path))) from error
    values = _values_of(text.removeprefix(_MARK))
    if values is None:
        raise Trouble("The file has just been changed", printable(str(path)), "Try again")
    return text, values


def _values_of(text: str) -> _Values | None:
    document = parse_document(text)
    return document.values if isinstance(document, Document) else None


def _known(
    read: tuple[str, _Values], shelf: ExerciseShelf, carried: set[str]
) -> tuple[str, _Values]:
    """An exercise without alternatives that the other one will not know: those with mistakes."""
    text, values = read
    fit = {
        key: [name for name in values[key] if _is_there(id_of(name), shelf, carried)]
        for key in ("easier", "harder")
        if key in values
    }
    if all(values[key] == names for key, names in fit.items()):
        return text, values
    made = {**values, **fit}
    return tomli_w.dumps(made), made


def _is_there(exercise_id: str, shelf: ExerciseShelf, carried: set[str]) -> bool:
    return exercise_id in carried or shelf.is_built_in(exercise_id)


# Text


def _nested(text: str, values: _Values, exercise_id: str) -> str:
    """The text of an exercise file as the tables of a routine file."""
    text = text.removeprefix(_MARK).replace("\r\n", "\n")
    name = f"exercises.{_key(exercise_id)}"
    lines = text.rstrip("\n").split("\n")
    tables = {line - 1 for path, line in key_lines(text).items() if _is_table(values, path)}
    for line in tables:
        lines[line] = re.sub(r"^(\s*\[\[?)", rf"\1{name}.", lines[line])
    return "\n".join([f"[{name}]", *lines, ""])


def _is_table(values: Any, path: KeyPath) -> bool:
    for key in path:
        values = values[key]
    return isinstance(values, dict)


def short_text(values: _Values) -> str:
    """The values of a routine file in as few characters as can still be read."""
    return "\n".join(_short_lines(values)) + "\n"


def _short_lines(values: _Values) -> Iterator[str]:
    later: list[tuple[str, _Values]] = []
    for key, value in values.items():
        if isinstance(value, dict):
            later += ((f"[{_key(key)}.{_key(name)}]", inner) for name, inner in value.items())
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            later += ((f"[[{_key(key)}]]", inner) for inner in value)
        else:
            yield f"{_key(key)}={_value(value)}"
    for header, inner in later:
        yield header
        yield from (f"{_key(key)}={_value(value)}" for key, value in inner.items())


def _value(value: object) -> str:
    match value:
        case dict():
            return "{" + ",".join(f"{_key(key)}={_value(one)}" for key, one in value.items()) + "}"
        case list():
            return "[" + ",".join(map(_value, value)) + "]"
        case _:
            return json.dumps(value, ensure_ascii=False)


def _key(key: str) -> str:
    is_bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if is_bare else json.dumps(key, ensure_ascii=False)
