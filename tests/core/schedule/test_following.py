"""Where somebody is in a plan, by what the history has."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from glutetimer.core.history.records import SessionEnd, SessionSummary
from glutetimer.core.schedule.following import PlanStanding, standing
from glutetimer.core.schedule.plan_words import next_line, plan_facts, then_line
from glutetimer.core.schedule.routine_plan import RoutinePlan
from tests.core.schedule.builders import BEGUN, HERE, done, plan


def after(the_plan: RoutinePlan, sessions: Sequence[SessionSummary], day: float) -> PlanStanding:
    now = (BEGUN + timedelta(days=day)).astimezone(HERE)
    return standing(the_plan, BEGUN, sessions, now)


TWO_WEEKS = plan("1 Mon a", "1 Tue -", "1 Wed b", "2 Mon a", "2 Wed c")
ENDLESS = plan("Mon a", "Tue -", "Wed b")

CASES = [
    # (plan, sessions, day it is, what is next, what comes after rest)
    (TWO_WEEKS, [], 0, "week 1, Mon, A", ""),
    (TWO_WEEKS, [], 30, "week 1, Mon, A", ""),  # nobody is late
    (TWO_WEEKS, [done("a", 0)], 0.1, "week 1, Tue, rest", "Then week 1, Wed, B"),
    (TWO_WEEKS, [done("a", 0)], 1, "week 1, Tue, rest", "Then week 1, Wed, B"),
    (TWO_WEEKS, [done("a", 0)], 2, "week 1, Wed, B", ""),
    (TWO_WEEKS, [done("a", 0), done("b", 1)], 1.1, "week 2, Mon, A", ""),  # on the day of rest
    (TWO_WEEKS, [done("a", 0), done("b", 2)], 2.1, "week 2, Mon, A", ""),
    (TWO_WEEKS, [done("b", 0)], 0.1, "week 2, Mon, A", ""),  # one is left out
    (TWO_WEEKS, [done("x", 0)], 0.1, "week 1, Mon, A", ""),  # not in the plan
    (TWO_WEEKS, [done("c", 0)], 0.1, None, ""),  # of the week that comes
    (TWO_WEEKS, [done("a", -1)], 0, "week 1, Mon, A", ""),  # before it was begun
    (TWO_WEEKS, [done("a", 0, SessionEnd.STOPPED)], 1, "week 1, Mon, A", ""),
    (TWO_WEEKS, [done("a", 0, SessionEnd.INTERRUPTED)], 1, "week 1, Mon, A", ""),
    (TWO_WEEKS, [done("a", 0, None)], 1, "week 1, Mon, A", ""),
    (TWO_WEEKS, [done("a", 0, sets=0)], 1, "week 1, Mon, A", ""),
    (TWO_WEEKS, [done("a", 3), done("b", 2), done("c", 4)], 5, None, ""),  # in any order
    (ENDLESS, [done("a", 0), done("b", 2)], 2.1, "week 2, Mon, A", ""),
    (ENDLESS, [done("a", 0), done("b", 2), done("a", 7)], 7, "week 2, Tue, rest",
     "Then week 2, Wed, B"),
    (ENDLESS, [done("b", 0), done("b", 1)], 1.1, "week 3, Mon, A", ""),
    (plan("1 Mon a", "5 Mon b"), [done("b", 0)], 1, "week 1, Mon, A", ""),  # tried long before
    (plan("Mon -", "Tue a"), [], 0, "week 1, Mon, rest", "Then week 1, Tue, A"),
    (plan("Mon -", "Tue a"), [], 1, "week 1, Tue, A", ""),
    (plan("1 Fri a", "1 Sat -", "1 Sun -"), [done("a", 0)], 1, "week 1, Sat, rest", ""),
    (plan("1 Fri a", "1 Sat -", "1 Sun -"), [done("a", 0)], 2, "week 1, Sun, rest", ""),
    (plan("1 Fri a", "1 Sat -", "1 Sun -"), [done("a", 0)], 3, None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("the_plan", "sessions", "day", "line", "then"), CASES)
def test_what_is_next(
    the_plan: RoutinePlan, sessions: list[SessionSummary], day: float, line: str | None, then: str
) -> None:
    found = after(the_plan, sessions, day)

    assert next_line(the_plan, found) == (f"Next in P: {line}" if line else "P is done")
    assert then_line(found) == then


def test_a_day_ends_at_midnight_where_the_person_is() -> None:
    # 23:30 UTC is the next day already, one hour to the east.
    late = done("a", 0.6875)
    assert late.start.started_at.hour == 23
    assert next_line(TWO_WEEKS, after(TWO_WEEKS, [late], 2)) == "Next in P: week 1, Tue, rest"
    assert next_line(TWO_WEEKS, after(TWO_WEEKS, [late], 3)) == "Next in P: week 1, Wed, B"


def test_the_place_counts_what_is_behind() -> None:
    assert after(ENDLESS, [done("b", 0), done("a", 1)], 1).place == 4
    assert after(TWO_WEEKS, [done("b", 0), done("c", 1)], 1).place == 5


def test_a_week_has_its_own_days_and_those_of_every_week() -> None:
    mixed = plan("1 Mon a", "Fri c", "3 Mon b")

    assert [(day.week, day.what) for day in mixed.in_order()] == [
        (1, "A"), (1, "C"), (2, "C"), (3, "C"), (3, "B")
    ]  # fmt: skip
    assert plan_facts(mixed) == "3 weeks, 5 days with a routine"
    assert plan_facts(ENDLESS) == "2 days with a routine, every week"
    assert plan_facts(plan("1 Mon a")) == "1 week, 1 day with a routine"
