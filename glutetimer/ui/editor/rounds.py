"""Circuits of a draft: made of neighbours or of intervals, and undone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from string import ascii_uppercase

from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.exercise import Exercise, Hold, Kind, OpenHold, Work
from glutetimer.core.routine import Circuit
from glutetimer.ui.editor.editing import USUAL_CIRCUIT


@dataclass(frozen=True, slots=True)
class Intervals:
    """So much work, then rest, exercise by exercise, in rounds; all in seconds.

    `most_rounds` is the end of a range of rounds, 0 where there is none.
    """

    work_s: float
    rest_s: float
    rounds: int
    round_rest_s: float
    most_rounds: int = 0


def joined_above(draft: RoutineDraft, at: int) -> RoutineDraft:
    """An exercise and the one above it in one circuit; sets of a new one become its rounds."""
    if at < 1:
        return draft
    above, own = draft.entries[at - 1], draft.entries[at]
    letter = above.circuit or own.circuit
    circuits = draft.circuits
    if not letter:
        letter = _free_letter(circuits)
        first = next((one for one in (above, own) if one.sets), None)
        rounds = first.sets if first and first.sets else USUAL_CIRCUIT.rounds
        most = first.most_sets if first else 0
        new = replace(USUAL_CIRCUIT, letter=letter, rounds=rounds, most_rounds=most)
        circuits = (*circuits, new)
    entries = list(draft.entries)
    for place in (at - 1, at):
        if entries[place].circuit != letter:
            entries[place] = replace(entries[place], circuit=letter, sets=None, most_sets=0)
    return _with(draft, entries, circuits)


def ungrouped(draft: RoutineDraft, at: int) -> RoutineDraft:
    """No circuit where an exercise has one; its rounds become sets."""
    letter = draft.entries[at].circuit
    circuit = next((one for one in draft.circuits if one.letter == letter), None)
    if circuit is None:
        return draft
    entries = [_apart(one, circuit) if one.circuit == letter else one for one in draft.entries]
    return _with(draft, entries, draft.circuits)


def _apart(entry: EntryDraft, circuit: Circuit) -> EntryDraft:
    sets = entry.sets or 1
    most = circuit.most_rounds if sets == 1 else 0
    return replace(entry, circuit="", sets=sets * circuit.rounds, most_sets=most)


def in_intervals(
    draft: RoutineDraft,
    places: range,
    intervals: Intervals,
    exercises: Mapping[str, Exercise],
) -> RoutineDraft:
    """The exercises at these places as a circuit of intervals; what is held stays a hold."""
    letter = _free_letter(draft.circuits)
    entries = list(draft.entries)
    for place in places:
        entry = entries[place]
        held = _is_held(entry, exercises.get(entry.exercise_id))
        seconds = intervals.work_s
        entries[place] = replace(
            entry,
            sets=None,
            most_sets=0,
            amounts=(Hold(seconds) if held else Work(seconds),),
            tempos=entry.tempos[:1],
            loads=entry.loads[:1],
            rests_s=(),
            most_rest_s=0.0,
            rest_after_s=intervals.rest_s,
            circuit=letter,
        )
    circuit = Circuit(letter, intervals.rounds, intervals.round_rest_s, intervals.most_rounds)
    return _with(draft, entries, (*draft.circuits, circuit))


def _is_held(entry: EntryDraft, exercise: Exercise | None) -> bool:
    if entry.amounts:
        is_hold = isinstance(entry.amounts[0], Hold | OpenHold)
        return is_hold and not isinstance(entry.amounts[0], Work)
    return exercise is not None and exercise.kind is Kind.HOLD


def _free_letter(circuits: Iterable[Circuit]) -> str:
    taken = {circuit.letter for circuit in circuits}
    letters = (f"{letter}{turn or ''}" for turn in count() for letter in ascii_uppercase)
    return next(letter for letter in letters if letter not in taken)


def _with(
    draft: RoutineDraft, entries: Sequence[EntryDraft], circuits: Iterable[Circuit]
) -> RoutineDraft:
    """The draft with just the circuits that its exercises are in."""
    used = {entry.circuit for entry in entries}
    kept = tuple(circuit for circuit in circuits if circuit.letter in used)
    return replace(draft, entries=tuple(entries), circuits=kept)
