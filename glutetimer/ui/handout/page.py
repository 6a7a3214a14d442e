"""Paints the pages of a handout: A4, in points."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from glutetimer.core.exercise import Exercise
from glutetimer.core.timeline import Timeline
from glutetimer.ui.figure.stills import draw_still
from glutetimer.ui.handout.words import SAFETY, Entry, entries_of, facts_of
from glutetimer.ui.theme import FONT_FAMILY, LIGHT
from glutetimer.ui.wording import one_line

WIDTH, HEIGHT = 595.0, 842.0
MARGIN = 40.0
FOOT = 50.0
PICTURE = (112.0, 78.0)
GAP = 9.0
DAYS = 14
DOTS_PER_POINT = 200 / 72
"""Of the pictures."""

_INSIDE = WIDTH - 2 * MARGIN
_TEXT_X = 30.0
_TEXT = _INSIDE - _TEXT_X - 2 * PICTURE[0] - 2 * GAP
_ROW = 14.5
_DAY = 22.0
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_INK, _SOFT, _LINE, _ACCENT = "#16201d", "#4a544f", "#b9bdb5", "#0a6a5b"
_BOLD, _PLAIN = QFont.Weight.Bold, QFont.Weight.Normal


class _Style(NamedTuple):
    """Size in points, weight and colour of a text."""

    size: float
    weight: QFont.Weight
    color: str


class Sheet:
    """A handout laid out on pages; the painter must count in points."""

    def __init__(self, painter: QPainter, timeline: Timeline) -> None:
        self._painter = painter
        self._timeline = timeline
        self._entries = entries_of(timeline)
        self._pictures: dict[tuple[str, bool], QImage] = {}

    def pages(self) -> tuple[tuple[Entry | None, ...], ...]:
        """What stands on each page; None is the table of days."""
        pages: list[list[Entry | None]] = [[]]
        used = MARGIN + self._head(paints=False)
        room = HEIGHT - FOOT
        parts: list[tuple[Entry | None, float]] = [
            (entry, self._block(entry, 0, paints=False)) for entry in self._entries
        ]
        parts.append((None, self._table_height()))
        for part, height in parts:
            if used + height > room and pages[-1]:
                pages.append([])
                used = MARGIN
            pages[-1].append(part)
            used += height
        return tuple(tuple(page) for page in pages)

    def paint(self, page: Sequence[Entry | None], number: int, count: int) -> None:
        """Paint one page."""
        y = MARGIN
        if number == 1:
            y += self._head(paints=True)
        for part in page:
            if part is None:
                self._table(y)
            else:
                y += self._block(part, y, paints=True)
        self._foot(number, count)

    def _head(self, *, paints: bool) -> float:
        routine = self._timeline.routine
        y = MARGIN
        y += (
            self._text(one_line(routine.title), MARGIN, y, _INSIDE, _Style(20, _BOLD, _INK), paints)
            + 3
        )
        y += (
            self._text(
                facts_of(self._timeline), MARGIN, y, _INSIDE, _Style(9.5, _PLAIN, _INK), paints
            )
            + 2
        )
        if routine.source:
            source = f"Source: {one_line(routine.source)}"
            y += self._text(source, MARGIN, y, _INSIDE, _Style(8, _PLAIN, _SOFT), paints)
        y += 9
        if paints:
            x = MARGIN
            for label, width in (("Name", 300.0), ("Begun on", _INSIDE - 300.0)):
                self._text(label, x, y, width, _Style(8.5, _PLAIN, _SOFT), True)
                wide = self._metrics(8.5, _PLAIN).horizontalAdvance(label) + 6
                self._line(x + wide, y + 11, x + width - 12, y + 11)
                x += width
        return y + 24 - MARGIN

    def _block(self, entry: Entry, y: float, *, paints: bool) -> float:
        """Paint an exercise, or only measure it; returns its height."""
        top = y
        if entry.heading:
            y += (
                self._text(entry.heading, MARGIN, y, _INSIDE, _Style(10, _BOLD, _ACCENT), paints)
                + 5
            )
        begin = y
        if paints:
            self._disc(entry.number, y)
        x = MARGIN + _TEXT_X
        y += self._text(entry.name, x, y, _TEXT, _Style(12.5, _BOLD, _INK), paints) + 2
        y += self._text(entry.dose, x, y, _TEXT, _Style(9.5, _BOLD, _ACCENT), paints) + 1
        for text in filter(None, (entry.tempo, entry.extra)):
            y += self._text(text, x, y, _TEXT, _Style(8, _PLAIN, _SOFT), paints) + 1
        y += 2
        for cue in entry.cues:
            if paints:
                self._text("•", x, y, 10, _Style(8.8, _PLAIN, _INK), True)
            y += self._text(cue, x + 9, y, _TEXT - 9, _Style(8.8, _PLAIN, _INK), paints) + 1
        bottom = max(y, begin + PICTURE[1] + 12)
        if paints:
            self._stills(entry, begin)
            self._line(MARGIN, bottom + 4, WIDTH - MARGIN, bottom + 4)
        return bottom + 11 - top

    def _stills(self, entry: Entry, y: float) -> None:
        for place, caption in enumerate(entry.captions):
            if not caption:
                continue
            x = WIDTH - MARGIN - (2 - place) * PICTURE[0] - (1 - place) * GAP
            box = QRectF(x, y, *PICTURE)
            self._painter.drawImage(box, self._picture(entry.exercise, place == 0))
            font = self._font(7.5, _PLAIN)
            self._painter.setFont(font)
            self._painter.setPen(QColor(_SOFT))
            under = QRectF(x, y + PICTURE[1], PICTURE[0], 11)
            self._painter.drawText(under, Qt.AlignmentFlag.AlignCenter, caption)

    def _picture(self, exercise: Exercise, is_start: bool) -> QImage:
        key = (exercise.id, is_start)
        if key not in self._pictures:
            width, height = (round(side * DOTS_PER_POINT) for side in PICTURE)
            image = QImage(width, height, QImage.Format.Format_RGB32)
            image.fill(QColor("white"))
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(0, 0, width, height).adjusted(8, 8, -8, -8)
            draw_still(painter, exercise, box, LIGHT, is_start=is_start)
            painter.end()
            self._pictures[key] = image
        return self._pictures[key]

    def _disc(self, number: int, y: float) -> None:
        painter, disc = self._painter, QRectF(MARGIN, y, 20, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_ACCENT))
        painter.drawEllipse(disc)
        painter.setPen(QColor("white"))
        painter.setFont(self._font(9.5, _BOLD))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))

    def _table_height(self) -> float:
        return 6 + 20 + _ROW * (len(self._entries) + 3)

    def _table(self, y: float) -> None:
        """A box for every exercise on every day of two weeks, and rows for pain and effort."""
        y += 6
        self._text("Tick what you did", MARGIN, y, _INSIDE, _Style(11, _BOLD, _INK), True)
        y += 20
        first = WIDTH - MARGIN - DAYS * _DAY
        painter = self._painter
        for day in range(DAYS):
            self._centred(str(day + 1), QRectF(first + day * _DAY, y, _DAY, _ROW), 8, _SOFT)
        self._text("Day", MARGIN, y + 3, first - MARGIN, _Style(8.5, _PLAIN, _SOFT), True)
        y += _ROW
        rows = [(f"{entry.number}  {entry.name}", _INK) for entry in self._entries]
        rows += [("Pain afterwards, 0 to 10", _SOFT), ("Effort, 0 to 10", _SOFT)]
        metrics = self._metrics(8.5, _PLAIN)
        for text, color in rows:
            wide = first - MARGIN - 6
            short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide)
            self._text(short, MARGIN, y + 2.5, wide + 4, _Style(8.5, _PLAIN, color), True)
            for day in range(DAYS):
                painter.setPen(QPen(QColor(_LINE), 0.7))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(first + day * _DAY, y, _DAY, _ROW))
            y += _ROW
        painter.setPen(QPen(QColor(_SOFT), 1.2))
        half = first + DAYS / 2 * _DAY
        painter.drawLine(QPointF(half, y - _ROW * len(rows)), QPointF(half, y))

    def _foot(self, number: int, count: int) -> None:
        y = HEIGHT - FOOT + 10
        self._line(MARGIN, y - 4, WIDTH - MARGIN, y - 4)
        self._text(SAFETY, MARGIN, y, _INSIDE - 70, _Style(7.2, _PLAIN, _SOFT), True)
        place = QRectF(WIDTH - MARGIN - 66, y, 66, 20)
        page = f"Page {number} of {count}" if count > 1 else "glutetimer"
        painter = self._painter
        painter.setFont(self._font(7.2, _PLAIN))
        painter.setPen(QColor(_SOFT))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, page)

    def _text(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        style: _Style,
        paints: bool,
    ) -> float:
        """Write wrapped text, or only measure it; returns its height."""
        box = QRectF(x, y, width, 10_000)
        height = (
            self._metrics(style.size, style.weight).boundingRect(box, int(_WORDS), text).height()
        )
        if paints:
            self._painter.setFont(self._font(style.size, style.weight))
            self._painter.setPen(QColor(style.color))
            self._painter.drawText(QRectF(x, y, width, height + 2), int(_WORDS), text)
        return float(height)

    def _centred(self, text: str, box: QRectF, size: float, color: str) -> None:
        self._painter.setFont(self._font(size, _PLAIN))
        self._painter.setPen(QColor(color))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _line(self, x: float, y: float, u: float, v: float) -> None:
        self._painter.setPen(QPen(QColor(_LINE), 0.7))
        self._painter.drawLine(QPointF(x, y), QPointF(u, v))

    def _font(self, size: float, weight: QFont.Weight) -> QFont:
        font = QFont(FONT_FAMILY)
        # The page counts in points, and so do fonts on a device of 72 dots per inch.
        font.setPointSizeF(size)
        font.setWeight(weight)
        return font

    def _metrics(self, size: float, weight: QFont.Weight) -> QFontMetricsF:
        return QFontMetricsF(self._font(size, weight), self._painter.device())
