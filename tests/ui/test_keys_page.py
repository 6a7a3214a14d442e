"""The page of the settings with the keys of a session."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from glutetimer.core.keys.table import EXPLANATIONS, USUAL, Action
from glutetimer.ui.settings.dialog import PAGES, SettingsDialog
from glutetimer.ui.settings.key_row import KeyRow
from tests.ui.fakes import World

pytestmark = pytest.mark.qt_log_ignore("keyToAscii Unhandled")  # QTest types letters only

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
Press = Callable[..., KeyRow]


@pytest.fixture
def dialog(qtbot: QtBot, world: World) -> SettingsDialog:
    made = SettingsDialog(
        world.services(), world.store.settings, "first-session", world.make_player
    )
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    made.open_page(PAGES.index("Keys"))
    return made


@pytest.fixture
def press(dialog: SettingsDialog, qtbot: QtBot) -> Press:
    """Have a row wait for a key, and press one."""

    def do(action: Action, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> KeyRow:
        row = dialog.keys.rows[action]
        qtbot.mouseClick(row.capture, Qt.MouseButton.LeftButton)
        assert row.capture.text() == "Press a key…"
        qtbot.keyClick(row.capture, key, held)
        return row

    return do


def chips(row: KeyRow) -> list[str]:
    return [chip.accessibleName().removeprefix("Remove ") for chip in row.chips.buttons()]


def test_every_action_has_a_row_with_its_usual_keys(dialog: SettingsDialog) -> None:
    assert set(dialog.keys.rows) == set(EXPLANATIONS)
    for action, row in dialog.keys.rows.items():
        assert chips(row) == list(USUAL[action])
        assert not row.usual.isEnabled()


@pytest.mark.parametrize("size", [(720, 380), (880, 464), (900, 700), (1800, 1000)])
def test_nothing_is_cut_at_any_size(
    dialog: SettingsDialog, press: Press, size: tuple[int, int]
) -> None:
    dialog.setMinimumSize(0, 0)
    dialog.resize(*size)
    press(Action.MUTE, Key.Key_H)  # a clash, with its words and two buttons
    QApplication.processEvents()
    page = dialog.keys
    width_px = page.viewport().width()
    for row in page.rows.values():
        for part in (*row.findChildren(QPushButton), *row.findChildren(QLabel)):
            if part.isHidden():
                continue
            assert part.mapTo(page.viewport(), part.rect().topRight()).x() < width_px, part
            assert row.rect().contains(part.mapTo(row, part.rect().bottomRight())), part
            assert part.width() >= min(part.minimumSizeHint().width(), 100), part


@pytest.mark.parametrize(
    ("key", "held", "name"),
    [
        (Key.Key_Down, NONE, "Down"),
        (Key.Key_K, CTRL, "Ctrl+K"),
        (Key.Key_S, CTRL, "Ctrl+S"),  # else it saves the dialog
        (Key.Key_MediaPlay, SHIFT, "Shift+Media Play"),
        (Key.Key_AudioForward, NONE, "Media Fast Forward"),
        (Key.Key_F9, NONE, "F9"),
        (Key.Key_Slash, SHIFT, "/"),
        (Key(1046), NONE, "G"),  # of another script, the letter in its place
    ],
)
def test_a_key_is_added(
    dialog: SettingsDialog, press: Press, key: Qt.Key, held: Qt.KeyboardModifier, name: str
) -> None:
    row = press(Action.MORE_REST, key, held)
    assert chips(row) == [*USUAL[Action.MORE_REST], name]
    assert dialog.settings().keys == {Action.MORE_REST: (*USUAL[Action.MORE_REST], name)}
    assert dialog.isVisible()
    assert row.usual.isEnabled()


def test_a_modifier_alone_is_waited_out(press: Press, qtbot: QtBot) -> None:
    row = press(Action.MORE_REST, Key.Key_Shift)
    assert row.capture.is_waiting
    qtbot.keyClick(row.capture, Key.Key_J, SHIFT)
    assert chips(row)[-1] == "Shift+J"


@pytest.mark.parametrize(
    ("key", "held", "why"),
    [
        (Key.Key_Escape, NONE, "Esc always stops the session"),
        (Key.Key_Tab, NONE, "Tab goes from button to button"),
        (Key.Key_Backtab, SHIFT, "Shift+Tab goes from button to button"),
        (Key.Key_Q, CTRL, "Ctrl+Q quits the program"),
        (Key.Key_7, NONE, "7 answers the question about your pain"),
        (Key.Key_VolumeUp, NONE, "no name that could be kept"),
        (Key.Key_Up, NONE, "does that already"),
    ],
)
def test_what_is_reserved_is_refused_with_words(
    dialog: SettingsDialog, press: Press, key: Qt.Key, held: Qt.KeyboardModifier, why: str
) -> None:
    row = press(Action.MORE_REST, key, held)
    assert why in row.words.text()
    assert row.words.isVisible()
    assert dialog.isVisible()
    assert dialog.settings().keys == {}


def test_a_clash_is_told_and_the_key_moves_only_if_it_is_wanted(
    dialog: SettingsDialog, press: Press, qtbot: QtBot
) -> None:
    row = press(Action.MORE_REST, Key.Key_PageDown)
    assert row.words.text() == f"PgDown means “{EXPLANATIONS[Action.FORWARD]}”."
    assert dialog.settings().keys == {}
    row.leave.click()
    assert not row.words.isVisible()
    assert dialog.settings().keys == {}
    press(Action.MORE_REST, Key.Key_PageDown).take_it.click()
    assert chips(row)[-1] == "PgDown"
    assert chips(dialog.keys.rows[Action.FORWARD]) == ["Media Next"]
    assert not row.words.isVisible()


def test_a_key_is_removed_and_an_action_may_have_none(dialog: SettingsDialog) -> None:
    row = dialog.keys.rows[Action.SET_DONE]
    row.chips.button(0).click()
    assert chips(row) == []
    assert dialog.settings().keys == {Action.SET_DONE: ()}
    row.usual.click()
    assert chips(row) == ["Enter"]
    assert dialog.settings().keys == {}


def test_escape_cannot_be_removed(dialog: SettingsDialog) -> None:
    row = dialog.keys.rows[Action.STOP]
    assert [chip.isEnabled() for chip in row.chips.buttons()] == [False, True, True]


def test_all_go_back_to_usual(dialog: SettingsDialog, press: Press) -> None:
    press(Action.MORE_REST, Key.Key_PageDown).take_it.click()
    dialog.keys.all_usual.click()
    assert dialog.settings().keys == {}
    assert chips(dialog.keys.rows[Action.FORWARD]) == list(USUAL[Action.FORWARD])
    assert not dialog.keys.all_usual.isEnabled()


def test_ok_keeps_them_and_cancel_does_not(
    dialog: SettingsDialog, press: Press, world: World
) -> None:
    press(Action.MUTE, Key.Key_J)
    assert world.store.settings.keys == {}
    dialog.accept()
    assert world.store.settings.keys == {Action.MUTE: ("M", "J")}


def test_looking_elsewhere_ends_the_waiting(dialog: SettingsDialog, qtbot: QtBot) -> None:
    row = dialog.keys.rows[Action.MUTE]
    qtbot.mouseClick(row.capture, Qt.MouseButton.LeftButton)
    dialog.nav.setFocus()
    QApplication.processEvents()
    assert not row.capture.is_waiting
    assert row.capture.text() == "Add a key…"
