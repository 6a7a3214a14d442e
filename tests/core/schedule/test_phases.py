"""A plan with phases: where somebody is, and that no phase is left by itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.history.records import SessionSummary
from glutetimer.core.schedule.following import PlanStanding, standing
from glutetimer.core.schedule.phase import Named, PlanPhase
from glutetimer.core.schedule.plan_words import phase_lines, where_line
from glutetimer.core.schedule.routine_plan import PlanDay, RoutinePlan
from tests.core.schedule.builders import BEGUN, HERE, done, plan

PHASES = (PlanPhase("Begin", 1, 2), PlanPhase("Build", 3, 3), PlanPhase("Keep", 4, 4))
PLAN = replace(
    plan("1 Mon a", "1 Tue -", "1 Wed a", "2 Mon a", "2 Wed a", "3 Mon b", "3 Wed c", "4 Mon d"),
    phases=PHASES,
)


def at(
    sessions: Sequence[SessionSummary], day: float, week: int = 1, the_plan: RoutinePlan = PLAN
) -> PlanStanding:
    now = (BEGUN + timedelta(days=day)).astimezone(HERE)
    return standing(the_plan, BEGUN, sessions, now, week)


def days(routine: str, *on: float) -> list[SessionSummary]:
    return [done(routine, day) for day in on]


CASES = [
    # (sessions, day it is, week chosen, what is next, row, phase done, done in week, days away)
    ([], 0, 1, "week 1, Mon", 0, False, 0, 0),
    ([], 40, 1, "week 1, Mon", 0, False, 0, 40),  # nobody is late
    (days("a", 0), 2, 1, "week 1, Wed", 2, False, 1, 2),
    (days("a", 0, 2), 4, 1, "week 2, Mon", 3, False, 0, 2),
    # The phase is done: its last week comes again, until the person goes on
    (days("a", 0, 2, 4, 6), 7, 1, "week 2, Mon", 3, True, 0, 1),
    (days("a", 0, 2, 4, 6, 8), 9, 1, "week 2, Wed", 4, True, 1, 1),
    (days("a", 0, 2, 4, 6, 8, 10), 11, 1, "week 2, Mon", 3, True, 0, 1),
    (days("a", *range(0, 60, 2)), 60, 1, "week 2, Mon", 3, True, 0, 2),
    # What is of the next phase moves nothing on
    ([*days("a", 0, 2, 4, 6), done("b", 7)], 8, 1, "week 2, Mon", 3, True, 0, 2),
    ([*days("a", 0, 2, 4), done("b", 5)], 6, 1, "week 2, Wed", 4, False, 1, 2),
    # A week that the person chose
    ([], 0, 3, "week 3, Mon", 5, False, 0, 0),
    (days("b", 0), 1, 3, "week 3, Wed", 6, False, 1, 1),
    ([done("b", 0), done("c", 2)], 3, 3, "week 3, Mon", 5, True, 0, 1),
    (days("a", 1), 2, 2, "week 2, Wed", 4, False, 1, 1),
    # The last phase has an end
    (days("d", 0), 1, 4, None, 8, True, 0, 1),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sessions", "day", "week", "line", "row", "is_done", "in_week", "away"), CASES
)
def test_where_somebody_is(
    sessions: list[SessionSummary],
    day: float,
    week: int,
    line: str | None,
    row: int,
    is_done: bool,
    in_week: int,
    away: int,
) -> None:
    found = at(sessions, day, week)

    assert (found.day.when if found.day else None) == line
    assert found.row == row
    assert found.is_phase_done is is_done
    assert (found.done_in_week, found.away_days) == (in_week, away)


def test_a_day_of_other_routines_takes_any_of_them() -> None:
    choice = PlanDay(1, "Mon", "a", "A", others=(Named("b", "B"),), minutes=20)
    either = RoutinePlan("p", "P", (choice, PlanDay(1, "Wed", "c", "C")))

    assert choice.what == "A in 20 minutes or B"
    assert at([done("b", 0)], 1, the_plan=either).day == either.days[1]


def test_a_plan_that_was_edited_in_the_middle_goes_on_from_the_same_week() -> None:
    sessions = days("b", 0)
    before = at(sessions, 1, week=3)
    more = replace(PLAN, days=(*PLAN.days, PlanDay(3, "Fri", "e", "E")))
    assert at(sessions, 1, 3, more).day == before.day

    other = replace(PLAN, days=tuple(replace(one, routine_id="x") for one in PLAN.days))
    assert at(sessions, 1, 3, other).week == 3, "what was done counts no more, the week stays"

    shorter = replace(plan("1 Mon a", "2 Mon a"), phases=(PlanPhase("Begin", 1, 2),))
    assert at([], 1, 3, shorter).day == shorter.days[1], "its last week"


def test_a_plan_that_is_begun_again_knows_nothing_of_before() -> None:
    again = (BEGUN + timedelta(days=9)).astimezone(HERE)
    found = standing(PLAN, again, days("a", 0, 2, 4), again)
    assert (found.row, found.away_days) == (0, 0)


def test_a_clock_that_was_set_back_loses_nothing() -> None:
    sessions = days("a", 0, 2)
    assert at(sessions, 1).row == at(sessions, 3).row == 3
    assert at(sessions, 1).away_days == 0
    before = BEGUN - timedelta(days=30)
    assert standing(PLAN, BEGUN, sessions, before.astimezone(HERE)).away_days == 0


@pytest.mark.parametrize("hours", [-11, 0, 13])
def test_a_journey_moves_no_week(hours: int) -> None:
    there = timezone(timedelta(hours=hours))
    noon = datetime(2026, 3, 11, 12, tzinfo=UTC)
    found = standing(PLAN, BEGUN, days("a", 0, 2), noon.astimezone(there))
    assert (found.row, found.week) == (3, 2)


@given(st.lists(st.tuples(st.sampled_from("abcdx"), st.integers(0, 80)), max_size=30))
def test_whatever_is_done_no_phase_is_left(sessions: list[tuple[str, int]]) -> None:
    found = at([done(routine, day) for routine, day in sessions], 80)
    assert found.day is not None
    assert found.week <= 2
    assert found.session is not None


def test_where_one_is_and_what_phases_ask_is_said() -> None:
    assert where_line(PLAN, at([], 0, 3)) == "week 3 of 4, phase 2 of 3: Build"
    assert list(phase_lines(PHASES[0])) == ["Begin: weeks 1 to 2"]
    assert list(phase_lines(PHASES[1])) == ["Build: week 3"]
