"""Doses in words: the one place for them, whether shown, said, printed or suggested."""

from glutetimer.core.counts import count_text, one_line
from glutetimer.core.exercise import (
    Amount,
    Hold,
    Kind,
    OpenHold,
    OpenReps,
    Reps,
    Sides,
    Steps,
    Work,
)
from glutetimer.core.plan.plan import phases_of
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.routine import DoseOrigin, Prescription
from glutetimer.core.words.clock_text import minutes_text

_UNITS: dict[type[Amount], str] = {Reps: "reps", Hold: "s hold", Work: "s work", Steps: "steps"}

_SIDES = {
    Sides.BOTH: "",
    Sides.EACH: " each side",
    Sides.ALTERNATING: " a side in turns",
    Sides.LEFT: " on the left",
    Sides.RIGHT: " on the right",
}

_PHASE_NAMES = {
    StepKind.LIFT: "lift",
    StepKind.TOP: "hold",
    StepKind.LOWER: "lower",
    StepKind.PAUSE: "pause",
}
_STEP_NAMES = _PHASE_NAMES | {
    StepKind.LIFT: "step",
    StepKind.TOP: "stand",
    StepKind.LOWER: "follow",
}


def number_text(amount: Amount) -> str:
    """The number of an amount: "10-12", "15", "30"; empty where it is up to the person."""
    match amount:
        case Reps(low, high) if low != high:
            return f"{low}-{high}"
        case Reps(count, _) | Steps(count):
            return str(count)
        case Hold(seconds, most_s) if most_s:
            return f"{seconds:g}-{most_s:g}"
        case Hold(seconds):
            return f"{seconds:g}"
        case _:
            return ""


def unit_text(amount: Amount) -> str:
    """What an amount counts: "reps", of one "rep", "s hold"; empty where it is up to the person."""
    unit = _UNITS.get(type(amount), "")
    return unit.removesuffix("s") if number_text(amount) == "1" else unit


def amount_text(amount: Amount) -> str:
    """An amount: "10-12 reps", "30 s hold", "5 steps", "as many reps as you like"."""
    match amount:
        case OpenReps():
            return "as many reps as you like"
        case OpenHold():
            return "hold as long as you like"
        case _:
            return f"{number_text(amount)} {unit_text(amount)}"


def said_amount(amount: Amount) -> str:
    """An amount as it is said, of a range what to begin with: "10 reps", "30 seconds"."""
    match amount:
        case Reps(low, _):
            return count_text(low, "rep")
        case Hold(seconds):
            return f"{seconds:g} second" + "s" * (seconds != 1)
        case OpenReps():
            return "as many as you like"
        case OpenHold():
            return "as long as you like"
        case _:
            return amount_text(amount)


def amounts_text(entry: Prescription) -> str:
    """The amount of every set: "10-12 reps", where they differ "8, 6, 4 reps"."""
    amounts = [dose.amount for dose in entry.set_doses] or [entry.amount]
    if len(set(amounts)) == 1:
        return amount_text(entry.amount)
    if len(set(map(type, amounts))) == 1:
        return f"{', '.join(map(number_text, amounts))} {_UNITS.get(type(entry.amount), '')}"
    return ", ".join(map(amount_text, amounts))


def sets_text(entry: Prescription) -> str:
    """How many sets: "3", of a range "2-3"."""
    return f"{entry.sets}-{entry.most_sets}" if entry.most_sets else str(entry.sets)


def least_text(entry: Prescription) -> str:
    """The sets and what each begins with: "3 x 10 reps", "2 x 15 s", "1 x as many as you like"."""
    match entry.amount:
        case Reps(count, _):
            words = count_text(count, "rep")
        case Steps(count):
            words = count_text(count, "step")
        case Hold(seconds):
            words = f"{seconds:g} s"
        case open_ended:
            words = said_amount(open_ended)
    return f"{entry.sets} x {words}"


def dose_text(entry: Prescription) -> str:
    """A dose in words: "3 x 10-12 reps each side, rest 45 s"."""
    text = amounts_text(entry) + per_side_text(entry)
    differs = len({dose.amount for dose in entry.set_doses}) > 1
    if max(entry.sets, entry.most_sets) > 1:
        times = "" if differs else f"{sets_text(entry)} x "
        rests = dict.fromkeys(dose.rest_s for dose in entry.set_doses[: entry.sets - 1])
        rest = ", ".join(map(minutes_text, rests or (entry.rest_s,)))
        if entry.most_rest_s:
            rest = f"{entry.rest_s:g}-{entry.most_rest_s:g} s"
        return f"{times}{text}, rest {rest}"
    return text


def load_text(entry: Prescription) -> str:
    """The load of an entry, of every set where they differ: "10 kg, 12 kg, 12 kg"."""
    loads = [dose.load or "no load" for dose in entry.set_doses]
    return ", ".join(loads) if len(set(loads)) > 1 else entry.load


def per_side_text(entry: Prescription) -> str:
    """What is added to an amount for the sides: " each side"; empty where both work at once."""
    if entry.exercise.directions:
        return " each way"
    return _SIDES[entry.sides]


def tempo_text(entry: Prescription) -> str:
    """A tempo in words: "lift 2 s, hold 1 s, lower 2 s, pause 0.5 s"; empty for a hold."""
    if isinstance(entry.amount, Hold | OpenHold):
        return ""
    is_steps = entry.exercise.kind is Kind.STEPS
    names = _STEP_NAMES if is_steps else _PHASE_NAMES
    return ", ".join(f"{names[kind]} {s:g} s" for kind, s in phases_of(entry))


_ORIGINS = {
    DoseOrigin.FILE: "",
    DoseOrigin.OWN_HERE: "Your own dose, only in this routine",
    DoseOrigin.OWN: "Your own dose, in every routine",
    DoseOrigin.TIMINGS: "With your timings for everything",
}


def origin_text(entry: Prescription) -> str:
    """Where a dose comes from, if not from the routine's file alone: "Your own dose, ..."."""
    instead = f"Instead of {one_line(entry.instead_of)} (your setting)" if entry.instead_of else ""
    today = "Changed by today's dose" if entry.is_todays else ""
    return ". ".join(filter(None, (instead, _ORIGINS[entry.origin], today)))
