"""What the words say about a routine and today's dose, planned."""

from argparse import Namespace

from glutetimer import app
from glutetimer.cli.settings import told_settings
from glutetimer.core.plan.dose import DayDose
from glutetimer.core.plan.today import Today
from glutetimer.core.settings import Settings
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
