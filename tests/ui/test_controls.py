"""The small parts: number fields with and without None, the scale, the switch."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QValidator
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.ui.controls import push_button, text_label
from glutetimer.ui.fields import Choice, NumberField, Switch
from glutetimer.ui.scale import Scale
from glutetimer.ui.session.hurt_dialog import HurtDialog
from glutetimer.ui.switch_bar import SwitchBar


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


def test_none_cannot_be_typed_as_a_number(field: NumberField) -> None:
    assert field.validate("0 s", 1)[0] is QValidator.State.Intermediate
    assert field.validate("7 s", 1)[0] is QValidator.State.Acceptable


def test_a_typed_number_is_taken(field: NumberField, qtbot: QtBot) -> None:
    field.show()
    field.selectAll()
    qtbot.keyClicks(field, "45")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value_or_none() == 45


def test_a_typed_number_that_is_too_low_becomes_the_lowest(
    field: NumberField, qtbot: QtBot
) -> None:
    field.show()
    field.selectAll()
    qtbot.keyClicks(field, "0")
    field.clearFocus()
    field.interpretText()
    assert field.value_or_none() == 1


def test_the_scale_is_chosen_and_taken_back_by_click(qtbot: QtBot) -> None:
    scale = Scale("Pain afterwards")
    qtbot.addWidget(scale)
    buttons = scale.findChildren(QPushButton)
    with qtbot.waitSignal(scale.value_changed):
        qtbot.mouseClick(buttons[7], Qt.MouseButton.LeftButton)
    assert scale.value() == 7
    assert buttons[7].accessibleName() == "Pain afterwards: 7 of 10"
    qtbot.mouseClick(buttons[7], Qt.MouseButton.LeftButton)
    assert scale.value() is None


def test_the_scale_takes_digits(qtbot: QtBot) -> None:
    scale = Scale("Effort")
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
    dialog = HurtDialog("Clam & shell", False, lambda: 0.0, window)
    texts = [button.text() for button in dialog.findChildren(QPushButton)]
    assert "Easier: Clam && shell  (E)" in texts
    assert all(button.shortcut().isEmpty() for button in dialog.findChildren(QPushButton))
