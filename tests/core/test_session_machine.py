"""Random commands, ticks and clock jumps never bring a session out of order."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from glutetimer.core.errors import IllegalCommandError
from glutetimer.core.history.records import SetResult
from glutetimer.core.routine import Routine
from glutetimer.core.session.events import Ended, Event, Paused, PauseReason, SetEnded
from glutetimer.core.session.session import MAX_GAP_S, Session
from glutetimer.core.session.states import TRANSITIONS, Command, State
from tests.core.builders import plan, routines


class SessionMachine(RuleBasedStateMachine):
    """A person who presses any key at any time, on a machine that sleeps now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.now_s = 100.0
        self.seen_s = 100.0
        self.running_s = 0.0
        self.results: list[SetResult] = []
        self.ends = 0

    @initialize(some=routines(), first=st.integers(0, 5))
    def begin(self, some: Routine, first: int) -> None:
        """Any routine from any of its sets."""
        timeline = plan(some)
        self.session = Session(timeline, min(first, len(timeline.sets) - 1))

    def heed(self, events: tuple[Event, ...]) -> None:
        """Keep what happened."""
        times = [event.clock_s for event in events]
        assert times == sorted(times)
        assert all(at_s <= self.now_s for at_s in times)
        self.results += [e.result for e in events if isinstance(e, SetEnded)]
        self.ends += sum(isinstance(e, Ended) for e in events)

    @rule(seconds=st.floats(0.0, MAX_GAP_S - 0.01))
    def tick(self, seconds: float) -> None:
        """Time passes as usual."""
        self.now_s += seconds
        was_running = self.session.place.state is State.RUNNING
        self.heed(self.session.advance(self.now_s))
        if was_running:
            self.running_s += seconds

    @rule(seconds=st.floats(MAX_GAP_S + 0.01, 1e6))
    def sleep(self, seconds: float) -> None:
        """The lid is closed: a running session pauses where it was."""
        self.now_s += seconds
        before = self.session.place
        events = self.session.advance(self.now_s)
        self.heed(events)
        if before.state is State.RUNNING:
            assert [e.reason for e in events if isinstance(e, Paused)] == [PauseReason.GAP]
            assert self.session.place.elapsed_s == before.elapsed_s

    @rule(seconds=st.floats(0.0, 1e4))
    def clock_steps_back(self, seconds: float) -> None:
        """Nothing moves."""
        before = self.session.place
        self.heed(self.session.advance(self.now_s - seconds))
        assert self.session.place == before

    @rule(command=st.sampled_from(Command))
    def press(self, command: Command) -> None:
        """Any key: carried out, or refused with nothing changed."""
        before = self.session.place
        allowed = self.session.can(command)
        try:
            self.heed(self.session.do(command, self.now_s))
        except IllegalCommandError:
            assert not allowed
            assert self.session.place == before
        else:
            assert allowed
            assert self.session.place.state in {TRANSITIONS[before.state, command], State.ENDED}

    @precondition(lambda self: self.session.can(Command.NEXT))
    @rule(some=routines())
    def swap(self, some: Routine) -> None:
        """Another timeline, as for an easier alternative."""
        timeline = plan(some)
        self.heed(self.session.swap(timeline, len(timeline.sets) - 1, self.now_s))

    @invariant()
    def the_place_exists(self) -> None:
        """The elapsed time lies within the step."""
        place = self.session.place
        assert 0 <= place.step < len(self.session.timeline.steps)
        assert place.elapsed_s >= 0.0
        if place.duration_s is not None and place.state is not State.ENDED:
            assert place.elapsed_s <= place.duration_s

    @invariant()
    def active_time_is_what_ran(self) -> None:
        """Time under way never exceeds the time that ran."""
        assert self.session.active_s <= self.running_s + 1e-6

    @invariant()
    def every_attempt_is_recorded_once(self) -> None:
        """No set is recorded twice under the same attempt."""
        keys = [(result.index, result.attempt) for result in self.results]
        assert len(keys) == len(set(keys))

    @invariant()
    def it_ends_once(self) -> None:
        """And stays ended."""
        assert self.ends == (self.session.place.state is State.ENDED)


TestSessionMachine = SessionMachine.TestCase
TestSessionMachine.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
