"""What the rows of all lists have in common: a rounded ground, fonts and colours.

As in controls.py, neither `Qt` nor `QStyle` is named, nor any method of a painter that would
look at their enums: making those takes 25 ms, more than all the rest of the first page. So the
style paints each line of text as if it were an item of its own.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from glutetimer.ui.style.theme import Colors, Space, Type, current, font
from glutetimer.ui.widgets.row_list import RowList

Index = QModelIndex | QPersistentModelIndex

BESIDE_PX = 6
"""What the style sheet's frame of an item and the style's own margin take on each side."""

ABOVE_PX = 6
"""The same above and below, with room for long tails of letters."""

STYLES = {
    "title": (Type.BODY, QFont.Weight.DemiBold),
    "body": (14, QFont.Weight.Normal),
    "caption": (Type.CAPTION, QFont.Weight.Normal),
    "big": (Type.TITLE, QFont.Weight.DemiBold),
}


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one height; a subclass writes the text in `paint_text`."""

    def __init__(self, height_px: int, rows: RowList) -> None:
        super().__init__(rows)
        self._height_px = height_px
        self._rows = rows
        self._fonts: dict[str, tuple[QFont, QFontMetricsF]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is as high as any other."""
        return QSize(120, self._height_px)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the option as it comes: the model's text is written by `paint_text`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground as the style sheet has it, then the text."""
        super().paint(painter, option, index)
        area = option.rect.adjusted(Space.XL - 4, Space.L + 1, 4 - Space.XL, -Space.L)
        self.paint_text(painter, area, index, current())

    def paint_text(self, painter: QPainter, area: QRect, index: Index, colors: Colors) -> None:
        """Write the row's text into an area."""
        raise NotImplementedError

    def write(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        style: str,
        color: str,
        is_centred: bool = False,
    ) -> int:
        """Write one line at the top of an area, shortened to fit; returns its width in pixels."""
        option = QStyleOptionViewItem()
        made, metrics = self._font(style)
        short = shortened(text, metrics, area.width() - 1)
        line = QRect(area.left(), area.top(), area.width(), round(metrics.height()))
        option.rect = line.adjusted(-BESIDE_PX, -ABOVE_PX, BESIDE_PX, ABOVE_PX)
        option.widget = self._rows
        option.font = made
        option.text = short
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(color))
        option.palette = palette
        if is_centred:
            from PySide6.QtCore import Qt

            option.displayAlignment = Qt.AlignmentFlag.AlignCenter
        super().paint(painter, option, QModelIndex())
        return round(metrics.horizontalAdvance(short))

    def _font(self, style: str) -> tuple[QFont, QFontMetricsF]:
        """A font and its measures, made when first used: loading one takes a while."""
        if style not in self._fonts:
            size, weight = STYLES[style]
            made = font(size, weight)
            if style == "big":
                # A day stands alone: digits of equal width would only look torn apart.
                made.unsetFeature(QFont.Tag("tnum"))
            self._fonts[style] = (made, QFontMetricsF(made))
        return self._fonts[style]


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
