"""Moments that look alike are painted once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from glutetimer.figure.flesh import flesh_of
from glutetimer.figure.frame import Beat, frame_at
from glutetimer.figure.motion import Motion, Prop, PropKind
from glutetimer.figure.pose import Of
from glutetimer.ui.figure.film import MOST_BYTES, Film
from glutetimer.ui.figure.framing import camera_for, seen_area
from glutetimer.ui.figure.instant import Instant, instant_at
from glutetimer.ui.figure.weights import rods_of
from glutetimer.ui.style.theme import DARK, LIGHT, Colors
from tests.built_in import library

BOX = QRectF(0, 0, 300, 200)


def motion_of(name: str) -> Motion:
    motion = library().exercises()[name].motion
    assert motion is not None
    return motion


def painted(film: Film, instant: Instant, colors: Colors = LIGHT, side: int = 1) -> QImage:
    image = QImage(300 * side, 200 * side, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    box = QRectF(0, 0, 300 * side, 200 * side)
    film.paint(painter, instant, box, (0.0, 0.0), colors)
    painter.end()
    return image


def rep(motion: Motion, number: int = 1) -> list[Instant]:
    beats = [(Beat.LIFT, 1.0), (Beat.TOP, 0.5), (Beat.LOWER, 1.0), (Beat.PAUSE, 0.5)]
    if motion.is_downward:
        beats = [beats[2], beats[3], beats[0], beats[1]]
    return [
        instant_at(motion, beat, k / 30, length, rep=number)
        for beat, length in beats
        for k in range(round(length * 30))
    ]


@pytest.mark.parametrize("name", ["glute-bridge", "squat", "lateral-walk"])
def test_the_second_rep_costs_no_painting(qapp: QApplication, name: str) -> None:
    film = Film()
    for instant in rep(motion_of(name)):
        painted(film, instant)
    before = film.painted
    # A figure that steps with both feet in turns looks alike at every second step.
    for instant in rep(motion_of(name), 3):
        painted(film, instant)
    assert film.painted == before


def test_the_way_back_shows_the_pictures_of_the_way_there(qapp: QApplication) -> None:
    film, motion = Film(), motion_of("glute-bridge")
    for k in range(31):
        painted(film, instant_at(motion, Beat.LIFT, k / 30, 1.0))
    before = film.painted
    for k in range(31):
        painted(film, instant_at(motion, Beat.LOWER, k / 30, 1.0))
    assert film.painted == before


@pytest.mark.parametrize("beat", list(Beat))
@pytest.mark.parametrize("name", ["glute-bridge", "squat", "lateral-walk", "clam-shell"])
def test_a_kept_moment_is_the_true_one(name: str, beat: Beat) -> None:
    motion = motion_of(name)
    for share in (0.0, 0.3, 0.5, 1.0):
        length = None if beat is Beat.WAIT else 2.0
        for is_left in (False, True):
            kept = instant_at(motion, beat, share * 2.0, length, is_left=is_left).frame()
            true = frame_at(motion, beat, share * 2.0, length, is_left=is_left)
            for joint, place in true.body.joints.items():
                assert kept.body.joints[joint] == pytest.approx(place, abs=0.002)
            if not motion.travels:
                assert kept.effort == pytest.approx(true.effort, abs=0.01)


def test_another_theme_size_or_movement_is_another_scene(qapp: QApplication) -> None:
    film = Film()
    bridge = instant_at(motion_of("glute-bridge"), Beat.TOP)
    light = painted(film, bridge)
    assert painted(film, bridge, DARK) != light
    assert painted(film, bridge, side=2).width() == 600
    assert painted(film, instant_at(motion_of("squat"), Beat.TOP)) != light
    assert film.painted == 4
    assert painted(film, bridge) == light


def test_no_more_is_kept_than_the_limit(qapp: QApplication) -> None:
    film, motion = Film(), motion_of("glute-bridge")
    for k in range(12):
        painted(film, instant_at(motion, Beat.LIFT, k / 30, 1.0), side=8)
    assert 0 < film._bytes <= MOST_BYTES
    assert film._bytes == sum(image.sizeInBytes() for _, image in film._pictures.values())


def test_the_picture_is_on_the_box_that_was_asked_for(qapp: QApplication) -> None:
    image = QImage(600, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    film, instant = Film(), instant_at(motion_of("squat"), Beat.TOP)
    film.paint(painter, instant, BOX, (0.0, 0.0), LIGHT)
    film.paint(painter, instant, BOX.translated(300, 0), (0.0, 0.0), LIGHT)
    painter.end()
    assert film.painted == 1
    assert image.copy(0, 0, 300, 200) == image.copy(300, 0, 300, 200)


@pytest.mark.parametrize("name", ["squat", "glute-bridge"])
def test_a_long_bar_is_not_cut_off(name: str) -> None:
    bar = Prop(PropKind.BAR, size=(2.2, 0.0), of=Of.CHEST)
    motion = replace(motion_of(name), props=(bar,))
    frame = frame_at(motion, Beat.TOP)
    camera = camera_for(frame, BOX, (0.0, 0.0))
    area = seen_area(frame, camera)
    a, b, radius = rods_of(frame)["bar"]
    for x, y, _ in map(camera.point, (a, b)):
        reach = radius * camera.scale
        assert area.contains(QRectF(x - reach, y - reach, 2 * reach, 2 * reach))


def test_the_ghost_of_a_fault_stays_in_the_box() -> None:
    for name, exercise in library().exercises().items():
        for fault in exercise.motion.faults if exercise.motion else ():
            assert exercise.motion is not None
            frame = frame_at(exercise.motion, Beat.LIFT, 1.0, 1.0, fault=fault.name)
            camera = camera_for(frame, BOX, (0.0, 0.0))
            assert frame.ghost is not None
            for place, radius in flesh_of(frame.ghost).all():
                x, y, _ = camera.point(place)
                assert BOX.adjusted(-1, -1, 1, 1).contains(x, y), (name, fault.name, radius)
