"""How much the person wants to do today: gentle, normal, strong, or what fits into some minutes."""

from bisect import bisect_left
from heapq import heapify, heappop, heappush

from glutetimer.core.errors import Trouble
from glutetimer.core.plan.dose import SCALES, USUAL, DoseScale
from glutetimer.core.plan.plan import dosed_routine, length_s, plan
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import Settings
from glutetimer.core.today import DayDose, Today

LEAST_REST_PERCENT = 60
LEAST_EFFORT_PERCENT = 50
"""Editorial, as all limits here: half the reps of one set still wake the muscle up."""

_MOST_EFFORT_PERCENT = SCALES[DayDose.STRONG].effort_percent


def plan_today(routine: Routine, settings: Settings, today: Today) -> Timeline:
    """The timeline of a routine on such a day. Raises Trouble as `plan` does."""
    return plan(routine, settings, scale_of(routine, settings, today))


def scale_of(routine: Routine, settings: Settings, today: Today) -> DoseScale:
    """How a routine's doses differ from the usual ones on such a day.

    For minutes the session comes as near to them as it can without being longer, on one ladder:
    from the strong dose's reps and holds down to the usual ones; then rests down to 60 %; then
    sets (and rounds of a circuit) fewer, one at a time from whatever has the most, later ones
    first, down to 1; then reps and holds down to 50 %. On every rung the rests are as long as
    there is time for. If even the lowest is too long, it is that one. Makes no timeline: it
    takes the lengths of about log2(76 + sets) + 6 sessions.
    """
    if today.minutes is None:
        return SCALES[today.dose]
    return _Ladder(routine, settings).highest(today.minutes * 60.0)


class _Ladder:
    """The scales that a routine can be done in, from the most (rung 0) to the least."""

    def __init__(self, routine: Routine, settings: Settings) -> None:
        self._routine = routine
        self._settings = settings
        self._growing = _MOST_EFFORT_PERCENT - 100
        done, entries = dosed_routine(routine, settings, USUAL)
        self._sets = [entry.sets for entry in entries]
        self._rounds = [circuit.rounds for circuit in done.circuits]
        self._places = [_last_of(entries, circuit.letter) for circuit in done.circuits]
        self._spare = sum(count - 1 for count in (*self._sets, *self._rounds))

    def highest(self, limit_s: float) -> DoseScale:
        """The highest rung that is no longer than that, with the longest rests that fit."""
        lowest = self._growing + self._spare + 100 - LEAST_EFFORT_PERCENT
        rung = bisect_left(range(lowest), True, key=lambda rung: self._fits(rung, limit_s))
        if rung < self._growing:
            return self._scale(rung, 100)
        rests = range(100, LEAST_REST_PERCENT, -1)
        shorter = bisect_left(rests, True, key=lambda rest: self._fits(rung, limit_s, rest))
        return self._scale(rung, 100 - shorter)

    def _fits(self, rung: int, limit_s: float, rest: int = LEAST_REST_PERCENT) -> bool:
        try:
            return length_s(self._routine, self._settings, self._scale(rung, rest)) <= limit_s
        except Trouble:  # more steps than are allowed
            return False

    def _scale(self, rung: int, rest: int) -> DoseScale:
        """The scale of a rung with rests of so many percent; rungs above the usual one have all."""
        if rung < self._growing:
            return DoseScale(_MOST_EFFORT_PERCENT - rung)
        fewer = min(rung - self._growing, self._spare)
        effort = 100 - (rung - self._growing - fewer)
        if not fewer:
            return DoseScale(effort, rest)
        sets, rounds = self._fewer(fewer)
        return DoseScale(effort, rest, 0, sets, rounds)

    def _fewer(self, count: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Sets and rounds with so many taken away, each from the highest number, later first."""
        left = (list(self._sets), list(self._rounds))
        heap = [(-number, -place, 0, place) for place, number in enumerate(self._sets)]
        for circuit, number in enumerate(self._rounds):
            heap.append((-number, -self._places[circuit], 1, circuit))
        heapify(heap)
        for _ in range(count):
            most, order, kind, place = heappop(heap)
            left[kind][place] -= 1
            heappush(heap, (most + 1, order, kind, place))
        return tuple(left[0]), tuple(left[1])


def _last_of(entries: tuple[Prescription, ...], letter: str) -> int:
    return max(place for place, entry in enumerate(entries) if entry.circuit == letter)
