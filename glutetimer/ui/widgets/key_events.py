"""Keys as Qt has them, and as `core.keys.names` names them."""

from string import ascii_lowercase

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from glutetimer.core.keys.names import key_named, key_parts
from glutetimer.ui.widgets.meant_key import meant_key

_MODIFIER_KEYS = (
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock),
)
_FOR_QT = {"Media Play/Pause": ("Toggle Media Play/Pause",), "Enter": ("Return", "Enter")}


def is_modifier(event: QKeyEvent) -> bool:
    """Whether it is a key that is held while another one is pressed."""
    return event.key() in _MODIFIER_KEYS


def key_of(event: QKeyEvent) -> str:
    """The name of the key that was pressed, with what was held; empty if it has none.

    Of a layout in another script it is the Latin letter in its place.
    """
    key = meant_key(event, ascii_lowercase)
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
    )
    text = QKeySequence(QKeyCombination(held, Qt.Key(key))).toString(
        QKeySequence.SequenceFormat.PortableText
    )
    return key_named(text.replace("Backtab", "Tab"))


def sequences(key: str) -> list[QKeySequence]:
    """The shortcuts of a key by its name: signs may need Shift, and there are two Enter keys."""
    *held, last = key_parts(key)
    names = ["+".join((*held, name)) for name in _FOR_QT.get(last, (last,))]
    if not held and len(last) == 1 and not last.isalnum():
        names.append(f"Shift+{last}")
    return [QKeySequence(name) for name in names]
