"""Garmin workouts in YAML, as the tool garmin-workouts and its kin have them.

A list within the `steps` is done as often as it follows itself. `!include`
names another file, which is not read.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import yaml

from glutetimer.core.draft import SourceContent
from glutetimer.core.typed_numbers import parse_duration
from glutetimer.files.importing.intervals import (
    MAX_INTERVALS,
    Group,
    Interval,
    IntervalDraft,
    content_of,
    is_rest_name,
)
from glutetimer.files.importing.source import SourceFile, not_readable
from glutetimer.files.importing.values import number_of, shown, tables_of, text_of, times_of

MOST_DEPTH = 8
MOST_LETTERS = 200_000
MOST_NESTING = 100
_REPS = re.compile(r"(\d{1,3}) ?(?:x|reps?)", re.IGNORECASE)
_NO_LENGTH = ("", "lap.button", "lap button", "none")
_LINE = "\0line"  # no key of a YAML file can be that
_BEGINNINGS = ("steps:", '"steps":', "workouts:", '"workouts":')
_REPEAT = re.compile(r"(?:repeat|repeats|x)[ (]*(\d{1,3})\)?|(?P<n>\d{1,3}) ?x", re.IGNORECASE)
_TIMES = ("iterations", "repeat", "repeats", "times", "count", "rounds")
_LENGTHS = ("duration", "time", "distance")
_KEYS = ("type", "name", "description", "power", "target", "exercise", *_LENGTHS)
_KINDS = {"warmup": "Warm-up", "cooldown": "Cool-down"}


class GarminYaml:
    """Reads YAML with `steps`."""

    name = "Garmin workout (YAML)"

    def recognises(self, file: SourceFile) -> bool:
        """It ends in .yaml or .yml, or has steps or workouts by its look."""
        lines = file.text.splitlines()
        if not file.is_named(".yaml", ".yml"):
            return False
        return bool(file.name) or any(line.startswith(_BEGINNINGS) for line in lines)

    def read(self, file: SourceFile) -> SourceContent:
        """The one routine of the file."""
        value = _parsed(self.name, file.text)
        workouts = value.get("workouts") if isinstance(value, dict) else None
        drafts = [
            self._draft(one) for one in tables_of(workouts if isinstance(workouts, list) else value)
        ]
        return content_of(self.name, drafts)

    def _draft(self, value: dict[str, Any]) -> IntervalDraft:
        steps = value.get("steps")
        if not isinstance(steps, list):
            raise not_readable(self.name, "it has no steps")
        title = value.get("name")
        made = IntervalDraft(
            text_of(shown(title, 400) if isinstance(title, str | int | float) else "", "Workout"),
            text_of(value.get("description")),
        )
        grouping = _Grouping(made)
        for part in grouping.parts(steps):
            made.add(part)
        if not made.entries and grouping.has_includes:
            raise not_readable(self.name, "its steps stand in other files, which are not read")
        return made


class _Include(str):
    """The name of a file that a step includes."""


class _Loader(yaml.SafeLoader):
    """Plain values, and included files as their names; tags of other tools count for nothing.

    Each table has its line, from 1, under `_LINE`.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The table of a node, with its line."""
        return super().construct_mapping(node, deep) | {_LINE: node.start_mark.line + 1}


def _included(loader: yaml.SafeLoader, node: yaml.Node) -> _Include:
    return _Include(loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else "?")


_Loader.add_constructor("!include", _included)


def _parsed(name: str, text: str) -> Any:
    if len(text) > MOST_LETTERS or _nesting(text) > MOST_NESTING:
        raise not_readable(name, "it is far longer or deeper than a workout")
    try:
        return yaml.load(text, _Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        raise not_readable(name, "the YAML is broken", line) from None
    except (ValueError, TypeError, RecursionError):
        raise not_readable(name, "a value cannot be read") from None


def _nesting(text: str) -> int:
    """How deep brackets stand within one another: the parser takes the square of that."""
    depth = most = 0
    for char in re.findall(r"[\[\]{}]", text):
        depth = depth + 1 if char in "[{" else max(0, depth - 1)
        most = max(most, depth)
    return most


class _Grouping:
    """Makes intervals and groups of steps; anchors may name one list a million times."""

    def __init__(self, draft: IntervalDraft) -> None:
        self.has_includes = False
        self._draft = draft
        self._made: dict[int, list[Interval | Group]] = {}

    def parts(self, steps: list[Any], depth: int = 0) -> list[Interval | Group]:
        """The steps, equal neighbouring lists as rounds of one; a list without steps is none."""
        if id(steps) not in self._made:
            self._made[id(steps)] = list(self._new_parts(steps, depth))
        return self._made[id(steps)]

    def _new_parts(self, steps: list[Any], depth: int) -> Iterator[Interval | Group]:
        for is_list, group in groupby(steps[:MAX_INTERVALS], _identity):
            same = list(group)
            if is_list and depth < MOST_DEPTH:
                parts = self.parts(same[0], depth + 1)
                if parts:
                    yield Group(len(same), parts)
            else:
                yield from self._intervals(same, depth)

    def _intervals(self, steps: list[Any], depth: int) -> Iterator[Interval | Group]:
        for step in steps:
            if isinstance(step, dict):
                yield self._step(step, depth)
            elif isinstance(step, _Include):
                self.has_includes = True
                self._draft.say(f"“{step}” is another file, which is not read")
            else:
                self._draft.say(f"“{shown(step)}” is no step and left out")

    def _step(self, step: dict[str, Any], depth: int) -> Interval | Group:
        """A step, or a group of them: "type: repeat" with its steps, or "repeat(3):" alone."""
        if isinstance(inner := step.get("steps"), list) and depth < MOST_DEPTH:
            times = next((step[key] for key in _TIMES if key in step), 1)
            return Group(times_of(times), self.parts(inner, depth + 1))
        if len(step) == 2:
            key, value = next(iter(step.items()))
            repeat = _REPEAT.fullmatch(str(key)[:40])
            if repeat and isinstance(value, list) and depth < MOST_DEPTH:
                return Group(times_of(repeat[1] or repeat["n"]), self.parts(value, depth + 1))
            if isinstance(value, str | int | float) and key not in _KEYS:
                alone = {"type": str(key)[:60], "duration": value, _LINE: step[_LINE]}
                return self._interval(alone)
        return self._interval(step)

    def _interval(self, step: dict[str, Any]) -> Interval:
        line = step.get(_LINE, 0)
        kind, note = text_of(step.get("type")), text_of(step.get("description"))
        exercise = text_of(step.get("exerciseName"), text_of(step.get("category")))
        exercise = exercise.replace("_", " ").capitalize()
        name = text_of(step.get("name"), exercise or _KINDS.get(kind, kind.capitalize()))
        if not name:
            name, note = note or "Interval", ""
        power = step.get("power")
        if isinstance(power, str | int | float):
            note = ", ".join(filter(None, (note, f"power {shown(power)}")))
        if "target" in step and step["target"] != {"type": "no.target"}:
            self._draft.say("targets of pace, heart rate and power are left out", line)
        if "repeatDuration" in step:
            told = text_of(step["repeatDuration"], f"{shown(step['repeatDuration'])} s")
            self._draft.say(f"it is meant to be repeated for {told}; here it is done once", line)
        length = next((step[key] for key in _LENGTHS if key in step), None)
        seconds, reps = self._length(name, length, line)
        is_rest = is_rest_name(kind) or is_rest_name(name)
        return Interval(name, seconds, is_rest, note, reps, line=line)

    def _length(self, name: str, duration: object, line: int) -> tuple[float | None, int]:
        """Seconds or reps; neither where the step ends with the lap button."""
        if not isinstance(duration, str):
            if not number_of(duration):
                self._draft.say(f"“{name}” ends with the lap button; it is open", line)
            return number_of(duration) or None, 0
        if found := _REPS.fullmatch(duration.strip()):
            return None, int(found[1])
        seconds = parse_duration(duration)
        if seconds is None and duration.strip().casefold() in _NO_LENGTH:
            self._draft.say(f"“{name}” ends with the lap button; it is open", line)
        elif seconds is None:
            what = f"“{name}” takes {duration[:30]}, which is no time; it is open"
            self._draft.say(what, line)
        return seconds or None, 0


def _identity(step: object) -> int:
    """A list by which it is, everything else as one."""
    return id(step) if isinstance(step, list) else 0
