"""The details of a session: what they say, and everything that can be changed and undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import Achieved, Outcome, Pain, SessionReview
from glutetimer.core.today import DayDose, Today
from glutetimer.core.words.safety import SAFETY
from glutetimer.ui.history.sessions_page import SessionsPage
from glutetimer.ui.history.set_panel import SetPanel
from glutetimer.ui.widgets.safety_dialog import SafetyDialog
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import FIRST_SESSION, records, session

FULL = Trouble("The disk is full", "history.sqlite3", "Make room")
SKIPPED, HURT, HOLD = 2, 5, 7  # rows of the samples


@pytest.fixture
def page(qtbot: QtBot, world: World) -> SessionsPage:
    """Three sessions, the newest on a gentle day."""
    for number in (1, 2, 3):
        at = world.ago(number)
        made = session(number, at, review=SessionReview(2, 5, f"note {number}"))
        sets = records(at)
        done = sum(record.result.outcome is Outcome.DONE for record in sets)
        dose = "gentle" if number == 1 else "normal"
        start = replace(made.start, dose=dose, pain_before=3)
        world.history.add(replace(made, start=start, sets_done=done), sets)
    made_page = SessionsPage(world.services())
    qtbot.addWidget(made_page)
    made_page.resize(1100, 800)
    made_page.refresh()
    made_page.show()
    made_page.activateWindow()
    QApplication.processEvents()
    return made_page


def edit(page: SessionsPage, row: int) -> SetPanel:
    """Open the panel for a set, by the keyboard."""
    table = page._details._table
    table.setFocus()
    table.selectRow(row)
    page._details._edit_set.click()
    panels = [panel for panel in page.findChildren(SetPanel) if panel.isVisible()]
    return panels[-1]


def cells(page: SessionsPage, row: int) -> list[str]:
    sets = page._details._sets
    return [sets.index(row, column).data() for column in range(sets.columnCount())]


def words(page: SessionsPage) -> list[str]:
    return [label.text() for label in page._details.findChildren(QLabel) if label.isVisible()]


def button(page: SessionsPage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)


def test_it_says_what_was_skipped_where_it_hurt_and_how_much_was_wanted(page: SessionsPage) -> None:
    shown = words(page)
    assert any("Gentle dose" in text for text in shown)
    assert "1 set skipped  ·  It hurt: low back, left (4 of 10)" in shown
    page._choose(1)
    assert not any("dose" in text.lower() for text in words(page))


def test_the_minutes_of_that_day_are_told(page: SessionsPage, world: World) -> None:
    made = world.history.summaries[1]
    world.history.summaries[1] = replace(made, start=replace(made.start, dose="20 min"))
    page.refresh()
    page._choose(1)
    page._choose(0)
    assert page._details._head.moment.text().endswith("20 min planned")


def test_all_answers_are_shown_and_kept_when_one_changes(page: SessionsPage, world: World) -> None:
    review = page._details._review
    assert review.pain_before() == 3
    review._morning.type_digit(1)
    review._before.type_digit(4)
    review._effort.type_digit(7)
    assert world.history.summaries[1].review == SessionReview(2, 7, "note 1", 1)
    assert world.history.summaries[1].start.pain_before == 4
    assert world.history.summaries[2].review == SessionReview(2, 5, "note 2")


def test_keys_undo_and_redo(page: SessionsPage, world: World, qtbot: QtBot) -> None:
    review = page._details._review
    review._effort.type_digit(7)
    review._before.type_digit(6)
    page._list.setFocus()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page._list, Qt.Key.Key_Z, control)
    assert world.history.summaries[1].start.pain_before == 3
    assert review.pain_before() == 3
    qtbot.keyClick(page._list, Qt.Key.Key_Z, control)
    assert review.value().effort == 5
    assert page._undo._text.text().startswith("Undone: Effort changed  ·  “First session”")
    assert not page._undo._undo.isVisible()
    qtbot.keyClick(page._list, Qt.Key.Key_Z, control | shift)
    assert review.value().effort == world.history.summaries[1].review.effort == 7
    assert page._undo._redo.isVisible()


def test_undo_goes_to_the_session_that_it_changes(page: SessionsPage, world: World) -> None:
    page._details._review._effort.type_digit(7)
    page._choose(2)
    page.undo()
    assert world.history.summaries[1].review.effort == 5
    assert page._details.session_id == 1
    assert page._details._review.value().effort == 5
    page._choose(1)
    page.redo()
    assert (page._details.session_id, page._details._review.value().effort) == (1, 7)


def test_a_deleted_session_comes_back_with_what_was_changed_before(
    page: SessionsPage, world: World
) -> None:
    page._details._review._effort.type_digit(7)
    page.delete()
    assert page._details.session_id == 2
    page.undo()
    assert page._details.session_id == 1
    page.undo()
    assert page._details._review.value().effort == 5
    page.redo()
    page.redo()
    assert world.history.deleted == {1}


def test_a_set_is_corrected_with_its_reason(page: SessionsPage, world: World) -> None:
    before = world.history.records[1][SKIPPED]
    panel = edit(page, SKIPPED)
    panel.amount.setValue(8)
    panel.note.setText("  The phone   rang ")
    panel.load.setText("green band")
    panel.save_button.click()
    after = world.history.records[1][SKIPPED]
    assert after.result.done == Achieved(8, 40.0)
    assert (after.note, after.result.load) == ("The phone rang", "green band")
    assert cells(page, SKIPPED)[0] == "Clam shell, green band"
    assert cells(page, SKIPPED)[3:] == ["8 reps", "Skipped\nThe phone rang"]
    assert page._undo._text.text().startswith("Set 1, left side of Clam shell changed")
    page.undo()
    assert world.history.records[1][SKIPPED] == before
    assert cells(page, SKIPPED)[3:] == ["4 reps", "Skipped"]


def test_a_set_that_was_done_after_all_counts(page: SessionsPage, world: World) -> None:
    panel = edit(page, SKIPPED)
    panel.outcome.setCurrentIndex(panel.outcome.findData("done"))
    panel.save_button.click()
    assert world.history.summaries[1].sets_done == 7
    assert "7 of 8 sets" in page._details._head.facts.text()
    assert "skipped" not in page._details._head.troubles.text()
    page.undo()
    assert "6 of 8 sets" in page._details._head.facts.text()


def test_the_pain_of_a_set_is_changed_and_taken_away(page: SessionsPage, world: World) -> None:
    panel = edit(page, HURT)
    assert (panel.pain.value(), panel.where.text()) == (4, "low back, left")
    panel.pain.type_digit(6)
    panel.where.setText("hip")
    panel.save_button.click()
    assert world.history.records[1][HURT].pain == Pain("hip", 6)
    panel = edit(page, HURT)
    panel.pain.set_value(None)
    panel.where.clear()
    panel.save_button.click()
    assert world.history.records[1][HURT].pain is None


def test_looking_at_a_set_changes_nothing(page: SessionsPage, world: World) -> None:
    hold = world.history.records[1][HOLD]
    odd = replace(hold, result=replace(hold.result, done=Achieved(None, 14.638)))
    world.history.records[1][HOLD] = odd
    page.refresh()
    page._choose(1)
    page._choose(0)
    edit(page, HOLD).save_button.click()
    assert world.history.records[1][HOLD] == odd
    assert not page._undo.isVisible()


def test_a_hold_is_changed_in_seconds(page: SessionsPage, world: World) -> None:
    panel = edit(page, HOLD)
    panel.amount.setValue(22)
    panel.save_button.click()
    assert world.history.records[1][HOLD].result.done == Achieved(None, 22.0)


def test_amounts_have_limits(page: SessionsPage) -> None:
    reps, hold = edit(page, 0).amount, edit(page, HOLD).amount
    assert reps.mistake_in("501") == "Too much: from 0 to 500 reps"
    assert hold.mistake_in("1:00:01") == "Too much: from 0 to 3600 s"


def test_a_wrong_amount_is_not_saved_but_said(page: SessionsPage, world: World) -> None:
    before = world.history.records[1][0]
    panel = edit(page, 0)
    panel.amount.lineEdit().setText("2,5")
    panel.save_button.click()
    assert panel.isVisible()
    assert panel.wrong.text() == "Not a whole number: from 0 to 500 reps"
    assert world.history.records[1][0] == before


def test_enter_opens_a_set(page: SessionsPage, qtbot: QtBot) -> None:
    table = page._details._table
    table.setFocus()
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert any(panel.isVisible() for panel in page.findChildren(SetPanel))


@pytest.mark.parametrize("width", [820, 1024, 1920])
def test_a_long_reason_is_shown_whole(page: SessionsPage, world: World, width: int) -> None:
    panel = edit(page, SKIPPED)
    panel.note.setText("The phone rang, and when I came back there was no time left for it")
    panel.save_button.click()
    page.resize(width, 700)
    QApplication.processEvents()
    table = page._details._table
    assert table.rowHeight(SKIPPED) >= table.sizeHintForRow(SKIPPED)
    last = page._details._sets.rowCount() - 1
    bottom = table.rowViewportPosition(last) + table.rowHeight(last)
    assert bottom <= table.viewport().height()
    assert sum(table.columnWidth(column) for column in range(5)) <= table.viewport().width()


def test_every_field_of_a_set_has_a_name(page: SessionsPage) -> None:
    panel = edit(page, 0)
    for field in (panel.amount, panel.outcome, panel.load, panel.note, panel.pain, panel.where):
        assert field.accessibleName()
    assert page._details._review._morning.accessibleName() == "Next morning"


def test_trouble_leaves_screen_and_stack_as_they_were(
    page: SessionsPage, world: World, qtbot: QtBot
) -> None:
    review = page._details._review
    review._effort.type_digit(7)
    world.history.trouble = FULL
    with qtbot.waitSignal(page.trouble_met):
        review._effort.type_digit(1)
    assert review.value().effort == 7
    with qtbot.waitSignal(page.trouble_met):
        review._before.type_digit(9)
    assert review.pain_before() == 3
    panel = edit(page, SKIPPED)
    panel.amount.setValue(9)
    with qtbot.waitSignal(page.trouble_met):
        panel.save_button.click()
    assert cells(page, SKIPPED)[3] == "4 reps"
    with qtbot.waitSignal(page.trouble_met):
        page.undo()
    assert review.value().effort == 7
    world.history.trouble = None
    page.undo()
    assert review.value().effort == world.history.summaries[1].review.effort == 5


def test_a_note_that_could_not_be_saved_is_not_lost(page: SessionsPage, world: World) -> None:
    review = page._details._review
    review._note.setPlainText("Better today")
    world.history.trouble = FULL
    review.save()
    assert review._note.toPlainText() == "Better today"
    assert review._save.isEnabled()
    world.history.trouble = None
    review.save()
    assert world.history.summaries[1].review.note == "Better today"


def test_undo_takes_a_note_that_is_being_written(page: SessionsPage, world: World) -> None:
    page._details._review._note.setPlainText("Better today")
    page.undo()
    assert page._details._review._note.toPlainText() == "note 1"
    page.redo()
    assert world.history.summaries[1].review.note == "Better today"


def test_nothing_is_undone_in_another_history(page: SessionsPage, world: World) -> None:
    """After a backup was brought back its sessions may have the same numbers."""
    page._details._review._effort.type_digit(7)
    page.forget_edits()
    assert not page._undo.isVisible()
    page.undo()
    assert world.history.summaries[1].review.effort == 7


@pytest.mark.parametrize(("level", "is_offered"), [(7, False), (8, True)])
def test_much_pain_offers_the_words_on_safety(
    page: SessionsPage, level: int, is_offered: bool
) -> None:
    page._details._review._pain.type_digit(level)
    offered = button(page, "When to see someone")
    assert offered.isVisible() is is_offered
    if is_offered:
        offered.click()
        dialog = page.findChild(SafetyDialog)
        assert dialog is not None
        assert SAFETY[1] in {label.text() for label in dialog.findChildren(QLabel)}


def test_the_answers_are_explained(page: SessionsPage) -> None:
    review = page._details._review
    review._morning.type_digit(4)
    assert review._words.text().startswith("4: more than before that session (3).")
    page._choose(1)
    assert not review._words.isVisible()


def _again(open_window: OpenWindow, world: World, routine_id: str) -> MainWindow:
    at = world.ago(1)
    made = session(1, at, FIRST_SESSION)
    start = replace(made.start, routine_id=routine_id, dose="gentle")
    world.history.add(replace(made, start=start), records(at))
    window = open_window()
    window.home.show_history()
    assert window.home.history is not None
    window.home.history.show_sessions()
    button(window.home.history.sessions, "Do it again").click()
    return window


def test_it_is_done_again_in_the_dose_of_that_day(open_window: OpenWindow, world: World) -> None:
    window = _again(open_window, world, "first-session")
    assert window.host.page is not None
    assert window.host.page.is_running()
    assert world.history.summaries[2].start.dose == str(Today(DayDose.GENTLE))
    assert world.history.summaries[2].start.routine_id == "first-session"


def test_a_routine_that_is_gone_says_so(open_window: OpenWindow, world: World) -> None:
    window = _again(open_window, world, "long-gone")
    assert window.host.page is None
    assert window.home.notices is not None
    assert "no such routine" in window.home.notices._text.text()
