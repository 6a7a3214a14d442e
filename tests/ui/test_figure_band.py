"""The loop band is around both legs, whichever is nearer to the eye."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from glutetimer.figure.frame import Beat, Frame, frame_at
from glutetimer.figure.vector import Vec, add, between, scaled, square_to, sub, unit
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.framing import camera_for
from glutetimer.ui.figure.inks import inks_of
from glutetimer.ui.figure.painter import paint_figure
from glutetimer.ui.style.theme import LIGHT
from tests.figure.samples import moving_exercises

BAND_SHARE = 0.55
SIZE = (640, 480)


def colors_at(frame: Frame, camera: Camera, places: list[Vec]) -> list[QColor]:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    paint_figure(painter, frame, camera, LIGHT.figure)
    painter.end()
    points = map(camera.point, places)
    return [image.pixelColor(round(x), round(y)) for x, y, _ in points]


@pytest.mark.parametrize("name", ["band-squat", "monster-walk", "front-step-with-band"])
@pytest.mark.parametrize("rep", [1, 2])
def test_the_band_lies_before_the_nearer_leg(qtbot: QtBot, name: str, rep: int) -> None:
    motion = moving_exercises()[name].motion
    assert motion is not None
    frame = frame_at(motion, Beat.TOP, rep=rep)
    camera = camera_for(frame, QRectF(0, 0, *SIZE))
    joints = frame.body.joints
    side = max(("left", "right"), key=lambda side: camera.point(joints[f"{side}-ankle"])[2])
    knee, ankle = joints[f"{side}-knee"], joints[f"{side}-ankle"]
    bone = unit(sub(ankle, knee))
    front = scaled(square_to(camera.near, bone), 0.054)
    # It runs across the leg at a slant when the other foot is in front.
    places = [add(between(knee, ankle, BAND_SHARE + k * 0.02), front) for k in range(-5, 6)]
    assert inks_of(LIGHT.figure).band[1] in colors_at(frame, camera, places)
