"""What the rows of all lists have in common: a rounded ground, fonts and colours.

As in controls.py, neither `Qt` nor `QStyle` is named: their enums take 25 ms to make.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from glutetimer.ui.row_list import RowList
from glutetimer.ui.theme import Colors, Radius, Space, Type, current, font

Index = QModelIndex | QPersistentModelIndex

MIDDLE = 0x80  # Qt.AlignmentFlag.AlignVCenter
LEFT = 0x01 | 0x10  # AlignLeft | AlignAbsolute: titles in any script begin at the left
CENTRE = 0x04  # AlignHCenter
NO_COLOR = QColor(0, 0, 0, 0)


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one height; a subclass writes the text in `paint_text`."""

    def __init__(self, height_px: int, rows: RowList) -> None:
        super().__init__(rows)
        self._height_px = height_px
        self._rows = rows
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}
        for name, size, weight in (
            ("title", Type.BODY, QFont.Weight.DemiBold),
            ("body", 14, QFont.Weight.Normal),
            ("caption", Type.CAPTION, QFont.Weight.Normal),
            ("big", Type.TITLE, QFont.Weight.Bold),
        ):
            self._fonts[name] = font(size, weight)
            self._metrics[name] = QFontMetricsF(self._fonts[name])
        # A day stands alone: digits of equal width would only look torn apart.
        self._fonts["big"].unsetFeature(QFont.Tag("tnum"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is as high as any other."""
        return QSize(120, self._height_px)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, then the text."""
        colors = current()
        row = index.row()
        area = QRectF(option.rect).adjusted(2, 2, -2, -2)
        is_chosen = row == self._rows.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(NO_COLOR)
        if is_chosen or row == self._rows.hovered_row:
            painter.setBrush(QColor(colors.accent_soft if is_chosen else colors.hover))
            painter.drawRoundedRect(area, Radius.ROW, Radius.ROW)
        if is_chosen and self._rows.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(NO_COLOR)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), Radius.ROW - 1, Radius.ROW - 1)
        text_area = area.adjusted(Space.L, Space.M, -Space.L, -Space.M)
        self.paint_text(painter, text_area, index, colors)
        painter.restore()

    def paint_text(self, painter: QPainter, area: QRectF, index: Index, colors: Colors) -> None:
        """Write the row's text into an area."""
        raise NotImplementedError

    def write(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        style: str,
        color: str,
        is_centred: bool = False,
    ) -> float:
        """Write one line at the top of an area, shortened to fit; returns its width in pixels."""
        metrics = self._metrics[style]
        short = shortened(text, metrics, area.width())
        painter.setFont(self._fonts[style])
        painter.setPen(QColor(color))
        line = QRectF(area.left(), area.top(), area.width(), metrics.height())
        painter.drawText(line, MIDDLE | (CENTRE if is_centred else LEFT), short)
        return metrics.horizontalAdvance(short)


def shortened(text: str, metrics: QFontMetricsF, width_px: float) -> str:
    """The text, or as much of its beginning as fits with an ellipsis."""
    if metrics.horizontalAdvance(text) <= width_px:
        return text
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if metrics.horizontalAdvance(f"{text[:middle]}…") <= width_px:
            fits = middle
        else:
            too_long = middle
    return f"{text[:fits].rstrip()}…"
