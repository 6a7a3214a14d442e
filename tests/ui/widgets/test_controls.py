"""The small parts: number fields with and without None, the scale, the switch."""

from datetime import time

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.ui.session.hurt_dialog import HurtChoice, HurtDialog
from glutetimer.ui.widgets.controls import push_button, text_label
from glutetimer.ui.widgets.day_field import TimeField
from glutetimer.ui.widgets.fields import Choice, Switch
from glutetimer.ui.widgets.scale import LevelScale
from glutetimer.ui.widgets.switch_bar import SwitchBar
from glutetimer.ui.widgets.typed_field import NumberField, TypedField


@pytest.fixture
def field(qtbot: QtBot) -> NumberField:
    made = NumberField(1, 600, 5, "s", "as in the routine")
    qtbot.addWidget(made)
    made.set_first(30)
    return made


def test_none_is_shown_in_words(field: NumberField) -> None:
    field.set_value_or_none(None)
    assert field.value_or_none() is None
    assert field.text() == "as in the routine"


def test_the_first_step_leads_to_the_usual_value(field: NumberField) -> None:
    field.set_value_or_none(None)
    field.stepBy(1)
    assert field.value_or_none() == 30
    assert field.text() == "30 s"


def test_steps_lead_to_multiples_and_below_the_lowest_to_none(field: NumberField) -> None:
    field.set_value_or_none(12)
    seen = []
    for _ in range(4):
        field.stepBy(-1)
        seen.append(field.value_or_none())
    assert seen == [10, 5, 1, None]
    field.set_value_or_none(12)
    field.stepBy(1)
    assert field.value_or_none() == 15


def test_a_field_without_none_stops_at_its_lowest(qtbot: QtBot) -> None:
    field = NumberField(3, 120, 1, "s")
    qtbot.addWidget(field)
    field.setValue(3)
    field.stepBy(-1)
    assert field.value_or_none() == 3


def test_the_unit_agrees_with_the_number(qtbot: QtBot) -> None:
    field = NumberField(0, 14, 1, "sessions")
    qtbot.addWidget(field)
    field.setValue(2)
    assert field.text() == "2 sessions"
    field.stepBy(-1)
    assert field.text() == "1 session"
    field.stepBy(-1)
    assert field.text() == "0 sessions"
    field.selectAll()
    qtbot.keyClicks(field, "1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "1 session"
    field.blockSignals(True)
    field.setValue(3)
    assert field.text() == "3 sessions"


@pytest.mark.parametrize("unit", ["s", "%", "min before"])
def test_a_unit_that_is_no_noun_stays(qtbot: QtBot, unit: str) -> None:
    field = NumberField(0, 14, 1, unit)
    qtbot.addWidget(field)
    field.setValue(1)
    assert field.text() == f"1 {unit}"


def type_in(field: TypedField, qtbot: QtBot, text: str) -> None:
    """Type over what stands there, letter by letter, and press Enter."""
    field.show()
    field.selectAll()
    qtbot.keyClicks(field, text)
    assert field.text() == text, "no letter is refused or added while one types"
    qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "seconds", "shown"),
    [
        ("45", 45, "45 s"),
        ("2,5", 2.5, "2.5 s"),
        ("2.25", 2.25, "2.25 s"),
        ("1:30", 90, "90 s"),
        ("1m30s", 90, "90 s"),
        ("2 min", 120, "120 s"),
        ("7 s", 7, "7 s"),
        ("", None, "as in the routine"),
    ],
)
def test_what_is_typed_is_taken_as_it_was_meant(
    field: NumberField, qtbot: QtBot, typed: str, seconds: float | None, shown: str
) -> None:
    field.set_value_or_none(30)
    field.show()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    type_in(field, qtbot, typed)
    assert (field.value_or_none(), field.text(), field.mistake) == (seconds, shown, "")


@pytest.mark.parametrize(
    ("typed", "mistake"),
    [
        ("0", "Too little: from 1 to 600 s"),
        ("0,5", "Too little: from 1 to 600 s"),
        ("601", "Too much: from 1 to 600 s"),
        ("11 min", "Too much: from 1 to 600 s"),
        ("1:3", "Not a duration like 45, 1:30 or 2 min: from 1 to 600 s"),
        ("-5", "Not a duration like 45, 1:30 or 2 min: from 1 to 600 s"),
        ("2,,5", "Not a duration like 45, 1:30 or 2 min: from 1 to 600 s"),
    ],
)
def test_what_cannot_be_taken_is_said_and_stays(
    field: NumberField, qtbot: QtBot, typed: str, mistake: str
) -> None:
    field.set_value_or_none(30)
    type_in(field, qtbot, typed)
    assert (field.value_or_none(), field.text(), field.mistake) == (30, typed, mistake)
    assert field.accessibleDescription() == mistake
    field.stepBy(1)
    assert field.text() == typed, "an arrow does not throw away what waits to be corrected"
    field.selectAll()
    qtbot.keyClicks(field, "30")
    assert field.mistake == "", "what is right again is no mistake while it is typed"


@pytest.mark.parametrize("typed", ["250", "2,5", "2.5", "1:30", "12 s", "", "1,000", "1.000"])
def test_reps_are_whole_and_never_cut(qtbot: QtBot, typed: str) -> None:
    field = NumberField(1, 100, 1, "reps")
    qtbot.addWidget(field)
    field.setValue(8)
    field.show()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    type_in(field, qtbot, typed)
    assert (field.value(), field.text()) == (8, typed)
    assert field.mistake.endswith("from 1 to 100 reps")
    type_in(field, qtbot, "25 reps")
    assert (field.value(), field.mistake) == (25, "")


