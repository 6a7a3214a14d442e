"""A chart as a widget: drawn, and told where the mouse is."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QToolTip

from glutetimer.ui.chart.content import ChartContent
from glutetimer.ui.chart.drawing import PlotPainter
from glutetimer.ui.chart.hover import words_near
from glutetimer.ui.chart.kept_picture import KeptPicture
from glutetimer.ui.chart.look import screen_look
from glutetimer.ui.plain import plain
from glutetimer.ui.style.text_size import grown

AXIS_PX, DAYS_PX = 38, 26
"""Room for the numbers on the left, and for the days below."""
TOP_PX, RIGHT_PX = 8, 10

_NEAR_PX = 14


class Chart(KeptPicture):
    """Shows one content at a time, as large as it is made; the wheel is left to the page."""

    def __init__(self, content: ChartContent, first_weekday: int) -> None:
        super().__init__()
        self._content = content
        self._first_weekday = first_weekday
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_content(self, content: ChartContent) -> None:
        """Draw this instead."""
        self._content = content
        self.draw_anew()

    def draw(self, painter: QPainter) -> None:
        """Draw in the colours of the theme."""
        painter.fillRect(self.rect(), QColor(screen_look().ground))
        self._plot_painter().paint(painter, self._first_weekday)

    def event(self, event: QEvent) -> bool:
        """Tell what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain(self.words_at(event.pos().x())), self)
            return True
        return super().event(event)

    def words_at(self, x_px: float) -> str:
        """What is drawn at so many pixels from the left: its day and values; empty for nothing."""
        painter = self._plot_painter()
        place = painter.place_at(x_px)
        return words_near(self._content, place, painter.place_at(x_px + _NEAR_PX) - place)

    def _plot_painter(self) -> PlotPainter:
        area = QRectF(self.rect()).adjusted(grown(AXIS_PX), TOP_PX, -RIGHT_PX, -grown(DAYS_PX))
        return PlotPainter(self._content, area, screen_look())
