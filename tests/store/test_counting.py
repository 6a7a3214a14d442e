"""That the history counts as the screens do, whatever a person presses."""

import contextlib
import sqlite3
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.exercise import Hold, OpenReps, Reps, Sides
from glutetimer.core.history.counting import done_sets, is_worth_keeping
from glutetimer.core.history.records import Pain, SessionEnd
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.states import Command, State
from glutetimer.core.settings import Settings
from glutetimer.store.history import History
from glutetimer.store.schema import MIGRATIONS, migrate
from glutetimer.ui.session.summary import lines
from tests.core.builders import entry, exercise, routine
from tests.fakes import FakeClock
from tests.fakes_player import FakePlayer
from tests.store.builders import MONDAY, a_set, a_start
from tests.store.conftest import Open
from tests.store.test_history import same_history
from tests.store.test_progress import agree

EASY = exercise("Squeeze")
SOME = routine(
    entry(Reps(2, 2), 2, Sides.EACH, exercise("Clam", easier=("squeeze",))),
    entry(Hold(5.0)),
    entry(OpenReps(), what=exercise("Kick")),
)
PRESSES = (
    *(Command.FINISH_SET, Command.NEXT, Command.PREVIOUS, Command.REPEAT_SET),
    *(Command.SKIP_EXERCISE, Command.HURT, Command.RESUME, Command.ADD_REST, "swap"),
)


@same_history
@given(
    st.integers(0, 3),
    st.lists(st.tuples(st.sampled_from(PRESSES), st.sampled_from([0.2, 4.0, 11.0])), max_size=25),
)
def test_the_history_has_what_the_end_page_says(
    history: History, first_set: int, presses: list[tuple[Command | str, float]]
) -> None:
    clock = FakeClock()
    coach = Coach(
        SOME, Settings(get_ready_s=3.0), clock, history, FakePlayer(), first_set=first_set
    )
    coach.do(Command.START)
    for press, seconds in presses:
        for _ in range(int(seconds * 5)):
            clock.advance(0.2)
            coach.tick()
        if coach.session.place.state is State.ENDED:
            break
        if isinstance(press, Command):
            if coach.session.can(press):
                coach.do(press)
        elif EASY in coach.substitutes({EASY.id: EASY}):
            coach.swap_exercise(EASY)
    if coach.session.can(Command.STOP):
        coach.do(Command.STOP)
    found = [s for s in history.sessions() if s.id == coach.journal.session_id]
    assert bool(found) is is_worth_keeping(coach.results)
    if not found:
        return
    (summary,) = found
    shown = lines(coach.timeline, coach.results, first_set)
    assert sum(int(line.sets.split()[0]) for line in shown) == summary.sets_done
    assert summary.sets_done == len(done_sets(coach.results))
    assert summary.start.planned_sets == coach.planned_sets


def test_a_session_that_goes_on_is_of_as_many_sets_as_when_it_began(history: History) -> None:
    """Also if it began in the middle."""
    coach = Coach(SOME, Settings(), FakeClock(), history, FakePlayer(), first_set=2)
    coach.do(Command.START)
    number = coach.journal.session_id
    again = Coach(
        SOME, Settings(), FakeClock(), history, FakePlayer(), first_set=3, continues=number
    )
    assert again.planned_sets == coach.planned_sets == len(coach.timeline.sets) - 2


def test_the_third_version_counts_anew(path: Path, open_history: Open) -> None:
    """Sets that were tried twice, and those that were ended before anything was done."""
    path.parent.mkdir()
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, MIGRATIONS[:2])
        connection.execute(
            """INSERT INTO session (id, routine_id, routine_title, started_at_us, utc_offset_min,
                planned_s, planned_sets, ended_how, ended_at_us)
            VALUES (1, 'r', 'R', 1767600000000000, 0, 600, 3, 'finished', 1767600600000000)"""
        )
        for index, attempt, reps in ((0, 1, 10), (0, 2, 10), (1, 1, 0), (2, 1, 9)):
            connection.execute(
                """INSERT INTO set_record (session_id, set_index, attempt, entry, exercise_id,
                    exercise_name, round, set_number, planned_reps, done_reps, done_s, outcome,
                    load, ended_at_us)
                VALUES (1, ?, ?, 0, 'bridge', 'Bridge', 1, ?, 10, ?, 40, 'done', '', ?)""",
                (index, attempt, index + 1, reps, 1767600000000000 + index),
            )
        assert connection.execute("SELECT sets_done FROM session").fetchall() == [(4,)]
    history = open_history()
    (summary,) = history.sessions()
    assert (summary.sets_done, summary.start.planned_sets) == (2, 3)
    assert [one.sets for one in history.progress.exercise_totals("bridge")] == [2]
    agree(history)


def test_a_place_of_pain_without_a_number_is_no_pain_of_0(history: History) -> None:
    """It is kept, and counts in no worst pain."""
    number = history.begin(a_start())
    history.add_set(number, a_set(0))
    history.note_pain(number, 0, 1, Pain("hip", None))
    history.finish(number, SessionEnd.FINISHED, MONDAY, 60.0)
    assert [record.pain for record in history.sets(number)] == [Pain("hip", None)]
    assert [one.worst_pain for one in history.progress.totals()] == [None]
