"""`glutetimer report`: what was done in a period, as a sheet for the physiotherapist."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from glutetimer.cli.opened import told_history
from glutetimer.cli.settings import told_settings
from glutetimer.core.counts import count_text
from glutetimer.core.errors import Trouble
from glutetimer.terminal.text import clean
from glutetimer.whole_file import check_target

if TYPE_CHECKING:
    from datetime import date

    from glutetimer.core.report.period import Period


def report(given: Namespace) -> int:
    """Make the PDF and say what it has; needs no display."""
    from glutetimer.app import local_day, make_report

    period = chosen_period(given.since, given.until, local_day())
    check_target(Path(given.output), ".pdf", given.force)
    goal = told_settings(given.data_dir).weekly_goal
    with told_history(given.data_dir) as history:
        pages = make_report(history, period, goal, given.output, given.force)
    days = f"{period.since} to {period.until}"
    print(clean(f"{given.output}: {days}, {count_text(pages, 'page')}, A4"))
    return 0


def chosen_period(since: "date | None", until: "date | None", today: "date") -> "Period":
    """The period that was asked for: by default three months, up to today. Raises Trouble."""
    from glutetimer.core.report.period import Period, last_months

    until = until or today
    if since is None:
        return last_months(until)
    if since > until:
        raise Trouble("The period ends before it begins", f"{since} to {until}", "Swap the days")
    return Period(since, until)
