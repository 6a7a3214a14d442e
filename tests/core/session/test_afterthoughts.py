"""What is told and corrected after a session."""

from glutetimer.core.exercise import Hold, Reps
from glutetimer.core.history.records import Feel, Outcome
from glutetimer.core.session.afterthoughts import Afterthoughts
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.states import Command
from glutetimer.core.settings import Settings
from tests.core.builders import entry, exercise, routine
from tests.fakes import FakeClock
from tests.fakes_history import FakeHistory
from tests.fakes_player import FakePlayer


class After:
    """After two sets of three bridges, the second skipped after the first rep, and a hold."""

    def __init__(self) -> None:
        clock, self.history = FakeClock(), FakeHistory()
        hold = entry(Hold(5.0), what=exercise("Iso"))
        some = routine(entry(Reps(3, 3), sets=2), hold)
        coach = Coach(some, Settings(get_ready_s=3.0), clock, self.history, FakePlayer())
        coach.do(Command.START)
        while coach.session.current_set.index == 0:
            clock.advance(0.5)
            coach.tick()
        for command in (Command.NEXT, Command.NEXT):
            coach.do(command)
        for _ in range(8):
            clock.advance(0.5)
            coach.tick()
        coach.do(Command.NEXT)
        while coach.session.can(Command.STOP):
            clock.advance(0.5)
            coach.tick()
        self.thoughts = Afterthoughts(coach.journal)

    @property
    def reps(self) -> list[int | None]:
        return [record.result.done.reps for record in self.history.records[1]]

    @property
    def feels(self) -> list[Feel | None]:
        return [record.feel for record in self.history.records[1]]


def test_how_an_exercise_was_is_kept_with_each_of_its_sets() -> None:
    after = After()
    after.thoughts.tell_feel(0, "bridge", Feel.HARD)
    assert after.feels == [Feel.HARD, Feel.HARD, None]
    assert after.thoughts.feel_of(0, "bridge") is Feel.HARD
    assert after.thoughts.feel_of(1, "iso") is None
    after.thoughts.tell_feel(0, "bridge", None)
    assert after.feels == [None, None, None]


def test_a_rep_more_goes_to_the_last_set_a_rep_fewer_where_there_is_one() -> None:
    after = After()
    assert after.reps == [3, 1, None]
    after.thoughts.correct(0, "bridge", 1)
    assert after.reps == [3, 2, None]
    for _ in range(3):
        after.thoughts.correct(0, "bridge", -1)
    assert after.reps == [2, 0, None]
    for _ in range(9):
        after.thoughts.correct(0, "bridge", -1)
    assert after.reps == [0, 0, None]
    assert after.history.records[1][0].result.outcome is Outcome.SKIPPED


def test_a_hold_has_no_reps_to_correct() -> None:
    after = After()
    after.thoughts.correct(1, "iso", 1)
    assert after.reps == [3, 1, None]
