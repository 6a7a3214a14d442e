"""What the history says to the tests of a phase."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from glutetimer.core.counts import count_text
from glutetimer.core.history.counting import done_sets
from glutetimer.core.history.records import SetResult
from glutetimer.core.history.totals import PastExercise, ProgressStore, SessionTotals
from glutetimer.core.pain import falls, is_too_much
from glutetimer.core.schedule.phase import DoseTest, OwnTest, PainTest, PhaseTest
from glutetimer.core.side import Side

DAYS_LOOKED_AT = 42
"""What was shown in the last six weeks counts, also from before a week was repeated (editorial)."""

_SESSIONS_READ = 20


class ToldPain(NamedTuple):
    """The pain of a session: before it, and the highest in it or since; None where not told."""

    before: int | None
    since: int | None

    @property
    def level(self) -> int | None:
        """What it is judged by."""
        return self.before if self.since is None else self.since

    @property
    def is_too_much(self) -> bool:
        """Whether it is above what the model of `core.pain` accepts."""
        return is_too_much(self.level)

    @property
    def is_falling(self) -> bool:
        """Whether the session left less than it found."""
        return self.since is not None and falls(self.before, self.since)


def told_pain(session: SessionTotals) -> ToldPain:
    """What was told of the pain of a session."""
    since = (session.worst_pain, session.pain_after, session.pain_morning)
    return ToldPain(
        session.pain_before, max((level for level in since if level is not None), default=None)
    )


@dataclass(frozen=True, slots=True)
class Evidence:
    """The pain of the last sessions with a set done, oldest first; exercises by id, as done.

    `new_pains` are those since the person last chose the week.
    """

    pains: Sequence[ToldPain] = ()
    new_pains: Sequence[ToldPain] = ()
    past: Mapping[str, Sequence[PastExercise]] = field(default_factory=dict)


def evidence(
    tests: Sequence[PhaseTest], progress: ProgressStore, begun_at: datetime, today: date
) -> Evidence:
    """What is to be known for some tests, and of the pain since `begun_at`. Raises Trouble."""
    since = today - timedelta(days=DAYS_LOOKED_AT)
    asked = {one.id for test in tests if isinstance(test, DoseTest) for one in test.exercises}
    past = {
        name: [one for one in progress.recent(name, _SESSIONS_READ) if one.session.day >= since]
        for name in sorted(asked)
    }
    trained = [one for one in progress.totals(since=since) if one.sets_done]
    return Evidence(
        [told_pain(one) for one in trained],
        [told_pain(one) for one in trained if one.started_at >= begun_at],
        past,
    )


class PhaseCheck(NamedTuple):
    """A test, and what there is to say: what it asks, and what is missing ("" if it is passed).

    `is_passed` is None where only the person knows.
    """

    is_passed: bool | None
    asks: str
    missing: str = ""


def check(test: PhaseTest, known: Evidence) -> PhaseCheck:
    """How a test stands."""
    match test:
        case PainTest():
            return _pain_result(test, known.pains)
        case DoseTest():
            return _dose_result(test, known.past)
        case OwnTest(question):
            return PhaseCheck(None, question)


def _pain_result(test: PainTest, pains: Sequence[ToldPain]) -> PhaseCheck:
    over = count_text(test.sessions, "session") if test.sessions > 1 else "session"
    asks = f"Pain of {test.most} at most in the last {over}"
    levels = [one.level for one in pains[-test.sessions :]]
    told = [level for level in levels if level is not None]
    if told and max(told) > test.most:
        return PhaseCheck(False, asks, f"It was {max(told)}")
    if len(told) < test.sessions:
        lacking = count_text(test.sessions - len(told), "session")
        return PhaseCheck(False, asks, f"Not told yet for {lacking}")
    return PhaseCheck(True, asks)


def _dose_result(test: DoseTest, past: Mapping[str, Sequence[PastExercise]]) -> PhaseCheck:
    names = " or ".join(one.title for one in test.exercises)
    asks = f"{names}: {_dose_text(test.sets, test)} in one session"
    best = 0
    for one in test.exercises:
        for session in past.get(one.id, ()):
            results = done_sets(record.result for record in session.sets)
            best = max(best, _good_sets([r for r in results if r.exercise_id == one.id], test))
    if best >= test.sets:
        return PhaseCheck(True, asks)
    done = f"At most {_dose_text(best, test)} so far" if best else "Not done so far"
    return PhaseCheck(False, asks, done)


def _good_sets(results: Sequence[SetResult], test: DoseTest) -> int:
    """How many sets were good enough; of two sides that of the weaker one."""
    good = Counter(result.side for result in results if _is_good(result, test))
    return good[None] or max(min(good[side], good[side.other]) for side in Side)


def _is_good(result: SetResult, test: DoseTest) -> bool:
    if test.reps is not None:
        return (result.done.reps or 0) >= test.reps
    return (result.done.seconds or 0.0) >= (test.hold_s or 0.0)


def _dose_text(sets: int, test: DoseTest) -> str:
    return f"{sets} x {test.reps}" if test.reps is not None else f"{sets} x {test.hold_s:g} s"
