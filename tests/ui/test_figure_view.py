"""The widget of the figure: paints what it is given, turns by hand, turns back."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from glutetimer.core.plan.movement import Movement
from glutetimer.figure.frame import Beat
from glutetimer.figure.motion import Keyframe, Motion
from glutetimer.figure.pose import ArmAngles, FootFlat, Pose, Trunk
from glutetimer.ui.figure.moving import MovingFigure
from tests.built_in import library

FOOT = FootFlat((0.0, 0.12, 0.0))
STAND = Pose(Trunk(at=(0.0, 0.0, 0.88)), ArmAngles(), ArmAngles(), FOOT, FOOT)
SINK = Pose(Trunk(at=(-0.1, 0.0, 0.7)), ArmAngles(), ArmAngles(), FOOT, FOOT)
EXERCISE = replace(
    library().exercises()["squat"],
    motion=Motion((Keyframe(0.0, STAND), Keyframe(1.0, SINK))),
)


def view(qtbot: QtBot) -> MovingFigure:
    made = MovingFigure()
    qtbot.addWidget(made)
    made.resize(320, 240)
    made.show_movement(Movement(EXERCISE, Beat.WAIT, 0.0, None))
    made.show()
    return made


def test_a_drag_turns_it_and_a_double_click_turns_it_back(qtbot: QtBot) -> None:
    figure = view(qtbot)
    QTest.mousePress(figure, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(figure, QPoint(160, 110))
    assert figure.turned != (0.0, 0.0)
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=QPoint(160, 110))
    QTest.mouseDClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(160, 110))
    assert figure.turned == (0.0, 0.0)


def test_another_frame_looks_different(qtbot: QtBot) -> None:
    figure = view(qtbot)
    before = figure.grab().toImage()
    figure.show_movement(Movement(EXERCISE, Beat.TOP, 0.0, None))
    assert figure.grab().toImage() != before


def test_without_a_movement_nothing_is_painted(qtbot: QtBot) -> None:
    figure = view(qtbot)
    figure.show_movement(None)
    assert figure.movement is None
    figure.grab()
