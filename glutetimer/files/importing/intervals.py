"""What interval timers have in common: a row of timed intervals, some of them rests, in rounds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile
from math import ceil

from glutetimer.core.draft import EntryDraft, Lost, RoutineDraft, SourceContent
from glutetimer.core.exercise import Amount, OpenReps, Reps, Sides, Work
from glutetimer.core.routine import Circuit
from glutetimer.files.circuits import MAX_ROUNDS
from glutetimer.files.dose_reader import MAX_HOLD_S, MAX_SETS
from glutetimer.files.importing.source import not_readable
from glutetimer.files.importing.supersets import circuit_letter

_RESTS = frozenset(
    {
        *("rest", "break", "pause", "recover", "recovery", "relax", "breathe"),
        *("ruhe", "pausen", "erholung", "repos", "récupération", "pausa", "descanso", "riposo"),
        *("recupero", "przerwa", "odpoczynek", "rust", "отдых", "пауза", "休息", "休憩"),
    }
)
MAX_INTERVALS = 1000
MAX_ROUTINES = 100
OPEN_REST_S = 60.0
"""A rest that waits for the person elsewhere (editorial)."""


@dataclass(frozen=True, slots=True)
class Interval:
    """One interval: `seconds` None waits for the person; `note` is what else is known of it.

    Where it has `reps` they are counted, and `seconds` is None.
    """

    name: str
    seconds: float | None
    is_rest: bool = False
    note: str = ""
    reps: int = 0
    sides: Sides | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Group:
    """Intervals and groups that are done so often, one after the other.

    The rests at its end may be only between the rounds, and not after the last one.
    """

    rounds: int
    parts: "Sequence[Interval | Group]"
    has_last_rest: bool = True


@dataclass(slots=True)
class IntervalDraft:
    """Gathers the exercises and circuits of one routine from its intervals.

    Rounds become sets where one exercise is repeated, a circuit where several are; groups within
    others are written out. What is more or longer than a routine may have is done in several
    parts, so that no second changes. The rest after an interval is its whole wait: no time to
    change position is added.
    """

    title: str
    notes: str = ""
    entries: list[EntryDraft] = field(default_factory=list)
    circuits: list[Circuit] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)

    def add(self, part: Interval | Group) -> None:
        """Take the next interval, or a group of them."""
        if isinstance(part, Interval):
            self._interval(part)
            return
        parts = [one for one in islice(_flat(part.parts), MAX_INTERVALS + 1) if one.seconds != 0]
        if all(one.is_rest for one in parts):
            for one in parts * min(part.rounds, MAX_INTERVALS // max(1, len(parts))):
                self._interval(one)
            return
        self._group(part.rounds, parts)
        if not part.has_last_rest:
            after = takewhile(lambda one: one.is_rest, reversed(parts))
            self._rest(-sum(map(_rest_s, after)))

    def say(self, what: str, line: int = 0) -> None:
        """Tell something that is lost or guessed, once."""
        told = f"{self.title}: {what}"
        if all(one.what != told for one in self.lost):
            self.lost.append(Lost(line, told))

    def get_ready(self, seconds: float) -> None:
        """Tell that a time to get ready is not taken over."""
        if seconds:
            self.say(f"the {seconds:g} s to get ready are those of your settings")

    def routine(self) -> RoutineDraft:
        """The routine of all that was added."""
        return RoutineDraft(self.title, tuple(self.entries), tuple(self.circuits), notes=self.notes)

    def close(self) -> None:
        """Make sets of equal neighbours, and say what the end of the session cannot have."""
        merged: list[EntryDraft] = []
        for entry in self.entries:
            last = merged[-1] if merged else None
            if last is not None and _are_sets(last, entry):
                merged[-1] = replace(
                    last,
                    sets=(last.sets or 1) + 1,
                    rests_s=last.rests_s or (last.rest_after_s or 0.0,),
                    rest_after_s=entry.rest_after_s,
                )
            else:
                merged.append(entry)
        self.entries = merged
        if self.entries and self.entries[-1].rest_after_s:
            rest_s = self.entries[-1].rest_after_s
            self.say(f"the rest of {rest_s:g} s at the very end is left out")

    def _group(self, rounds: int, parts: list[Interval]) -> None:
        opening_s = 0.0
        while rounds > 1 and parts[0].is_rest:  # the last round then ends without
            opening, *parts = parts
            opening_s += _rest_s(opening)
            self._interval(opening)
            parts.append(opening)
        while rounds > 0:
            first = len(self.entries)
            for one in parts:
                self._interval(one)
            made = self.entries[first:]
            if not made:
                return  # no more are taken
            if len(made) == 1 and rounds > 1:
                self.entries[first:] = [_as_sets(made[0], min(rounds, MAX_SETS))]
            elif rounds > 1:
                self.entries[first:] = self._as_circuit(made, min(rounds, MAX_ROUNDS))
            rounds -= MAX_ROUNDS if len(made) > 1 else MAX_SETS
        if opening_s:
            self._rest(-opening_s)

    def _as_circuit(self, made: Sequence[EntryDraft], rounds: int) -> list[EntryDraft]:
        letter = circuit_letter(len(self.circuits))
        self.circuits.append(Circuit(letter, rounds, made[-1].rest_after_s or 0.0))
        return [replace(entry, circuit=letter) for entry in made]

    def _interval(self, one: Interval) -> None:
        if one.seconds == 0:
            return
        if len(self.entries) >= MAX_INTERVALS:
            self.say(f"only the first {MAX_INTERVALS:,} intervals are read")
        elif not one.is_rest:
            self._work(one)
        elif not self.entries:
            self.say(f"“{one.name}” before the first exercise is left out: one gets ready then")
        elif one.seconds is None:
            self.say(
                f"“{one.name}” waits until it is ended; a rest here has a length: {OPEN_REST_S:g} s"
            )
            self._rest(_rest_s(one))
        else:
            self._rest(one.seconds)

    def _work(self, one: Interval) -> None:
        parts = 1 if one.seconds is None else max(1, ceil(one.seconds / MAX_HOLD_S))
        amount: Amount = OpenReps()
        if one.reps:
            amount = Reps(one.reps, one.reps)
        elif one.seconds is None or parts > 24:
            amount = OpenReps()
        else:
            amount = Work(one.seconds / parts)
        if one.seconds is not None and parts > 1:
            told = "is open" if parts > 24 else f"is done as {parts} in a row"
            what = f"“{one.name}” of {one.seconds:g} s is longer than 60 min and {told}"
            self.say(what, one.line)
        entry = EntryDraft(
            name=one.name or "Work",
            sets=1,
            amounts=(amount,),
            rest_after_s=0.0,
            change_s=0.0,
            note=one.note,
            sides=one.sides,
            line=one.line,
        )
        self.entries += [entry] * (parts if isinstance(amount, Work) else 1)

    def _rest(self, seconds: float) -> None:
        if self.entries:
            last = self.entries[-1]
            rest_s = max(0.0, round((last.rest_after_s or 0.0) + seconds, 3))
            self.entries[-1] = replace(last, rest_after_s=rest_s)


def content_of(reader: str, made: Iterable[IntervalDraft]) -> SourceContent:
    """A routine of each draft. Raises Trouble where none has an interval with a time."""
    drafts: list[IntervalDraft] = []
    for draft in made:
        if len(drafts) == MAX_ROUTINES:
            drafts[-1].say(f"what follows is left out: {MAX_ROUTINES} routines are read at most")
            break
        draft.close()
        drafts.append(draft)
    for draft in drafts:
        if not draft.entries:
            draft.say("it has no interval with a time, and is left out")
    routines = tuple(draft.routine() for draft in drafts if draft.entries)
    if not routines:
        raise not_readable(reader, "it has no interval with a time")
    return SourceContent(routines, (), tuple(lost for draft in drafts for lost in draft.lost))


def is_rest_name(name: str) -> bool:
    """Whether a name is only a word for resting."""
    words = name.casefold().replace("-", " ").split()
    return bool(words) and words[0] in _RESTS and len(words) <= 2


def _rest_s(one: Interval) -> float:
    return OPEN_REST_S if one.seconds is None else one.seconds


def _are_sets(last: EntryDraft, entry: EntryDraft) -> bool:
    """Whether an interval is one more set of the exercise before it."""
    rest_s = last.rest_after_s or 0.0
    is_same = replace(last, sets=1, rests_s=(), rest_after_s=0.0) == replace(
        entry, rest_after_s=0.0
    )
    is_room = (last.sets or 1) < MAX_SETS and not entry.circuit
    return is_same and is_room and (not last.rests_s or last.rests_s == (rest_s,))


def _as_sets(entry: EntryDraft, rounds: int) -> EntryDraft:
    return replace(entry, sets=rounds, rests_s=(entry.rest_after_s or 0.0,))


def _flat(parts: "Sequence[Interval | Group]", depth: int = 0) -> Iterator[Interval]:
    """All intervals, those of groups within as often as they are done."""
    for part in parts:
        if isinstance(part, Interval):
            yield part
        elif depth < 16:
            inner = list(islice(_flat(part.parts, depth + 1), MAX_INTERVALS + 1))
            for _ in range(min(part.rounds, MAX_INTERVALS // max(1, len(inner)) + 1)):
                yield from inner
