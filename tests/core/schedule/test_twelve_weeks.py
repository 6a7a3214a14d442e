"""The plan that comes with the program, walked from its first day to its last."""

from datetime import UTC, datetime, timedelta

import pytest

from glutetimer.core.history.records import (
    Achieved,
    Outcome,
    SessionEnd,
    SessionStart,
    SetRecord,
    SetResult,
)
from glutetimer.core.schedule.bending import Bend
from glutetimer.core.schedule.followed import FollowedPlan, followed_plan
from glutetimer.core.schedule.routine_plan import PlanListing
from glutetimer.core.settings import Settings
from tests.built_in import built_in_plan
from tests.fakes_history import FakeHistory, FakeProgress

PLAN = built_in_plan("twelve-weeks")
LISTED = [PlanListing(PLAN.id, PLAN.title, "", PLAN)]
BEGUN = datetime(2026, 3, 2, 7, tzinfo=UTC)


class Person:
    """Somebody who follows the plan; `reps` and `pain` are what each session has."""

    def __init__(self, reps: int, pain: int) -> None:
        self.history = FakeHistory()
        self.progress = FakeProgress(self.history.done)
        self.reps, self.pain = reps, pain
        self.begun_at, self.week, self.now = BEGUN, 1, BEGUN
        self.said_yes: list[tuple[Bend, int]] = []

    def looks(self) -> FollowedPlan:
        settings = Settings(followed_plan=PLAN.id, plan_begun_at=self.begun_at, plan_week=self.week)
        found = followed_plan(settings, LISTED, self.history.sessions, self.progress, self.now)
        assert found is not None
        return found

    def trains(self, routine_id: str) -> None:
        number = self.history.begin(SessionStart(routine_id, "", self.now, 600.0, 3))
        exercise = "hip-thrust-knees-in" if "thrust" in routine_id else "other"
        for place in range(3):
            result = SetResult(
                place, 0, exercise, "", 1, place + 1, None, 1,
                Achieved(12, None), Achieved(self.reps, 30.0), Outcome.DONE,
            )  # fmt: skip
            self.history.add_set(number, SetRecord(result, self.now))
        self.history.finish(number, SessionEnd.FINISHED, self.now, 600.0)
        summary = self.history.summaries[number]
        self.history.review(number, type(summary.review)(pain_after=self.pain, effort=5))

    def lives(self, days: int, says_yes: bool = True) -> FollowedPlan:
        """Looks every day, says yes to what is offered if so, and trains what is next."""
        for _ in range(days):
            found = self.looks()
            if found.offer is not None and says_yes:
                self.said_yes.append((found.offer.bend, found.offer.week))
                self.week, self.begun_at = found.offer.week, self.now
                found = self.looks()
            if found.standing and found.standing.day and not found.standing.day.is_rest:
                self.trains(found.standing.day.routine_id)
            self.now += timedelta(days=1)
        return self.looks()


def test_who_is_well_is_through_in_twelve_weeks() -> None:
    person = Person(reps=12, pain=2)
    end = person.lives(84)
    assert person.said_yes == [(Bend.PASSED, 3), (Bend.PASSED, 7)]
    assert end.sentence == "Twelve weeks is done"


def test_without_a_yes_the_first_phase_stays() -> None:
    end = Person(reps=12, pain=2).lives(200, says_yes=False)
    assert end.standing is not None
    assert end.standing.week == 2
    assert end.offer is not None


@pytest.mark.parametrize(("reps", "pain", "week"), [(11, 2, 6), (12, 6, 2)])
def test_who_does_not_pass_the_test_repeats_the_last_week(reps: int, pain: int, week: int) -> None:
    end = Person(reps, pain).lives(120)
    assert end.standing is not None
    assert (end.standing.week, end.standing.is_phase_done) == (week, True)
    assert any(found.is_passed is False for found in end.checks)


def test_a_flare_in_the_second_phase_leads_back_and_then_on_again() -> None:
    person = Person(reps=12, pain=2)
    person.lives(30)
    person.pain = 7
    person.lives(6)
    assert person.said_yes == [(Bend.PASSED, 3), (Bend.PAIN, 1)]
    person.pain = 3
    assert person.lives(90).sentence == "Twelve weeks is done"


def test_a_month_away_loses_no_week() -> None:
    person = Person(reps=12, pain=2)
    before = person.lives(24).standing
    person.now += timedelta(days=30)
    after = person.looks()
    assert before is not None
    assert after.standing is not None
    assert after.standing.week == before.week
    assert after.offer is not None
    assert (after.offer.bend, after.offer.week) == (Bend.MISSED, before.week)
