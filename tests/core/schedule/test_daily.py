"""What to do today: a case for every rule, and for what comes before what."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.schedule.bending import Bend, WeekOffer
from glutetimer.core.schedule.daily import (
    DailyAdvice,
    DailyFacts,
    DayKind,
    LastSession,
    daily_advice,
)
from glutetimer.core.schedule.evidence import PhaseCheck, ToldPain
from glutetimer.core.schedule.followed import FollowedPlan
from glutetimer.core.schedule.following import PlanStanding
from glutetimer.core.schedule.phase import Named, PlanPhase
from glutetimer.core.schedule.routine_plan import PlanDay, RoutinePlan

TODAY = date(2026, 3, 20)
BEGUN = datetime(2026, 3, 2, tzinfo=UTC)
TITLES = {"first-session": "First session", "daily": "Daily strength", "desk": "Desk squeeze"}
NEW = DailyFacts(TODAY, TITLES, "first-session", goal=3)
DAYS = (PlanDay(1, "Monday", "desk", "Desk squeeze"), PlanDay(1, "Tuesday"))


def followed(day: PlanDay | None, session: PlanDay | None = None) -> FollowedPlan:
    plan = RoutinePlan("p", "Back", DAYS)
    return FollowedPlan("p", BEGUN, "", plan, PlanStanding(0, day, session or day))


GONE = FollowedPlan("p", BEGUN, "The plan p is not there any more")
WORK, REST = followed(DAYS[0]), followed(DAYS[1], DAYS[0])
OVER = followed(None)


PHASED = RoutinePlan(
    "p",
    "Back",
    (PlanDay(1, "Monday", "desk", "Desk squeeze", minutes=20, others=(Named("daily", "Daily"),)),),
    phases=(PlanPhase("Begin", 1, 1), PlanPhase("Build", 2, 12)),
)
BACK = WeekOffer(Bend.PAIN, 1, "Back to Begin", "Your pain was 6 and 7.")
REPEAT = WeekOffer(Bend.MISSED, 1, "Repeat week 1", "A week was missed.")
MISSING = PhaseCheck(False, "3 x 12", "Not done so far")


def phased(
    offer: WeekOffer | None = None, is_done: bool = False, check: PhaseCheck = MISSING
) -> FollowedPlan:
    day = PHASED.days[0]
    where = PlanStanding(0, day, day, is_phase_done=is_done)
    long = replace(PHASED, days=(*PHASED.days, PlanDay(12, "Friday", "desk", "Desk squeeze")))
    return FollowedPlan("p", BEGUN, "", long, where, (check,), offer)


def facts(
    ago: int | None = None,
    pain: int | None = None,
    done: int = 0,
    left: int = 4,
    plan: FollowedPlan | None = None,
    routine: str = "daily",
    rising: bool = False,
    before: int | None = None,
) -> DailyFacts:
    last = (
        None
        if ago is None
        else LastSession(TODAY - timedelta(days=ago), routine, ToldPain(before, pain))
    )
    return replace(NEW, last=last, done=done, left=left, plan=plan, is_pain_rising=rising)


CASES = [
    # (facts, headline, how the reason begins)
    (facts(), "First session", "Short and easy, and it"),
    (facts(plan=WORK), "Desk squeeze", "Your plan Back has it next: week 1, Monday."),
    (facts(plan=REST), "Rest day", "Your plan Back has rest today. Then week 1, Monday, Desk"),
    (facts(plan=GONE), "First session", "Short and easy"),
    # The goal of the week
    (facts(2), "Daily strength", "Your last session was 2 days ago; 3 sessions this week and"),
    (facts(3, done=2), "Daily strength", "Your last session was 3 days ago; 1 more this week"),
    (facts(2, done=3), "Rest day", "You reached your goal of 3 sessions this week."),
    (facts(2, done=5), "Rest day", "You reached your goal"),
    (facts(1, done=1), "Rest day", "You trained yesterday, and there are days enough for 2 more"),
    (facts(1, done=1, left=2), "Daily strength", "Your last session was yesterday; 2 more"),
    (
        facts(1, done=0, left=7),
        "Rest day",
        "You trained yesterday, and there are days enough for 3",
    ),
    (facts(2, routine="deleted"), "First session", "Your last session was 2 days ago"),
    # Done today
    (facts(0, done=1), "Done for today", "You trained today; 2 more this week and"),
    (facts(0, done=3), "Done for today", "You trained today and reached your goal"),
    (
        facts(0, pain=7, done=1),
        "Done for today",
        "You trained today, and your pain was 7: now rest",
    ),
    (facts(0, done=1, plan=REST), "Done for today", "You trained today. Next in Back: week 1, Tue"),
    (facts(0, done=1, plan=OVER), "Done for today", "You trained today; 2 more"),
    (facts(-1, done=1), "Done for today", "You trained today"),  # the clock was set back
    # Away
    (facts(14), "Daily strength", "Your last session was 14 days ago; 3 sessions"),
    (facts(15), "Daily strength, gently", "Your last session was 15 days ago: begin lightly."),
    (facts(40, plan=WORK), "Desk squeeze", "Your plan Back has it next"),
    # Pain
    (facts(2, pain=5), "Daily strength", "Your last session was 2 days ago"),
    (facts(2, pain=6), "First session, gently", "Your pain was 6 last time: go gently, or rest"),
    (facts(20, pain=9), "First session, gently", "Your pain was 9 last time"),
    (facts(2, pain=6, plan=WORK), "Desk squeeze, gently", "Your pain was 6 last time"),
    (facts(2, pain=6, plan=REST), "Rest day", "Your plan Back has rest today."),
    (facts(2, pain=6, done=3), "Rest day", "You reached your goal"),
    (facts(2, pain=3, rising=True), "First session, gently", "Your pain has been rising"),
    (facts(1, pain=8, done=1), "Rest day", "You trained yesterday"),
    (facts(1, pain=8, done=1, left=1), "First session, gently", "Your pain was 8"),
    # The plan
    (facts(1, done=1, plan=WORK), "Desk squeeze", "Your plan Back has it next"),
    (facts(2, done=3, plan=WORK), "Desk squeeze", "Your plan Back has it next"),
    (facts(2, plan=OVER), "Daily strength", "Your last session was 2 days ago"),
    (facts(2, plan=GONE), "Daily strength", "Your last session was 2 days ago"),
    # Pain that falls is no reason to go back
    (facts(2, pain=6, before=8), "First session, gently", "Your pain fell from 8 to 6 last time"),
    (facts(2, pain=8, before=6), "First session, gently", "Your pain was 8 last time"),
    # A plan with phases
    (facts(2, plan=phased()), "Desk squeeze in 20 minutes",
     "Your plan Back has it next: Monday of week 1 of 12, phase 1 of 2: Begin. Or do Daily."),
    (facts(2, plan=phased(is_done=True)), "Desk squeeze in 20 minutes",
     "Your plan Back has it next: Monday of week 1 of 12, phase 1 of 2: Begin. Its last week comes "
     "again: 1 test not passed yet. Or do Daily."),
    (facts(9, plan=phased(REPEAT)), "Desk squeeze in 20 minutes",
     "Your plan Back has it next: Monday of week 1 of 12, phase 1 of 2: Begin. Or do Daily. A week "
     "was missed."),
    (facts(2, pain=7, plan=phased(BACK)), "Desk squeeze, gently",
     "Your pain was 6 and 7. Go gently today, or back to the phase before."),
    (facts(0, pain=7, plan=phased(BACK)), "Done for today",
     "You trained today, and your pain was 7: now rest. Your pain was 6 and 7."),
]  # fmt: skip


@pytest.mark.parametrize(("given_facts", "headline", "reason"), CASES)
def test_the_day_has_its_reason(given_facts: DailyFacts, headline: str, reason: str) -> None:
    advice = daily_advice(given_facts)
    assert advice is not None
    assert advice.headline == headline
    assert advice.reason.startswith(reason)


def test_a_first_session_is_one_of_its_own_kind() -> None:
    assert daily_advice(NEW) == DailyAdvice(
        DayKind.FIRST,
        "Short and easy, and it shows you how everything works.",
        "first-session",
        "First session",
    )


def test_without_a_routine_there_is_nothing_to_say() -> None:
    assert daily_advice(replace(NEW, titles={})) is None


def test_a_plan_whose_routine_cannot_be_begun_asks_for_no_session_of_it() -> None:
    without = {name: title for name, title in TITLES.items() if name != "desk"}
    advice = daily_advice(replace(facts(2, plan=WORK), titles=without))
    assert advice is not None
    assert advice.routine_id == "daily"


@given(
    st.integers(0, 60),
    st.integers(6, 10),
    st.integers(0, 9),
    st.integers(1, 7),
    st.sampled_from([None, WORK, REST, OVER, GONE]),
    st.booleans(),
)
def test_after_too_much_pain_nothing_is_more_than_gentle(
    ago: int, pain: int, done: int, left: int, plan: FollowedPlan | None, rising: bool
) -> None:
    advice = daily_advice(facts(ago, pain, done, left, plan, rising=rising))
    assert advice is not None
    assert not advice.routine_id or not advice.today.is_usual
