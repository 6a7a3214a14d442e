"""A warm-up in the history: its minutes, and none of its sets but those that hurt."""

from dataclasses import replace

import pytest

from glutetimer.core.exercise import Hold
from glutetimer.core.history.records import Outcome, Pain, SessionEnd
from glutetimer.core.history.special_routines import WARM_UP
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.states import Command
from glutetimer.core.settings import Settings
from tests.core.builders import entry, routine
from tests.core.session.test_coach import World


@pytest.fixture
def world() -> World:
    """A warm-up of two holds that has begun."""
    made = World(entry(Hold(5), sets=2))
    warm_up = replace(routine(entry(Hold(5), sets=2)), id=WARM_UP)
    made.coach = Coach(warm_up, Settings(), made.clock, made.history, made.player)
    made.coach.do(Command.START)
    return made


def test_it_is_a_session_of_no_set_with_its_minutes(world: World) -> None:
    world.run(200)

    [summary] = world.history.summaries.values()
    assert summary.start.planned_sets == summary.sets_done == 0
    assert summary.end is SessionEnd.FINISHED
    assert summary.active_s > 10
    assert world.history.records[summary.id] == []
    assert len(world.coach.results) == 2


def test_a_set_that_hurt_is_kept_with_its_pain(world: World) -> None:
    world.run(18)
    world.coach.do(Command.HURT)
    world.coach.report_pain(Pain("low back", 6))

    [[record]] = world.history.records.values()
    assert (record.result.outcome, record.pain) == (Outcome.HURT, Pain("low back", 6))
    assert next(iter(world.history.summaries.values())).sets_done == 0


def test_of_a_set_that_was_done_the_pain_is_kept_too(world: World) -> None:
    world.run(24)
    [hurt, *_] = [one for one in world.coach.hurting() if one.result is not None]
    world.coach.report_pain(Pain("hip", 3), hurt)

    [[record]] = world.history.records.values()
    assert (record.result.outcome, record.pain) == (Outcome.HURT, Pain("hip", 3))


def test_nothing_of_it_is_kept_that_was_left_out(world: World) -> None:
    world.coach.do(Command.STOP)
    assert world.history.deleted == set(world.history.summaries)
