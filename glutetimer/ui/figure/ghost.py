"""A fault's pose: a soft silhouette with an outline, shown while the fault can happen."""

from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from glutetimer.figure.flesh import flesh_of
from glutetimer.figure.frame import Frame
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.parts import shapes_of

_FROM, _TO = 0.45, 0.90
"""Between these shares of the way to the top the ghost appears."""

_FILL, _LINE, _FRONT = 0.28, 0.80, 0.40
_LINE_M = 0.006
_STEPPING_EFFORT = 0.65


def ghost_share(frame: Frame) -> float:
    """How clearly a frame's ghost is seen: 0 away from the top of the movement, 1 near it."""
    if frame.ghost is None:
        return 0.0
    place = frame.effort
    if frame.motion.travels:
        place = (place - _STEPPING_EFFORT) / (1.0 - _STEPPING_EFFORT)
    share = min(1.0, max(0.0, (place - _FROM) / (_TO - _FROM)))
    return share * share * (3 - 2 * share)


class Ghost:
    """The silhouette of one frame's fault, behind the figure, and its outline before it."""

    def __init__(self, painter: QPainter, frame: Frame, camera: Camera, inks: Inks) -> None:
        self._painter = painter
        self._inks = inks
        self._share = ghost_share(frame)
        self._corner = QPointF()
        self._line: QImage | None = None
        self._whole = QPainterPath()
        self._line_px = max(1.0, _LINE_M * camera.scale)
        if frame.ghost is None or self._share <= 0:
            return
        self._whole.setFillRule(Qt.FillRule.WindingFill)
        self._inner = QPainterPath()
        self._inner.setFillRule(Qt.FillRule.WindingFill)
        for shape in shapes_of(flesh_of(frame.ghost), camera).values():
            self._whole.addPath(shape.whole())
            self._inner.addPath(shape.path(grow=-self._line_px))

    def paint_behind(self) -> None:
        """Paint the silhouette."""
        if not self._whole.isEmpty():
            self._fill(_FILL)
            self._paint_line(_LINE)

    def paint_before(self) -> None:
        """Paint the outline where the figure may have hidden it."""
        if not self._whole.isEmpty():
            self._paint_line(_FRONT)

    def _fill(self, share: float) -> None:
        color = QColor(self._inks.ghost)
        color.setAlphaF(share * self._share)
        self._painter.fillPath(self._whole, color)

    def _paint_line(self, share: float) -> None:
        """What is left of the silhouette without its inside, which has no inner lines."""
        if self._line is None:
            self._line = self._drawn_line()
        self._painter.save()
        self._painter.setOpacity(share * self._share)
        self._painter.drawImage(self._corner, self._line)
        self._painter.restore()

    def _drawn_line(self) -> QImage:
        box = self._whole.boundingRect()
        x, y = floor(box.left()) - 1, floor(box.top()) - 1
        self._corner = QPointF(x, y)
        area = QRectF(x, y, ceil(box.right()) + 1 - x, ceil(box.bottom()) + 1 - y)
        ratio = self._painter.device().devicePixelRatio()
        size = (area.size() * ratio).toSize()
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._corner)
        painter.fillPath(self._whole, self._inks.ghost)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        painter.fillPath(self._inner, Qt.GlobalColor.black)
        painter.end()
        return image
