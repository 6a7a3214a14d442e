"""The parts of a dose that exercise files and routine files write alike."""

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
)
from glutetimer.core.plan.dose import MIN_REP_S
from glutetimer.files.durations import (
    DURATION_FORMS,
    REPS_FORMS,
    TEMPO_FORMS,
    parse_duration,
    parse_reps,
    parse_tempo,
)
from glutetimer.files.reader import TableReader
from glutetimer.toml_text.problem import shown

MAX_SETS = 20
MAX_COUNT = 100
MAX_HOLD_S = 600.0
MAX_WAIT_S = 600.0
MAX_PHASE_S = 30.0

_AMOUNTS = {"reps": '"10-12"', "hold": '"30s"', "steps": "5"}
_FITTING = {Kind.REPS: ("reps", "hold"), Kind.HOLD: ("hold",), Kind.STEPS: ("steps",)}
_MEASURES = {Kind.REPS: "counted in reps", Kind.HOLD: "held", Kind.STEPS: "counted in steps"}


def read_amount(table: TableReader, kind: Kind | None, name: str) -> Amount | None:
    """The reps, hold or steps of a table; None where not given or wrong (which is noted).

    `kind` is what the exercise called `name` counts, None where that is not known.
    """
    given = [key for key in _AMOUNTS if table.has(key)]
    for extra in given[1:]:
        table.problem(f"{extra} and {given[0]} exclude each other; keep one", extra)
    if not given:
        return None
    key = given[0]
    if kind is not None and key not in _FITTING[kind]:
        fitting = " or ".join(f"{word} = {_AMOUNTS[word]}" for word in _FITTING[kind])
        table.problem(f"{name} is {_MEASURES[kind]}; write {fitting}, not {key}", key)
        return None
    if key == "reps":
        return _reps(table)
    if key == "hold":
        return _hold(table)
    count = table.whole("steps", 1, MAX_COUNT)
    return None if count is None else Steps(count)


def _reps(table: TableReader) -> Amount | None:
    reps = parse_reps(table.value("reps"))
    if reps is None:
        table.wrong("reps", REPS_FORMS)
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
    if isinstance(value, str) and parse_duration(value) is None:
        table.wrong("hold", f'{DURATION_FORMS}, or "open"')
        return None
    seconds = table.duration_s("hold", 1, MAX_HOLD_S)
    return None if seconds is None else Hold(seconds)


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
