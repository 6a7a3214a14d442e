"""How large text is, and what goes with it.

The application's font knows the size: so there is no second place that could say something else.
"""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from glutetimer.ui.style.theme import Type, font

_SIZES = "glutetimer_sizes"


def text_scale() -> float:
    """How many times as large as usual text is."""
    size_px = QApplication.font().pixelSize()
    return size_px / Type.BODY if size_px > 0 else 1.0


def text_font(size_px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's font for text that is so large at the usual size."""
    return font(round(size_px * text_scale()), weight)


def grown(size_px: int) -> int:
    """The height or width of a place for text, in pixels; for smaller text it stays as it is."""
    return round(size_px * max(1.0, text_scale()))


def set_sizes(
    widget: QWidget, *, text_px: int = 0, height_px: int = 0, width_px: int = 0, least_px: int = 0
) -> None:
    """Give a widget sizes that go with that of text from now on; 0 is as it is.

    They are those of its font, its height, its width, and its least width, at the usual size.
    """
    widget.setProperty(_SIZES, [text_px, height_px, width_px, least_px])
    refit(widget)


def refit(widget: QWidget) -> None:
    """Take over another size of text, if `set_sizes` was called for a widget."""
    sizes = widget.property(_SIZES)
    if sizes is None:
        return
    text_px, height_px, width_px, least_px = sizes
    if text_px:
        made = QFont(widget.font())
        made.setPixelSize(round(text_px * text_scale()))
        widget.setFont(made)
    if height_px:
        widget.setFixedHeight(grown(height_px))
    if width_px:
        widget.setFixedWidth(grown(width_px))
    if least_px:
        widget.setMinimumWidth(grown(least_px))
