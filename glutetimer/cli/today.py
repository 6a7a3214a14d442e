"""What the words say about today's dose."""

from argparse import Namespace

from glutetimer.core.plan.dose import DayDose
from glutetimer.core.plan.today import Today


def chosen_today(given: Namespace) -> Today:
    """The dose of --dose or --minutes."""
    if given.minutes is not None:
        return Today(minutes=given.minutes)
    return Today(DayDose(given.dose))
