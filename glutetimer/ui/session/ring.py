"""How much is over: of the step or set by the ring, of the whole session by the thin bar."""

from math import cos, pi, radians, sin

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from glutetimer.ui.style import theme

_WIDTH_SHARE = 0.075
_GAP_DEGREES = 3.0
_DIRTY_STEP_DEGREES = 12.0


class Ring(QWidget):
    """A ring that fills clockwise from the top, whole or in segments (one per rep).

    Only the arc that changed is painted again.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = 0.0
        self._segments = 1
        self._color = ""
        # What it stands on need not be painted whenever it has grown.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_fraction(self, fraction: float, segments: int, color: str) -> None:
        """Fill the ring to `fraction` (0 to 1) in a colour "#rrggbb"."""
        if (segments, color) != (self._segments, self._color):
            self._segments, self._color, self._shown = segments, color, fraction
            self.update()
            return
        before = self._shown
        if abs(fraction - before) * 2 * pi * self._radius() < 1.0:
            return  # nobody sees it
        self._shown = fraction
        if abs(fraction - before) > 0.5:
            self.update()
        else:
            self._update_arc(min(fraction, before), max(fraction, before))

    def digits_rect(self) -> QRect:
        """The rectangle inside the ring where a number may stand; its own corners stay empty."""
        return self._inside(0.84, -0.6, 0.37)

    def caption_rect(self) -> QRect:
        """The rectangle inside the ring, below the number."""
        return self._inside(0.66, 0.5, 0.74)

    def _inside(self, half_width: float, top: float, bottom: float) -> QRect:
        """A rectangle in parts of the inner radius, from the middle."""
        radius = self._radius() - self._width_px()
        middle = QPointF(self.width() / 2, self.height() / 2)
        return QRectF(
            middle.x() - half_width * radius,
            middle.y() + top * radius,
            2 * half_width * radius,
            (bottom - top) * radius,
        ).toRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and what is filled of it."""
        colors = theme.current()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(colors.window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        line, cap, width = Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, self._width_px()
        track = QPen(QColor(colors.line), width, line, cap)
        over = QPen(QColor(self._color or colors.accent), width, line, cap)
        part = 360.0 / self._segments
        gap = _GAP_DEGREES if self._segments > 1 else 0.0
        for number in range(self._segments):
            begin = number * part + gap / 2
            filled = min(self._shown * 360.0 - begin, part - gap)
            if filled < part - gap:
                painter.setPen(track)
                _arc(painter, box, begin, part - gap)
            if filled > 0:
                painter.setPen(over)
                _arc(painter, box, begin, filled)
        painter.end()

    def _width_px(self) -> float:
        return max(6.0, min(self.width(), self.height()) * _WIDTH_SHARE)

    def _radius(self) -> float:
        return min(self.width(), self.height()) / 2 - 1

    def _box(self) -> QRectF:
        middle = self._radius() - self._width_px() / 2
        center = QPointF(self.width() / 2, self.height() / 2)
        return QRectF(center.x() - middle, center.y() - middle, 2 * middle, 2 * middle)

    def _update_arc(self, begin: float, end: float) -> None:
        """Mark what lies between two fractions, piece by piece, in small rectangles."""
        at, last = begin * 360.0, end * 360.0
        while at <= last:
            upto = min(at + _DIRTY_STEP_DEGREES, last)
            self.update(self._arc_rect(at, upto))
            if upto >= last:
                break
            at = upto

    def _arc_rect(self, begin: float, end: float) -> QRect:
        outer, inner = self._radius() + 2, self._radius() - self._width_px() - 2
        points = [
            QPointF(self.width() / 2 + r * sin(radians(a)), self.height() / 2 - r * cos(radians(a)))
            for r in (inner, outer)
            for a in (begin, (begin + end) / 2, end)
        ]
        xs, ys = [p.x() for p in points], [p.y() for p in points]
        box = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        return box.toAlignedRect().adjusted(-1, -1, 1, 1)


def _arc(painter: QPainter, box: QRectF, begin: float, span: float) -> None:
    """Draw an arc given in degrees clockwise from the top."""
    painter.drawArc(box, round((90.0 - begin) * 16), round(-span * 16))


class SessionBar(QWidget):
    """A bar that is painted again only when it has grown by a pixel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fraction = 0.0

    def show_fraction(self, fraction: float) -> None:
        """Fill the bar to `fraction` (0 to 1)."""
        before, self._fraction = self._fraction, fraction
        if round(before * self.width()) != round(fraction * self.width()):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and what is done."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(QColor(colors.line))
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setBrush(QColor(colors.accent))
        width = max(float(self.height()), self._fraction * self.width())
        painter.drawRoundedRect(QRectF(0, 0, width, self.height()), radius, radius)
        painter.end()
