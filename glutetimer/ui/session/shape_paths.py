"""The outlines of the shapes, in the unit square, and how they are drawn."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QTransform

from glutetimer.ui.session.shapes import Shape


def path_of(shape: Shape, rect: QRectF) -> QPainterPath:
    """The shape as an outline to fill, within `rect`."""
    unit = _PATHS[shape]()
    fit = QTransform()
    fit.translate(rect.x(), rect.y())
    fit.scale(rect.width(), rect.height())
    return fit.map(unit)


def draw(painter: QPainter, shape: Shape, rect: QRectF) -> None:
    """Fill the shape with the painter's pen colour."""
    painter.fillPath(path_of(shape, rect), painter.pen().color())


_FINE = 200.0
"""Qt rounds curves for pixels: strokes and differences are worked out at this size."""


# Each of these fills the unit square; y grows downwards.


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    path.closeSubpath()
    return path


def _stroked(path: QPainterPath, width: float) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width * _FINE)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return _shrunk(stroker.createStroke(_grown(path)))


def _grown(path: QPainterPath) -> QPainterPath:
    return QTransform.fromScale(_FINE, _FINE).map(path)


def _shrunk(path: QPainterPath) -> QPainterPath:
    return QTransform.fromScale(1 / _FINE, 1 / _FINE).map(path)


def _together(*paths: QPainterPath) -> QPainterPath:
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    for path in paths:
        whole.addPath(path)
    return whole


def _lines(width: float, *lines: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for points in lines:
        path.moveTo(QPointF(*points[0]))
        for point in points[1:]:
            path.lineTo(QPointF(*point))
    stroked = _stroked(path, width)
    stroked.setFillRule(Qt.FillRule.WindingFill)
    return stroked


def _bars(*rects: tuple[float, float, float, float]) -> QPainterPath:
    path = QPainterPath()
    for rect in rects:
        path.addRoundedRect(QRectF(*rect), 0.05, 0.05)
    return path


def _turned(path: QPainterPath, degrees: float) -> QPainterPath:
    turn = QTransform()
    turn.translate(0.5, 0.5)
    turn.rotate(degrees)
    turn.translate(-0.5, -0.5)
    return turn.map(path)


def _arrow_up() -> QPainterPath:
    return _polygon(
        (0.5, 0.04),
        (0.94, 0.5),
        (0.67, 0.5),
        (0.67, 0.96),
        (0.33, 0.96),
        (0.33, 0.5),
        (0.06, 0.5),
    )


def _arrow_right() -> QPainterPath:
    return _turned(_arrow_up(), 90)


def _arrow_down() -> QPainterPath:
    return _turned(_arrow_up(), 180)


def _arrow_left() -> QPainterPath:
    return _turned(_arrow_up(), 270)


def _bars_level() -> QPainterPath:
    return _bars((0.06, 0.2, 0.88, 0.22), (0.06, 0.58, 0.88, 0.22))


def _bars_upright() -> QPainterPath:
    return _bars((0.18, 0.08, 0.22, 0.84), (0.6, 0.08, 0.22, 0.84))


def _feet_together() -> QPainterPath:
    left = _polygon(
        (0.02, 0.34), (0.02, 0.66), (0.2, 0.66), (0.2, 0.9), (0.46, 0.5), (0.2, 0.1), (0.2, 0.34)
    )
    mirror = QTransform(-1, 0, 0, 1, 1, 0)
    left.addPath(mirror.map(left))
    return left


def _dot() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0.5, 0.5), 0.26, 0.26)
    return path


def _moon() -> QPainterPath:
    disc, bite = QPainterPath(), QPainterPath()
    disc.addEllipse(QPointF(0.47, 0.52), 0.44, 0.44)
    bite.addEllipse(QPointF(0.68, 0.38), 0.37, 0.37)
    return _shrunk(_grown(disc).subtracted(_grown(bite)))


def _swap() -> QPainterPath:
    right = _polygon(
        (0.04, 0.2), (0.6, 0.2), (0.6, 0.04), (0.98, 0.29), (0.6, 0.54), (0.6, 0.38), (0.04, 0.38)
    )
    turn = _turned(right, 180)
    turn.addPath(right)
    return turn


def _turn() -> QPainterPath:
    arc = QPainterPath()
    box = QRectF(0.14, 0.14, 0.72, 0.72)
    arc.arcMoveTo(box, 40)
    arc.arcTo(box, 40, 280)
    head = _polygon((0.96, 0.49), (0.95, 0.1), (0.59, 0.41))
    return _together(_stroked(arc, 0.16), head)


