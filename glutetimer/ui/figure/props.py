"""The things that an exercise is done with, except the mat."""

from PySide6.QtGui import QPainter, QPen

from glutetimer.figure.frame import Frame
from glutetimer.figure.motion import PropKind
from glutetimer.figure.vector import Vec
from glutetimer.ui.figure.band import Band
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.furniture import Furniture, chair_place
from glutetimer.ui.figure.inks import Inks
from glutetimer.ui.figure.parts import BodyPart
from glutetimer.ui.figure.weights import paint_rod, rods_of

_SEAT_BEFORE_M, _BACK_BEFORE_M = 0.15, 0.04
"""What is so much nearer to the eye than the pelvis stands before the person."""


class Things:
    """The props of one frame; each is painted where the order of the parts has it."""

    def __init__(
        self, painter: QPainter, frame: Frame, camera: Camera, inks: Inks, pen: QPen
    ) -> None:
        self._painter = painter
        self._frame = frame
        self._camera = camera
        self._inks = inks
        self._pen = pen
        self._furniture = Furniture(painter, camera, inks, pen)
        self._rods = rods_of(frame)
        band = frame.motion.prop(PropKind.BAND)
        self._band = Band(painter, frame.body, band.place, camera, inks, pen) if band else None
        self._chair = frame.motion.prop(PropKind.CHAIR)
        self.parts = [
            BodyPart(name, ((camera.point(a), camera.point(b)),), radius * camera.scale)
            for name, (a, b, radius) in self._rods.items()
        ]

    def paint_behind(self) -> None:
        """Paint what everything else stands in front of: chair, ball, the band's back."""
        ball = self._frame.motion.prop(PropKind.BALL)
        if ball is not None:
            self._furniture.paint_ball(ball.size[0], self._frame.pose.ball)
        self._paint_chair(is_before=False)
        if self._band is not None:
            self._band.paint_behind()

    def paint(self, name: str) -> None:
        """Paint a prop that has a place in the order."""
        paint_rod(self._painter, self._rods[name], self._camera, self._inks, self._pen)

    def paint_on(self, part: str) -> None:
        """Paint what goes around a part of the body that has just been painted."""
        if self._band is not None:
            self._band.paint_on(part)

    def paint_before(self) -> None:
        """Paint what stands before the person."""
        self._paint_chair(is_before=True)

    def _paint_chair(self, *, is_before: bool) -> None:
        chair = self._chair
        if chair is None:
            return
        back = (-chair.size[0] / 2, 0.0, 0.0)
        paints = [
            (chair_place(chair, (0.0, 0.0, 0.0)), _SEAT_BEFORE_M, self._furniture.paint_seat),
            (chair_place(chair, back), _BACK_BEFORE_M, self._furniture.paint_back),
        ]
        for place, least_m, paint in sorted(paints, key=lambda item: self._nearer(item[0])):
            if (self._nearer(place) > least_m) is is_before:
                paint(chair)

    def _nearer(self, place: Vec) -> float:
        """How much nearer to the eye a place is than the pelvis, in metres."""
        pelvis = self._frame.body.joints["pelvis"]
        # Compared at one height, or a high pelvis would count as near.
        seen = self._camera.point((place[0], place[1], pelvis[2]))
        return seen[2] - self._camera.point(pelvis)[2]
