"""The figure's painter: quiet, tidy, and to be told from what is behind it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from glutetimer.core.plan.movement import Movement
from glutetimer.figure.frame import Beat, Frame, frame_at
from glutetimer.figure.motion import (
    BandPlace,
    Motion,
    Muscle,
    MuscleWork,
    Prop,
    PropKind,
    View,
    Working,
)
from glutetimer.figure.pose import Of
from glutetimer.ui.figure.framing import camera_for
from glutetimer.ui.figure.ghost import ghost_share
from glutetimer.ui.figure.inks import Inks, inks_of
from glutetimer.ui.figure.moving import MovingFigure
from glutetimer.ui.figure.painter import paint_figure
from glutetimer.ui.style.theme import DARK, LIGHT, Colors
from tests.figure.samples import moving_exercises

SIZE = (240, 180)
MOMENTS = 20
LEAST_CONTRAST = 3.0
THEMES = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
PROPS = [
    Prop(PropKind.BALL, size=(0.3, 0.0)),
    Prop(PropKind.CHAIR, at=(-0.35, 0.0, 0.42), size=(0.42, 0.42)),
    Prop(PropKind.BAR, at=(0.14, 0.0, 0.0), size=(1.5, 0.0), of=Of.PELVIS),
    Prop(PropKind.DUMBBELLS),
    *(Prop(PropKind.BAND, place=place) for place in BandPlace),
]


def motion_of(name: str) -> Motion:
    motion = moving_exercises()[name].motion
    assert motion is not None
    return motion


def picture(frame: Frame, colors: Colors = LIGHT) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(colors.card))
    painter = QPainter(image)
    paint_figure(painter, frame, camera_for(frame, QRectF(0, 0, *SIZE)), colors.figure)
    painter.end()
    return image


def rep(motion: Motion, is_left: bool) -> Iterator[Frame]:
    fault = motion.faults[0].name if motion.faults else ""
    for number in range(MOMENTS):
        beat = Beat.LIFT if number % 2 else Beat.LOWER
        share = number / (MOMENTS - 1)
        yield frame_at(motion, beat, share, 1.0, is_left=is_left, fault=fault)


@pytest.mark.parametrize("is_left", [False, True])
@pytest.mark.parametrize("name", sorted(moving_exercises()))
def test_qt_has_nothing_to_complain_of(qtbot: QtBot, name: str, is_left: bool) -> None:
    # Warnings of Qt fail every test that runs with pytest-qt.
    blank = QImage(*SIZE, QImage.Format.Format_RGB32)
    blank.fill(QColor(LIGHT.card))
    for frame in rep(motion_of(name), is_left):
        assert picture(frame) != blank


def test_the_painter_is_left_as_it_was_found(qtbot: QtBot) -> None:
    motion = motion_of("squat")
    frame = frame_at(replace(motion, props=tuple(PROPS)), Beat.PAUSE, fault=motion.faults[0].name)
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setPen(QColor("#123456"))
    painter.setBrush(QColor("#654321"))
    painter.setOpacity(0.5)
    painter.setClipRect(QRectF(5, 5, 200, 150))
    painter.translate(3, 4)

    def state() -> tuple[object, ...]:
        return (
            painter.pen(),
            painter.brush(),
            painter.opacity(),
            painter.clipBoundingRect(),
            painter.transform(),
            painter.renderHints(),
            painter.compositionMode(),
        )

    before = state()
    paint_figure(painter, frame, camera_for(frame, QRectF(0, 0, *SIZE)), LIGHT.figure)
    assert state() == before
    painter.end()


@pytest.mark.parametrize("prop", PROPS, ids=lambda prop: f"{prop.kind}-{prop.place}")
@pytest.mark.parametrize("yaw", [-60.0, -140.0])
def test_every_prop_is_seen(qtbot: QtBot, prop: Prop, yaw: float) -> None:
    bare = replace(motion_of("squat"), props=(), view=View(yaw, 15.0))
    with_it = replace(bare, props=(prop,))
    assert picture(frame_at(with_it, Beat.PAUSE)) != picture(frame_at(bare, Beat.PAUSE))


def test_a_ghost_shows_near_the_top_only(qtbot: QtBot) -> None:
    motion = motion_of("squat")
    fault = motion.faults[0].name
    frames = [frame_at(motion, Beat.LOWER, k / 20, 1.0, fault=fault) for k in range(21)]
    shares = [ghost_share(frame) for frame in frames]
    assert shares[0] == 0.0
    assert shares[-1] == 1.0
    assert shares == sorted(shares)
    start = [frame_at(motion, Beat.TOP, fault=name) for name in (fault, "")]
    assert picture(start[0]) == picture(start[1])
    bottom = [frame_at(motion, Beat.PAUSE, fault=name) for name in (fault, "")]
    assert picture(bottom[0]) != picture(bottom[1])


def test_without_a_fault_there_is_no_ghost() -> None:
    assert ghost_share(frame_at(motion_of("squat"), Beat.PAUSE)) == 0.0


def test_nothing_is_painted_while_it_is_hidden(qtbot: QtBot) -> None:
    squat = moving_exercises()["squat"]
    view = MovingFigure()
    qtbot.addWidget(view)
    view.resize(*SIZE)
    view.show_movement(Movement(squat, Beat.WAIT, 0.0, None))
    with qtbot.waitExposed(view):
        view.show()
    QApplication.processEvents()
    assert view.painted
    view.hide()
    before = view.painted
    for number in range(31):
        view.show_movement(Movement(squat, Beat.LIFT, number / 30, 1.0))
        QApplication.processEvents()
    assert view.painted == before


def contrast(a: QColor, b: QColor) -> float:
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def outlined(inks: Inks) -> dict[str, tuple[QColor, ...]]:
    names = ("skin", "shirt", "trousers", "shoes", "band", "ball", "metal", "wood")
    return {name: getattr(inks, name) for name in names}


@THEMES
@pytest.mark.parametrize("ground", ["card", "window"])
def test_every_part_stands_out_by_its_colour_or_its_outline(colors: Colors, ground: str) -> None:
    behind, inks = QColor(getattr(colors, ground)), inks_of(colors.figure)
    for name, tones in outlined(inks).items():
        best = max(contrast(tone, behind) for tone in (inks.edge, *tones))
        assert best >= LEAST_CONTRAST, name
    # Hair and ghosts have no dark outline.
    for name, tones in (("hair", inks.hair), ("ghost", (inks.ghost,))):
        assert max(contrast(tone, behind) for tone in tones) >= LEAST_CONTRAST, name


@THEMES
def test_the_face_can_be_read(colors: Colors) -> None:
    inks = inks_of(colors.figure)
    for skin in inks.skin:
        assert contrast(inks.edge, skin) >= LEAST_CONTRAST
    assert contrast(inks.hair[1], inks.skin[1]) >= 1.5


def test_a_muscle_of_the_trunk_is_marked_if_it_leads(qtbot: QtBot) -> None:
    """On the shirt, by the side; what only steadies the trunk would be red everywhere."""
    for muscle in (Muscle.ABDOMINALS, Muscle.OBLIQUES, Muscle.LOW_BACK):
        seen = []
        for share in (0.0, 0.35, 1.0):
            bare = replace(motion_of("glute-squeeze"), view=View(-90.0, 8.0))
            works = (MuscleWork(muscle, share, Working.RIGHT),)
            seen.append(picture(frame_at(replace(bare, muscles=works), Beat.HOLD, 9.0, 9.0)))
        assert seen[0] == seen[1]
        assert seen[0] != seen[2]
