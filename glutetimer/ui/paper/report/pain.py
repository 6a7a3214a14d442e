"""Pain and effort over the period: curves, and what they say in sentences."""

from functools import partial

from PySide6.QtCore import QRectF, Qt

from glutetimer.core.pain import ACCEPTABLE_MOST, SAFE_MOST
from glutetimer.core.report.values import Report
from glutetimer.ui.chart.content import AxisScale, ChartInk, ChartLine, Plot, PointMarker, Stroke
from glutetimer.ui.chart.drawing import PlotPainter, paint_sample
from glutetimer.ui.paper.paper import SOFT, Paper, TextStyle
from glutetimer.ui.paper.report import words
from glutetimer.ui.paper.report.charts import TINY, draw_key, paper_look

_TEXT, _SMALL = TextStyle(8.6), TextStyle(7.4, color=SOFT)
_TITLE, _NAME, _TIME = 13.0, 16.0, 17.0
_PAIN, _LOW = 92.0, 42.0
_STEPS_WIDE = 92.0
_NUMBERS_WIDE = 18.0
_LIMITS = (SAFE_MOST, ACCEPTABLE_MOST)
"""Of the pain-monitoring model."""
_PAIN_SCALE = AxisScale("", 10, is_fixed=True, numbers=(0, *_LIMITS, 10), limits=_LIMITS)
_EFFORT_SCALE = AxisScale("", 10, is_fixed=True, numbers=(0, 5, 10))
_STEPS = (
    (7.5, "above 5: a step back"),
    (3.5, "3–5: acceptable if\nsettled by morning"),
    (1, "0–2: safe"),
)


class PainPart:
    """`height` is 0 if nothing was told at all."""

    def __init__(self, paper: Paper, report: Report, x: float, width: float) -> None:
        self._paper = paper
        self._x, self._width = x, width
        self._grain = report.pain.grain
        self._panels = _panels(report)
        weeks = report.adherence.weeks
        self._first_weekday = weeks[0].first_day.isoweekday() if weeks else 1
        self._lines = words.pain_lines(report.pain) if self._panels else ()
        self.height = self._draw(0.0, paints=False) if self._panels else 0.0

    def paint(self, y: float) -> None:
        """Paint it from a height on."""
        self._draw(y, paints=True)

    def _draw(self, y: float, *, paints: bool) -> float:
        top = y
        if paints:
            self._paper.heading("Pain and effort", self._x, y, self._width)
            note = QRectF(self._x, y + 2, self._width, 10)
            text = f"0 none, 10 the worst; {words.POINT_NOTES[self._grain]}"
            self._paper.one_line(text, note, TINY, Qt.AlignmentFlag.AlignRight)
        y += _TITLE
        for number, (height, plot) in enumerate(self._panels, 1):
            if paints:
                self._panel(y, height, plot, is_last=number == len(self._panels))
            y += _NAME + height
        y += _TIME
        for line in self._lines:
            y += self._sentence(line, y, _TEXT, paints) + 1
        y += self._sentence(words.MODEL, y + 1, _SMALL, paints) + 1
        return y - top

    def _panel(self, y: float, height: float, plot: Plot, *, is_last: bool) -> None:
        painter, look = self._paper.painter, paper_look()
        wide = self._width - _NUMBERS_WIDE - _STEPS_WIDE
        area = QRectF(self._x + _NUMBERS_WIDE, y + _NAME, wide, height)
        samples = [
            (line.name, partial(paint_sample, painter, line, look=look)) for line in plot.lines
        ]
        draw_key(self._paper, samples, area.right(), y + 5, 22)
        plotted = PlotPainter(plot, area, look)
        plotted.paint(painter, self._first_weekday, writes_days=is_last)
        if height == _PAIN:
            for level, text in _STEPS:
                at = plotted.y(level)
                self._steps(text, QRectF(area.right() + 6, at - 10, _STEPS_WIDE - 6, 20))

    def _steps(self, text: str, box: QRectF) -> None:
        lines = text.split("\n")
        y = box.center().y() - 4.5 * len(lines)
        for line in lines:
            self._paper.one_line(line, QRectF(box.left(), y, box.width(), 9), TINY)
            y += 9

    def _sentence(self, text: str, y: float, style: TextStyle, paints: bool) -> float:
        lines = self._paper.shortened(text, self._width, 3, style)
        high = style.size * 1.28
        for number, line in enumerate(lines):
            if paints:
                box = QRectF(self._x, y + number * high, self._width + 4, high)
                self._paper.one_line(line, box, style)
        return high * len(lines)


def _panels(report: Report) -> list[tuple[float, Plot]]:
    """What was told, as plots one above the other with their heights."""
    pain, dashed, solid = report.pain, Stroke.DASHED, Stroke.SOLID
    before = ChartLine("pain before", pain.before, ChartInk.SECOND, PointMarker.RING, dashed)
    after = ChartLine("pain after", pain.after, ChartInk.FIRST, PointMarker.DIAMOND, solid)
    worst = ChartLine("worst during", pain.hurts, ChartInk.SECOND, PointMarker.CROSS)
    name = "pain the next morning"
    morning = ChartLine(name, pain.morning, ChartInk.THIRD, PointMarker.TRIANGLE, solid)
    effort = ChartLine("effort (0 to 10)", pain.effort, ChartInk.THIRD, PointMarker.DISC, solid)
    panels = [
        (_PAIN, _PAIN_SCALE, (before, after, worst)),
        (_LOW, _PAIN_SCALE, (morning,)),
        (_LOW, _EFFORT_SCALE, (effort,)),
    ]
    told = [
        (height, scale, shown)
        for height, scale, lines in panels
        if (shown := [line for line in lines if line.points])
    ]
    # Not the time before the very first session or after today.
    period, weeks = report.period, report.adherence.weeks
    since = max(period.since, weeks[0].first_day) if weeks else period.since
    first = min([since, *(line.points[0].day for _, _, lines in told for line in lines)])
    last = max(first, min(period.until, report.made_on))
    return [
        (height, Plot(first=first, last=last, scale=scale, lines=lines, grain=pain.grain))
        for height, scale, lines in told
    ]
