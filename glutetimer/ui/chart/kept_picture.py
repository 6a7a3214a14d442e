"""A widget that is painted once and then shown as a picture."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget


class KeptPicture(QWidget):
    """What takes 10 ms to paint is too slow for every frame while a page is scrolled.

    Subclasses paint themselves in `draw`.
    """

    def __init__(self) -> None:
        super().__init__()
        self._picture: QPixmap | None = None

    def draw(self, painter: QPainter) -> None:
        """Paint all of it."""
        raise NotImplementedError

    def draw_anew(self) -> None:
        """Something else is to be seen."""
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint in the new size."""
        super().resizeEvent(event)
        self.draw_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Paint in the colours of the theme."""
        super().changeEvent(event)
        self.draw_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture; it is painted first if there is none for this display."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw(painter)
            painter.end()
        QPainter(self).drawPixmap(0, 0, self._picture)
