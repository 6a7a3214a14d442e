"""A title and a hint beside a scale of 0 to 10; above it where there is little room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import spaced, text_label
from glutetimer.ui.widgets.scale import LevelScale

TITLE_PX = 168
_BESIDE_FROM_PX = TITLE_PX + 400


class LevelRow(QWidget):
    """One question with its scale; `scale` has the answer."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.XS)
        self._words = QWidget()
        words = spaced(QVBoxLayout(self._words), 0)
        words.addWidget(text_label(title, "strong"))
        words.addWidget(text_label(hint, "caption"))
        self._layout.addWidget(self._words)
        self.scale = LevelScale(title, self)
        self._layout.addWidget(self.scale, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side if there is room."""
        super().resizeEvent(event)
        is_beside = self.width() >= _BESIDE_FROM_PX
        self._words.setMinimumWidth(TITLE_PX if is_beside else 0)
        self._words.setMaximumWidth(TITLE_PX if is_beside else self.width())
        way = QBoxLayout.Direction
        self._layout.setDirection(way.LeftToRight if is_beside else way.TopToBottom)
