"""A year of 200 simulated people who take every suggestion: who is moved where, and why.

Each has a baseline of pain by the day, tells it before a session, after it and in the morning, and
does what is planned. Chance is seeded: every run sees the same people.
"""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import timedelta
from functools import cache
from random import Random

from glutetimer.core.advice.advise import SESSIONS_READ, advise
from glutetimer.core.advice.current_dose import standings
from glutetimer.core.advice.rules import Urgency
from glutetimer.core.advice.suggestion import Suggestion
from glutetimer.core.advice.weekly_pain import DAYS_COMPARED
from glutetimer.core.exercise import Hold, Reps
from glutetimer.core.history.totals import Answer, PastExercise, SessionTotals, SuggestionAnswer
from glutetimer.core.routine import Prescription
from glutetimer.core.settings import Settings
from tests.core.advice.builders import (
    BRIDGE,
    ISO,
    NOW,
    a_routine,
    dose,
    session,
)

DAYS = 365
PEOPLE = 40
"""So many of each kind."""

WORSE_FROM = 60

ROUTINE = a_routine(dose(BRIDGE, 2, Reps(10, 12)), dose(ISO, 1, Hold(10.0)))


@dataclass(frozen=True)
class Told:
    """Levels of one session: before, after, the morning after."""

    before: int
    after: int
    morning: int


@dataclass
class Year:
    """What one person was suggested: the day, and what was told of the session before."""

    moves: list[tuple[int, Suggestion, Told]] = field(default_factory=list)

    def ups(self) -> list[int]:
        return [day for day, move, _ in self.moves if move.rule.is_up]

    def backs(self) -> list[tuple[int, Told]]:
        urgent = (Urgency.HURT, Urgency.BACK)
        return [(day, told) for day, move, told in self.moves if move.rule.urgency in urgent]


def steady(chance: Random) -> Callable[[int], Told]:
    """Up to 4, with a point more or less from day to day for half of them."""
    level, wavers = chance.randint(1, 3), chance.choice((0, 1))

    def told(day: int) -> Told:
        before = level + wavers * chance.choice((0, 0, 0, 1, -1))
        return Told(before, max(0, before - wavers * chance.choice((0, 0, 1))), before)

    return told


def improving(chance: Random) -> Callable[[int], Told]:
    first = chance.randint(6, 9)

    def told(day: int) -> Told:
        before = max(0, round(first - day / 30))
        return Told(before, max(0, before - 1), max(0, before - 1))

    return told


def worsening(chance: Random) -> Callable[[int], Told]:
    """Calm until a day, and from then on a point more every few weeks."""
    first, days = chance.randint(0, 3), chance.randint(10, 20)

    def told(day: int) -> Told:
        if day < WORSE_FROM:
            return Told(first, first, first)
        before = min(10, first + 1 + (day - WORSE_FROM) // days)
        return Told(before, min(10, before + 1), min(10, before + 1))

    return told


def flaring(chance: Random) -> Callable[[int], Told]:
    """Calm but for two weeks, in which every session makes it worse."""
    begin = chance.randint(60, 200)

    def told(day: int) -> Told:
        return Told(4, 7, 6) if begin <= day < begin + 14 else Told(1, 1, 1)

    return told


def lived(told_on: Callable[[int], Told], days: Iterator[int]) -> Year:
    """The year of a person who trains on these days."""
    year, settings = Year(), Settings()
    past: dict[str, list[PastExercise]] = {}
    all_sessions: list[SessionTotals] = []
    answers: list[SuggestionAnswer] = []
    told = Told(0, 0, 0)
    for day in days:
        at = NOW - timedelta(days=DAYS - day + 0.1)
        weeks = all_sessions[-DAYS_COMPARED:]
        for move in advise(ROUTINE, settings, past, answers, at, weeks):
            year.moves.append((day, move, told))
            settings = move.change.applied(settings)
            answers.append(SuggestionAnswer(move.exercise_id, move.rule.id, Answer.TAKEN, at))
        told = told_on(day)
        for one in standings(ROUTINE, settings):
            done = session(DAYS - day, _low(one.now), **asdict(told))
            past[one.id] = [done, *past.get(one.id, [])][:SESSIONS_READ]
        all_sessions.append(done.session)
    return year


def _low(entry: Prescription) -> Prescription:
    """As it is done: the low end of a range."""
    amount = entry.amount
    if isinstance(amount, Reps):
        return replace(entry, amount=Reps(amount.low, amount.low))
    return entry


def every_other_day(chance: Random) -> Iterator[int]:
    day = 0
    while day < DAYS:
        yield day
        day += chance.choice((2, 2, 3))


def with_gaps(chance: Random) -> Iterator[int]:
    """Every other day, with a month left out twice."""
    gaps = (100, 230)
    return (day for day in every_other_day(chance) if not any(g <= day < g + 30 for g in gaps))


Kind = Callable[[Random], Callable[[int], Told]]


@cache
def people(kind: Kind, days: Callable[[Random], Iterator[int]] = every_other_day) -> list[Year]:
    """The years of one kind of people."""
    chances = [Random(f"{kind.__name__} {number}") for number in range(PEOPLE)]
    return [lived(kind(chance), days(chance)) for chance in chances]


def test_nobody_steady_below_5_stays_for_ever() -> None:
    for year in people(steady):
        ups = year.ups()
        assert len(ups) >= 5
        assert ups[0] <= 60
        assert not year.backs()


def test_nobody_is_moved_up_while_worsening() -> None:
    for year in people(worsening):
        assert year.ups()
        assert max(year.ups()) <= WORSE_FROM + 3  # before it shows
        assert year.backs()


def test_nobody_who_improves_is_sent_back() -> None:
    for year in people(improving):
        assert not year.backs()
        assert year.ups()
        assert all(told.before <= 5 for _, move, told in year.moves if move.rule.is_up)


def test_a_flare_goes_back_and_then_on_again() -> None:
    for year in people(flaring):
        flare = {day for day, _ in year.backs()}
        assert flare
        assert all(told == Told(4, 7, 6) for _, told in year.backs())
        assert not set(range(min(flare), max(flare) + 1)).intersection(year.ups())
        assert min(year.ups()) < min(flare)
        assert max(year.ups()) > max(flare)


def test_a_month_left_out_begins_lighter() -> None:
    for year in people(steady, with_gaps):
        lighter = [day for day, move, _ in year.moves if move.rule.urgency is Urgency.LIGHTER]
        assert lighter
        assert all(130 <= day < 134 or 260 <= day < 264 for day in lighter)
        assert year.ups()


def test_each_change_has_its_reason() -> None:
    years = [people(kind) for kind in (steady, improving, worsening, flaring)]
    for _, move, told in (move for kind in years for year in kind for move in year.moves):
        assert move.reason.endswith(".")
        if not move.rule.is_up:
            assert any(f"{level} of 10" in move.reason for level in (told.after, told.morning))
