"""`glutetimer report`: what was done in a period, as a sheet for the physiotherapist."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale

from glutetimer.cli.opened import told_history, told_settings
from glutetimer.cli.paper import application_for_paper
from glutetimer.cli.planned import chosen_period
from glutetimer.clock import SystemClock
from glutetimer.core.counts import count_text
from glutetimer.core.report.making import report_of
from glutetimer.terminal.text import clean
from glutetimer.ui.paper.report.pdf import write_report
from glutetimer.whole_file import check_target


def report(given: Namespace) -> int:
    """Make the PDF and say what it has; needs no display."""
    today: date = SystemClock().local_day()
    period = chosen_period(given.since, given.until, today)
    path = Path(given.output)
    check_target(path, ".pdf", given.force)
    goal = told_settings(given.data_dir).weekly_goal
    with told_history(given.data_dir) as history, application_for_paper():
        weekday = QLocale().firstDayOfWeek().value
        found = report_of(history, history.progress, period, goal, today, weekday)
        pages = write_report(found, path, may_replace=given.force)
    days = f"{period.since} to {period.until}"
    print(clean(f"{given.output}: {days}, {count_text(pages, 'page')}, A4"))
    return 0
