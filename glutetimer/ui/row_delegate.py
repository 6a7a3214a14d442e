"""What the rows of all lists have in common: a rounded ground, fonts and colours."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from glutetimer.ui.theme import Colors, Radius, Space, Type, current, font

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one height; a subclass writes the text in `paint_text`."""

    def __init__(self, height_px: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._height_px = height_px
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

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is as high as any other."""
        return QSize(120, self._height_px)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, then the text."""
        colors = current()
        state = option.state
        area = QRectF(option.rect).adjusted(2, 2, -2, -2)
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_selected:
            painter.setBrush(QColor(colors.accent_soft))
            painter.drawRoundedRect(area, Radius.ROW, Radius.ROW)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colors.hover))
            painter.drawRoundedRect(area, Radius.ROW, Radius.ROW)
        if is_selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
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
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> float:
        """Write one line at the top of an area, shortened to fit; returns its width in pixels."""
        metrics = self._metrics[style]
        short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(self._fonts[style])
        painter.setPen(QColor(color))
        line = QRectF(area.left(), area.top(), area.width(), metrics.height())
        painter.drawText(line, align | Qt.AlignmentFlag.AlignVCenter, short)
        return metrics.horizontalAdvance(short)
