"""Shapes, pictograms and text that fits."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.exercise import Position, Side
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.routine import Routine
from glutetimer.core.session.picture import picture_of
from glutetimer.core.session.session import Session
from glutetimer.core.session.states import Command
from glutetimer.core.words.coaching import POSITION_NAMES
from glutetimer.keep_awake import KeepAwake
from glutetimer.ui.session.digits import Digits
from glutetimer.ui.session.fit_label import FitLabel
from glutetimer.ui.session.keys import BUTTONS
from glutetimer.ui.session.ring import Ring
from glutetimer.ui.session.shapes import PhaseShape, picture_shape, shape_of
from glutetimer.ui.style.icons import draw_icon, draw_position
from glutetimer.ui.style.phase_colors import phase_color
from glutetimer.ui.style.theme import DARK, LIGHT, Colors
from tests.ui.samples import BRIDGE, WALK, dose


@pytest.mark.parametrize("shape", PhaseShape)
def test_every_shape_fills_its_square(shape: PhaseShape) -> None:
    image = QImage(120, 120, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setPen(QColor("#ff0000"))
    draw_icon(painter, shape, QRectF(20, 20, 80, 80))
    painter.end()
    inked = [(x, y) for x in range(120) for y in range(120) if image.pixelColor(x, y).alpha() > 9]
    assert inked, "there is a file for every shape"
    box = QRect(QPoint(min(x for x, _ in inked), min(y for _, y in inked)), QPoint())
    box.setBottomRight(QPoint(max(x for x, _ in inked), max(y for _, y in inked)))
    assert QRect(18, 18, 84, 84).contains(box)
    assert max(box.width(), box.height()) >= 40
    solid = {
        image.pixelColor(x, y).name() for x, y in inked if image.pixelColor(x, y).alpha() > 250
    }
    assert solid == {"#ff0000"}, "it has the colour of the pen"


def test_phases_are_told_apart_by_shape_alone() -> None:
    kinds = [kind for kind in StepKind if kind not in (StepKind.OPEN_REPS, StepKind.TOP)]
    shapes = [shape_of(kind) for kind in kinds]
    assert len(set(shapes)) == len(shapes)
    outward = {shape_of(StepKind.LIFT, side) for side in Side}
    assert len(outward) == len(Side)


def test_each_phase_has_its_shape() -> None:
    assert shape_of(StepKind.LIFT) is PhaseShape.ARROW_UP
    assert shape_of(StepKind.TOP) is PhaseShape.BARS_LEVEL
    assert shape_of(StepKind.LOWER) is PhaseShape.ARROW_DOWN
    assert shape_of(StepKind.PAUSE) is PhaseShape.DOT


def test_steps_point_where_they_go() -> None:
    session = Session(plan(Routine("own", "Own", (replace(dose(WALK), start=Side.RIGHT),))))
    session.do(Command.START, 0.0)
    ready = picture_of(session)
    assert picture_shape(ready) is shape_of(ready.kind)
    out = replace(ready, kind=StepKind.LIFT)
    assert picture_shape(out) is PhaseShape.ARROW_RIGHT
    assert picture_shape(replace(ready, kind=StepKind.LOWER)) is PhaseShape.FEET_TOGETHER
    assert picture_shape(replace(out, exercise=BRIDGE)) is PhaseShape.ARROW_UP


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", StepKind)
def test_words_stand_out_from_the_band(kind: StepKind, colors: Colors) -> None:
    assert _contrast(phase_color(colors.phases, kind), colors.card) >= 4.5
    assert _contrast(phase_color(colors.phases, kind), colors.window) >= 3, "the ring"


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_buttons_are_told_apart_by_shape() -> None:
    assert len({key.shape for key in BUTTONS}) == len(BUTTONS)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_every_position_has_a_picture_of_its_own(qapp: QApplication, colors: Colors) -> None:
    pictures = {_picture(position, colors) for position in Position}
    assert len(pictures) == len(Position)
    assert set(POSITION_NAMES) == {None, *Position}


def _picture(position: Position, colors: Colors) -> bytes:
    image = QImage(160, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    blank = bytes(image.constBits())
    painter = QPainter(image)
    draw_position(painter, position, QRectF(0, 0, 160, 100), colors)
    painter.end()
    drawn = bytes(image.constBits())
    assert drawn != blank
    return drawn


def test_text_is_as_large_as_fits(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    label = FitLabel(parent, lines=2)
    parent.show()
    label.resize(600, 100)
    label.setText("Hips up")
    short = label.font_px()
    assert short == 39
    label.setText("Push your hips up and feel the glutes squeeze while the low back is still " * 3)
    assert 9 <= label.font_px() < short
    label.setText("Hips up")
    assert label.font_px() == short
    label.resize(1200, 200)
    assert label.font_px() == pytest.approx(2 * short, abs=1)


def test_text_is_shown_as_it_is(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    label = FitLabel(parent)
    label.setText("<b>bold?</b>")
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_digits_keep_their_size_from_one_to_two_digits(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    digits = Digits(parent)
    digits.resize(300, 180)
    digits.setText("9")
    nine = digits.font_px()
    digits.setText("10")
    assert digits.font_px() == nine
    digits.setText("100")
    assert digits.font_px() <= nine


@pytest.mark.parametrize("percent", [50, 100, 150])
def test_digits_never_touch_the_ring(qtbot: QtBot, percent: int) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    ring = Ring(parent)
    ring.resize(400, 400)
    digits = Digits(parent)
    digits.set_size_percent(percent)
    digits.setGeometry(ring.digits_rect())
    digits.setText("88")
    inner = 200 - 1 - 400 * 0.075
    half_width = digits.font_px() * 1.3 / 2
    top = ring.rect().center().y() - digits.geometry().center().y() + digits.font_px() * 0.73 / 2
    assert (half_width**2 + top**2) ** 0.5 <= 1.08 * inner


def test_the_ring_is_left_alone_while_it_grows_by_less_than_a_pixel(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    ring = Ring(parent)
    ring.resize(200, 200)  # a line of 622 pixels
    ring.show_fraction(0.5, 1, "#0a6a5b")
    before = ring.grab().toImage()
    ring.show_fraction(0.501, 1, "#0a6a5b")
    assert ring.grab().toImage() == before
    ring.show_fraction(0.502, 1, "#0a6a5b")
    assert ring.grab().toImage() != before


def test_the_screen_is_left_alone_where_there_is_none(qapp: QApplication) -> None:
    awake = KeepAwake()
    before = threading.active_count()
    awake.begin()
    assert threading.active_count() == before
    awake.end()
