"""What to do today, and why in one sentence: rules over plan, pain, goal and the days since.

The first rule that fits decides. The limits of pain are those of `core.pain`, the rest is ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from glutetimer.core.counts import count_text
from glutetimer.core.schedule.bending import Bend, WeekOffer
from glutetimer.core.schedule.evidence import ToldPain
from glutetimer.core.schedule.followed import FollowedPlan
from glutetimer.core.schedule.following import PlanStanding
from glutetimer.core.schedule.plan_words import next_line, then_line, where_line
from glutetimer.core.schedule.routine_plan import PlanDay, RoutinePlan
from glutetimer.core.today import DayDose, Today

LONG_AWAY_DAYS = 14
"""Whoever was away so long begins lightly."""

NO_PAIN_TOLD = ToldPain(None, None)
USUAL, GENTLE = Today(), Today(DayDose.GENTLE)


class DayKind(Enum):
    """What kind of day it is."""

    FIRST = auto()  # nothing was done yet
    TRAIN = auto()
    REST = auto()
    DONE = auto()  # trained already


@dataclass(frozen=True, slots=True)
class LastSession:
    """The last session with a set done, on its local day."""

    day: date
    routine_id: str
    pain: ToldPain = NO_PAIN_TOLD


@dataclass(frozen=True, slots=True)
class DailyFacts:
    """What the rules look at; titles are as short as they are to be told.

    `titles` has the routines that can be begun, by id and in their order. Of the running week:
    sessions `done`, the `goal`, and the days `left`, today among them. `plan` is what is followed.
    """

    today: date
    titles: Mapping[str, str]
    first_id: str
    goal: int
    done: int = 0
    left: int = 7
    last: LastSession | None = None
    is_pain_rising: bool = False
    plan: FollowedPlan | None = None


@dataclass(frozen=True, slots=True)
class DailyAdvice:
    """What to do today, and why. `routine_id` is "" where nothing is to be done.

    `offer` is another week of the plan, for the person to say yes to.
    """

    kind: DayKind
    reason: str
    routine_id: str = ""
    title: str = ""
    today: Today = USUAL
    offer: WeekOffer | None = None

    @property
    def headline(self) -> str:
        """The day in a few words: "First session", "First session, gently", "Rest day"."""
        match self.kind:
            case DayKind.REST:
                return "Rest day"
            case DayKind.DONE:
                return "Done for today"
            case _ if self.today.minutes:
                return f"{self.title} in {self.today.minutes} minutes"
            case _:
                return self.title if self.today.is_usual else f"{self.title}, gently"


def daily_advice(facts: DailyFacts) -> DailyAdvice | None:
    """What to do today; None where there is no routine that could be begun.

    Never more than a gentle session after pain of 6 or more, and while pain is rising.
    """
    if not facts.titles:
        return None
    last = facts.last
    if last is not None and last.day >= facts.today:
        advice = DailyAdvice(DayKind.DONE, _done_reason(facts, last))
    else:
        advice = _by_plan(facts) or _by_goal(facts)
        if last is not None and advice.kind is not DayKind.REST:
            advice = _gentle_after_pain(facts, last, advice)
    return _with_offer(facts, advice)


def _with_offer(facts: DailyFacts, advice: DailyAdvice) -> DailyAdvice:
    """With why another week is offered; what is offered is done only if the person says yes."""
    offer = facts.plan.offer if facts.plan else None
    if offer is None:
        return advice
    if offer.bend is Bend.PAIN and advice.today == GENTLE:
        reason = f"{offer.reason} Go gently today, or back to the phase before."
        return replace(advice, reason=reason, offer=offer)
    return replace(advice, reason=f"{advice.reason} {offer.reason}", offer=offer)


def _gentle_after_pain(facts: DailyFacts, last: LastSession, advice: DailyAdvice) -> DailyAdvice:
    level = last.pain.level
    if last.pain.is_too_much and last.pain.is_falling:
        reason = f"Your pain fell from {last.pain.before} to {level} last time: go gently still."
    elif last.pain.is_too_much:
        reason = f"Your pain was {level} last time: go gently, or rest if it is no better."
    elif facts.is_pain_rising:
        reason = "Your pain has been rising from week to week: go gently today."
    else:
        return advice
    if facts.plan is None or facts.plan.standing is None:  # no plan says which: the mildest
        advice = _train(facts, facts.first_id, "")
    return replace(advice, reason=reason, today=GENTLE)


def _done_reason(facts: DailyFacts, last: LastSession) -> str:
    if last.pain.is_too_much:
        return f"You trained today, and your pain was {last.pain.level}: now rest."
    followed = facts.plan
    if followed and followed.plan and followed.standing and followed.is_going_on:
        return f"You trained today. {next_line(followed.plan, followed.standing)}."
    if facts.done >= facts.goal:
        return "You trained today and reached your goal for this week."
    return f"You trained today; {facts.goal - facts.done} more this week and your goal is reached."


def _by_plan(facts: DailyFacts) -> DailyAdvice | None:
    """What the followed plan says; None without one, and when it is done."""
    followed = facts.plan
    if followed is None or followed.plan is None or followed.standing is None:
        return None
    day = followed.standing.day
    if day is None:
        return None
    title = followed.plan.title
    if day.is_rest:
        then = then_line(followed.standing)
        after = f" {then}." if then else ""
        return DailyAdvice(DayKind.REST, f"Your plan {title} has rest today.{after}")
    choices = [one for one in day.choices if one.id in facts.titles]
    if not choices:
        return None
    kind = DayKind.FIRST if facts.last is None else DayKind.TRAIN
    reason = (
        f"Your plan {title} has it next: {_when(followed, followed.plan, followed.standing, day)}."
    )
    if len(choices) > 1:
        reason += f" Or do {' or '.join(one.title for one in choices[1:])}."
    if day.note:
        reason += f" {day.note.removesuffix('.')}."
    first = choices[0].id
    today = day.today if first == day.routine_id else USUAL
    return DailyAdvice(kind, reason, first, facts.titles[first], today)


def _when(followed: FollowedPlan, plan: RoutinePlan, standing: PlanStanding, day: PlanDay) -> str:
    """The place of what is next, and in a plan with phases what keeps the person in this one."""
    if followed.phase is None:
        return day.when
    where = f"{day.day} of {where_line(plan, standing)}"
    missing = sum(found.is_passed is False for found in followed.checks)
    if not standing.is_phase_done or not missing:
        return where
    return f"{where}. Its last week comes again: {count_text(missing, 'test')} not passed yet"


def _by_goal(facts: DailyFacts) -> DailyAdvice:
    last = facts.last
    if last is None:
        reason = "Short and easy, and it shows you how everything works."
        return replace(_train(facts, facts.first_id, reason), kind=DayKind.FIRST)
    away, lacking = (facts.today - last.day).days, facts.goal - facts.done
    if lacking <= 0:
        reason = f"You reached your goal of {count_text(facts.goal, 'session')} this week."
        return DailyAdvice(DayKind.REST, f"{reason} Rest is a part of it.")
    if away > LONG_AWAY_DAYS:
        reason = f"Your last session was {away} days ago: begin lightly."
        return replace(_train(facts, last.routine_id, reason), today=GENTLE)
    more = f"{lacking} more" if facts.done else count_text(lacking, "session")
    if away == 1 and lacking < facts.left:
        return DailyAdvice(
            DayKind.REST, f"You trained yesterday, and there are days enough for {more} this week."
        )
    since = "yesterday" if away == 1 else f"{away} days ago"
    reason = f"Your last session was {since}; {more} this week and your goal is reached."
    return _train(facts, last.routine_id, reason)


def _train(facts: DailyFacts, routine_id: str, reason: str) -> DailyAdvice:
    """To do a routine; the first one, else any, where that cannot be begun."""
    ids = (routine_id, facts.first_id, *facts.titles)
    chosen = next(one for one in ids if one in facts.titles)
    return DailyAdvice(DayKind.TRAIN, reason, chosen, facts.titles[chosen])
