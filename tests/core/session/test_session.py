"""The state table, time and its gaps."""

from itertools import cycle, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.errors import IllegalCommandError
from glutetimer.core.exercise import Hold, OpenHold, OpenReps, Reps, Side, Sides
from glutetimer.core.history.records import Achieved, Outcome, SessionEnd
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.session.events import (
    Ended,
    Event,
    Paused,
    PauseReason,
    Resumed,
    SetEnded,
    StepBegan,
)
from glutetimer.core.session.session import MAX_GAP_S, Session
from glutetimer.core.session.states import TRANSITIONS, Command, State
from tests.core.builders import entry, plan, routine, routines

T0 = 500.0


def begun(*entries: Prescription) -> Session:
    """A running session that began at T0."""
    session = Session(plan(routine(*entries)))
    session.do(Command.START, T0)
    return session


def run_to(session: Session, until_s: float, tick_s: float = 1.0) -> list[Event]:
    """Advance in ticks up to a clock time counted from T0."""
    events: list[Event] = []
    now_s = session._last_s - T0
    while now_s < until_s:
        now_s = min(now_s + tick_s, until_s)
        events += session.advance(T0 + now_s)
    return events


def results(events: list[Event]) -> list[tuple[Outcome, Achieved]]:
    """Outcome and achievement of every set that ended."""
    return [(e.result.outcome, e.result.done) for e in events if isinstance(e, SetEnded)]


def test_a_whole_session_runs_to_its_end() -> None:
    """Two reps: get ready 10 s, then 12 s."""
    session = begun(entry(Reps(2, 2)))
    events = run_to(session, 30.0)
    assert [e.step for e in events if isinstance(e, StepBegan)] == list(range(1, 9))
    assert results(events) == [(Outcome.DONE, Achieved(2, 12.0))]
    assert events[-1] == Ended(SessionEnd.FINISHED, T0 + 22.0, 22.0)
    assert session.place.state is State.ENDED


def _play(some: Routine, ticks: list[float]) -> list[Event]:
    """Play to the end; open-ended sets are ended after seven seconds in every run."""
    session = Session(plan(some))
    events = list(session.do(Command.START, T0))
    pattern, now_s = cycle(ticks), T0
    while session.place.state is not State.ENDED:
        place = session.place
        end_s = now_s - place.elapsed_s + 7.0
        if place.duration_s is None and end_s <= now_s + MAX_GAP_S:
            now_s = end_s
            events += session.do(Command.FINISH_SET, now_s)
        else:
            # No tick runs into an open-ended step: the moments of its end must be the same.
            # But every tick gets on, also where rounding leaves the step a hair short of its end.
            open_s = max(_next_open_s(session, now_s), now_s + 1e-9)
            now_s = min(now_s + next(pattern), open_s)
            events += session.advance(now_s)
    return events


def _next_open_s(session: Session, now_s: float) -> float:
    """When the next open-ended step begins."""
    place = session.place
    if place.duration_s is None:
        return float("inf")
    at_s = now_s - place.elapsed_s + place.duration_s
    for step in session.timeline.steps[place.step + 1 :]:
        if step.duration_s is None:
            return at_s
        at_s += step.duration_s
    return float("inf")


@given(routines(), st.lists(st.floats(0.2, 1.99), min_size=1, max_size=12))
def test_any_tick_pattern_gives_the_same_events(some: Routine, ticks: list[float]) -> None:
    """Where the ticks fall changes nothing, not even the exact times."""
    regular, other = _play(some, [0.5, 0.7]), _play(some, ticks)
    assert [_shape(e) for e in regular] == [_shape(e) for e in other]
    for one, two in zip(regular, other, strict=True):
        assert one.clock_s == pytest.approx(two.clock_s, abs=1e-6)


def _shape(event: Event) -> tuple[object, ...]:
    match event:
        case StepBegan(step):
            return ("step", step)
        case SetEnded(result):
            return ("set", result.index, result.outcome, result.done.reps)
        case Ended(end):
            return ("end", end)
        case _:
            return (type(event).__name__,)


@given(st.lists(st.tuples(st.floats(0.0, 1.9), st.floats(0.0, 5000.0)), min_size=1, max_size=10))
def test_pausing_anywhere_neither_loses_nor_adds_time(
    pauses: list[tuple[float, float]],
) -> None:
    """After any pauses the session stands exactly at the time that it ran."""
    session = begun(entry(Hold(100)))
    now_s, ran_s = T0, 0.0
    for run_s, pause_s in pauses:
        now_s, ran_s = now_s + run_s, ran_s + run_s
        session.do(Command.PAUSE, now_s)
        now_s += pause_s
        session.do(Command.RESUME, now_s)
    place = session.place
    stood_s = session.timeline.starts_s[place.step] + place.elapsed_s
    assert stood_s == pytest.approx(ran_s, abs=1e-6)
    assert session.active_s == pytest.approx(ran_s, abs=1e-6)


