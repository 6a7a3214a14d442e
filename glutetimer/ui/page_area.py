"""A page that scrolls, with its scroll bar in the margin of the window."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from glutetimer.ui.theme import Space

GUTTER_PX = Space.XL


class PageArea(QScrollArea):
    """Keeps `gutter_px` free on the right; the bar appears in there, so nothing ever moves."""

    def __init__(self, name: str, gutter_px: int = GUTTER_PX) -> None:
        super().__init__()
        self._gutter_px = gutter_px
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, 0, gutter_px, 0)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)

    @Slot(int, int)
    def _make_room(self, low: int, high: int) -> None:
        bar_px = self.verticalScrollBar().sizeHint().width() if high > low else 0
        self.setViewportMargins(0, 0, max(0, self._gutter_px - bar_px), 0)


def page() -> tuple[QWidget, QVBoxLayout]:
    """An empty page for such an area, and its layout."""
    made = QWidget()
    made.setProperty("look", "page")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, Space.L)
    column.setSpacing(Space.M)
    return made, column
