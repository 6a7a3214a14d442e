"""What counts, case by case."""

import pytest

from glutetimer.core.exercise import OpenReps, Reps
from glutetimer.core.history.counting import counting_tries, done_sets, is_done, sets_text
from glutetimer.core.history.records import Achieved, Outcome, SetResult
from glutetimer.core.session.events import PauseReason
from glutetimer.core.session.picture import remaining_s, remaining_text, share_done
from glutetimer.core.session.states import Place, State
from glutetimer.core.side import Side
from tests.core.builders import entry, plan, routine

HOLD_30 = Achieved(None, 30.0)
OPEN = Achieved(None, None)


def tried(
    done: Achieved,
    planned: Achieved = HOLD_30,
    outcome: Outcome = Outcome.DONE,
    index: int = 0,
    attempt: int = 1,
    exercise: str = "bridge",
    side: Side | None = None,
) -> SetResult:
    """A try of a set."""
    return SetResult(index, 0, exercise, exercise, 1, 1, side, attempt, planned, done, outcome)


@pytest.mark.parametrize(
    ("done", "planned", "counts"),
    [
        (Achieved(8, 40.0), Achieved(8, 40.0), True),
        (Achieved(1, 4.0), Achieved(8, 40.0), True),
        (Achieved(0, 0.2), Achieved(8, 40.0), False),
        (Achieved(0, 1.9), Achieved(8, 40.0), False),
        (Achieved(1, 4.0), OPEN, True),
        (Achieved(0, 0.2), OPEN, False),
        (Achieved(None, 30.0), HOLD_30, True),
        (Achieved(None, 3.0), HOLD_30, True),
        (Achieved(None, 2.9), HOLD_30, False),
        (Achieved(None, 1.0), Achieved(None, 1.0), True),
        (Achieved(None, 0.9), Achieved(None, 5.0), False),
        (Achieved(None, 0.5), Achieved(None, 0.5), True),
        (Achieved(None, 1.0), OPEN, True),
        (Achieved(None, 0.9), OPEN, False),
        (OPEN, HOLD_30, True),  # of another program: nobody knows how long it was
    ],
)
def test_a_set_is_done_with_something_done(done: Achieved, planned: Achieved, counts: bool) -> None:
    """At least a rep or a step, or of a hold a second and a tenth of what was planned."""
    assert is_done(tried(done, planned)) is counts
    for outcome in (Outcome.SKIPPED, Outcome.HURT, Outcome.STOPPED):
        assert not is_done(tried(done, planned, outcome))


WHOLE = Achieved(None, 30.0)


@pytest.mark.parametrize(
    ("tries", "count"),
    [
        ([], 0),
        ([tried(WHOLE), tried(WHOLE, index=1)], 2),
        ([tried(WHOLE), tried(WHOLE, attempt=2)], 1),
        ([tried(WHOLE), tried(WHOLE, attempt=2, outcome=Outcome.SKIPPED)], 1),
        ([tried(WHOLE, outcome=Outcome.SKIPPED), tried(WHOLE, attempt=2)], 1),
        ([tried(WHOLE, outcome=Outcome.HURT), tried(WHOLE, attempt=2, exercise="squeeze")], 1),
        # After an easier exercise with fewer sets the places of later sets move up.
        ([tried(WHOLE), tried(WHOLE, attempt=2, exercise="clam-shell")], 2),
        ([tried(WHOLE, side=Side.LEFT), tried(WHOLE, attempt=2, side=Side.RIGHT)], 2),
    ],
)
def test_a_set_counts_once_and_stays_done(tries: list[SetResult], count: int) -> None:
    """However often it is tried."""
    assert len(done_sets(tries)) == count


def test_the_last_try_that_was_done_tells_the_dose() -> None:
    """Not a later one that was broken off."""
    again = tried(Achieved(None, 25.0), attempt=2)
    tries = [tried(WHOLE), again, tried(Achieved(None, 5.0), HOLD_30, Outcome.SKIPPED, attempt=3)]
    assert done_sets(tries) == (again,)


@pytest.mark.parametrize(
    ("done", "planned", "text"),
    [
        (5, 7, "5 of 7 sets"),
        (0, 1, "0 of 1 set"),
        (9, 8, "9 of 9 sets"),  # an easier exercise had more
        (1000, 1200, "1,000 of 1,200 sets"),
    ],
)
def test_how_many_of_how_many(done: int, planned: int, text: str) -> None:
    assert sets_text(done, planned) == text


def at(step: int, elapsed_s: float, added_s: float = 0.0) -> Place:
    """A place in a session."""
    return Place(State.PAUSED, step, elapsed_s, None, PauseReason.PERSON, added_s)


def test_what_is_left_counts_the_rest_that_was_added() -> None:
    """As long as it lasts; how much is over goes on from where it was."""
    timeline = plan(routine(entry(Reps(2, 2), sets=2)))  # 10 s, 12 s, rest 30 s, 12 s
    rest = timeline.sets[1].lead_in
    assert timeline.total_s == 64.0
    assert remaining_s(timeline, at(0, 0.0)) == 64.0
    assert remaining_s(timeline, at(rest, 5.0)) == 37.0
    assert remaining_s(timeline, at(rest, 5.0, 30.0)) == 67.0
    assert remaining_text(timeline, at(rest, 5.0, 30.0)) == "1:07 left"
    assert remaining_s(timeline, at(rest, 59.0, 30.0)) == 13.0
    assert share_done(timeline, at(rest, 59.0, 30.0)) == share_done(timeline, at(rest + 1, 0.0))


def test_an_open_step_takes_what_is_typical_then_nothing() -> None:
    """And what is left is told as a guess until the last of them is over."""
    timeline = plan(routine(entry(OpenReps()), entry(Reps(2, 2))))
    effort = timeline.sets[0].first
    typical_s = timeline.typical_s(timeline.steps[effort])
    after_s = timeline.total_s - timeline.starts_s[effort + 1]
    assert remaining_s(timeline, at(effort, 10.0)) == typical_s - 10.0 + after_s
    assert remaining_s(timeline, at(effort, typical_s + 99.0)) == after_s
    assert remaining_text(timeline, at(effort, 0.0)).startswith("about ")
    assert not remaining_text(timeline, at(effort + 1, 0.0)).startswith("about ")


def test_of_every_set_one_try_counts_the_one_that_was_done_or_else_the_last() -> None:
    done = tried(WHOLE, index=0)
    again = tried(Achieved(None, 2.0), outcome=Outcome.SKIPPED, index=0, attempt=2)
    hurt = tried(Achieved(None, 4.0), outcome=Outcome.HURT, index=1)
    left = tried(Achieved(None, 9.0), outcome=Outcome.SKIPPED, index=1, attempt=2)
    assert counting_tries([done, again, hurt, left]) == (done, left)
    assert counting_tries([again, done]) == (done,)
