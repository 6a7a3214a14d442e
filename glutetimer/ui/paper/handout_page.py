"""Paints the pages of a handout: A4, in points."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from glutetimer.core.counts import one_line
from glutetimer.core.exercise import Exercise
from glutetimer.core.plan.timeline import Timeline
from glutetimer.ui.figure.stills import draw_still
from glutetimer.ui.paper.handout_words import SAFETY, Entry, code_words, entries_of, facts_of
from glutetimer.ui.paper.paper import (
    ACCENT,
    BOLD,
    HEIGHT,
    INK,
    LINE,
    SOFT,
    WIDTH,
    Paper,
    TextStyle,
    font,
)
from glutetimer.ui.paper.qr_code import QrCode
from glutetimer.ui.style.theme import LIGHT

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
_ABOVE_CODE = 14.0

_TITLE, _FACTS, _SMALL = TextStyle(20, BOLD), TextStyle(9.5), TextStyle(8, color=SOFT)
_CIRCUIT, _NAME, _DOSE = (
    TextStyle(10, BOLD, ACCENT),
    TextStyle(12.5, BOLD),
    TextStyle(9.5, BOLD, ACCENT),
)
_LABEL, _CUE, _FOOT = TextStyle(8.5, color=SOFT), TextStyle(8.8), TextStyle(7.2, color=SOFT)


class BelowExercises(Enum):
    """What stands below the exercises."""

    DAYS = auto()
    CODE = auto()


class HandoutSheet:
    """A handout laid out on pages; the painter must count in points."""

    def __init__(self, painter: QPainter, timeline: Timeline, code: QrCode | None = None) -> None:
        """`code` holds the routine itself; without one there is none on the sheet."""
        self._paper = Paper(painter)
        self._painter = painter
        self._timeline = timeline
        self._code = code
        self._code_side = 0.0
        self._entries = entries_of(timeline)
        self._pictures: dict[tuple[str, bool], QImage] = {}

    def pages(self) -> tuple[tuple[Entry | BelowExercises, ...], ...]:
        """What stands on each page."""
        pages: list[list[Entry | BelowExercises]] = [[]]
        used = MARGIN + self._head(paints=False)
        room = HEIGHT - FOOT
        parts: list[tuple[Entry | BelowExercises, float]] = [
            (entry, self._block(entry, 0, paints=False)) for entry in self._entries
        ]
        parts.append((BelowExercises.DAYS, self._table_height()))
        for part, height in parts:
            if used + height > room and pages[-1]:
                pages.append([])
                used = MARGIN
            pages[-1].append(part)
            used += height
        if self._code is not None:
            self._code_side = self._code.side(room - used - _ABOVE_CODE)
            if used + _ABOVE_CODE + self._code_side > room:
                pages.append([])
            pages[-1].append(BelowExercises.CODE)
        return tuple(tuple(page) for page in pages)

    def paint(self, page: Sequence[Entry | BelowExercises], number: int, count: int) -> None:
        """Paint one page."""
        y = MARGIN
        if number == 1:
            y += self._head(paints=True)
        for part in page:
            if part is BelowExercises.DAYS:
                self._table(y)
                y += self._table_height()
            elif part is BelowExercises.CODE:
                self._routine_code(y)
            else:
                y += self._block(part, y, paints=True)
        self._foot(number, count)

    def _head(self, *, paints: bool) -> float:
        routine, text = self._timeline.routine, self._paper.text
        y = MARGIN
        y += text(one_line(routine.title), MARGIN, y, _INSIDE, _TITLE, paints=paints) + 3
        y += text(facts_of(self._timeline), MARGIN, y, _INSIDE, _FACTS, paints=paints) + 2
        if routine.source:
            source = f"Source: {one_line(routine.source)}"
            y += text(source, MARGIN, y, _INSIDE, _SMALL, paints=paints)
        y += 9
        if paints:
            x = MARGIN
            for label, width in (("Name", 300.0), ("Begun on", _INSIDE - 300.0)):
                text(label, x, y, width, _LABEL)
                wide = self._paper.width(label, _LABEL) + 6
                self._paper.line(x + wide, y + 11, x + width - 12, y + 11)
                x += width
        return y + 24 - MARGIN

    def _block(self, entry: Entry, y: float, *, paints: bool) -> float:
        """Paint an exercise, or only measure it; returns its height."""
        text, top = self._paper.text, y
        if entry.heading:
            y += text(entry.heading, MARGIN, y, _INSIDE, _CIRCUIT, paints=paints) + 5
        begin = y
        if paints:
            self._disc(entry.number, y)
        x = MARGIN + _TEXT_X
        y += text(entry.name, x, y, _TEXT, _NAME, paints=paints) + 2
        y += text(entry.dose, x, y, _TEXT, _DOSE, paints=paints) + 1
        for more in filter(None, (entry.tempo, entry.extra)):
            y += text(more, x, y, _TEXT, _SMALL, paints=paints) + 1
        y += 2
        for cue in entry.cues:
            if paints:
                text("•", x, y, 10, _CUE)
            y += text(cue, x + 9, y, _TEXT - 9, _CUE, paints=paints) + 1
        bottom = max(y, begin + PICTURE[1] + 12)
        if paints:
            self._stills(entry, begin)
            self._paper.line(MARGIN, bottom + 4, WIDTH - MARGIN, bottom + 4)
        return bottom + 11 - top

    def _stills(self, entry: Entry, y: float) -> None:
        for place, caption in enumerate(entry.captions):
            if not caption:
                continue
            x = WIDTH - MARGIN - (2 - place) * PICTURE[0] - (1 - place) * GAP
            box = QRectF(x, y, *PICTURE)
            self._painter.drawImage(box, self._picture(entry.exercise, place == 0))
            under = QRectF(x, y + PICTURE[1], PICTURE[0], 11)
            self._centred(caption, under, TextStyle(7.5, color=SOFT))

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
        painter.setBrush(QColor(ACCENT))
        painter.drawEllipse(disc)
        painter.setPen(QColor("white"))
        painter.setFont(font(TextStyle(9.5, BOLD)))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))

    def _table_height(self) -> float:
        return 6 + 20 + _ROW * (len(self._entries) + 3)

    def _table(self, y: float) -> None:
        """A box for every exercise on every day of two weeks, and rows for pain and effort."""
        paper, painter = self._paper, self._painter
        y += 6
        paper.text("Tick what you did", MARGIN, y, _INSIDE, TextStyle(11, BOLD))
        y += 20
        first = WIDTH - MARGIN - DAYS * _DAY
        days = [QRectF(first + day * _DAY, y, _DAY, _ROW) for day in range(DAYS)]
        for number, box in enumerate(days, 1):
            self._centred(str(number), box, TextStyle(8, color=SOFT))
        paper.text("Day", MARGIN, y + 3, first - MARGIN, _LABEL)
        rows = [(f"{entry.number}  {entry.name}", INK) for entry in self._entries]
        rows += [("Pain afterwards, 0 to 10", SOFT), ("Effort, 0 to 10", SOFT)]
        for number, (text, color) in enumerate(rows, 1):
            name = QRectF(MARGIN, y + number * _ROW, first - MARGIN - 6, _ROW)
            paper.one_line(text, name, TextStyle(8.5, color=color))
            painter.setPen(QPen(QColor(LINE), 0.7))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRects([box.translated(0, number * _ROW) for box in days])
        half = first + DAYS / 2 * _DAY
        bottom = y + (len(rows) + 1) * _ROW
        paper.line(half, y + _ROW, half, bottom, color=SOFT, wide=1.2)

    def _routine_code(self, y: float) -> None:
        """The routine itself as a code, with what it is good for beside it."""
        code, text = self._code, self._paper.text
        if code is None:
            return
        y += _ABOVE_CODE
        code.paint(self._painter, QRectF(MARGIN, y, self._code_side, self._code_side))
        x = MARGIN + self._code_side + GAP
        width = WIDTH - MARGIN - x
        text_y = y + self._code_side / 10
        text_y += text("This routine for glutetimer", x, text_y, width, TextStyle(11, BOLD)) + 3
        for words in code_words(self._entries):
            text_y += text(words, x, text_y, width, _CUE) + 3

    def _foot(self, number: int, count: int) -> None:
        y = HEIGHT - FOOT + 10
        self._paper.line(MARGIN, y - 4, WIDTH - MARGIN, y - 4)
        self._paper.text(SAFETY, MARGIN, y, _INSIDE - 70, _FOOT)
        place = QRectF(WIDTH - MARGIN - 66, y, 66, 10)
        page = f"Page {number} of {count}" if count > 1 else "glutetimer"
        self._paper.one_line(page, place, _FOOT, Qt.AlignmentFlag.AlignRight)

    def _centred(self, text: str, box: QRectF, style: TextStyle) -> None:
        self._paper.one_line(text, box, style, Qt.AlignmentFlag.AlignHCenter)
