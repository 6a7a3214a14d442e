"""LiftLog: a plan, `.liftlogplan`; JSON of any of its versions.

From its `models/storage/versions` and `program-blueprint.schema.json`. Each session of the plan
becomes a routine; neighbours that are a superset become a circuit.
"""

import re
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

_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?")
_KINDS = ("WeightedExerciseBlueprint", "CardioExerciseBlueprint")


class LiftLog:
    """Reads a program with sessions of exercise blueprints."""

    name = "LiftLog"

    def recognises(self, file_name: str, text: str) -> bool:
        """Its exercises name their kind."""
        return "ExerciseBlueprint" in text and isinstance(parsed_json(text), dict)

    def read(self, file_name: str, text: str) -> SourceContent:
        """A routine of every session, and the plan that has them in order."""
        program = parsed_json(text)
        sessions = tables_of(program.get("sessions")) if isinstance(program, dict) else []
        lost: list[Lost] = []
        routines = tuple(_routine(session, lost) for session in sessions)
        routines = tuple(routine for routine in routines if routine.entries)
        if not routines:
            raise not_readable(self.name, "it has no session with an exercise")
        title = text_of(program.get("name"), "LiftLog plan")
        days = tuple(
            PlannedDay(0, f"session {number}", routine.title)
            for number, routine in enumerate(routines, 1)
        )
        return SourceContent(routines, (PlanDraft(title, days),), tuple(lost))


def _routine(session: dict[str, Any], lost: list[Lost]) -> RoutineDraft:
    title = text_of(session.get("name"), "Session")
    entries: list[EntryDraft] = []
    circuits: list[Circuit] = []
    superset: list[int] = []
    for exercise in tables_of(session.get("exercises")):
        entry = _entry(exercise, lost)
        if entry is None:
            continue
        entries.append(entry)
        superset.append(len(entries) - 1)
        if exercise.get("supersetWithNext") is not True:
            _join(entries, superset, circuits)
            superset = []
    _join(entries, superset, circuits)
    notes = text_of(session.get("notes"))
    return RoutineDraft(title, tuple(entries), tuple(circuits), notes=notes)


def _join(entries: list[EntryDraft], places: list[int], circuits: list[Circuit]) -> None:
    """Make a circuit of the exercises of a superset, of as many rounds as they have sets."""
    if len(places) < 2:
        return
    letter = circuit_letter(len(circuits))
    rounds = max(entries[place].sets or 1 for place in places)
    rest_s = max((rest_s for place in places for rest_s in entries[place].rests_s), default=60.0)
    circuits.append(Circuit(letter, rounds, rest_s))
    for place in places:
        entry = entries[place]
        amounts = entry.amounts
        if len(amounts) > 1:
            amounts = (*amounts, *amounts[-1:] * rounds)[:rounds]
        entries[place] = EntryDraft(
            name=entry.name,
            sets=1,
            amounts=amounts,
            rest_after_s=0.0 if place != places[-1] else entry.rest_after_s,
            note=entry.note,
            circuit=letter,
        )


def _entry(exercise: dict[str, Any], lost: list[Lost]) -> EntryDraft | None:
    name = text_of(exercise.get("name"), "Exercise")
    if exercise.get("type") == _KINDS[1]:
        amounts, rest = _cardio(exercise, name, lost), None
    else:
        amounts, rest = _weighted(exercise), exercise.get("restBetweenSets")
    if not amounts:
        lost.append(Lost(0, f"“{name}” has no set that can be timed or counted; it is left out"))
        return None
    if any(key in exercise for key in ("progression", "progressiveOverload")):
        lost.append(Lost(0, f"{name}: how the load grows is left out"))
    least_s, most_s = _rest(rest)
    same = len(set(amounts)) == 1
    return EntryDraft(
        name=name,
        sets=len(amounts),
        amounts=amounts[:1] if same else amounts,
        rests_s=() if least_s is None else (least_s,),
        most_rest_s=most_s if least_s is not None and most_s > least_s else 0.0,
        note=text_of(exercise.get("notes")),
        rest_after_s=least_s,
    )


def _weighted(exercise: dict[str, Any]) -> tuple[Amount, ...]:
    planned = tables_of(exercise.get("plannedSets"))
    if planned:
        return tuple(_reps(one.get("reps")) for one in planned)
    count = int(number_of(exercise.get("sets"), 1.0))
    reps = int(number_of(exercise.get("repsPerSet")))
    return (Reps(reps, reps) if reps else OpenReps(),) * min(max(1, count), 100)


def _reps(target: object) -> Amount:
    if not isinstance(target, dict):
        reps = int(number_of(target))
        return Reps(reps, reps) if reps else OpenReps()
    low = int(number_of(target.get("min")))
    high = int(number_of(target.get("max"), low))
    return Reps(low, max(low, high)) if low else OpenReps()


def _cardio(exercise: dict[str, Any], name: str, lost: list[Lost]) -> tuple[Amount, ...]:
    sets = tables_of(exercise.get("sets")) or [exercise]
    amounts: list[Amount] = []
    for one in sets:
        target = one.get("target")
        seconds = _seconds(target.get("value")) if isinstance(target, dict) else None
        if seconds:
            amounts.append(Work(seconds))
        else:
            lost.append(Lost(0, f"{name}: a distance has no time; the set is open"))
            amounts.append(OpenReps())
    return tuple(amounts)


def _rest(rest: object) -> tuple[float | None, float]:
    if not isinstance(rest, dict):
        return None, 0.0
    return _seconds(rest.get("minRest")), _seconds(rest.get("maxRest")) or 0.0


def _seconds(value: object) -> float | None:
    """Seconds of an ISO 8601 duration or a plain number; None if it is neither."""
    if isinstance(value, str) and (found := _DURATION.fullmatch(value.strip())):
        days, hours, minutes, seconds = (number_of(part or 0) for part in found.groups())
        return ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    return number_of(value) if isinstance(value, int | float) else None
