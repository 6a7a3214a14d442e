"""Widgets in rows, as many in each as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from glutetimer.ui.style.theme import Space


class FlowRow(QWidget):
    """Puts its widgets side by side and begins a new row where one does not fit."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self._widgets = tuple(widgets)
        for widget in self._widgets:
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """One row."""
        hints = [widget.sizeHint() for widget in self._widgets]
        width = sum(hint.width() + Space.S for hint in hints)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        """The widest widget."""
        hints = [widget.sizeHint() for widget in self._widgets]
        widest = max((hint.width() for hint in hints), default=0)
        return QSize(min(widest, 120), max((hint.height() for hint in hints), default=0))

    def hasHeightForWidth(self) -> bool:
        """A narrow place needs more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows."""
        return self._place(width, moves=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place them anew."""
        super().resizeEvent(event)
        self._place(self.width(), moves=True)

    def _place(self, width: int, *, moves: bool) -> int:
        x = y = row_px = 0
        for widget in self._widgets:
            hint = widget.sizeHint()
            wide = min(hint.width(), width)
            if x and x + wide > width:
                x, y, row_px = 0, y + row_px + Space.S, 0
            if moves:
                widget.setGeometry(x, y, wide, hint.height())
            x += wide + Space.S
            row_px = max(row_px, hint.height())
        return y + row_px
