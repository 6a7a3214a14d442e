"""Pain before and after a session in one picture: a scale from 0 to 10 with two marks."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from glutetimer.core.pain import ACCEPTABLE_MOST, MOST, SAFE_MOST
from glutetimer.ui.style.theme import current, font

HEIGHT_PX = 66
_MARK_SHARE, _TRACK_SHARE, _TEXT_SHARE = 0.3, 0.12, 0.24  # of the height


class PainPicture(QWidget):
    """Where the pain was and where it is; what is not told has no mark."""

    def __init__(self, before: int | None) -> None:
        super().__init__()
        self._before = before
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_after(None)

    def show_after(self, after: int | None) -> None:
        """Show the pain now, None as long as it is not told."""
        self._after = after
        told = ((self._before, "before"), (after, "now"))
        words = [f"pain {level} {when}" for level, when in told if level is not None]
        self.setAccessibleName(", ".join(words).capitalize() or "Pain before and now")
        self.update()

    def set_scale(self, scale: float) -> None:
        """Take so many times the usual height."""
        self.setFixedHeight(round(HEIGHT_PX * scale))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scale, then both marks with the way from one to the other."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, height = current(), float(self.height())
        mark_px = height * _MARK_SHARE
        track = QRectF(mark_px, height * 0.62, self.width() - 2 * mark_px, height * _TRACK_SHARE)
        self._paint_track(painter, track)
        before, after = self._before, self._after
        if before is not None and after is not None and before != after:
            _paint_way(painter, _at(track, before), _at(track, after), mark_px, colors.muted)
        is_same = before == after
        if before is not None and not is_same:
            self._paint_mark(painter, _at(track, before), mark_px, before, is_now=False)
        if after is not None:
            self._paint_mark(painter, _at(track, after), mark_px, after, is_now=True)
        words = self._words(is_same)
        painter.setFont(font(max(9, round(height * _TEXT_SHARE)), QFont.Weight.DemiBold))
        painter.setPen(QColor(colors.muted))
        for level, text in words:
            _paint_text(painter, _at(track, level), text, self.width(), height)
        painter.end()

    def _words(self, is_same: bool) -> list[tuple[int, str]]:
        """What stands above the marks; two that would touch stand above the first together."""
        before, after = self._before, self._after
        if after is None or before is None:
            return [
                (level, text)
                for level, text in ((before, "before"), (after, "now"))
                if level is not None
            ]
        if is_same:
            return [(after, "before and now")]
        if abs(before - after) <= 2:
            text = "before, now" if before < after else "now, before"
            return [(min(before, after), text)]
        return [(before, "before"), (after, "now")]

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        """Three stretches, of which each is a band of the model."""
        colors = current()
        ends = (SAFE_MOST, ACCEPTABLE_MOST, MOST)
        inks = (colors.accent_soft, colors.warning_soft, colors.danger_soft)
        painter.setPen(Qt.PenStyle.NoPen)
        left = track.left()
        for end, ink in zip(ends, inks, strict=True):
            right = _at(track, end + (0.5 if end < MOST else 0)).x()
            painter.setBrush(QColor(ink))
            painter.drawRect(QRectF(left, track.top(), right - left, track.height()))
            left = right
        painter.setPen(QPen(QColor(colors.outline), 1))
        for level in range(MOST + 1):
            at = _at(track, level)
            painter.drawLine(QPointF(at.x(), track.top()), QPointF(at.x(), track.bottom()))

    def _paint_mark(
        self, painter: QPainter, at: QPointF, size_px: float, level: int, *, is_now: bool
    ) -> None:
        colors = current()
        ground = colors.accent if is_now else colors.card
        if is_now and level > ACCEPTABLE_MOST:
            ground = colors.danger
        painter.setPen(QPen(QColor(ground if is_now else colors.outline), 2))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(at, size_px / 2 + 2, size_px / 2 + 2)
        ink = colors.text
        if is_now:
            ink = colors.on_danger if level > ACCEPTABLE_MOST else colors.on_accent
        painter.setPen(QColor(ink))
        painter.setFont(font(max(9, round(size_px * 0.66)), QFont.Weight.Bold))
        box = QRectF(0, 0, 2 * size_px, 2 * size_px)
        box.moveCenter(at)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(level))


def _at(track: QRectF, level: float) -> QPointF:
    return QPointF(track.left() + track.width() * level / MOST, track.center().y())


def _paint_way(painter: QPainter, start: QPointF, end: QPointF, mark_px: float, ink: str) -> None:
    """An arrow from one mark to the other, if there is room for one."""
    way = 1 if end.x() > start.x() else -1
    tip = QPointF(end.x() - way * (mark_px / 2 + 3), end.y())
    tail = QPointF(start.x() + way * (mark_px / 2 + 3), start.y())
    head_px = mark_px * 0.4
    if (tip.x() - tail.x()) * way < head_px:
        return
    painter.setPen(QPen(QColor(ink), max(2.0, mark_px / 7)))
    painter.drawLine(tail, QPointF(tip.x() - way * head_px, tip.y()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    back = tip.x() - way * head_px
    painter.drawPolygon(
        QPolygonF([tip, QPointF(back, tip.y() - head_px / 2), QPointF(back, tip.y() + head_px / 2)])
    )


def _paint_text(painter: QPainter, at: QPointF, text: str, width: int, height: float) -> None:
    wide = painter.fontMetrics().horizontalAdvance(text)
    left = min(max(0.0, at.x() - wide / 2), width - wide)
    box = QRectF(left, 0, wide + 2, height * 0.36)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
