"""What interval timers have in common: a row of timed intervals, some of them rests, in rounds."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from glutetimer.core.draft import EntryDraft, Lost
from glutetimer.core.exercise import Amount, OpenReps, Work
from glutetimer.core.routine import Circuit

_RESTS = frozenset(
    {
        *("rest", "break", "pause", "recover", "recovery", "relax", "breathe"),
        *("ruhe", "pausen", "erholung", "repos", "récupération", "pausa", "descanso", "riposo"),
        *("recupero", "przerwa", "odpoczynek", "rust", "отдых", "пауза", "休息", "休憩"),
    }
)
MAX_INTERVALS = 5000


@dataclass(frozen=True, slots=True)
class Interval:
    """One interval: `seconds` None waits for the person; `note` is what else is known of it."""

    name: str
    seconds: float | None
    is_rest: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Intervals and groups that are done so often, one after the other."""

    rounds: int
    parts: "Sequence[Interval | Group]"


@dataclass(slots=True)
class IntervalDraft:
    """Gathers the exercises and circuits of one routine from its intervals.

    Rounds become sets where one exercise is repeated, a circuit where several are, and are
    written out where they stand within others. The rest after an interval is its whole wait:
    no time to change position is added.
    """

    entries: list[EntryDraft] = field(default_factory=list)
    circuits: list[Circuit] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)

    def add(self, part: Interval | Group) -> None:
        """Take the next interval, or a group of them."""
        if isinstance(part, Interval):
            self._interval(part)
            return
        parts = list(islice(_flat(part.parts), MAX_INTERVALS))
        if part.rounds <= 1:
            for one in parts:
                self._interval(one)
            return
        first = len(self.entries)
        while parts and parts[0].is_rest and len(parts) > 1:
            parts = [*parts[1:], parts[0]]  # a round that opens with its rest
        for one in parts:
            self._interval(one)
        made = self.entries[first:]
        if len(made) == 1:
            self.entries[first:] = [_as_sets(made[0], part.rounds)]
        elif made:
            self.entries[first:] = self._as_circuit(made, part.rounds)

    def close(self) -> None:
        """Make sets of equal neighbours, and say what the end of the session cannot have."""
        merged: list[EntryDraft] = []
        for entry in self.entries:
            last = merged[-1] if merged else None
            if last is not None and _are_sets(last, entry):
                rests_s = last.rests_s or (last.rest_after_s or 0.0,)
                merged[-1] = replace(
                    last,
                    sets=(last.sets or 1) + 1,
                    rests_s=rests_s,
                    rest_after_s=entry.rest_after_s,
                )
            else:
                merged.append(entry)
        self.entries = merged
        if self.entries and self.entries[-1].rest_after_s:
            self._say(
                f"the rest of {self.entries[-1].rest_after_s:g} s at the very end is left out"
            )

    def _as_circuit(self, made: Sequence[EntryDraft], rounds: int) -> list[EntryDraft]:
        letter = circuit_letter(len(self.circuits))
        self.circuits.append(Circuit(letter, rounds, made[-1].rest_after_s or 0.0))
        return [replace(entry, circuit=letter) for entry in made]

    def _interval(self, one: Interval) -> None:
        if len(self.entries) >= MAX_INTERVALS or one.seconds == 0:
            return
        if not one.is_rest:
            amount: Amount = OpenReps() if one.seconds is None else Work(one.seconds)
            self.entries.append(
                EntryDraft(
                    name=one.name or "Work",
                    sets=1,
                    amounts=(amount,),
                    rest_after_s=0.0,
                    change_s=0.0,
                    note=one.note,
                )
            )
        elif not self.entries:
            self._say(f"“{one.name}” before the first exercise is left out: one gets ready then")
        elif one.seconds is None:
            self._say(f"“{one.name}” waits until it is ended; a rest here has a length, of 60 s")
            self._rest(60.0)
        else:
            self._rest(one.seconds)

    def _rest(self, seconds: float) -> None:
        last = self.entries[-1]
        self.entries[-1] = replace(last, rest_after_s=(last.rest_after_s or 0.0) + seconds)

    def _say(self, what: str) -> None:
        self.lost.append(Lost(0, what))


def _are_sets(last: EntryDraft, entry: EntryDraft) -> bool:
    """Whether an interval is one more set of the exercise before it."""
    rest_s = last.rest_after_s or 0.0
    is_same = replace(last, sets=1, rests_s=(), rest_after_s=0.0) == replace(
        entry, rest_after_s=0.0
    )
    return is_same and not entry.circuit and (not last.rests_s or last.rests_s == (rest_s,))


def _as_sets(entry: EntryDraft, rounds: int) -> EntryDraft:
    return replace(entry, sets=rounds, rests_s=(entry.rest_after_s or 0.0,))


def _flat(parts: "Sequence[Interval | Group]", depth: int = 0) -> Iterator[Interval]:
    """All intervals, those of groups within as often as they are done."""
    for part in parts:
        if isinstance(part, Interval):
            yield part
        elif depth < 16:
            inner = list(islice(_flat(part.parts, depth + 1), MAX_INTERVALS))
            for _ in range(min(part.rounds, MAX_INTERVALS // max(1, len(inner)))):
                yield from inner


def circuit_letter(number: int) -> str:
    """The name of the nth circuit, from 0: "A" to "Z", then "A2"."""
    turn, place = divmod(number, 26)
    return chr(ord("A") + place) + (str(turn + 1) if turn else "")


def is_rest_name(name: str) -> bool:
    """Whether a name is only a word for resting."""
    words = name.casefold().replace("-", " ").split()
    return bool(words) and words[0] in _RESTS and len(words) <= 2


# Values of JSON, which may be anything


def parsed_json(text: str) -> Any:
    """The value of a JSON text; None if it is none. A number as large as a book is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def text_of(value: object, fallback: str = "") -> str:
    """A text without its outer spaces; the fallback for what is none or empty."""
    return value.strip() or fallback if isinstance(value, str) else fallback


def number_of(value: object, fallback: float = 0.0, most: float = 1e6) -> float:
    """A number of seconds or times; the fallback for what is none, negative, `most` or more."""
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return fallback
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < most:
        return fallback
    return float(value)


def seconds_of_ms(value: object) -> float:
    """A number of milliseconds as seconds, with the bounds of `number_of`."""
    return number_of(value, most=1e9) / 1000


def times_of(value: object, fallback: int = 1) -> int:
    """How often something is done, at least once."""
    return max(1, int(number_of(value, fallback)))


def tables_of(value: object) -> list[dict[str, Any]]:
    """The tables of a list; whatever else is in it is passed over."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
