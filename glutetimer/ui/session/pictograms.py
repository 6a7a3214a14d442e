"""One pictogram for each position of the body, drawn from capsules on a mat."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from glutetimer.core.exercise import Position
from glutetimer.ui.theme import Colors

_FLOOR = 0.9  # in the space in which the points are given; y grows downwards
_BOTTOM = 0.95
_HEAD = 0.082

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class _Figure:
    """Lines through joints, from the one furthest away to the nearest, and the head."""

    head: tuple[float, float]
    far: tuple[tuple[float, Points], ...]  # thickness and joints
    torso: Points
    near: tuple[tuple[float, Points], ...]


_TORSO, _LEG, _ARM = 0.165, 0.112, 0.075

_STANDING = _Figure(
    head=(0.8, 0.105),
    far=(),
    torso=((0.8, 0.3), (0.8, 0.46)),
    near=(
        (_LEG, ((0.772, 0.48), (0.742, 0.68), (0.725, 0.84))),
        (_LEG, ((0.828, 0.48), (0.858, 0.68), (0.875, 0.84))),
        (_ARM, ((0.728, 0.268), (0.66, 0.39), (0.64, 0.51))),
        (_ARM, ((0.872, 0.268), (0.94, 0.39), (0.96, 0.51))),
    ),
)

_SITTING = _Figure(
    head=(1.1, 0.225),
    far=(),
    torso=((1.08, 0.405), (1.08, 0.57)),
    near=(
        (_LEG, ((1.09, 0.6), (1.32, 0.605), (1.32, 0.835), (1.385, 0.845))),
        (_ARM, ((1.1, 0.37), (1.14, 0.49), (1.26, 0.53))),
    ),
)

_FIGURES = {
    Position.SUPINE: _Figure(
        head=(0.24, 0.79),
        far=((_LEG, ((0.86, 0.775), (1.12, 0.5), (1.26, 0.835), (1.33, 0.845))),),
        torso=((0.44, 0.795), (0.82, 0.79)),
        near=(
            (_LEG, ((0.84, 0.785), (1.05, 0.5), (1.17, 0.835), (1.24, 0.845))),
            (_ARM, ((0.43, 0.8), (0.62, 0.85), (0.8, 0.86))),
        ),
    ),
    Position.SUPINE_ON_BALL: _Figure(
        head=(0.37, 0.3),
        far=((_LEG, ((0.94, 0.5), (1.25, 0.48), (1.25, 0.835), (1.32, 0.845))),),
        torso=((0.55, 0.37), (0.9, 0.49)),
        near=(
            (_LEG, ((0.93, 0.51), (1.19, 0.47), (1.16, 0.835), (1.23, 0.845))),
            (_ARM, ((0.55, 0.36), (0.69, 0.3), (0.83, 0.41))),
        ),
    ),
    Position.SIDE_LYING: _Figure(
        head=(0.26, 0.7),
        far=(
            (_ARM, ((0.42, 0.8), (0.27, 0.85), (0.12, 0.845))),
            (_LEG, ((0.86, 0.82), (1.12, 0.835), (1.4, 0.84))),
        ),
        torso=((0.46, 0.765), (0.82, 0.775)),
        near=(
            (_LEG, ((0.84, 0.75), (1.12, 0.735), (1.4, 0.725))),
            (_ARM, ((0.46, 0.72), (0.6, 0.63), (0.76, 0.72))),
        ),
    ),
    Position.ALL_FOURS: _Figure(
        head=(1.2, 0.395),
        far=(
            (_ARM, ((1.05, 0.46), (1.11, 0.66), (1.1, 0.855))),
            (_LEG, ((0.6, 0.5), (0.68, 0.84), (0.42, 0.845))),
        ),
        torso=((0.6, 0.46), (1.0, 0.44)),
        near=(
            (_LEG, ((0.58, 0.49), (0.59, 0.84), (0.3, 0.845))),
            (_ARM, ((1.01, 0.46), (1.0, 0.66), (1.01, 0.855))),
        ),
    ),
    Position.STANDING: _STANDING,
    Position.STANDING_OR_SITTING: _STANDING,
}

_FRAMES = {
    Position.SUPINE: (0.06, 0.42, 1.44),
    Position.SUPINE_ON_BALL: (0.14, 0.2, 1.46),
    Position.SIDE_LYING: (0.0, 0.58, 1.52),
    Position.ALL_FOURS: (0.12, 0.28, 1.42),
    Position.STANDING: (0.4, 0.0, 1.2),
    Position.STANDING_OR_SITTING: (0.1, 0.0, 1.44),
}
"""What is seen of each: left, top and right edge."""

_CHAIR: tuple[Points, ...] = (
    ((0.955, 0.36), (0.955, 0.69), (1.26, 0.69)),
    ((0.965, 0.69), (0.965, 0.88)),
    ((1.24, 0.69), (1.24, 0.88)),
)

POSITION_NAMES = {
    Position.SUPINE: "On your back",
    Position.SUPINE_ON_BALL: "Back on the ball",
    Position.SIDE_LYING: "On your side",
    Position.ALL_FOURS: "On hands and knees",
    Position.STANDING: "Standing",
    Position.STANDING_OR_SITTING: "Standing or sitting",
}


def draw_position(painter: QPainter, position: Position, rect: QRectF, colors: Colors) -> None:
    """Draw the pictogram of a position, as large as fits into `rect`."""
    left, top, right = _FRAMES[position]
    width, height = right - left, _BOTTOM - top
    scale = min(rect.width() / width, rect.height() / height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(scale, scale)
    painter.translate(-left - width / 2, -top - height / 2)
    floor = _FLOOR + 0.025
    _draw_line(painter, ((left + 0.03, floor), (right - 0.03, floor)), 0.045, colors.line)
    if position is Position.SUPINE_ON_BALL:
        _draw_disc(painter, (0.66, 0.665), 0.235, colors.line)
    if position is Position.STANDING_OR_SITTING:
        painter.translate(-0.36, 0.0)
        _draw_figure(painter, _STANDING, colors)
        painter.translate(0.28, 0.0)
        for line in _CHAIR:
            _draw_line(painter, line, 0.035, colors.outline)
        _draw_figure(painter, _SITTING, colors)
    else:
        _draw_figure(painter, _FIGURES[position], colors)
    painter.restore()


def _draw_figure(painter: QPainter, figure: _Figure, colors: Colors) -> None:
    for thickness, points in figure.far:
        _draw_line(painter, points, thickness, _between(colors.accent, colors.card))
    _draw_line(painter, figure.torso, _TORSO, colors.accent)
    _draw_disc(painter, figure.head, _HEAD, colors.accent)
    for thickness, points in figure.near:
        if thickness == _ARM:
            # A rim of the card's colour tells an arm from the body behind it.
            _draw_line(painter, points, thickness + 0.035, colors.card)
        _draw_line(painter, points, thickness, colors.accent)


def _draw_line(painter: QPainter, points: Points, thickness: float, color: str) -> None:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(QColor(color), thickness, Qt.PenStyle.SolidLine, cap, join))
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _draw_disc(painter: QPainter, at: tuple[float, float], radius: float, color: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawEllipse(QPointF(*at), radius, radius)


def _between(first: str, second: str) -> str:
    """The colour between two, nearer to the first."""
    one, two = QColor(first), QColor(second)
    return QColor(
        (one.red() * 55 + two.red() * 45) // 100,
        (one.green() * 55 + two.green() * 45) // 100,
        (one.blue() * 55 + two.blue() * 45) // 100,
    ).name()
