"""`glutetimer calendar`: sessions that were, or are planned, as a file for calendar programs."""

from argparse import Namespace
from pathlib import Path

from glutetimer import app
from glutetimer.cli.opened import told_history
from glutetimer.cli.planned import chosen_period, planned
from glutetimer.clock import SystemClock
from glutetimer.core.counts import count_text
from glutetimer.core.errors import Trouble
from glutetimer.core.ports.calendar import WEEKDAYS, WeeklyPlan
from glutetimer.core.progress.weeks import counted
from glutetimer.terminal.text import clean
from glutetimer.whole_file import check_target, write_whole

SUFFIX = ".ics"


def calendar(given: Namespace) -> int:
    """Make the file and say what is in it."""
    path = Path(given.output)
    check_target(path, SUFFIX, given.force)
    content, words = _past(given) if given.what == "past" else _plan(given)
    write_whole(content, path, may_replace=given.force)
    print(clean(f"{given.output}: {words}"))
    return 0


def _past(given: Namespace) -> tuple[bytes, str]:
    if given.since is not None:
        chosen_period(given.since, given.until, SystemClock().local_day())
    with told_history(given.data_dir) as history:
        sessions = counted(history.progress.totals(given.since, given.until))
    if not sessions:
        raise Trouble("No session was done in this period", "", "Choose other days")
    now = SystemClock().utc_now()
    content = app.make_calendar().past(sessions, now, with_levels=given.levels)
    return content, count_text(len(sessions), "session")


def _plan(given: Namespace) -> tuple[bytes, str]:
    timeline = planned(given).timeline
    plan = WeeklyPlan(
        routine_id=timeline.routine.id,
        title=timeline.routine.title,
        duration_s=timeline.total_s,
        weekdays=given.days,
        at=given.at,
        first_day=given.first or SystemClock().local_day(),
        weeks=given.weeks,
        reminder_min=given.reminder,
    )
    days = ", ".join(WEEKDAYS[day] for day in plan.weekdays)
    count = f"{plan.count} sessions" if plan.count else "without end"
    first = plan.first_at.strftime("%Y-%m-%d %H:%M")
    content = app.make_calendar().plan(plan, SystemClock().utc_now())
    return content, f"{plan.title} on {days}, {count}, from {first}"
