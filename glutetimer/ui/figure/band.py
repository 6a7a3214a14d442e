"""The loop band around both legs."""

from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from glutetimer.figure.body import Body
from glutetimer.figure.motion import BandPlace
from glutetimer.figure.skeleton import SIDES
from glutetimer.figure.vector import (
    Vec,
    add,
    along,
    between,
    cross,
    distance,
    dot,
    scaled,
    sub,
    unit,
)
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.inks import Inks

_BAND_M = 0.045
_BAND_POINTS = 12
_SLACK_M = 0.22
"""So far apart the legs begin to stretch the band."""

_SHARES = {
    # which bone, how far down, the radius of the leg there
    BandPlace.ANKLES: ("knee", "ankle", 0.84, 0.043),
    BandPlace.SHINS: ("knee", "ankle", 0.55, 0.052),
    BandPlace.KNEES: ("hip", "knee", 0.84, 0.063),
}


class Band:
    """A band on a body: its far half behind the legs, its near half before them."""

    def __init__(
        self,
        painter: QPainter,
        body: Body,
        place: BandPlace,
        camera: Camera,
        inks: Inks,
        pen: QPen,
    ) -> None:
        self._painter = painter
        self._body = body
        self._place = place
        self._camera = camera
        self._inks = inks
        self._pen = pen
        self._legs_done = 0

    def paint_behind(self) -> None:
        """Paint the half that the legs hide."""
        self._paint_strand(is_front=False)

    def paint_on(self, part: str) -> None:
        """Paint the near half once the second of the legs that it goes around is painted."""
        if part.endswith("leg"):
            self._legs_done += 1
            if self._legs_done == len(SIDES):
                self._paint_strand(is_front=True)

    def _band_at(self, side: str) -> tuple[Vec, Vec, float]:
        """Where the band goes around a leg: its middle, the way up the bone, its radius."""
        upper, lower, share, radius = _SHARES[self._place]
        joints = self._body.joints
        top, bottom = joints[f"{side}-{upper}"], joints[f"{side}-{lower}"]
        return between(top, bottom, share), unit(sub(top, bottom)), radius

    def _paint_strand(self, *, is_front: bool) -> None:
        """The half of the band that faces the eye, or the other; stretched it is narrower.

        The loop is the hull of two circles around the legs. Of the direction in which a point of
        it looks follows whether it is on the near half, and to which leg's circle it belongs.
        """
        (a, up_a, radius), (b, up_b, _) = (self._band_at(side) for side, _ in SIDES)
        way = unit(sub(b, a))
        across = unit(cross(add(up_a, up_b), way))
        up = cross(way, across)
        half = _BAND_M / 2 / max(1.0, distance(a, b) / _SLACK_M) ** 0.3
        near = self._camera.near
        first = atan2(dot(near, across), dot(near, way)) + (-pi / 2 if is_front else pi / 2)
        turns = sorted(
            {first + pi * k / _BAND_POINTS for k in range(_BAND_POINTS + 1)}
            | {t for k in range(-3, 5) if 0 < (t := pi * (k + 0.5)) - first < pi}
        )
        places = []
        for turn in turns:
            out = add(scaled(way, cos(turn)), scaled(across, sin(turn)))
            legs = (a, b) if cos(turn - 1e-6) < 0 else (b, a)
            on_both = legs if abs(cos(turn)) < 1e-9 else legs[:1]
            places += [along(leg, out, radius * 1.05) for leg in on_both]
        edges = [[along(place, up, sign * half) for place in places] for sign in (1, -1)]
        outline = [self._camera.point(place) for place in (*edges[0], *reversed(edges[1]))]
        painter = self._painter
        painter.setPen(self._pen)
        painter.setBrush(self._inks.band[1 if is_front else 0])
        painter.drawPolygon([QPointF(x, y) for x, y, _ in outline])
        painter.setPen(Qt.PenStyle.NoPen)
