"""The parts of a dose that exercise files and routine files write alike."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from glutetimer.core.exercise import (
    Amount,
    Hold,
    Kind,
    OpenHold,
    OpenReps,
    Reps,
    Steps,
    Tempo,
    Work,
)
from glutetimer.core.plan.dose import MIN_REP_S
from glutetimer.files.durations import (
    DURATION_FORMS,
    REPS_FORMS,
    TEMPO_FORMS,
    cure_of_reps,
    parse_reps,
    parse_tempo,
)
from glutetimer.files.ranges import range_of_durations_s
from glutetimer.files.reader import TableReader
from glutetimer.toml_text.problem import shown

MAX_SETS = 20
MAX_COUNT = 100
MAX_HOLD_S = 3600.0
MAX_WAIT_S = 600.0
MAX_PHASE_S = 30.0

_AMOUNTS = {"reps": '"10-12"', "hold": '"30s"', "work": '"30s"', "steps": "5"}
AMOUNT_KEYS = tuple(_AMOUNTS)
_FITTING = {
    Kind.REPS: ("reps", "hold", "work"),
    Kind.HOLD: ("hold", "work"),
    Kind.STEPS: ("steps", "work"),
}
_MEASURES = {Kind.REPS: "counted in reps", Kind.HOLD: "held", Kind.STEPS: "counted in steps"}


def read_amount(table: TableReader, kind: Kind | None, name: str) -> Amount | None:
    """The amount of every set of a table; None where not given or wrong (which is noted)."""
    amounts = read_amounts(table, kind, name)
    if len(amounts) > 1:
        key = next(key for key in _AMOUNTS if table.has(key))
        table.problem(f"{key} is a list; only a routine has a value for each set", key)
    return amounts[0] if len(amounts) == 1 else None


def read_amounts(table: TableReader, kind: Kind | None, name: str) -> tuple[Amount, ...]:
    """The reps, hold, work or steps of a table: one for all sets, or of a list one for each.

    Empty where not given or wrong (which is noted). `kind` is what the exercise called `name`
    counts, None where that is not known.
    """
    given = [key for key in _AMOUNTS if table.has(key)]
    for extra in given[1:]:
        table.problem(f"{extra} and {given[0]} exclude each other; {_keep_one(given)}", extra)
    if not given:
        return ()
    key = given[0]
    if kind is not None and key not in _FITTING[kind]:
        usual = (word for word in _FITTING[kind] if word != "work")
        fitting = " or ".join(f"{word} = {_AMOUNTS[word]}" for word in usual)
        table.problem(f"{name} is {_MEASURES[kind]}; write {fitting}, not {key}", key)
        return ()
    read = _READERS[key]
    amounts = [read(one) for one in table.per_set(key)]
    return tuple(amount for amount in amounts if amount is not None) if all(amounts) else ()


def _keep_one(given: list[str]) -> str:
    """What to do with two of them; a hold in every rep is its top."""
    if {"reps", "hold"} <= set(given):
        return 'keep one; a hold in each rep is written tempo = { top = "5s" }'
    return "keep one"


def _reps(table: TableReader) -> Amount | None:
    value = table.value("reps")
    reps = parse_reps(value)
    if reps is None:
        table.wrong("reps", cure_of_reps(value) if isinstance(value, str) else REPS_FORMS)
    elif isinstance(reps, OpenReps):
        return reps
    elif not (1 <= reps.low <= MAX_COUNT and 1 <= reps.high <= MAX_COUNT):
        table.wrong("reps", f"1 to {MAX_COUNT} reps")
    elif reps.low > reps.high:
        table.wrong("reps", f'the smaller number first: "{reps.high}-{reps.low}"')
    else:
        return Reps(reps.low, reps.high)
    return None


def _hold(table: TableReader) -> Amount | None:
    value = table.value("hold")
    if value == "open":
        return OpenHold()
    if isinstance(value, str) and not any(char.isdecimal() for char in value):
        table.wrong("hold", f'{DURATION_FORMS}, or "open"')
        return None
    least_and_most_s = range_of_durations_s(table, "hold", 1, MAX_HOLD_S)
    return None if least_and_most_s is None else Hold(*least_and_most_s)


def _work(table: TableReader) -> Amount | None:
    seconds = table.duration_s("work", 1, MAX_HOLD_S)
    return None if seconds is None else Work(seconds)


def _steps(table: TableReader) -> Amount | None:
    count = table.whole("steps", 1, MAX_COUNT)
    return None if count is None else Steps(count)


_READERS: dict[str, Callable[[TableReader], Amount | None]] = {
    "reps": _reps,
    "hold": _hold,
    "work": _work,
    "steps": _steps,
}


def read_tempo(table: TableReader, usual: Tempo) -> Tempo:
    """The tempo of a table; phases that it leaves out are as in `usual`.

    Four digits ("2-0-2-1") are lower, bottom, lift, top; the bottom is the pause of a rep.
    """
    value = table.value("tempo")
    if value is None:
        return usual
    if isinstance(value, str):
        tempo = _tempo_of_digits(table, value)
    elif isinstance(value, dict):
        tempo = table.read_table("tempo", partial(_tempo_of_phases, usual), usual)
    else:
        table.wrong("tempo", TEMPO_FORMS)
        return usual
    if tempo is None:
        return usual
    if tempo.rep_s < MIN_REP_S:
        table.problem(
            f"a rep takes {tempo.rep_s:g} s with this tempo; at least {MIN_REP_S:g} s are needed",
            "tempo",
        )
        return usual
    return tempo


def _tempo_of_digits(table: TableReader, value: str) -> Tempo | None:
    tempo = parse_tempo(value)
    if tempo is None:
        table.wrong("tempo", TEMPO_FORMS)
        return None
    if max(tempo.lift_s, tempo.top_s, tempo.lower_s, tempo.pause_s) > MAX_PHASE_S:
        table.problem(
            f"tempo is {shown(value)}; each phase may take 0 to {MAX_PHASE_S:g} s", "tempo"
        )
        return None
    return tempo


def _tempo_of_phases(usual: Tempo, phases: TableReader) -> Tempo:
    words = ("lift", "top", "lower", "pause")
    given = {f"{word}_s": phases.duration_s(word, 0, MAX_PHASE_S) for word in words}
    return replace(usual, **{name: s for name, s in given.items() if s is not None})
