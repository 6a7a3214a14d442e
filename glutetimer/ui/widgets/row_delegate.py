"""What the rows of all lists have in common: a rounded ground, fonts and colours."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate

from glutetimer.ui.style.text_size import grown, text_font, text_scale
from glutetimer.ui.style.theme import Colors, Space, Type, current
from glutetimer.ui.widgets.controls import LEFT
from glutetimer.ui.widgets.row_list import RowList
from glutetimer.ui.widgets.row_model import Index as Index  # noqa: PLC0414 (of every delegate)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

STYLES = {
    "title": (Type.BODY, QFont.Weight.DemiBold),
    "body": (14, QFont.Weight.Normal),
    "caption": (Type.CAPTION, QFont.Weight.Normal),
    "big": (Type.TITLE, QFont.Weight.DemiBold),
}

LINE_PX = 23
SEPARATOR = "  ·  "
"""Between facts that stand side by side."""


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one height; a subclass writes the text in `paint_text`."""

    def __init__(self, height_px: int, rows: RowList) -> None:
        super().__init__(rows)
        self._height_px = height_px
        self._fonts: dict[tuple[str, float], tuple[QFont, QFontMetricsF]] = {}

    def sizeHint(self, option: "QStyleOptionViewItem", index: Index) -> QSize:
        """Every row is as high as any other."""
        return QSize(120, grown(self._height_px))

    def initStyleOption(self, option: "QStyleOptionViewItem", index: Index) -> None:
        """Leave the option as it comes: the model's text is written by `paint_text`."""

    def paint(self, painter: QPainter, option: "QStyleOptionViewItem", index: Index) -> None:
        """Paint the ground as the style sheet has it, then the text."""
        super().paint(painter, option, index)
        area = option.rect.adjusted(Space.XL - 4, Space.L + 1, 4 - Space.XL, -Space.L)
        self.paint_text(painter, area, index, current())

    def paint_text(self, painter: QPainter, area: QRect, index: Index, colors: Colors) -> None:
        """Write the row's text into an area."""
        raise NotImplementedError

    def write_lines(self, painter: QPainter, area: QRect, *lines: tuple[str, str, str]) -> None:
        """Write (text, style, colour) below one another."""
        for number, line in enumerate(lines):
            self.write(painter, area.adjusted(0, number * grown(LINE_PX), 0, 0), *line)

    def write(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        style: str,
        color: str,
        is_centred: bool = False,
    ) -> None:
        """Write one line at the top of an area, shortened to fit."""
        made, metrics = self._font(style)
        short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        line = QRect(area.left(), area.top(), area.width(), round(metrics.height()))
        painter.setFont(made)
        painter.setPen(QColor(color))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter if is_centred else LEFT, short)

    def draw_picture(
        self, painter: QPainter, place: QRect, picture: QPixmap | None, colors: Colors
    ) -> None:
        """Draw a picture in the middle of a ground; the ground alone while there is none."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.sunken))
        painter.drawRoundedRect(QRectF(place), 10, 10)
        if picture is not None:
            size = picture.deviceIndependentSize().toSize()
            left_px = place.left() + (place.width() - size.width()) // 2
            top_px = place.top() + (place.height() - size.height()) // 2
            painter.drawPixmap(left_px, top_px, picture)
        painter.restore()

    def fitting(self, parts: Iterable[str], width_px: int, style: str) -> str:
        """As many of the parts as can be written whole side by side, but at least one."""
        first, *others = [part for part in parts if part] or [""]
        for part in others:
            longer = f"{first}{SEPARATOR}{part}"
            if self.width_px(longer, style) > width_px:
                break
            first = longer
        return first

    def width_px(self, text: str, style: str) -> int:
        """How wide a text is when it is written whole."""
        return round(self._font(style)[1].horizontalAdvance(text))

    def _font(self, style: str) -> tuple[QFont, QFontMetricsF]:
        """A font and its measures, made when first used: loading one takes a while."""
        key = style, text_scale()
        if key not in self._fonts:
            size, weight = STYLES[style]
            made = text_font(size, weight)
            if style == "big":
                # A day stands alone: digits of equal width would only look torn apart.
                made.unsetFeature(QFont.Tag("tnum"))
            self._fonts[key] = (made, QFontMetricsF(made))
        return self._fonts[key]
