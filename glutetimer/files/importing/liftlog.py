"""LiftLog: a plan, `.liftlogplan`; JSON of any of its versions.

From its `models/storage/versions` and `program-blueprint.schema.json`. Each session of the plan
becomes a routine; neighbours that are a superset become a circuit.
"""

from dataclasses import replace
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
from glutetimer.files.importing.supersets import in_turn
from glutetimer.files.importing.values import number_of, seconds_of_iso, tables_of, text_of

_CARDIO = "CardioExerciseBlueprint"


class LiftLog:
    """Reads a program with sessions of exercise blueprints."""

    name = "LiftLog"

    def recognises(self, file: SourceFile) -> bool:
        """Its exercises name their kind."""
        return "ExerciseBlueprint" in file.text and isinstance(file.json, dict)

    def read(self, file: SourceFile) -> SourceContent:
        """A routine of every session, and the plan that has them in order."""
        program = file.json
        sessions = tables_of(program.get("sessions")) if "sessions" in program else [program]
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
    superset: list[EntryDraft] = []
    for exercise in tables_of(session.get("exercises")):
        entry = _entry(exercise, lost)
        if entry is None:
            continue
        if exercise.get("supersetWithNext") is True:
            superset.append(replace(entry, rest_after_s=0.0))  # the next one follows at once
            continue
        entries += in_turn([*superset, entry], circuits) if superset else [entry]
        superset = []
    entries += in_turn(superset, circuits) if len(superset) > 1 else superset
    notes = text_of(session.get("notes"))
    return RoutineDraft(title, tuple(entries), tuple(circuits), notes=notes)


def _entry(exercise: dict[str, Any], lost: list[Lost]) -> EntryDraft | None:
    name = text_of(exercise.get("name"), "Exercise")
    if exercise.get("type") == _CARDIO:
        amounts = _cardio(exercise, name, lost)
        rests = [_rest(one.get("restBetweenSets", {})) for one in tables_of(exercise.get("sets"))]
        rests = [(least_s or 0.0, most_s) for least_s, most_s in rests]  # none given: no rest
    else:
        amounts, rests = _weighted(exercise), [_rest(exercise.get("restBetweenSets"))]
    if not amounts:
        lost.append(Lost(0, f"“{name}” has no set that can be timed or counted; it is left out"))
        return None
    if _grows(exercise):
        lost.append(Lost(0, f"{name}: how the load grows is left out"))
    if link := text_of(exercise.get("link")):
        lost.append(Lost(0, f"{name}: the link {link[:100]} is left out"))
    known = [(least_s, most_s) for least_s, most_s in rests if least_s is not None]
    is_same = len(set(known)) == 1
    rests_s = tuple(least_s for least_s, _ in known)
    most_s = known[0][1] if is_same else 0.0
    return EntryDraft(
        name=name,
        sets=len(amounts),
        amounts=amounts[:1] if len(set(amounts)) == 1 else amounts,
        rests_s=rests_s[:1] if is_same else rests_s,
        most_rest_s=most_s if rests_s and most_s > rests_s[0] else 0.0,
        note=text_of(exercise.get("notes")),
        rest_after_s=rests_s[-1] if rests_s else None,
    )


def _grows(exercise: dict[str, Any]) -> bool:
    """Whether there is any rule by which the load grows, in the words of any version."""
    overload = exercise.get("progressiveOverload")
    kind = text_of(overload.get("type")) if isinstance(overload, dict) else ""
    is_none = kind in ("", "NoProgressiveOverload")
    step = number_of(exercise.get("weightIncreaseOnSuccess"))
    return bool(exercise.get("progression")) or not is_none or step > 0


def _weighted(exercise: dict[str, Any]) -> tuple[Amount, ...]:
    planned = tables_of(exercise.get("plannedSets"))
    if planned:
        return tuple(_reps(one.get("reps")) for one in planned)
    count = min(max(1, int(number_of(exercise.get("sets"), 1.0))), 100)
    config = exercise.get("repsConfig")  # of versions 3 and 4
    if not isinstance(config, dict):
        return (_reps(exercise.get("repsPerSet")),) * count
    targets = [_reps(one) for one in tables_of(config.get("targets"))]
    if targets:  # the last one goes on where there are more sets
        return tuple([*targets, *targets[-1:] * count][:count])
    return (_reps(config if config.get("type") == "range" else config.get("reps")),) * count


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
            lost.append(
                Lost(0, f"{name}: a distance{_distance(target)} has no time; the set is open")
            )
            amounts.append(OpenReps())
    return tuple(amounts)


def _distance(target: object) -> str:
    value = target.get("value") if isinstance(target, dict) else None
    if not isinstance(value, dict):
        return ""
    return f" of {str(value.get('value'))[:20]} {text_of(value.get('unit'))[:20]}"


def _rest(rest: object) -> tuple[float | None, float]:
    if not isinstance(rest, dict):
        return None, 0.0
    return _seconds(rest.get("minRest")), _seconds(rest.get("maxRest")) or 0.0


def _seconds(value: object) -> float | None:
    """Seconds of an ISO 8601 duration or a plain number; None if it is neither."""
    if isinstance(value, str):
        return seconds_of_iso(value)
    return number_of(value) if isinstance(value, int | float) else None
