"""Keys of Qt and their names: there and back."""

from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

from glutetimer.core.keys.names import NAMED
from glutetimer.core.keys.table import USUAL
from glutetimer.ui.widgets.key_events import is_modifier, key_of, sequences

USED = [key for keys in USUAL.values() for key in keys]
MORE = ["Ctrl+K", "Ctrl++", "Alt+Shift+F5", "Ctrl+Media Next", "Shift+A", "Ctrl+Enter", "Meta+L"]


def pressed(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held)


@pytest.mark.parametrize("name", dict.fromkeys([*USED, *NAMED, *MORE]))
def test_every_shortcut_of_a_name_is_a_press_of_this_name(name: str) -> None:
    found = sequences(name)
    assert found
    for sequence in found:
        assert sequence.count() == 1
        one: QKeyCombination = cast(Any, sequence)[0]  # the stubs lack it
        assert key_of(pressed(one.key(), one.keyboardModifiers())) == name


def test_both_enter_keys_are_one_and_a_keypad_is_no_modifier() -> None:
    assert key_of(pressed(Qt.Key.Key_Return)) == "Enter"
    assert key_of(pressed(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)) == "Enter"
    assert key_of(pressed(Qt.Key.Key_Plus, Qt.KeyboardModifier.KeypadModifier)) == "+"


def test_what_has_no_name() -> None:
    assert key_of(pressed(Qt.Key.Key_VolumeUp)) == ""
    assert key_of(pressed(Qt.Key.Key_unknown)) == ""
    assert is_modifier(pressed(Qt.Key.Key_Control))
    assert not is_modifier(pressed(Qt.Key.Key_A))
