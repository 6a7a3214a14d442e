"""Scenes of the report and the calendar, and the pages of reports: see tests/screens.py."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from glutetimer.core.errors import Trouble
from glutetimer.core.report.period import last_months
from glutetimer.ui.paper.report.pdf import page_picture
from glutetimer.ui.sharing.calendar_dialog import PAST, CalendarDialog
from glutetimer.ui.sharing.report_dialog import ReportDialog
from glutetimer.ui.widgets.notice_bar import notice_of
from glutetimer.ui.widgets.period_picker import PeriodChoice
from tests.core.report.builders import NAMES, a_history
from tests.core.report.test_report import report
from tests.screens import Scene, Stage, settle
from tests.ui.paper.report.test_pdf import CASES

PAGE_PX = 827  # A4 at 100 dots per inch
FULL = Trouble("Cannot write the file: No space left on device", "/media/stick/report.pdf", "")


def _report(stage: Stage) -> ReportDialog:
    stage.fill_history()
    return _empty_report(stage)


def _empty_report(stage: Stage) -> ReportDialog:
    dialog = ReportDialog(stage.world.services(), stage.window)
    dialog.open()
    settle()
    return dialog


def _own_days(stage: Stage) -> None:
    dialog = _report(stage)
    dialog.picker.choice.setCurrentIndex(dialog.picker.choice.findData(PeriodChoice.OWN.value))


def _report_trouble(stage: Stage) -> None:
    _report(stage).show_failure(notice_of(FULL))


def _plan(stage: Stage) -> CalendarDialog:
    stage.fill_history()
    dialog = CalendarDialog(stage.world.services(), stage.window)
    dialog.open()
    settle()
    return dialog


def _plan_without_day(stage: Stage) -> None:
    dialog = _plan(stage)
    for button in dialog.plan_part.days:
        button.setChecked(False)
    dialog.plan_part.weeks.set_value_or_none(None)


def _past(stage: Stage) -> None:
    _plan(stage).tabs.setCurrentIndex(PAST)


SCENES = (
    Scene("report", _report),
    Scene("report-empty", _empty_report),
    Scene("report-own-days", _own_days),
    Scene("report-trouble", _report_trouble),
    Scene("calendar-plan", _plan),
    Scene("calendar-plan-no-day", _plan_without_day),
    Scene("calendar-past", _past),
)


def sheets(folder: Path, only: str = "") -> Iterator[Path]:
    """The pages of reports of every kind."""
    quarter = a_history(date(2026, 1, 1), 89, 34, NAMES[:8], 2)
    reports = {name: make() for name, (make, _) in CASES.items()}
    reports["three months"] = report(*quarter, period=last_months(date(2026, 3, 31)))
    for name, made in reports.items():
        for number in (1, 2):
            path = folder / f"sheet-{name.replace(' ', '-')}-{number}.png"
            if only in path.name:
                page_picture(made, PAGE_PX, number).save(str(path))
                yield path
