"""Garmin workouts in YAML, as the tool garmin-workouts has them: `name` and nested `steps`.

A list within the steps is done as often as it follows itself. `!include` names another file,
which is not read.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import yaml

from glutetimer.core.draft import Lost, RoutineDraft, SourceContent
from glutetimer.core.typed_numbers import parse_duration
from glutetimer.files.importing.intervals import (
    MAX_INTERVALS,
    Group,
    Interval,
    IntervalDraft,
    is_rest_name,
    number_of,
    text_of,
)
from glutetimer.files.importing.source import not_readable

MOST_DEPTH = 8


class GarminYaml:
    """Reads YAML with `steps`."""

    name = "Garmin workout (YAML)"

    def recognises(self, file_name: str, text: str) -> bool:
        """It ends in .yaml or .yml and has steps."""
        is_yaml = file_name.casefold().endswith((".yaml", ".yml"))
        return (is_yaml or not file_name) and any(
            line.startswith("steps:") for line in text.splitlines()
        )

    def read(self, file_name: str, text: str) -> SourceContent:
        """The one routine of the file."""
        try:
            value = yaml.load(text, _Loader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else 0
            raise not_readable(self.name, "the YAML is broken", line) from None
        except (ValueError, RecursionError):
            raise not_readable(self.name, "a value cannot be read") from None
        steps = value.get("steps") if isinstance(value, dict) else None
        if not isinstance(steps, list):
            raise not_readable(self.name, "it has no steps")
        grouping = _Grouping()
        made = IntervalDraft()
        for part in grouping.parts(steps):
            made.add(part)
        if not made.entries:
            raise not_readable(self.name, "it has no step with a time")
        made.close()
        title = text_of(value.get("name"), "Garmin workout")
        routine = RoutineDraft(title, tuple(made.entries), tuple(made.circuits))
        return SourceContent((routine,), (), (*grouping.lost, *made.lost))


class _Include(str):
    """The name of a file that a step includes."""


class _Loader(yaml.SafeLoader):
    """Plain values, and included files as their names."""


def _included(loader: yaml.SafeLoader, node: yaml.Node) -> _Include:
    return _Include(loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else "?")


_Loader.add_constructor("!include", _included)


class _Grouping:
    """Makes intervals and groups of steps; anchors may name one list a million times."""

    def __init__(self) -> None:
        self.lost: list[Lost] = []
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
                yield from self._intervals(same)

    def _intervals(self, steps: list[Any]) -> Iterator[Interval]:
        for step in steps:
            if isinstance(step, dict):
                yield _interval(step)
            elif isinstance(step, _Include):
                self.lost.append(Lost(0, f"“{step}” is another file, which is not read"))


def _identity(step: object) -> int:
    """A list by which it is, everything else as one."""
    return id(step) if isinstance(step, list) else 0


def _interval(step: dict[str, Any]) -> Interval:
    name = text_of(step.get("name"), text_of(step.get("description"), text_of(step.get("type"))))
    duration = step.get("duration")
    seconds = parse_duration(duration) if isinstance(duration, str) else number_of(duration) or None
    power = step.get("power")
    note = f"power {power}" if isinstance(power, str | int | float) else ""
    return Interval(name or "Interval", seconds, is_rest_name(name), note)
