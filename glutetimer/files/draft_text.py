"""A draft as the text of a routine file: the same plain TOML that people write by hand."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import tomlkit
from tomlkit.items import String, Table

from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.exercise import (
    Amount,
    Cue,
    Hold,
    OpenHold,
    OpenReps,
    Reps,
    Steps,
    Tempo,
    Work,
)
from glutetimer.core.routine import Circuit

_Plain = Any  # what tomlkit takes: texts, numbers, lists and tables of them


def draft_text(draft: RoutineDraft) -> str:
    """The file of a draft; reading it gives the routine that the draft describes."""
    document = tomlkit.document()
    document["format"] = 1
    document["title"] = draft.title
    for key in ("source", "language"):
        if value := getattr(draft, key):
            document[key] = value
    if draft.notes:
        document["notes"] = long_text(draft.notes)
    entries = tomlkit.aot()
    for entry in draft.entries:
        entries.append(entry_table(entry))
    document["exercise"] = entries
    if draft.circuits:
        document["circuits"] = circuits_table(draft.circuits)
    return tomlkit.dumps(document)


def long_text(text: str) -> String:
    """A text that may have paragraphs, as it is written."""
    return tomlkit.string(text, multiline="\n" in text)


def circuits_table(circuits: Iterable[Circuit]) -> Table:
    """The tables of circuits, each under its letter."""
    tables = tomlkit.table(is_super_table=True)
    for circuit in circuits:
        table = tomlkit.table()
        for key, value in circuit_values(circuit):
            table[key] = value
        tables[circuit.letter] = table
    return tables


def circuit_values(circuit: Circuit) -> Iterator[tuple[str, _Plain]]:
    """The keys of a circuit with their values."""
    most = circuit.most_rounds
    yield "rounds", f"{circuit.rounds}-{most}" if most else circuit.rounds
    yield "rest", duration_text(circuit.rest_s, circuit.most_rest_s)


def entry_table(entry: EntryDraft) -> Table:
    """The table of an exercise."""
    table = tomlkit.table()
    for key, value in entry_values(entry):
        table[key] = value
    return table


def entry_values(entry: EntryDraft) -> Iterator[tuple[str, _Plain]]:
    """The keys of an exercise in the order in which they are written, with their values."""
    yield ("use", entry.exercise_id) if entry.exercise_id else ("name", entry.name)
    if entry.position is not None and not entry.exercise_id:
        yield "position", entry.position.value
    if entry.moves_like:
        yield "moves_like", entry.moves_like
    if entry.sets is not None:
        yield "sets", f"{entry.sets}-{entry.most_sets}" if entry.most_sets else entry.sets
    if entry.amounts:
        yield amount_key(entry.amounts), _each(list(map(_amount_value, entry.amounts)))
    if entry.tempos:
        yield "tempo", _each(list(map(_tempo_value, entry.tempos)))
    if entry.sides is not None:
        yield "sides", entry.sides.value
    yield from _waits(entry)
    if entry.loads:
        yield "load", _each(list(entry.loads))
    moments = {moment.value: list(map(_cue_value, cues)) for moment, cues in entry.moments}
    texts: dict[str, _Plain] = {
        "note": entry.note,
        "circuit": entry.circuit,
        "cues": moments or list(entry.cues),
    }
    texts["say"] = dict(entry.say)  # tables of their own, so they come last
    yield from ((key, value) for key, value in texts.items() if value)


def _cue_value(cue: Cue) -> _Plain:
    if not cue.short:
        return cue.say
    table = tomlkit.inline_table()
    table.update({"say": cue.say, "short": cue.short})
    return table


def _waits(entry: EntryDraft) -> Iterator[tuple[str, _Plain]]:
    if entry.most_rest_s:
        yield "rest", duration_text(entry.rests_s[0], entry.most_rest_s)
    elif entry.rests_s:
        yield "rest", _each(list(map(duration_text, entry.rests_s)))
    for key in ("rest_after", "change", "switch"):
        seconds = getattr(entry, f"{key}_s")
        if seconds is not None:
            yield key, duration_text(seconds)


def duration_text(seconds: float, most_s: float = 0.0) -> str:
    """Seconds as a file has them: "45s", "0.5s"; with `most_s` a range, "30-45s"."""
    least = f"{_number(seconds)}-" if most_s else ""
    return f"{least}{_number(most_s or seconds)}s"


def _number(seconds: float) -> str:
    return f"{round(seconds, 3):.3f}".rstrip("0").rstrip(".")


def _each(values: Sequence[_Plain]) -> _Plain:
    return values[0] if len(values) == 1 else list(values)


def amount_key(amounts: Sequence[Amount]) -> str:
    """The key that amounts are written with, of which the first tells."""
    match amounts[0]:
        case Work():
            return "work"
        case Hold() | OpenHold():
            return "hold"
        case Steps():
            return "steps"
        case _:
            return "reps"


def _amount_value(amount: Amount) -> _Plain:
    match amount:
        case Reps(low, high):
            return low if low == high else f"{low}-{high}"
        case Steps(count):
            return count
        case Hold(seconds, most_s):
            return duration_text(seconds, most_s)
        case OpenReps() | OpenHold():
            return "open"


def _tempo_value(tempo: Tempo) -> _Plain:
    table = tomlkit.inline_table()
    for phase in ("lift", "top", "lower", "pause"):
        table[phase] = duration_text(getattr(tempo, f"{phase}_s"))
    return table
