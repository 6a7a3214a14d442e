"""The light parts that every page is made of: labels, buttons, cards."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from glutetimer.ui.plain import set_tip
from glutetimer.ui.style.theme import Space

# Absolute: the pages run from left to right, whatever script a title is in.
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def text_label(text: str = "", look: str = "", wraps: bool = False) -> QLabel:
    """A label that shows its text as it is (no rich text), in a look of the style sheet."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setAlignment(LEFT)
    if look:
        made.setProperty("look", look)
    made.setWordWrap(wraps)
    made.setText(text)
    return made


def push_button(text: str, kind: str = "", tip: str = "") -> QPushButton:
    """A button in a kind of the style sheet; `tip` is its tool tip. Enter presses it, too.

    The text is shown as it is: names of exercises stand on buttons, and may have an "&".
    """
    made = QPushButton(without_mnemonic(text))
    made.setAutoDefault(True)
    if kind:
        made.setProperty("kind", kind)
    if tip:
        set_tip(made, tip)
    return made


def radio_button(text: str, kind: str, tip: str = "") -> QPushButton:
    """A button of a group of which one is chosen; its group says what a click on that one does."""
    return as_radio(push_button(text, kind, tip))


def as_radio(button: QPushButton) -> QPushButton:
    """The same button as one of a group; for a screen reader a radio button, else nothing else."""
    button.setCheckable(True)
    button.setAutoExclusive(True)
    return button


def without_mnemonic(text: str) -> str:
    """A text for a button, tab, menu or action whose "&" is one, and names no key."""
    return text.replace("&", "&&")


_Layout = TypeVar("_Layout", bound=QLayout)


def spaced(layout: _Layout, spacing_px: int, *margins_px: int) -> _Layout:
    """The layout with this space between its parts; left, top, right, bottom margins, or none."""
    layout.setSpacing(spacing_px)
    layout.setContentsMargins(*(margins_px or (0, 0, 0, 0)))
    return layout


def card(look: str = "card") -> tuple[QFrame, QVBoxLayout]:
    """A rounded frame and its layout; an inset stands within a card, and is narrower."""
    frame = QFrame()
    frame.setProperty("look", look)
    side, end = (Space.L, Space.M) if look == "inset" else (Space.XL, Space.L)
    return frame, spaced(QVBoxLayout(frame), Space.S, side, end, side, end)


def separator() -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setProperty("look", "line")
    line.setFixedHeight(1)
    return line


def set_look(widget: QWidget, look: str) -> None:
    """Change the look of a widget that is already shown."""
    _set_property(widget, "look", look)


def set_kind(button: QPushButton, kind: str) -> None:
    """Change the kind of a button that may already be shown."""
    _set_property(button, "kind", kind)


def _set_property(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
