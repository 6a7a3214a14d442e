"""What the words choose: a routine with today's dose, planned, or a period."""

from argparse import Namespace
from datetime import date

from glutetimer import app
from glutetimer.cli.opened import told_settings
from glutetimer.core.errors import Trouble
from glutetimer.core.report.period import Period, last_months
from glutetimer.core.settings import Settings
from glutetimer.core.today import DayDose, Today
from glutetimer.core.words.dose_changes import TodaysPlan, todays_plan
from glutetimer.folders import folders


def chosen_today(given: Namespace) -> Today:
    """The dose of --dose or --minutes; as usual for a command that has neither."""
    if getattr(given, "minutes", None) is not None:
        return Today(minutes=given.minutes)
    return Today(DayDose(given.dose)) if hasattr(given, "dose") else Today()


def planned(given: Namespace, settings: Settings | None = None) -> TodaysPlan:
    """The routine that is named, with the person's settings (or these) today. Raises Trouble."""
    settings = settings or told_settings(given.data_dir)
    routine = app.open_library(folders(given.data_dir)).routine(given.routine)
    return todays_plan(routine, settings, chosen_today(given))


def chosen_period(since: date | None, until: date | None, today: date) -> Period:
    """The period that was asked for: by default three months, up to today. Raises Trouble."""
    until = until or today
    if since is None:
        return last_months(until)
    if since > until:
        raise Trouble("The period ends before it begins", f"{since} to {until}", "Swap the days")
    return Period(since, until)
