"""The circuits of a plain text, and the exercises in them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from glutetimer.core.draft import EntryDraft, Lost
from glutetimer.core.routine import Circuit
from glutetimer.files.importing.supersets import USUAL_ROUND_REST_S


def in_round(entry: EntryDraft, letter: str) -> EntryDraft:
    """An exercise of a circuit, where it has a set a round and no rest of its own between sets."""
    rest_s = entry.rests_s[0] if entry.rests_s else entry.rest_after_s
    return replace(entry, circuit=letter, rests_s=(), most_rest_s=0.0, rest_after_s=rest_s)


def rested(entry: EntryDraft, seconds: float | None) -> EntryDraft:
    """An exercise with the rest after it that is meant for all, where it has none of its own."""
    is_given = seconds is not None and entry.rest_after_s is None
    return replace(entry, rest_after_s=seconds) if is_given else entry


def with_rests(
    circuits: Sequence[Circuit], entries: Sequence[EntryDraft], unrested: Mapping[str, int]
) -> tuple[tuple[Circuit, ...], list[Lost]]:
    """The circuits of more than one round; `unrested` are those without a rest, by line.

    Their rest is that after their last exercise; without it, it is guessed, which is told.
    """
    made: list[Circuit] = []
    lost: list[Lost] = []
    for circuit in circuits:
        members = [entry for entry in entries if entry.circuit == circuit.letter]
        if not members or (circuit.rounds < 2 and not circuit.most_rounds):
            continue
        rest_s: float | None = circuit.rest_s
        if circuit.letter in unrested:
            rest_s = members[-1].rest_after_s
        if rest_s is None:
            told = f"no rest between rounds is given; {USUAL_ROUND_REST_S:g} s are taken"
            lost.append(Lost(unrested[circuit.letter], told))
            rest_s = USUAL_ROUND_REST_S
        made.append(replace(circuit, rest_s=rest_s))
    return tuple(made), lost


def in_known(entries: Sequence[EntryDraft], circuits: Sequence[Circuit]) -> tuple[EntryDraft, ...]:
    """The exercises; those whose circuit is none are in none."""
    letters = {circuit.letter for circuit in circuits}
    return tuple(
        entry if entry.circuit in letters else replace(entry, circuit="") for entry in entries
    )


def with_usual_rests(
    entries: Sequence[EntryDraft], rests: Mapping[str, tuple[float, float]]
) -> tuple[EntryDraft, ...]:
    """The exercises, those outside circuits with the rests that the text has for all of them."""
    set_s, most_s = rests.get("set", (None, 0.0))
    after_s, _ = rests.get("exercise", (None, 0.0))
    return tuple(
        rested(
            entry
            if set_s is None or entry.rests_s or entry.circuit
            else replace(entry, rests_s=(set_s,), most_rest_s=most_s),
            after_s,
        )
        for entry in entries
    )
