"""The loop band is around both legs, whichever is nearer to the eye."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from glutetimer.figure.frame import Beat, Frame, frame_at
from glutetimer.figure.vector import Vec, along, between, square_to, sub, unit
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.framing import camera_for
from glutetimer.ui.figure.inks import inks_of
from glutetimer.ui.figure.painter import paint_figure
from glutetimer.ui.style.theme import LIGHT
from tests.figure.samples import moving_exercises

BAND_SHARE = 0.55
SIZE = (640, 480)


def color_at(frame: Frame, camera: Camera, place: Vec) -> QColor:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    paint_figure(painter, frame, camera, LIGHT.figure)
    painter.end()
    x, y, _ = camera.point(place)
    return image.pixelColor(round(x), round(y))


@pytest.mark.parametrize("name", ["band-squat", "monster-walk", "front-step-with-band"])
@pytest.mark.parametrize("rep", [1, 2])
def test_the_band_lies_before_the_nearer_leg(qtbot: QtBot, name: str, rep: int) -> None:
    motion = moving_exercises()[name].motion
    assert motion is not None
    frame = frame_at(motion, Beat.TOP, rep=rep)
    camera = camera_for(frame, QRectF(0, 0, *SIZE))
    joints = frame.body.joints
    knee, ankle = joints["right-knee"], joints["right-ankle"]
    bone = unit(sub(ankle, knee))
    place = along(between(knee, ankle, BAND_SHARE), square_to(camera.near, bone), 0.054)
    assert color_at(frame, camera, place) == inks_of(LIGHT.figure).band[1]