@pytest.mark.parametrize(
    ("typed", "minutes"), [("20", 20), ("20 min", 20), ("1h", 60), ("1h30", 90), ("1:30", None)]
)
def test_a_field_of_minutes_reads_durations(
    qtbot: QtBot, typed: str, minutes: float | None
) -> None:
    field = NumberField(5, 120, 5, "min")
    qtbot.addWidget(field)
    type_in(field, qtbot, typed)
    assert field.value() == (minutes or 5)
    assert bool(field.mistake) is (minutes is None)


@pytest.mark.parametrize("country", ["C", "de_DE", "fr_FR", "ar_EG", "en_US"])
def test_no_country_changes_what_a_number_means(
    field: NumberField, qtbot: QtBot, country: str
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(country))
    try:
        type_in(field, qtbot, "2,5")
        assert field.value() == 2.5
        type_in(field, qtbot, "2.5")
        assert field.value() == 2.5
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("typed", "at"),
    [("7:15", time(7, 15)), ("19.30", time(19, 30)), ("6 pm", time(18)), ("25:00", None)],
)
def test_a_time_is_typed_in_any_usual_form(qtbot: QtBot, typed: str, at: time | None) -> None:
    field = TimeField("At", time(12, 0))
    qtbot.addWidget(field)
    type_in(field, qtbot, typed)
    assert field.moment() == (at or time(12, 0))
    assert bool(field.mistake) is (at is None)
    if at is None:
        assert field.text() == typed


def test_a_time_is_stepped_by_hours_and_minutes_round_the_clock(qtbot: QtBot) -> None:
    field = TimeField("At", time(23, 57))
    qtbot.addWidget(field)
    field.lineEdit().setCursorPosition(0)
    field.stepBy(1)
    assert field.moment() == time(0, 57)
    field.lineEdit().setCursorPosition(len(field.text().split(":")[0]) + 2)
    field.stepBy(1)
    assert field.moment() == time(1, 2)


def test_the_scale_is_chosen_and_taken_back_by_click(qtbot: QtBot) -> None:
    scale = LevelScale("Pain afterwards")
    qtbot.addWidget(scale)
    buttons = scale.findChildren(QPushButton)
    with qtbot.waitSignal(scale.value_changed):
        qtbot.mouseClick(buttons[7], Qt.MouseButton.LeftButton)
    assert scale.value() == 7
    assert buttons[7].accessibleName() == "Pain afterwards: 7 of 10"
    qtbot.mouseClick(buttons[7], Qt.MouseButton.LeftButton)
    assert scale.value() is None


def test_the_scale_takes_digits(qtbot: QtBot) -> None:
    scale = LevelScale("Effort")
    qtbot.addWidget(scale)
    scale.show()
    qtbot.keyClick(scale, Qt.Key.Key_4)
    assert scale.value() == 4


def test_a_switch_is_turned_by_the_space_key(qtbot: QtBot) -> None:
    switch = Switch("Speak the cues")
    qtbot.addWidget(switch)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()


def test_labels_show_markup_as_it_is(qtbot: QtBot) -> None:
    label = text_label("<b>Bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_short_choice_shows_all_its_entries(qtbot: QtBot) -> None:
    # Over the button the list would be too low for its border, and offer to scroll.
    page = QWidget()
    qtbot.addWidget(page)
    choice = Choice()
    choice.addItems(["As the system", "Light", "Dark"])
    QVBoxLayout(page).addWidget(choice)
    page.resize(500, 600)
    page.show()
    choice.setCurrentIndex(2)
    choice.showPopup()
    QApplication.processEvents()
    assert choice.view().verticalScrollBar().maximum() == 0
    choice.hidePopup()


def test_enter_presses_a_button_as_space_does(qtbot: QtBot) -> None:
    button = push_button("Show as table")
    qtbot.addWidget(button)
    button.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_an_ampersand_of_a_name_is_shown_and_names_no_key(qtbot: QtBot) -> None:
    button = push_button("Tom & Co")
    switch = SwitchBar("Views", ("This & that",))
    for widget in (button, switch):
        qtbot.addWidget(widget)
    assert button.shortcut().isEmpty()
    assert (button.text(), switch.tabText(0)) == ("Tom && Co", "This && that")
    answers = QAccessible.queryAccessibleInterface(button)
    assert answers.text(QAccessible.Text.Name) == "Tom & Co"


def test_an_easier_exercise_keeps_its_ampersand(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = HurtDialog([HurtChoice("Bridge", "Clam & shell")], lambda: 0.0, window)
    texts = [button.text() for button in dialog.findChildren(QPushButton)]
    assert "Easier: Clam && shell  (E)" in texts
    assert all(button.shortcut().isEmpty() for button in dialog.findChildren(QPushButton))


def test_a_switch_grows_with_its_words(qtbot: QtBot) -> None:
    switch = Switch("How is my back?")
    qtbot.addWidget(switch)
    usual = switch.sizeHint()
    switch.setStyleSheet("font-size: 45px;")
    switch.ensurePolished()
    assert switch.sizeHint().height() >= switch.fontMetrics().height()
    assert switch.sizeHint().height() > 2.5 * usual.height()
