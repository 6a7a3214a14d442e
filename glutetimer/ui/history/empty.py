"""What the history shows where there is nothing to show."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from glutetimer.ui.style.theme import Space, current
from glutetimer.ui.widgets.controls import spaced, text_label


def no_sessions() -> QWidget:
    """For the first days: nothing was done yet."""
    return _made(
        "No sessions yet",
        "After your first routine you find here, set by set, what you did,\n"
        "how hard it was, and how your back felt.",
        True,
    )


def nothing_found() -> QWidget:
    """For a filter that leaves nothing."""
    return _made("No such session", "Nothing was done in that time, or with that routine.", False)


def _made(title: str, words: str, has_picture: bool) -> QWidget:
    empty = QWidget()
    column = spaced(QVBoxLayout(empty), Space.S, Space.XXL, 0, Space.XXL + Space.XL, 0)
    column.addStretch(2)
    if has_picture:
        column.addWidget(_Ring(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(Space.L)
    for label in (text_label(title, "title", wraps=True), text_label(words, "muted", wraps=True)):
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label)
    column.addStretch(3)
    return empty


class _Ring(QWidget):
    """A session's ring, waiting to be filled."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(112, 112)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(8, 8, 96, 96)
        painter.setPen(QPen(QColor(colors.line), 10))
        painter.drawEllipse(circle)
        pen = QPen(QColor(colors.accent), 10)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawArc(circle, 90 * 16, -100 * 16)
        pen.setWidth(7)
        painter.setPen(pen)
        painter.drawPolyline([QPointF(38, 57), QPointF(51, 70), QPointF(75, 44)])
