"""Supersets: one set of each exercise in turn, as circuits have it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from glutetimer.core.draft import EntryDraft
from glutetimer.core.routine import Circuit

USUAL_ROUND_REST_S = 60.0
"""The rest between rounds where nothing is said of it (editorial)."""

MOST_MADE = 1000
"""Far more than a routine takes, which tells so."""

_Value = TypeVar("_Value")


def circuit_letter(number: int) -> str:
    """The name of the nth circuit, from 0: "A" to "Z", then "A2"."""
    turn, place = divmod(number, 26)
    return chr(ord("A") + place) + (str(turn + 1) if turn else "")


def in_turn(entries: Sequence[EntryDraft], circuits: list[Circuit]) -> list[EntryDraft]:
    """The exercises of a superset, done in turn for as long as each has a set left.

    Whoever has more sets goes on without those that are done. Circuits that are needed are added
    to `circuits`. The rest after an exercise is its `rest_after_s`, after a round that of the
    last exercise in it.
    """
    made: list[EntryDraft] = []
    done = 0
    while len(made) < MOST_MADE:
        left = [entry for entry in entries if (entry.sets or 1) > done]
        if not left:
            break
        until = min(entry.sets or 1 for entry in left)
        rest_s = left[-1].rest_after_s
        rest_s = USUAL_ROUND_REST_S if rest_s is None else rest_s
        if len(left) == 1:
            made.append(_sets(left[0], done, until, sets=until - done, rest_after_s=rest_s))
        elif until - done == 1:
            made += [
                _sets(entry, done, until, sets=1, rest_after_s=entry.rest_after_s or 0.0)
                for entry in left[:-1]
            ]
            made.append(_sets(left[-1], done, until, sets=1, rest_after_s=rest_s))
        else:
            letter = circuit_letter(len(circuits))
            circuits.append(Circuit(letter, until - done, rest_s))
            made += [_round(entry, done, until, letter) for entry in left[:-1]]
            made.append(replace(_round(left[-1], done, until, letter), rest_after_s=rest_s))
        done = until
    return made


def unsaid_rests(entries: Sequence[EntryDraft]) -> Iterator[str]:
    """What `in_turn` guesses of the rests of a superset."""
    if len(entries) < 2:
        return
    if any(entry.rest_after_s is None for entry in entries[:-1]):
        yield "no rest between the exercises of a superset is given; there is none"
    if entries[-1].rest_after_s is None:
        yield f"no rest between the rounds of a superset is given; it is {USUAL_ROUND_REST_S:g} s"


def _round(entry: EntryDraft, done: int, until: int, letter: str) -> EntryDraft:
    return replace(
        _sets(entry, done, until, sets=1, rest_after_s=entry.rest_after_s or 0.0),
        circuit=letter,
        rests_s=(),
        most_rest_s=0.0,
    )


def _sets(
    entry: EntryDraft, done: int, until: int, *, sets: int, rest_after_s: float
) -> EntryDraft:
    """Only the sets from one on until another."""
    return replace(
        entry,
        sets=sets,
        most_sets=0,
        amounts=_part(entry.amounts, done, until),
        rests_s=_part(entry.rests_s, done, until),
        loads=_part(entry.loads, done, until),
        rest_after_s=rest_after_s,
    )


def _part(values: tuple[_Value, ...], done: int, until: int) -> tuple[_Value, ...]:
    if len(values) < 2:
        return values
    part = values[done:until]
    return part[:1] if len(set(part)) == 1 else part