def test_a_gap_pauses_where_the_session_was_last_seen() -> None:
    """The lid was closed for five minutes in the middle of a hold."""
    session = begun(entry(Hold(30)))
    run_to(session, 15.0)
    events = session.advance(T0 + 15.0 + 300.0)
    assert events == (Paused(PauseReason.GAP, T0 + 15.0, 300.0),)
    assert (session.place.step, session.place.elapsed_s) == (1, 5.0)
    assert session.do(Command.RESUME, T0 + 400.0) == (Resumed(1, 5.0, T0 + 400.0),)
    session.advance(T0 + 401.0)
    assert session.place.elapsed_s == 6.0
    assert session.active_s == 16.0


def test_a_clock_that_steps_back_is_ignored() -> None:
    """Nothing moves until the clock has caught up."""
    session = begun(entry(Hold(30)))
    run_to(session, 12.0)
    assert session.advance(T0 + 3.0) == ()
    assert session.place.elapsed_s == 2.0
    session.advance(T0 + 12.5)
    assert session.place.elapsed_s == 2.5


def test_a_command_that_came_too_late_is_dropped() -> None:
    """The last set ended by itself just before the key."""
    session = begun(entry(Hold(1)))
    run_to(session, 10.5)
    events = session.do(Command.FINISH_SET, T0 + 11.2)
    assert results(list(events)) == [(Outcome.DONE, Achieved(None, 1.0))]
    assert isinstance(events[-1], Ended)


@pytest.mark.parametrize("command", Command)
@pytest.mark.parametrize("state", State)
def test_the_table_says_what_is_allowed(state: State, command: Command) -> None:
    """What the table does not name raises and changes nothing; the rest is carried out."""
    session = Session(plan(routine(entry(Hold(30), sets=3), entry(Hold(5)))))
    if state is not State.READY:
        session.do(Command.START, T0)
        run_to(session, 60.0)  # ten seconds into the rest after the first set of 30 s
        run_to(session, 75.0)  # five seconds into the second set
    if state is State.PAUSED:
        session.do(Command.PAUSE, T0 + 75.0)
    if state is State.ENDED:
        session.do(Command.STOP, T0 + 75.0)
    before = session.place
    assert before.state is state
    if session.can(command):
        assert (state, command) in TRANSITIONS
        session.do(command, T0 + 75.0)
        assert session.place.state is TRANSITIONS[state, command]
    else:
        with pytest.raises(IllegalCommandError):
            session.do(command, T0 + 75.0)
        assert session.place == before


def test_next_leaves_a_set_and_then_the_rest() -> None:
    """From the set to the rest, from the rest to its last six seconds, then to the set."""
    session = begun(entry(Reps(5, 5), sets=2))
    run_to(session, 10 + 6 + 3.0)  # the second rep has just been lifted and held
    events = session.do(Command.NEXT, T0 + 19.0)
    assert results(list(events)) == [(Outcome.SKIPPED, Achieved(2, 9.0))]
    rest = session.place.step
    assert session.timeline.steps[rest].kind.value == "rest"
    session.do(Command.NEXT, T0 + 19.5)
    assert (session.place.step, session.place.elapsed_s) == (rest, 24.0)
    session.do(Command.NEXT, T0 + 20.0)
    assert (session.place.step, session.place.elapsed_s) == (rest + 1, 0.0)


@pytest.mark.parametrize(
    ("into_s", "reps"), [(1.9, 0), (2.9, 0), (3.1, 1), (5.9, 1), (8.9, 1), (9.1, 2)]
)
def test_a_rep_counts_once_its_top_is_held(into_s: float, reps: int) -> None:
    """Lift 2 s, top 1 s, lower 2 s, pause 1 s: the rep counts from the third second on."""
    session = begun(entry(Reps(5, 5)))
    run_to(session, 10.0)
    run_to(session, 10.0 + into_s)
    events = session.do(Command.FINISH_SET, T0 + 10.0 + into_s)
    ((outcome, done),) = results(list(events))
    assert outcome is (Outcome.DONE if reps else Outcome.SKIPPED)  # "done" too early
    assert done.reps == reps
    assert done.seconds == pytest.approx(into_s)


