"""The figure is painted live: cheaply, all of it in its picture, and nothing is kept."""

import gc
import sys
from dataclasses import replace
from math import hypot

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from glutetimer.core.plan.movement import looped
from glutetimer.figure.flesh import flesh_of
from glutetimer.figure.frame import Beat, Frame, frame_at
from glutetimer.figure.motion import Motion, Prop, PropKind
from glutetimer.figure.pose import Of
from glutetimer.figure.vector import sub
from glutetimer.ui.figure.framing import camera_for
from glutetimer.ui.figure.moving import MovingFigure
from glutetimer.ui.figure.painter import paint_figure
from glutetimer.ui.figure.weights import rods_of
from glutetimer.ui.style.theme import DARK, LIGHT, Colors
from tests.figure.samples import moving_exercises

BOX = QRectF(0, 0, 320, 240)
MOST_PAINTINGS = 75
MOST_GROWTH_BLOCKS = 1_500
EXERCISES = sorted(moving_exercises())


def motion_of(name: str) -> Motion:
    motion = moving_exercises()[name].motion
    assert motion is not None
    return motion


class Counting(QPainter):
    """Counts what is painted."""

    count = 0

    def drawPath(self, *given: object) -> None:  # noqa: N802
        self.count += 1
        super().drawPath(*given)  # type: ignore[arg-type]

    def fillPath(self, *given: object) -> None:  # noqa: N802
        self.count += 1
        super().fillPath(*given)  # type: ignore[arg-type]

    def drawPolygon(self, *given: object) -> None:  # noqa: N802
        self.count += 1
        super().drawPolygon(*given)  # type: ignore[call-overload]


def painted(frame: Frame, colors: Colors = LIGHT, margin: int = 0) -> tuple[QImage, int]:
    size = BOX.adjusted(-margin, -margin, margin, margin).size().toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(colors.card))
    painter = Counting(image)
    camera = camera_for(frame, BOX.translated(margin, margin))
    paint_figure(painter, frame, camera, colors.figure)
    painter.end()
    return image, painter.count


@pytest.mark.parametrize("name", EXERCISES)
def test_a_frame_takes_few_paintings(qapp: QApplication, name: str) -> None:
    for share in (0.0, 0.5, 1.0):
        _, count = painted(frame_at(motion_of(name), Beat.LIFT, share, 1.0))
        assert count <= MOST_PAINTINGS


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", [n for n in EXERCISES if not motion_of(n).travels])
def test_nothing_is_cut_off_at_the_top(qapp: QApplication, name: str, colors: Colors) -> None:
    # Neither the hair nor what the hands hold leaves the box, at any moment of a rep.
    margin = 6
    card = QColor(colors.card).rgb()
    for share in (0.0, 0.3, 0.6, 1.0):
        for is_left in (False, True):
            frame = frame_at(motion_of(name), Beat.LIFT, share, 1.0, is_left=is_left)
            image, _ = painted(frame, colors, margin)
            rows = {image.pixel(x, y) for y in range(margin - 2) for x in range(image.width())}
            assert rows == {card}, share


def test_a_thousand_frames_leave_nothing_behind(qapp: QApplication) -> None:
    view = MovingFigure()
    view.resize(160, 120)

    def show(first: int, last: int) -> int:
        for number in range(first, last):
            name = EXERCISES[number // 7 % len(EXERCISES)]
            view.show_movement(looped(moving_exercises()[name], number * 0.0331))
            view.grab()
        gc.collect()
        return sys.getallocatedblocks()

    before = show(0, 7 * len(EXERCISES))
    assert show(0, 1000) - before < MOST_GROWTH_BLOCKS


def test_what_nobody_sees_is_not_painted(qapp: QApplication) -> None:
    view, bridge = MovingFigure(), moving_exercises()["glute-bridge"]
    view.resize(320, 240)
    view.show_movement(looped(bridge, 1.0))
    view.grab()
    before = view.frame
    view.show_movement(looped(bridge, 1.001))
    assert view.frame is before
    view.show_movement(looped(bridge, 1.2))
    assert view.frame is not before


@pytest.mark.parametrize("name", ["squat", "glute-bridge"])
def test_a_long_bar_is_not_cut_off(name: str) -> None:
    bar = Prop(PropKind.BAR, size=(2.2, 0.0), of=Of.CHEST)
    frame = frame_at(replace(motion_of(name), props=(bar,)), Beat.TOP)
    camera = camera_for(frame, BOX)
    a, b, radius = rods_of(frame)["bar"]
    for x, y, _ in map(camera.point, (a, b)):
        reach = radius * camera.scale
        around = QRectF(x - reach, y - reach, 2 * reach, 2 * reach)
        assert BOX.adjusted(-1, -1, 1, 1).contains(around)


def test_the_ghost_of_a_fault_stays_in_the_box() -> None:
    for name in EXERCISES:
        for fault in motion_of(name).faults:
            frame = frame_at(motion_of(name), Beat.LIFT, 1.0, 1.0, fault=fault.name)
            camera = camera_for(frame, BOX)
            assert frame.ghost is not None
            for place, radius in flesh_of(frame.ghost).all():
                x, y, _ = camera.point(place)
                assert BOX.adjusted(-1, -1, 1, 1).contains(x, y), (name, fault.name, radius)


def test_the_ghost_of_a_fault_differs_from_the_figure() -> None:
    for name in EXERCISES:
        for fault in motion_of(name).faults:
            frame = frame_at(motion_of(name), Beat.LIFT, 1.0, 1.0, fault=fault.name)
            camera = camera_for(frame, BOX)
            assert frame.ghost is not None
            ways = [
                hypot(*camera.way(sub(place, frame.body.joints[joint])))
                for joint, place in frame.ghost.joints.items()
            ]
            assert max(ways) > 0.06 * camera.scale, (name, fault.name)
