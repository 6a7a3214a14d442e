"""The dialog of the calendars: a plan, the past, saving."""

from datetime import date, time
from pathlib import Path
from typing import Any

from icalendar import Calendar
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.ui.sharing.calendar_dialog import PAST, CalendarDialog
from glutetimer.ui.widgets.period_picker import PeriodChoice
from glutetimer.ui.widgets.save_as import SaveAs
from tests.ui.fakes import World
from tests.ui.samples import records, session


def dialog_over(world: World, window: QWidget) -> CalendarDialog:
    made = CalendarDialog(world.services(), window)
    made.open()
    return made


def words(dialog: CalendarDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def saved(dialog: CalendarDialog, path: Path) -> list[Any]:
    dialog.ask_for_name()
    chooser = dialog.findChild(SaveAs)
    assert chooser is not None
    chooser.write(str(path))
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_a_plan_begins_with_as_many_days_as_the_goal(world: World, window: QWidget) -> None:
    dialog = dialog_over(world, window)

    plan = dialog.plan_part.plan()

    assert plan is not None
    assert plan.weekdays == (0, 2, 4)
    assert (plan.at, plan.weeks, plan.reminder_min) == (time(18), 8, None)
    assert "24 sessions of about" in words(dialog)
    assert "the first on Friday, 20 Mar 2026" in words(dialog)
    dialog.reject()


def test_a_plan_is_saved_as_it_was_chosen(
    qtbot: QtBot, world: World, window: QWidget, tmp_path: Path
) -> None:
    dialog = dialog_over(world, window)
    part = dialog.plan_part
    part.routine.setCurrentIndex(1)
    for number, button in enumerate(part.days):
        button.setChecked(number in (1, 6))
    part.at.set_moment(time(7, 15))
    part.first_day.setDate(QDate(2026, 3, 25))
    part.weeks.set_value_or_none(None)
    part.reminder.set_value_or_none(10)
    assert "without end, the first on Sunday, 29 Mar 2026" in words(dialog)

    with qtbot.waitSignal(dialog.notice_given):
        [event] = saved(dialog, tmp_path / "plan.ics")

    assert event["summary"] == "Under-active glutes"
    assert event.decoded("dtstart").isoformat() == "2026-03-29T07:15:00"
    assert event["rrule"].to_ical() == b"FREQ=WEEKLY;BYDAY=TU,SU"
    assert len(event.subcomponents) == 1
    assert not dialog.isVisible()


def test_a_plan_with_a_wrong_field_cannot_be_saved(world: World, window: QWidget) -> None:
    dialog = dialog_over(world, window)
    at = dialog.plan_part.at
    at.lineEdit().setText("25:00")

    dialog.ask_for_name()

    assert dialog.findChild(SaveAs) is None
    assert "At: Not a time such as 18:00" in words(dialog)
    assert not dialog.save.isEnabled()
    at.set_moment(time(8))
    assert dialog.save.isEnabled()
    dialog.reject()


def test_a_plan_without_a_day_cannot_be_saved(world: World, window: QWidget) -> None:
    dialog = dialog_over(world, window)

    for button in dialog.plan_part.days:
        button.setChecked(False)

    assert "Choose at least one day" in words(dialog)
    assert not dialog.save.isEnabled()
    dialog.plan_part.days[3].setChecked(True)
    assert dialog.save.isEnabled()
    dialog.reject()


def test_a_file_with_mistakes_cannot_be_planned(world: World, window: QWidget) -> None:
    dialog = dialog_over(world, window)
    choice = dialog.plan_part.routine

    shown = [choice.itemText(row) for row in range(choice.count())]

    assert shown == [routine.title for routine in world.library.by_id.values()]
    dialog.reject()


def test_the_past_is_saved_without_pain_unless_wanted(
    world: World, window: QWidget, tmp_path: Path
) -> None:
    for number, days in enumerate((200, 20, 10), 1):
        at = world.ago(days)
        world.history.add(session(number, at), records(at))
    dialog = dialog_over(world, window)
    dialog.tabs.setCurrentIndex(PAST)
    assert "2 sessions" in words(dialog)

    assert len(saved(dialog, tmp_path / "past.ics")) == 2
    assert b"Pain" not in (tmp_path / "past.ics").read_bytes()

    dialog = dialog_over(world, window)
    dialog.tabs.setCurrentIndex(PAST)
    part = dialog.past_part
    part.picker.choice.setCurrentIndex(part.picker.choice.findData(PeriodChoice.ALL.value))
    part.levels.setChecked(True)
    events = saved(dialog, tmp_path / "more.ics")
    assert events[0].decoded("dtstart").date() == date(2025, 9, 1)
    assert all("after 2" in event["description"] for event in events)


def test_an_empty_past_cannot_be_saved(world: World, window: QWidget) -> None:
    dialog = dialog_over(world, window)
    assert dialog.save.isEnabled()

    dialog.tabs.setCurrentIndex(PAST)

    assert "No session in these days" in words(dialog)
    assert not dialog.save.isEnabled()
    dialog.reject()


def test_a_file_that_cannot_be_written_leaves_the_dialog_open(
    world: World, window: QWidget, tmp_path: Path
) -> None:
    dialog = dialog_over(world, window)
    dialog.ask_for_name()
    chooser = dialog.findChild(SaveAs)
    assert chooser is not None

    chooser.write(str(tmp_path / "plan.txt"))

    assert dialog.isVisible()
    assert ".ics" in words(dialog)
    chooser.reject()
    dialog.reject()