def test_an_open_set_counts_up_until_the_person_ends_it() -> None:
    """Four whole reps and one that has been lifted and held."""
    session = begun(entry(OpenReps()))
    run_to(session, 10.0 + 4 * 6 + 3.5)
    events = session.do(Command.FINISH_SET, T0 + 10.0 + 4 * 6 + 3.5)
    ((_, done),) = results(list(events))
    assert done.reps == 5
    assert done.seconds == pytest.approx(27.5)
    assert isinstance(events[-1], Ended)


def test_previous_restarts_a_set_and_then_goes_back() -> None:
    """As music players do."""
    session = begun(entry(Hold(30), sets=2))
    run_to(session, 80.0)
    first, second = session.timeline.sets
    assert session.current_set == second
    events = session.do(Command.PREVIOUS, T0 + 80.0)
    assert results(list(events)) == [(Outcome.SKIPPED, Achieved(None, 10.0))]
    assert session.place.step == second.first - 1
    session.do(Command.PREVIOUS, T0 + 80.1)
    assert session.current_set == first
    assert session.place.elapsed_s == 4.0


def test_repeating_a_set_in_the_rest_counts_a_second_attempt() -> None:
    """Both attempts are recorded."""
    session = begun(entry(Hold(5), sets=2))
    run_to(session, 20.0)
    session.do(Command.REPEAT_SET, T0 + 20.0)
    events = run_to(session, 31.5)
    attempts = [e.result.attempt for e in events if isinstance(e, SetEnded)]
    assert attempts == [2]


def test_more_rest_is_added_while_waiting_only() -> None:
    """Ten seconds more; a set cannot be stretched."""
    session = begun(entry(Hold(5), sets=2))
    run_to(session, 20.0)
    session.do(Command.ADD_REST, T0 + 20.0)
    assert session.place.duration_s == 40.0
    run_to(session, 55.5)
    assert session.place.step == 3
    assert not session.can(Command.ADD_REST)


def test_it_hurts_ends_the_set_and_waits() -> None:
    """Resuming leaves the set for good."""
    session = begun(entry(Hold(30), sets=2))
    run_to(session, 22.0)
    events = session.do(Command.HURT, T0 + 22.0)
    assert results(list(events)) == [(Outcome.HURT, Achieved(None, 12.0))]
    assert session.place.reason is PauseReason.HURT
    assert not session.can(Command.FINISH_SET)
    after = session.do(Command.RESUME, T0 + 60.0)
    assert after == (Resumed(2, 0.0, T0 + 60.0),)


def test_it_hurts_in_the_last_set_ends_the_session_when_resumed() -> None:
    """Nothing is left after it."""
    session = begun(entry(Hold(30)))
    run_to(session, 22.0)
    session.do(Command.HURT, T0 + 22.0)
    assert session.do(Command.RESUME, T0 + 30.0) == (Ended(SessionEnd.FINISHED, T0 + 30.0, 22.0),)


def test_skipping_an_exercise_goes_to_the_next_one() -> None:
    """All its sides and sets are left out."""
    session = begun(entry(Hold(5), sets=3, sides=Sides.EACH), entry(Hold(7)))
    run_to(session, 12.0)
    session.do(Command.SKIP_EXERCISE, T0 + 12.0)
    assert session.timeline.steps[session.current_set.first].duration_s == 7


def test_stopping_keeps_what_was_begun() -> None:
    """A set that is stopped after some seconds is recorded as stopped."""
    session = begun(entry(OpenHold()))
    run_to(session, 18.0)
    events = session.do(Command.STOP, T0 + 18.0)
    assert results(list(events)) == [(Outcome.STOPPED, Achieved(None, 8.0))]
    assert events[-1] == Ended(SessionEnd.STOPPED, T0 + 18.0, 18.0)


def test_a_session_can_begin_in_the_middle() -> None:
    """Ten seconds ahead of the set, on the right side."""
    session = Session(plan(routine(entry(Hold(30), sets=2, sides=Sides.EACH))), first_set=2)
    session.do(Command.START, T0)
    assert session.current_set.index == 2
    assert session.timeline.steps[session.current_set.first].side is Side.LEFT
    assert (session.place.duration_s or 0) - session.place.elapsed_s == 10.0


def test_steps_begin_back_to_back() -> None:
    """Each step begins exactly when the one before it is over."""
    session = begun(entry(Reps(3, 3)), entry(Hold(11)))
    events = run_to(session, 120.0, tick_s=0.7)
    starts = [e.clock_s for e in events if isinstance(e, StepBegan)]
    durations = [step.duration_s for step in session.timeline.steps[1:-1]]
    gaps = [later - earlier for earlier, later in pairwise(starts)]
    assert gaps == pytest.approx(durations)