def _chevrons() -> QPainterPath:
    def chevron(x: float) -> tuple[tuple[float, float], ...]:
        return ((x, 0.16), (x + 0.26, 0.5), (x, 0.84))

    return _lines(0.15, chevron(0.08), chevron(0.37), chevron(0.66))


def _play() -> QPainterPath:
    return _polygon((0.2, 0.08), (0.92, 0.5), (0.2, 0.92))


def _skip() -> QPainterPath:
    path = _polygon((0.12, 0.12), (0.66, 0.5), (0.12, 0.88))
    path.addRoundedRect(QRectF(0.7, 0.12, 0.17, 0.76), 0.04, 0.04)
    return path


def _back() -> QPainterPath:
    return _turned(_skip(), 180)


def _check() -> QPainterPath:
    return _lines(0.17, ((0.12, 0.54), (0.39, 0.8), (0.88, 0.22)))


def _plus() -> QPainterPath:
    return _lines(0.17, ((0.5, 0.12), (0.5, 0.88)), ((0.12, 0.5), (0.88, 0.5)))


def _heart() -> QPainterPath:
    path = QPainterPath(QPointF(0.5, 0.92))
    path.cubicTo(QPointF(0.02, 0.58), QPointF(0.0, 0.4), QPointF(0.06, 0.26))
    path.cubicTo(QPointF(0.15, 0.06), QPointF(0.42, 0.06), QPointF(0.5, 0.3))
    path.cubicTo(QPointF(0.58, 0.06), QPointF(0.85, 0.06), QPointF(0.94, 0.26))
    path.cubicTo(QPointF(1.0, 0.4), QPointF(0.98, 0.58), QPointF(0.5, 0.92))
    return path


def _cone() -> QPainterPath:
    return _polygon(
        (0.04, 0.34), (0.22, 0.34), (0.48, 0.1), (0.48, 0.9), (0.22, 0.66), (0.04, 0.66)
    )


def _speaker() -> QPainterPath:
    waves = QPainterPath()
    for radius in (0.2, 0.4):
        box = QRectF(0.5 - radius, 0.5 - radius, 2 * radius, 2 * radius)
        waves.arcMoveTo(box, 45)
        waves.arcTo(box, 45, -90)
    return _together(_cone(), _stroked(waves, 0.1))


def _speaker_off() -> QPainterPath:
    cross = _lines(0.11, ((0.62, 0.36), (0.92, 0.64)), ((0.92, 0.36), (0.62, 0.64)))
    return _together(_cone(), cross)


def _corners() -> QPainterPath:
    near, far, reach = 0.12, 0.88, 0.24
    return _lines(
        0.13,
        ((near, near + reach), (near, near), (near + reach, near)),
        ((far - reach, near), (far, near), (far, near + reach)),
        ((far, far - reach), (far, far), (far - reach, far)),
        ((near + reach, far), (near, far), (near, far - reach)),
    )


def _question() -> QPainterPath:
    hook = QPainterPath()
    box = QRectF(0.26, 0.1, 0.48, 0.42)
    hook.arcMoveTo(box, 180)
    hook.arcTo(box, 180, -230)
    hook.lineTo(QPointF(0.5, 0.66))
    dot = QPainterPath()
    dot.addEllipse(QPointF(0.5, 0.88), 0.09, 0.09)
    return _together(_stroked(hook, 0.14), dot)


def _square() -> QPainterPath:
    return _bars((0.14, 0.14, 0.72, 0.72))


_PATHS = {
    Shape.ARROW_UP: _arrow_up,
    Shape.ARROW_DOWN: _arrow_down,
    Shape.ARROW_LEFT: _arrow_left,
    Shape.ARROW_RIGHT: _arrow_right,
    Shape.BARS_LEVEL: _bars_level,
    Shape.FEET_TOGETHER: _feet_together,
    Shape.DOT: _dot,
    Shape.MOON: _moon,
    Shape.SWAP: _swap,
    Shape.TURN: _turn,
    Shape.CHEVRONS: _chevrons,
    Shape.BARS_UPRIGHT: _bars_upright,
    Shape.PLAY: _play,
    Shape.SKIP: _skip,
    Shape.BACK: _back,
    Shape.CHECK: _check,
    Shape.PLUS: _plus,
    Shape.HEART: _heart,
    Shape.SPEAKER: _speaker,
    Shape.SPEAKER_OFF: _speaker_off,
    Shape.CORNERS: _corners,
    Shape.QUESTION: _question,
    Shape.SQUARE: _square,
}
