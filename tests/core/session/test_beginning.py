"""What the very first "get ready" waits for before it counts."""

from dataclasses import replace

import pytest

from glutetimer.core.exercise import Reps
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.beginning import LONGEST_S
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.session import forward_of, toggle_of
from glutetimer.core.session.states import Command, State
from glutetimer.core.settings import FirstWait, Settings, Verbosity
from tests.core.builders import entry, routine
from tests.fakes import FakeClock
from tests.fakes_history import FakeHistory
from tests.fakes_player import FakePlayer

SETTINGS = Settings(get_ready_s=10.0)


class World:
    """A coach, and a player that is still making its clips."""

    def __init__(
        self,
        wait: FirstWait = FirstWait.WORDS,
        settings: Settings = SETTINGS,
        first_set: int = 0,
    ) -> None:
        settings = replace(settings, first_wait=wait)
        self.clock = FakeClock()
        self.history = FakeHistory()
        self.player = FakePlayer(done=(0, 20))
        self.coach = Coach(
            routine(entry(Reps(3, 3), sets=2)),
            settings,
            self.clock,
            self.history,
            self.player,
            first_set=first_set,
        )

    @property
    def state(self) -> State:
        return self.coach.session.place.state

    def after(self, seconds: float) -> None:
        for _ in range(round(seconds / 0.5)):
            self.clock.advance(0.5)
            self.coach.tick()


def test_at_once_means_at_once() -> None:
    world = World(FirstWait.NONE)
    world.coach.begin()
    assert world.state is State.RUNNING
    assert world.coach.session.place.duration_s == 10.0


def test_the_first_words_leave_all_of_the_wait() -> None:
    """The clips take two seconds to make; what comes is said in four more."""
    world = World()
    world.coach.begin()
    world.after(2.0)
    assert not world.history.starts
    world.player.make_ready()
    world.after(0.5)
    assert world.state is State.RUNNING
    place = world.coach.session.place
    words = world.player.sheets[-1].of_step(0)
    ends_s = max(c.offset_s + c.duration_s for c in words if "bridge" in c.text.lower())
    assert place.added_s == pytest.approx(ends_s)
    assert place.duration_s == pytest.approx(10.0 + ends_s)
    (_, step, elapsed_s, _, added_s) = world.player.told[-1]
    assert (step, elapsed_s, added_s) == (0, 0.0, place.added_s)


def test_words_that_do_not_come_are_not_waited_for_for_ever() -> None:
    world = World()
    world.coach.begin()
    world.after(LONGEST_S)
    assert world.state is State.RUNNING
    assert world.coach.session.place.added_s == 0.0


@pytest.mark.parametrize("verbosity", [Verbosity.TONES, Verbosity.SILENT])
def test_without_words_there_is_nothing_to_wait_for(verbosity: Verbosity) -> None:
    world = World(settings=Settings(verbosity=verbosity))
    world.player.done = (0, 0)
    world.coach.begin()
    assert world.state is State.RUNNING
    assert world.coach.session.place.added_s == 0.0


@pytest.mark.parametrize("wait", [FirstWait.KEY, FirstWait.WORDS])
def test_a_key_begins_it_at_any_time(wait: FirstWait) -> None:
    world = World(wait)
    world.coach.begin()
    world.after(3.0)
    session = world.coach.session
    assert (world.state, toggle_of(session), forward_of(session)) == (
        State.READY,
        *[Command.START] * 2,
    )
    world.coach.do(toggle_of(session))
    world.after(1.0)
    assert world.state is State.RUNNING
    assert session.place.elapsed_s == 1.0


def test_a_key_is_waited_for_as_long_as_it_takes() -> None:
    world = World(FirstWait.KEY)
    world.player.make_ready()
    world.coach.begin()
    world.after(200.0)
    assert world.state is State.READY


def test_a_start_in_the_middle_waits_as_well() -> None:
    world = World(first_set=1)
    world.player.make_ready()
    world.coach.begin()
    place = world.coach.session.place
    assert world.coach.timeline.steps[place.step].kind is StepKind.GET_READY
    assert place.duration_s == 10.0 + place.added_s
    assert place.added_s > 1.0


def test_the_pain_before_can_be_told_while_it_waits() -> None:
    world = World(FirstWait.KEY)
    world.coach.begin()
    world.coach.note_pain_before(4)
    world.coach.do(Command.START)
    assert world.history.starts[1].pain_before == 4


def test_who_stops_before_it_began_has_begun_nothing() -> None:
    world = World(FirstWait.KEY)
    world.coach.begin()
    world.coach.do(Command.STOP)
    assert world.state is State.ENDED
    assert not world.history.starts
