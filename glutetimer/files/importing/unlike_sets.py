"""Exercises whose sets are of unlike kinds, which no routine file can have in one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from glutetimer.core.draft import EntryDraft
from glutetimer.files.draft_text import amount_key

_Value = TypeVar("_Value")


def parts_alike(entry: EntryDraft) -> Sequence[EntryDraft]:
    """The exercise as it is, or one for each run of sets that are all work, held or counted.

    In a circuit it stays one: there each set is that of a round.
    """
    amounts = entry.amounts
    kinds = [amount_key([amount]) for amount in amounts]
    if len(set(kinds)) < 2 or entry.circuit:
        return (entry,)
    parts: list[EntryDraft] = []
    first = 0
    for _, run in groupby(kinds):
        until = first + len(list(run))
        rests_s = _part(entry.rests_s, first, until)
        between_s = rests_s[-1] if rests_s else None
        parts.append(
            replace(
                entry,
                sets=until - first,
                amounts=amounts[first:until],
                tempos=_part(entry.tempos, first, until),
                rests_s=rests_s,
                loads=_part(entry.loads, first, until),
                rest_after_s=entry.rest_after_s if until == len(kinds) else between_s,
            )
        )
        first = until
    return parts


def _part(values: tuple[_Value, ...], first: int, until: int) -> tuple[_Value, ...]:
    return values[first:until] if len(values) > 1 else values
