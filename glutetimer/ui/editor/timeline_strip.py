"""The whole routine as a strip: every phase in its colour, as long as it takes."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from glutetimer.core.plan.timeline import SetSpan, StepKind, Timeline
from glutetimer.core.words.clock_text import clock_text
from glutetimer.ui.plain import plain
from glutetimer.ui.style import theme
from glutetimer.ui.style.phase_colors import phase_color
from glutetimer.ui.style.text_size import grown, text_font
from glutetimer.ui.style.theme import Colors, Type

BAR_PX, LABEL_PX = 22, 18
_EDGE_PX = 3
_MARKED = QFont.Weight.DemiBold
_LEAST_STEP_PX = 3.0
_WAIT_SHARE = 0.45
"""Waits are lower than effort, so that nobody needs the colours to tell them apart."""


class Run(NamedTuple):
    """Neighbouring steps of one exercise (its place, from 0), with what leads to them."""

    entry: int
    from_s: float
    to_s: float


def runs_of(timeline: Timeline) -> list[Run]:
    """The exercises in their order, in a circuit again and again."""
    runs = []
    for entry, group in groupby(enumerate(timeline.steps), key=lambda found: found[1].entry):
        numbers = [number for number, _ in group]
        to_s = timeline.starts_s[numbers[-1] + 1]
        runs.append(Run(entry, timeline.starts_s[numbers[0]], to_s))
    return runs


class TimelineStrip(QWidget):
    """Shows a timeline and marks an exercise; a click, the arrows, Home and End choose another."""

    chosen = Signal(int)
    """The person chooses the exercise at a place, from 0."""

    def __init__(self) -> None:
        super().__init__()
        self._timeline: Timeline | None = None
        self._runs: list[Run] = []
        self._is_stale = False
        self._marked = -1
        self._bar: tuple[object, QPixmap] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Timeline of the routine")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as bar and labels."""
        return QSize(200, BAR_PX + grown(LABEL_PX) + 3 * _EDGE_PX)

    def show_timeline(self, timeline: Timeline | None) -> None:
        """Show another timeline; None: that of before, faintly, until there is one again."""
        self._is_stale = timeline is None
        if timeline is not None:
            self._timeline, self._runs, self._bar = timeline, runs_of(timeline), None
        self._tell()
        self.update()

    def mark(self, entry: int) -> None:
        """Mark the exercise at a place, from 0; -1: none."""
        self._marked = entry
        self._tell()
        self.update()

    def entry_at(self, x_px: float) -> int:
        """The place of the exercise at so many pixels from the left; -1 if there is none."""
        run = self._run_at(x_px)
        return run.entry if run is not None else -1

    @property
    def _count(self) -> int:
        return len(self._timeline.entries) if self._timeline is not None else 0

    def _run_at(self, x_px: float) -> Run | None:
        if not self._runs:
            return None
        seconds = (x_px - _EDGE_PX) / self._px_per_s
        at = bisect_right(self._runs, seconds, key=lambda run: run.from_s) - 1
        return self._runs[max(0, at)]

    @property
    def _px_per_s(self) -> float:
        total_s = self._timeline.total_s if self._timeline is not None else 0.0
        return max(1.0, self.width() - 2 * _EDGE_PX) / max(total_s, 1.0)

    def _tell(self) -> None:
        self.setAccessibleDescription(plain(self._told(self._marked)))

    def _told(self, entry: int) -> str:
        """An exercise in words, with its times."""
        runs = [run for run in self._runs if run.entry == entry]
        if self._timeline is None or not runs:
            return ""
        name = self._timeline.entries[entry].exercise.name
        times = f"{clock_text(runs[0].from_s)} to {clock_text(runs[-1].to_s)}"
        total = clock_text(self._timeline.total_s)
        return f"{entry + 1} of {self._count}: {name}, {times} of {total}"

    # What the person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is below the pointer."""
        entry = self.entry_at(event.position().x())
        if event.button() is Qt.MouseButton.LeftButton and entry >= 0:
            self.chosen.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the one before or after, the first or the last."""
        places = {
            Qt.Key.Key_Left: self._marked - 1,
            Qt.Key.Key_Right: self._marked + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._count - 1,
        }
        place = places.get(Qt.Key(event.key()))
        if place is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 0 <= place < self._count:
            self.chosen.emit(place)

    def event(self, event: QEvent) -> bool:
        """Say what is below the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain(self._told(self.entry_at(event.x()))), self)
            return True
        return super().event(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the phases, the marked exercise, and as many names as have room."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.4 if self._is_stale else 1.0)
        ratio = self.devicePixelRatioF()
        key = (self.size(), ratio, colors.is_dark)
        if self._bar is None or self._bar[0] != key:
            self._bar = key, self._painted_bar(ratio, colors)
        painter.drawPixmap(QPointF(_EDGE_PX, _EDGE_PX), self._bar[1])
        for run in self._runs:
            self._paint_run(painter, run, colors)
        if self.hasFocus():
            painter.setPen(QColor(colors.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _painted_bar(self, ratio: float, colors: Colors) -> QPixmap:
        size = QSize(max(1, self.width() - 2 * _EDGE_PX), BAR_PX)
        bar = QPixmap(size * ratio)
        bar.setDevicePixelRatio(ratio)
        bar.fill(QColor(colors.sunken))
        painter = QPainter(bar)
        if self._timeline is not None:
            for kind, from_s, to_s in self._parts(self._timeline):
                left, right = from_s * self._px_per_s, to_s * self._px_per_s
                height = BAR_PX if kind.is_effort else BAR_PX * _WAIT_SHARE
                box = QRectF(left, BAR_PX - height, right - left, height)
                painter.fillRect(box, QColor(phase_color(colors.phases, kind)))
            for run in self._runs[1:]:
                at_px = run.from_s * self._px_per_s
                painter.fillRect(QRectF(at_px - 0.5, 0, 1, BAR_PX), QColor(colors.card))
        painter.end()
        return bar

    def _parts(self, timeline: Timeline) -> Iterator[tuple[StepKind, float, float]]:
        """Phases with their times; a set whose phases are too short to be seen is one part."""
        starts = timeline.starts_s
        for span in timeline.sets:
            first, end = span.lead_in, span.end
            set_px = (starts[end] - starts[span.first]) * self._px_per_s
            if set_px < _LEAST_STEP_PX * (end - span.first):
                yield _kind_of(timeline, span), starts[span.first], starts[end]
                end = span.first
            for number in range(first, end):
                yield timeline.steps[number].kind, starts[number], starts[number + 1]

    def _paint_run(self, painter: QPainter, run: Run, colors: Colors) -> None:
        assert self._timeline is not None
        left, right = (
            _EDGE_PX + session_s * self._px_per_s for session_s in (run.from_s, run.to_s)
        )
        is_marked = run.entry == self._marked
        if is_marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            line = QRectF(left, BAR_PX + _EDGE_PX + 1, right - left, 3)
            painter.drawRoundedRect(line, 1.5, 1.5)
        painter.setFont(text_font(Type.CAPTION, _MARKED if is_marked else QFont.Weight.Normal))
        painter.setPen(QColor(colors.text if is_marked else colors.muted))
        number = str(run.entry + 1)
        text = f"{number} {self._timeline.entries[run.entry].exercise.name}"
        metrics, width = painter.fontMetrics(), int(right - left) - 2
        if width < metrics.horizontalAdvance(f"{number} Wxyz"):
            text = number
        if width < metrics.horizontalAdvance(number):
            return
        short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        box = QRectF(left, BAR_PX + 2 * _EDGE_PX + 1, right - left, grown(LABEL_PX))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)


def _kind_of(timeline: Timeline, span: SetSpan) -> StepKind:
    """What stands for a set: of reps the lift, whichever phase they open with."""
    kinds = {step.kind for step in timeline.steps[span.first : span.end]}
    return StepKind.LIFT if StepKind.LIFT in kinds else timeline.steps[span.first].kind
