"""Plans in words: how long one is, and what is next in it."""

from collections.abc import Iterator

from glutetimer.core.counts import count_text
from glutetimer.core.schedule.evidence import Evidence, PhaseCheck, check
from glutetimer.core.schedule.following import PlanStanding
from glutetimer.core.schedule.phase import PlanPhase
from glutetimer.core.schedule.routine_plan import PlanDay, RoutinePlan
from glutetimer.core.schedule.walks import walks_line


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


def where_line(plan: RoutinePlan, standing: PlanStanding) -> str:
    """Where somebody is in a plan with phases: "week 3 of 12, phase 2 of 3: Strengthen"."""
    week = f"week {standing.week} of {plan.weeks}"
    phase = plan.phase_of(standing.week)
    if phase is None:
        return week
    number = plan.phases.index(phase) + 1
    return f"{week}, phase {number} of {len(plan.phases)}: {phase.title}"


def phase_lines(phase: PlanPhase) -> Iterator[str]:
    """A phase with all that it asks, in lines: "Strengthen: weeks 3 to 6" and what it has."""
    weeks = f"week {phase.first_week}"
    if phase.last_week > phase.first_week:
        weeks = f"weeks {phase.first_week} to {phase.last_week}"
    yield f"{phase.title}: {weeks}"
    yield from phase.notes.splitlines()
    yield from (f"To begin: {check(test, Evidence()).asks}" for test in phase.entry)
    yield from (f"To go on: {check(test, Evidence()).asks}" for test in phase.exit)
    if phase.besides:
        yield f"In between: {phase.besides.title}"
    if phase.walks:
        yield walks_line(phase.walks)


def check_line(found: PhaseCheck) -> str:
    """How a test stands: "passed: ...", "missing: ... Not done so far.", "yours to say: ..."."""
    if found.is_passed is None:
        return f"Yours to say: {found.asks}"
    if found.is_passed:
        return f"Passed: {found.asks}"
    return f"Missing: {found.asks}. {found.missing}"


def then_line(standing: PlanStanding) -> str:
    """What comes after days of rest; empty if the next day is none."""
    if standing.session is None or standing.session == standing.day:
        return ""
    return f"Then {day_line(standing.session)}"
