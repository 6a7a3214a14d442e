"""The sections of an exercise in Liftoscript: `3x8 60kg / 90s / superset: A`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from glutetimer.core.exercise import Amount, OpenHold, OpenReps, Reps, Work

MOST_SETS = 60
SET = re.compile(r"(?<!\S)(\d{1,3})(\+)?x(\d{1,3})(?:-(\d{1,3}))?(\+)?(?=\s|,|$)")
_TIMER = re.compile(r"(?<!\S)(\d{1,4})s(\+)?\|(?:(\d{1,4})s|\?)(?!\S)")
_REST = re.compile(r"(?<!\S)(\d{1,4})s(?!\S)")
_LOAD = re.compile(r"(?<!\S)(\d{1,4}(?:\.\d{1,3})?)(kg|lb|%)\+?(?!\S)")
_LABEL = re.compile(r"\(([^()]{1,20})\)")
_REUSED = re.compile(r"\.\.\.\s*([^\[]+?)\s*(?:\[\s*(\w+)(?:\s*:\s*(\w+))?\s*\])?")
_LEFT_OUT = ("progress", "update", "warmup", "id", "tags")


@dataclass(slots=True)
class ScriptSet:
    """One set; what is None or empty is not said. `least` are reps that are open from there on."""

    amount: Amount | None = None
    rest_s: float | None = None
    load: str = ""
    label: str = ""


@dataclass(slots=True)
class Sections:
    """All sections of an exercise; `shared` has what is said of all of its sets.

    `reused` is an exercise whose sets it takes, with the week and the day where it stands (0:
    this week, any day).
    """

    sets: list[ScriptSet] = field(default_factory=list)
    shared: ScriptSet = field(default_factory=ScriptSet)
    reused: tuple[str, int, int] = ("", 0, 0)
    superset: str = ""
    is_hidden: bool = False
    remarks: list[str] = field(default_factory=list)

    def sets_with(self, reused: list[ScriptSet]) -> list[ScriptSet]:
        """Its own sets, or those of another exercise, with what it says itself of all."""
        shared = self.shared
        if self.sets:
            first = reused[0] if reused else ScriptSet()
            return [
                ScriptSet(
                    shared.amount or one.amount,
                    _first(one.rest_s, shared.rest_s, first.rest_s),
                    one.load or shared.load or first.load,
                    one.label or shared.label,
                )
                for one in self.sets
            ]
        return [
            ScriptSet(
                shared.amount or one.amount,
                _first(shared.rest_s, one.rest_s),
                shared.load or one.load,
                shared.label or one.label,
            )
            for one in reused
        ]


def sections_of(text: str) -> Sections:
    """Take apart what stands behind the name of an exercise."""
    made = Sections()
    variations: list[tuple[bool, list[ScriptSet]]] = []
    for section in filter(None, map(str.strip, text.split("/"))):
        if found := _REUSED.fullmatch(section):
            made.reused = _reused(found)
        elif _is_property(section, made):
            continue
        elif SET.search(section):
            parts = section.removeprefix("!").split(",")
            sets = [one for part in parts for one in _part(part, made.remarks)][:MOST_SETS]
            variations.append((section.startswith("!"), sets))
        elif not _shared(section, made):
            made.remarks.append(f"“{section[:60]}” is not understood and left out")
    if "@" in text:
        made.remarks.append("how hard a set should feel is left out")
    if variations:
        made.sets = next((sets for is_now, sets in variations if is_now), variations[0][1])
    if len(variations) > 1:
        made.remarks.append("of several ways to do the sets only one is taken")
    return made


def _is_property(section: str, made: Sections) -> bool:
    key, _, value = (part.strip() for part in section.partition(":"))
    if key == "used":
        made.is_hidden = value == "none"
    elif key == "superset":
        made.superset = value
    elif key in _LEFT_OUT and value != "none":
        made.remarks.append(f"“{section[:60]}” is left out")
    return key in ("used", "superset", *_LEFT_OUT)


def _reused(found: re.Match[str]) -> tuple[str, int, int]:
    one, other = (int(text) if text and text.isdecimal() else 0 for text in (found[2], found[3]))
    return (found[1], one, other) if found[3] else (found[1], 0, one)


def _shared(section: str, made: Sections) -> bool:
    """Take what a section says of all sets; False if that is nothing."""
    before = replace(made.shared)
    made.shared = _modified(section, 1, made.shared)
    made.shared.amount = _timed(section) or before.amount
    is_known = all(word == "auto" or word[0] in "@?" for word in section.split())
    return is_known or made.shared != before or _LOAD.search(section) is not None


def _part(text: str, remarks: list[str]) -> Iterator[ScriptSet]:
    found = SET.search(text.strip())
    if found is None:
        if text.strip():
            remarks.append(f"“{text.strip()[:60]}” is not understood and left out")
        return
    count, low = int(found[1]), max(1, int(found[3]))
    high = max(low, int(found[4] or low))
    if found[2]:
        remarks.append(f"that it may be more than {count} sets is left out")
    amount: Amount = OpenReps() if found[5] else Reps(low, high)
    made = _modified(text, low, ScriptSet())
    made.amount = _timed(text) or amount
    if found[5] and not made.label:
        made.label = f"at least {low} reps"
    yield from (replace(made) for _ in range(min(count, MOST_SETS)))


def _timed(text: str) -> Amount | None:
    """The time of a set itself: "60s|30s"; None where it has none."""
    timer = _TIMER.search(text)
    if timer is None or not int(timer[1]):
        return None
    return OpenHold() if timer[2] else Work(float(timer[1]))


def _modified(text: str, reps: int, made: ScriptSet) -> ScriptSet:
    """The load, the rest and the label that stand beside the sets."""
    load, label = _LOAD.search(text), _LABEL.search(text)
    timer, rest = _TIMER.search(text), _REST.search(text)
    rest_s = made.rest_s
    if timer is not None and timer[3]:
        rest_s = float(timer[3])
    elif rest is not None:
        rest_s = float(rest[1])
    weight = made.load
    if load is not None and float(load[1]):
        weight = f"{load[1]} {load[2].replace('%', '% of the most')}"
    told = label[1].strip() if label else made.label
    if timer is not None and reps > 1:
        told = f"{reps} reps" if not told else f"{told}, {reps} reps"
    if timer is not None and timer[2]:
        told = ", ".join(filter(None, (told, f"at least {timer[1]} s")))
    return ScriptSet(made.amount, rest_s, weight, told)


def _first(*values: float | None) -> float | None:
    return next((value for value in values if value is not None), None)
