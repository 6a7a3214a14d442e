"""wger: the structure of a routine as its interface `/api/v2/routine/ID/structure/` gives it; JSON.

From its `manager/api/serializers.py` and `manager/models/slot.py`: days have slots, and a slot
with several entries is a superset, whose sets are done in turn.
"""

from typing import Any

from glutetimer.core.draft import (
    EntryDraft,
    Lost,
    PlanDraft,
    PlannedDay,
    RoutineDraft,
    SourceContent,
)
from glutetimer.core.exercise import Amount, OpenReps, Reps, Work
from glutetimer.core.routine import Circuit
from glutetimer.files.importing.source import SourceFile, not_readable
from glutetimer.files.importing.supersets import in_turn, unsaid_rests
from glutetimer.files.importing.values import number_of, tables_of, text_of

_FAILURE, _SECONDS, _MINUTES, _MOST = 2, 3, 4, 7
_DISTANCES = {5: "miles", 6: "km", 8: "m"}
_LOADS = {1: "kg", 2: "lb", 3: "× body weight", 4: "plates", 5: "km/h", 6: "mph"}
_KINDS = {
    "warmup": "warm-up set",
    "dropset": "drop set",
    "myo": "myo-reps",
    "partial": "partial reps",
    "forced": "forced reps",
    "tut": "time under tension",
    "iso": "isometric hold",
    "jump": "jump",
}
_CHANGES = ("weight", "repetitions", "set_nr", "rest", "rir")


class Wger:
    """Reads a routine with days of slots."""

    name = "wger"

    def recognises(self, file: SourceFile) -> bool:
        """Its days have slots."""
        return any("slots" in day for day in _days(file.json))

    def read(self, file: SourceFile) -> SourceContent:
        """A routine of every day that is no day of rest, and the plan of all days."""
        value = file.json if isinstance(file.json, dict) else {}
        lost: list[Lost] = []
        routines, planned = [], []
        for number, day in enumerate(sorted(_days(file.json), key=_order), 1):
            title = text_of(day.get("name"), f"Day {number}")
            routine = _routine(day, title, lost)
            if routine.entries and day.get("is_rest") is not True:
                routines.append(routine)
                planned.append(PlannedDay(0, f"day {number}", title, routine.notes))
            else:
                planned.append(PlannedDay(0, f"day {number}", ""))
        if not routines:
            raise not_readable(self.name, "it has no day with an exercise")
        plan = PlanDraft(
            text_of(value.get("name"), "wger routine"),
            tuple(planned),
            text_of(value.get("description")),
        )
        return SourceContent(tuple(routines), (plan,), tuple(dict.fromkeys(lost)))


def _days(value: object) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        value = value.get("days", value.get("results"))
    return tables_of(value)


def _order(table: dict[str, Any]) -> float:
    return number_of(table.get("order"))


def _routine(day: dict[str, Any], title: str, lost: list[Lost]) -> RoutineDraft:
    entries: list[EntryDraft] = []
    circuits: list[Circuit] = []
    kind = text_of(day.get("type"), "custom")
    if kind != "custom":
        lost.append(Lost(0, f"{title}: that the day is done as “{kind}” is left out"))
    for slot in sorted(tables_of(day.get("slots")), key=_order):
        listed = sorted(tables_of(slot.get("entries")), key=_order)
        made = [_entry(one, slot, lost) for one in listed]
        lost += (Lost(0, f"{title}: {told}") for told in unsaid_rests(made))
        entries += in_turn(made, circuits) if len(made) > 1 else made
    notes = text_of(day.get("description"))
    return RoutineDraft(title, tuple(entries), tuple(circuits), notes=notes)


def _entry(entry: dict[str, Any], slot: dict[str, Any], lost: list[Lost]) -> EntryDraft:
    name = _name(entry, lost)
    sets, most_sets = _value(entry, "set_nr"), _value(entry, "max_set_nr")
    rest_s, most_rest_s = _value(entry, "rest"), _value(entry, "max_rest")
    weight, most_weight = _value(entry, "weight"), _value(entry, "max_weight")
    unit = _LOADS.get(int(number_of(entry.get("weight_unit"), 1.0)), "")
    if any(len(tables_of(entry.get(f"{key}_configs"))) > 1 for key in _CHANGES):
        lost.append(Lost(0, f"{name}: what changes from week to week is left out"))
    if _value(entry, "rir") is not None:
        lost.append(Lost(0, f"{name}: how hard it should feel is left out"))
    count = int(sets or 1)
    load = f"{weight:g}–{most_weight:g}" if weight and most_weight else f"{weight or 0:g}"
    notes = (
        _KINDS.get(text_of(entry.get("type")), ""),
        text_of(entry.get("comment")),
        text_of(slot.get("comment")),
    )
    return EntryDraft(
        name=name,
        sets=count,
        most_sets=int(most_sets) if most_sets and most_sets > count else 0,
        amounts=(_amount(entry, name, lost),),
        rests_s=() if rest_s is None else (rest_s,),
        most_rest_s=most_rest_s if rest_s and most_rest_s and most_rest_s > rest_s else 0.0,
        loads=(f"{load} {unit}".strip(),) if weight else (),
        rest_after_s=rest_s,
        note=", ".join(filter(None, notes)),
    )


def _amount(entry: dict[str, Any], name: str, lost: list[Lost]) -> Amount:
    low = _value(entry, "repetitions")
    unit = int(number_of(entry.get("repetition_unit"), 1.0))
    if unit in _DISTANCES and low:
        told = f"{name}: {low:g} {_DISTANCES[unit]} have no time; the set is open"
        lost.append(Lost(0, told))
        return OpenReps()
    if unit in (_FAILURE, _MOST) or not low:
        return OpenReps()
    if unit in (_SECONDS, _MINUTES):
        return Work(low * (60 if unit == _MINUTES else 1))
    high = _value(entry, "max_repetitions") or low
    return Reps(int(low), max(int(low), int(high)))


def _value(entry: dict[str, Any], key: str) -> float | None:
    """The value of the first week that has one."""
    for config in tables_of(entry.get(f"{key}_configs")):
        if config.get("value") is not None:
            return number_of(config["value"])
    return None


def _name(entry: dict[str, Any], lost: list[Lost]) -> str:
    exercise = entry.get("exercise")
    if isinstance(exercise, dict):
        first = next(iter(tables_of(exercise.get("translations"))), {})
        exercise = text_of(exercise.get("name"), text_of(first.get("name"))) or exercise.get("id")
    named = text_of(entry.get("exercise_name"), text_of(exercise))
    if not named:
        named = f"wger exercise {exercise}"
        lost.append(Lost(0, f"“{named}”: the file has a number in place of the name"))
    return named
