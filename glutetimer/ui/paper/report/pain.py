"""Pain and effort over the period: curves, and what they say in sentences."""

from PySide6.QtCore import QRectF, Qt

from glutetimer.core.report.values import Report
from glutetimer.ui.paper.paper import ACCENT, SOFT, Paper, TextStyle
from glutetimer.ui.paper.report import words
from glutetimer.ui.paper.report.curves import (
    TINY,
    Curve,
    CurveMarker,
    axis_of,
    draw_legend,
    draw_levels,
    draw_time,
)

_TEXT, _SMALL = TextStyle(8.6), TextStyle(7.4, color=SOFT)
_TITLE, _NAME, _TIME = 13.0, 16.0, 17.0
_PAIN, _LOW = 92.0, 42.0
_STEPS_WIDE = 92.0
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
        self._pain = report.pain
        self._axis = axis_of(report, x + 18, x + width - _STEPS_WIDE)
        self._panels = [panel for panel in self._all_panels() if any(c.points for c in panel[1])]
        self._lines = words.pain_lines(report.pain) if self._panels else ()
        self.height = self._draw(0.0, paints=False) if self._panels else 0.0

    def paint(self, y: float) -> None:
        """Paint it from a height on."""
        self._draw(y, paints=True)

    def _all_panels(self) -> tuple[tuple[float, tuple[Curve, ...]], ...]:
        pain, dash, dot = self._pain, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine
        sessions = (
            Curve("pain before", pain.before, CurveMarker.RING, dash),
            Curve("pain after", pain.after, CurveMarker.DISC, Qt.PenStyle.SolidLine, ACCENT),
            Curve("worst during", pain.hurts, CurveMarker.CROSS, None),
        )
        return (
            (_PAIN, tuple(curve for curve in sessions if curve.points)),
            (_LOW, (Curve("pain the next morning", pain.morning, CurveMarker.TRIANGLE, dot),)),
            (_LOW, (Curve("effort (0 to 10)", pain.effort, CurveMarker.SQUARE),)),
        )

    def _draw(self, y: float, *, paints: bool) -> float:
        top = y
        if paints:
            self._paper.heading("Pain and effort", self._x, y, self._width)
            note = QRectF(self._x, y + 2, self._width, 10)
            text = f"0 none, 10 the worst; {words.curve_note(self._pain.grain)}"
            self._paper.one_line(text, note, TINY, Qt.AlignmentFlag.AlignRight)
        y += _TITLE
        if paints:
            bottom = y + sum(_NAME + height for height, _ in self._panels)
            draw_time(self._paper, self._axis, y + _NAME, bottom)
        for height, curves in self._panels:
            if paints:
                self._panel(y, height, curves)
            y += _NAME + height
        y += _TIME
        for line in self._lines:
            y += self._sentence(line, y, _TEXT, paints) + 1
        y += self._sentence(words.MODEL, y + 1, _SMALL, paints) + 1
        return y - top

    def _panel(self, y: float, height: float, curves: tuple[Curve, ...]) -> None:
        paper, axis = self._paper, self._axis
        draw_legend(paper, curves, axis.right, y + 5)
        plot = QRectF(axis.left, y + _NAME, axis.right - axis.left, height)
        is_pain = curves[0].points is not self._pain.effort
        draw_levels(paper, curves, axis, plot, self._pain.grain, is_pain=is_pain)
        if is_pain and height == _PAIN:
            for level, text in _STEPS:
                at = plot.bottom() - level / 10 * height
                box = QRectF(axis.right + 6, at - 10, _STEPS_WIDE - 6, 20)
                self._steps(text, box)

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
