"""wger: the structure of a routine as its interface `/api/v2/routine/ID/structure/` gives it; JSON.

From its `manager/api/serializers.py`: days have slots, a slot with several entries is a superset.
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
from glutetimer.files.importing.intervals import (
    circuit_letter,
    number_of,
    parsed_json,
    tables_of,
    text_of,
)
from glutetimer.files.importing.source import not_readable

_FAILURE, _SECONDS, _MINUTES = 2, 3, 4
_UNITS = {1: "kg", 2: "lb"}


class Wger:
    """Reads a routine with days of slots."""

    name = "wger"

    def recognises(self, file_name: str, text: str) -> bool:
        """Its days have slots."""
        return any("slots" in day for day in _days(parsed_json(text)))

    def read(self, file_name: str, text: str) -> SourceContent:
        """A routine of every day that is no day of rest, and the plan of all days."""
        value = parsed_json(text)
        lost: list[Lost] = []
        routines, planned = [], []
        for number, day in enumerate(_days(value), 1):
            title = text_of(day.get("name"), f"Day {number}")
            routine = _routine(day, title, lost)
            if routine.entries and day.get("is_rest") is not True:
                routines.append(routine)
                planned.append(PlannedDay(0, f"day {number}", title, routine.notes))
            else:
                planned.append(PlannedDay(0, f"day {number}", ""))
        if not routines:
            raise not_readable(self.name, "it has no day with an exercise")
        title = text_of(value.get("name"), "wger routine") if isinstance(value, dict) else "wger"
        notes = text_of(value.get("description")) if isinstance(value, dict) else ""
        return SourceContent(
            tuple(routines), (PlanDraft(title, tuple(planned), notes),), tuple(lost)
        )


def _days(value: object) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        days = value.get("days", value.get("results"))
        return tables_of(days)
    return tables_of(value)


def _routine(day: dict[str, Any], title: str, lost: list[Lost]) -> RoutineDraft:
    entries: list[EntryDraft] = []
    circuits: list[Circuit] = []
    for slot in sorted(tables_of(day.get("slots")), key=_order):
        listed = tables_of(slot.get("entries"))
        made = [_entry(one, slot, lost) for one in sorted(listed, key=_order)]
        if len(made) > 1:
            letter = circuit_letter(len(circuits))
            rounds = max(entry.sets or 1 for entry in made)
            rest_s = max((s for entry in made for s in entry.rests_s), default=60.0)
            circuits.append(Circuit(letter, rounds, rest_s))
            made = [_in_circuit(entry, letter, entry is made[-1]) for entry in made]
        entries += made
    notes = text_of(day.get("description"))
    return RoutineDraft(title, tuple(entries), tuple(circuits), notes=notes)


def _in_circuit(entry: EntryDraft, letter: str, is_last: bool) -> EntryDraft:
    return EntryDraft(
        name=entry.name,
        sets=1,
        amounts=entry.amounts,
        loads=entry.loads,
        rest_after_s=entry.rest_after_s if is_last else 0.0,
        note=entry.note,
        circuit=letter,
    )


def _order(table: dict[str, Any]) -> float:
    return number_of(table.get("order"))


def _entry(entry: dict[str, Any], slot: dict[str, Any], lost: list[Lost]) -> EntryDraft:
    name = _name(entry, lost)
    sets, most_sets = _value(entry, "set_nr"), _value(entry, "max_set_nr")
    rest_s, most_rest_s = _value(entry, "rest"), _value(entry, "max_rest")
    weight = _value(entry, "weight")
    unit = _UNITS.get(int(number_of(entry.get("weight_unit"), 1.0)), "")
    if any(len(tables_of(entry.get(f"{key}_configs"))) > 1 for key in ("weight", "repetitions")):
        lost.append(Lost(0, f"{name}: what changes from week to week is left out"))
    count = int(sets or 1)
    return EntryDraft(
        name=name,
        sets=count,
        most_sets=int(most_sets) if most_sets and most_sets > count else 0,
        amounts=(_amount(entry),),
        rests_s=() if rest_s is None else (rest_s,),
        most_rest_s=most_rest_s if rest_s and most_rest_s and most_rest_s > rest_s else 0.0,
        loads=(f"{weight:g} {unit}".strip(),) if weight else (),
        rest_after_s=rest_s,
        note=text_of(entry.get("comment"), text_of(slot.get("comment"))),
    )


def _amount(entry: dict[str, Any]) -> Amount:
    low = _value(entry, "repetitions")
    match int(number_of(entry.get("repetition_unit"), 1.0)):
        case unit if unit == _FAILURE or not low:
            return OpenReps()
        case unit if unit == _SECONDS:
            return Work(low)
        case unit if unit == _MINUTES:
            return Work(low * 60)
        case _:
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
