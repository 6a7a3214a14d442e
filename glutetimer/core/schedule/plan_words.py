"""Plans in words: how long one is, and what is next in it."""

from glutetimer.core.counts import count_text
from glutetimer.core.schedule.following import PlanStanding
from glutetimer.core.schedule.routine_plan import PlanDay, RoutinePlan


def plan_facts(plan: RoutinePlan) -> str:
    """How long a plan is: "8 weeks, 24 days with a routine", "2 days with a routine a week"."""
    days = count_text(sum(not day.is_rest for day in plan.in_order()), "day")
    if not plan.weeks:
        return f"{days} with a routine, every week"
    return f"{count_text(plan.weeks, 'week')}, {days} with a routine"


def day_line(day: PlanDay) -> str:
    """A day with what is done on it: "week 1, Monday, First session"."""
    return f"{day.when}, {day.what}"


def next_line(plan: RoutinePlan, standing: PlanStanding) -> str:
    """What is next in a plan, or that it is done."""
    if standing.day is None:
        return f"{plan.title} is done"
    return f"Next in {plan.title}: {day_line(standing.day)}"


def then_line(standing: PlanStanding) -> str:
    """What comes after days of rest; empty if the next day is none."""
    if standing.session is None or standing.session == standing.day:
        return ""
    return f"Then {day_line(standing.session)}"
