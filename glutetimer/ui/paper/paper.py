"""A4 pages as a PDF: lines and text in points, for all sheets that are printed."""

from typing import NamedTuple
from unicodedata import category

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextLayout,
    QTextOption,
)

from glutetimer.ui.style.application import FONT_FAMILY

WIDTH, HEIGHT = 595.0, 842.0
INK, SOFT, LINE, ACCENT = "#16201d", "#4a544f", "#b9bdb5", "#0a6a5b"
BOLD, PLAIN = QFont.Weight.Bold, QFont.Weight.Normal

# Absolute: a text from right to left stands at the left too, as everything around it does.
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_WORDS = Qt.TextFlag.TextWordWrap | _LEFT | Qt.AlignmentFlag.AlignTop

_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


class TextStyle(NamedTuple):
    """Size in points, weight and colour of a text."""

    size: float
    weight: QFont.Weight = PLAIN
    color: str = INK


class Paper:
    """What a painter that counts in points draws on a page."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter

    def text(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        style: TextStyle,
        *,
        paints: bool = True,
    ) -> float:
        """Write wrapped text, or only measure it; returns its height."""
        text, box = clean(text), QRectF(x, y, width, 10_000)
        height = self.metrics(style).boundingRect(box, int(_WORDS), text).height()
        if paints:
            self.painter.setFont(font(style))
            self.painter.setPen(QColor(style.color))
            self.painter.drawText(QRectF(x, y, width, height + 2), int(_WORDS), text)
        return float(height)

    def one_line(
        self,
        text: str,
        box: QRectF,
        style: TextStyle,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Write a line, cut short at its end if it is too long for the box."""
        short = self._cut(clean(text), box.width(), style)
        self.painter.setFont(font(style))
        self.painter.setPen(QColor(style.color))
        at = align | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self.painter.drawText(box, int(at | Qt.TextFlag.TextSingleLine), short)

    def heading(self, text: str, x: float, y: float, width: float) -> None:
        """Write the heading of a part, 13 points high."""
        self.one_line(text, QRectF(x, y, width, 13), TextStyle(10, BOLD))

    def shortened(self, text: str, width: float, lines: int, style: TextStyle) -> list[str]:
        """The lines of a text wrapped to a width; the last one is cut short if there are more."""
        text = clean(text)
        layout = QTextLayout(text, font(style), self.painter.device())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
            if len(starts) > lines:
                break
        layout.endLayout()
        units = text.encode("utf-16-le")  # Qt counts in these; most emoji are two
        ends = [*starts[1:], len(units) // 2]
        wrapped = [
            units[2 * start : 2 * end].decode("utf-16-le").strip()
            for start, end in zip(starts, ends, strict=True)
        ]
        if len(wrapped) > lines:
            rest = units[2 * starts[lines - 1] :].decode("utf-16-le")
            wrapped = [*wrapped[: lines - 1], self._cut(rest, width, style)]
        return wrapped

    def line(
        self,
        x: float,
        y: float,
        u: float,
        v: float,
        *,
        color: str = LINE,
        wide: float = 0.7,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        """Draw a straight line."""
        self.painter.setPen(QPen(QColor(color), wide, style))
        self.painter.drawLine(QPointF(x, y), QPointF(u, v))

    def width(self, text: str, style: TextStyle) -> float:
        """How wide a line of text is."""
        return float(self.metrics(style).horizontalAdvance(text))

    def metrics(self, style: TextStyle) -> QFontMetricsF:
        """The measures of a text on this paper."""
        return QFontMetricsF(font(style), self.painter.device())

    def _cut(self, text: str, width: float, style: TextStyle) -> str:
        return self.metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, width)


class PdfPages:
    """A PDF in memory, A4 and without margins; begins with its first page.

    Use it in a `with` block: a painter that is left behind would take the program down.
    """

    def __init__(self, title: str) -> None:
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._writer.setPageMargins(QMarginsF())
        # The page counts in points, and so do fonts on a device of 72 dots per inch.
        self._writer.setResolution(72)
        self._writer.setTitle(title)
        self._writer.setCreator("glutetimer")
        self.painter = QPainter(self._writer)

    def __enter__(self) -> "PdfPages":
        return self

    def __exit__(self, *error: object) -> None:
        if self.painter.isActive():
            self.painter.end()

    def next_page(self) -> None:
        """What is painted from now on is on a new page."""
        self._writer.newPage()

    def finish(self) -> bytes:
        """The whole file; nothing can be painted any more."""
        self.painter.end()
        return bytes(self._buffer.data().data())


def font(style: TextStyle) -> QFont:
    """The font of a text."""
    made = QFont(FONT_FAMILY)
    made.setPointSizeF(style.size)
    made.setWeight(style.weight)
    # Inter draws a dash between digits with a glyph of its own, and a PDF does not know which
    # letter that was: it could be neither searched nor copied.
    made.setFeature(QFont.Tag("calt"), 0)
    return made


def clean(text: str) -> str:
    """The text without what is no letter but turns round or breaks what stands beside it."""
    if text.isprintable():
        return text
    return "".join(
        letter for letter in text if category(letter) not in ("Cc", "Cs") and letter not in _TURNING
    )
