"""A page that scrolls, with its scroll bar in the margin of the window."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import GUTTER_PX, SCROLL_BAR_PX, Space


class PageArea(QScrollArea):
    """Keeps `gutter_px` free on the right, in which the bar stands, so nothing ever moves."""

    def __init__(self, name: str, gutter_px: int = GUTTER_PX) -> None:
        super().__init__()
        self.setAccessibleName(plain(name))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # A bar that comes and goes would change the width, hence the height, hence the bar.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setViewportMargins(0, 0, max(0, gutter_px - SCROLL_BAR_PX), 0)
        self.verticalScrollBar().rangeChanged.connect(self._show_bar)
        self._show_bar(0, 0)

    @Slot(int, int)
    def _show_bar(self, low: int, high: int) -> None:
        # The style sheet draws nothing of a disabled one.
        self.verticalScrollBar().setEnabled(high > low)


def page() -> tuple[QWidget, QVBoxLayout]:
    """An empty page for such an area, and its layout."""
    made = QWidget()
    made.setProperty("look", "page")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, Space.L)
    column.setSpacing(Space.M)
    return made, column
