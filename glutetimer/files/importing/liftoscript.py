"""Liftoscript, the programs of Liftosaur: weeks and days of exercises with their sets as text.

From its `llms/liftoscript.md`. Sets, reps, loads, timers and rests are taken, also those that an
exercise takes from another (`...main`) or has for several weeks (`[1-3]`); progressions,
warm-ups and percentages stay text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from glutetimer.core.draft import (
    EntryDraft,
    Lost,
    PlanDraft,
    PlannedDay,
    RoutineDraft,
    SourceContent,
)
from glutetimer.core.exercise import Amount, Hold, OpenHold, OpenReps, Reps, Work
from glutetimer.files.importing.source import not_readable

_SCRIPT = re.compile(r"\{~.*?~\}", re.DOTALL)
_WEEK, _DAY = re.compile(r"#(?!#)\s*(.+)"), re.compile(r"##\s*(.+)")
_EXERCISE = re.compile(
    r"(?:(?P<label>[^:/\[\]]{1,30}):\s+)?(?P<name>[^/\[\]]+?)\s*(?:\[(?P<weeks>[^\]]*)\])?\s*/(?P<rest>.+)"
)
_SET = re.compile(r"(\d{1,3})x(\d{1,3})(?:-(\d{1,3}))?(\+)?(?=\s|$)")
_TIMER = re.compile(r"(?<!\S)(\d{1,4})s(\+)?\|(?:(\d{1,4})s|\?)(?!\S)")
_REST = re.compile(r"(?<!\S)(\d{1,4})s(?!\S)")
_LOAD = re.compile(r"(?<!\S)(\d{1,4}(?:\.\d{1,3})?(?:kg|lb|%))\+?(?!\S)")
_LABEL = re.compile(r"\(([^()]{1,20})\)")
_MOST_WEEKS, _MOST_SETS = 60, 60
_Value = TypeVar("_Value")


@dataclass(slots=True)
class _Set:
    amount: Amount | None
    rest_s: float | None = None
    load: str = ""
    label: str = ""


@dataclass(slots=True)
class _Exercise:
    name: str
    sets: list[_Set]
    note: str = ""
    is_hidden: bool = False


@dataclass(slots=True)
class _Day:
    week: int
    name: str
    note: str = ""
    exercises: list[_Exercise] = field(default_factory=list)


class Liftoscript:
    """Reads text with lines such as `Squat / 3x8 60kg / 90s`."""

    name = "Liftoscript"

    def recognises(self, file_name: str, text: str) -> bool:
        """There is at least an exercise with its sets behind a slash."""
        lines = _SCRIPT.sub("", text).splitlines()
        return any(" / " in line and _SET.search(line) for line in lines)

    def read(self, file_name: str, text: str) -> SourceContent:
        """A routine of every day that differs, and the plan if there is more than one day."""
        program = _Program()
        script = _SCRIPT.sub(lambda found: "\n" * found[0].count("\n"), text)
        for number, line in enumerate(script.splitlines(), 1):
            program.read(number, line.strip())
        if "{~" in text:
            program.lost.append(Lost(0, "the scripts of progressions are left out"))
        return program.imported(self.name)


class _Program:
    def __init__(self) -> None:
        self.lost: list[Lost] = []
        self._days: list[_Day] = []
        self._known: dict[str, list[_Set]] = {}
        self._repeated: list[tuple[int, int, _Exercise, int]] = []
        self._week, self._weeks = 1, 0
        self._note: list[str] = []

    def read(self, number: int, line: str) -> None:
        if line.startswith("///") or not line:
            return
        if line.startswith("//"):
            self._note.append(line.strip("/ "))
        elif found := _DAY.fullmatch(line):
            self._days.append(_Day(self._week, found[1].strip(), self._take_note()))
        elif found := _WEEK.fullmatch(line):
            self._weeks += 1
            self._week = self._weeks
            self._take_note()
        elif found := _EXERCISE.fullmatch(line):
            self._exercise(number, found)
        else:
            self.lost.append(Lost(number, f"“{line[:60]}” is not understood and left out"))

    def imported(self, name: str) -> SourceContent:
        """What all lines together give."""
        for week, place, exercise, _ in self._repeated:
            days = [day for day in self._days if day.week == week]
            if place < len(days) and exercise.name not in {e.name for e in days[place].exercises}:
                days[place].exercises.append(exercise)
        routines: list[RoutineDraft] = []
        planned: list[PlannedDay] = []
        for day in self._days:
            entries = tuple(_entry(one) for one in day.exercises if not one.is_hidden and one.sets)
            same = next((one for one in routines if one.entries == entries), None)
            if entries and same is None:
                weeks = {other.week for other in self._days}
                title = f"Week {day.week}, {day.name}" if len(weeks) > 1 else day.name
                same = RoutineDraft(title, entries, notes=day.note)
                routines.append(same)
            planned.append(PlannedDay(day.week, day.name, same.title if same else "", day.note))
        if not routines:
            raise not_readable(name, "it has no exercise with sets")
        plans = (PlanDraft("Liftoscript program", tuple(planned)),) if len(planned) > 1 else ()
        return SourceContent(tuple(routines), plans, tuple(self.lost))

    def _take_note(self) -> str:
        note, self._note = " ".join(filter(None, self._note)), []
        return note

    def _exercise(self, number: int, found: re.Match[str]) -> None:
        name = found["name"].strip()
        sections = [section.strip() for section in found["rest"].split(" / ")]
        sets, is_hidden = self._sets(number, sections)
        self._known.setdefault(name, sets)
        if not any(one.amount for one in sets):
            return
        self._known[name] = sets
        label = f"{found['label']}: " if found["label"] else ""
        exercise = _Exercise(name, sets, f"{label}{self._take_note()}".strip(": "), is_hidden)
        if not self._days:
            self._days.append(_Day(1, "Routine"))
        self._days[-1].exercises.append(exercise)
        place = len([day for day in self._days if day.week == self._week]) - 1
        for week in _weeks(found["weeks"] or ""):
            if week != self._week:
                self._repeated.append((week, place, exercise, number))

    def _sets(self, number: int, sections: list[str]) -> tuple[list[_Set], bool]:
        sets: list[_Set] = []
        shared = _Set(None)
        timer: Amount | None = None
        is_hidden = False
        for section in sections:
            key, colon, _ = section.partition(":")
            if section.startswith("..."):
                name = re.sub(r"\[.*?\]", "", section[3:]).strip()
                sets = sets or [replace(one) for one in self._known.get(name, [])]
                if not self._known.get(name):
                    self.lost.append(Lost(number, f"the sets of “{name[:40]}” are not known here"))
            elif key == "used":
                is_hidden = True
            elif colon and key in ("progress", "update", "warmup", "id", "superset", "tags"):
                self.lost.append(Lost(number, f"“{section[:60]}” is left out"))
            elif _SET.search(section):
                sets = [one for part in section.split(",") for one in _part(part)][:_MOST_SETS]
                if "@" in section:
                    self.lost.append(Lost(number, "how hard a set should feel is left out"))
            else:
                shared, timer = _modifiers(section, 1, shared), _timed(section)
        for one in sets:
            one.rest_s = shared.rest_s if one.rest_s is None else one.rest_s
            one.load = one.load or shared.load
            one.amount = timer or one.amount
        return sets, is_hidden


def _weeks(text: str) -> Iterator[int]:
    """The weeks of "1-3", "2,1-4" (a first number alone is an order) or ""."""
    for low, high in re.findall(r"(\d{1,2})-(\d{1,2})", text):
        yield from range(int(low), min(int(high), _MOST_WEEKS) + 1)


def _part(text: str) -> Iterator[_Set]:
    found = _SET.search(text)
    if found is None:
        return
    count, low = int(found[1]), max(1, int(found[2]))
    high = max(low, int(found[3] or low))
    amount: Amount = OpenReps() if found[4] else Reps(low, high)
    made = _modifiers(text, low, _Set(_timed(text) or amount))
    if found[4] and not made.label:
        made.label = f"at least {low} reps"
    yield from (replace(made) for _ in range(min(count, _MOST_SETS)))


def _timed(text: str) -> Amount | None:
    """The time of a set itself: "60s|30s"; None where it has none."""
    timer = _TIMER.search(text)
    if timer is None or not int(timer[1]):
        return None
    return OpenHold() if timer[2] else Work(float(timer[1]))


def _modifiers(text: str, reps: int, made: _Set) -> _Set:
    """The load, the rest and the label that stand beside the sets."""
    load, label = _LOAD.search(text), _LABEL.search(text)
    timer, rest = _TIMER.search(text), _REST.search(text)
    rest_s = made.rest_s
    if timer is not None and timer[3]:
        rest_s = float(timer[3])
    elif rest is not None:
        rest_s = float(rest[1])
    words = load[1].replace("%", " % of the most") if load else made.load
    told = label[1].strip() if label else made.label
    if timer is not None and reps > 1:
        told = f"{reps} reps" if not told else f"{told}, {reps} reps"
    return _Set(made.amount, rest_s, re.sub(r"(?<=\d)(?=kg|lb)", " ", words), told)


def _entry(exercise: _Exercise) -> EntryDraft:
    sets = [one for one in exercise.sets if one.amount is not None]
    amounts = [one.amount for one in sets if one.amount is not None]
    timed = any(isinstance(amount, Work | OpenHold) for amount in amounts)
    if timed:  # reps and times cannot be one exercise's: what is timed counts
        amounts = [one for one in amounts if isinstance(one, Work | OpenHold)]
        sets = [one for one in sets if isinstance(one.amount, Work | OpenHold)]
        if any(isinstance(one, OpenHold) for one in amounts):
            amounts = [_held(one) for one in amounts]
    rests = [one.rest_s for one in sets]
    known = [rest_s for rest_s in rests if rest_s is not None]
    has_all = len(known) == len(rests)
    labels = dict.fromkeys(one.label for one in sets if one.label)
    return EntryDraft(
        name=exercise.name,
        sets=len(sets),
        amounts=_alike(amounts),
        rests_s=_alike(known) if has_all else tuple(known[:1]),
        loads=_alike([one.load for one in sets]) if all(one.load for one in sets) else (),
        rest_after_s=known[-1] if known else None,
        note=". ".join(filter(None, (exercise.note, ", ".join(labels)))),
    )


def _held(amount: Amount) -> Amount:
    return Hold(amount.seconds) if isinstance(amount, Work) else amount


def _alike(values: list[_Value]) -> tuple[_Value, ...]:
    """One value where all are the same."""
    return tuple(values[:1]) if len(set(values)) == 1 else tuple(values)
