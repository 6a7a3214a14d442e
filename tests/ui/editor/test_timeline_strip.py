"""The routine as a strip: what stands where, and how another exercise is chosen on it."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import StepKind, Timeline
from glutetimer.core.theme import Theme
from glutetimer.ui.editor.timeline_strip import BAR_PX, TimelineStrip, runs_of
from glutetimer.ui.style import theme
from glutetimer.ui.style.application import apply_theme
from glutetimer.ui.style.phase_colors import phase_color
from tests.built_in import library


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return plan(library().routine("first-session"))


@pytest.fixture
def strip(qtbot: QtBot, timeline: Timeline) -> Iterator[TimelineStrip]:
    made = TimelineStrip()
    qtbot.addWidget(made)
    made.resize(806, made.sizeHint().height())
    made.show_timeline(timeline)
    made.mark(1)
    made.show()
    yield made
    QToolTip.hideText()


def x_of(strip: TimelineStrip, timeline: Timeline, seconds: float) -> float:
    return 3 + seconds / timeline.total_s * (strip.width() - 6)


def test_runs_are_without_gaps_and_in_a_circuit_come_again(timeline: Timeline) -> None:
    runs = runs_of(timeline)
    assert [run.entry for run in runs] == [0, 1, 2, 3]
    assert runs[0].from_s == 0.0
    assert runs[-1].to_s == timeline.total_s
    assert all(one.to_s == other.from_s for one, other in pairwise(runs))
    text = 'title = "T"\n' + "".join(
        f'[[exercise]]\nname = "{name}"\nwork = "20s"\ncircuit = "A"\n' for name in "AB"
    )
    circuit = plan(library().routine_of(f"{text}[circuits.A]\nrounds = 2\n", "t"))
    assert [run.entry for run in runs_of(circuit)] == [0, 1, 0, 1]


def test_a_click_chooses_what_stands_there(
    strip: TimelineStrip, timeline: Timeline, qtbot: QtBot
) -> None:
    for run in runs_of(timeline):
        at = QPoint(round(x_of(strip, timeline, (run.from_s + run.to_s) / 2)), BAR_PX // 2)
        with qtbot.waitSignal(strip.chosen) as caught:
            qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at)
        assert caught.args == [run.entry]
    assert (strip.entry_at(-5), strip.entry_at(5000)) == (0, 3)


@pytest.mark.parametrize(
    ("key", "marked", "chosen"),
    [
        (Qt.Key.Key_Left, 1, [0]),
        (Qt.Key.Key_Right, 1, [2]),
        (Qt.Key.Key_Home, 2, [0]),
        (Qt.Key.Key_End, 1, [3]),
        (Qt.Key.Key_Left, 0, []),
        (Qt.Key.Key_Right, 3, []),
        (Qt.Key.Key_A, 1, []),
    ],
)
def test_keys_choose_the_next(
    strip: TimelineStrip, qtbot: QtBot, key: Qt.Key, marked: int, chosen: list[int]
) -> None:
    told: list[int] = []
    strip.chosen.connect(told.append)
    strip.mark(marked)
    qtbot.keyClick(strip, key)
    assert told == chosen


def test_it_says_what_the_eye_sees(strip: TimelineStrip) -> None:
    assert strip.accessibleName() == "Timeline of the routine"
    told = strip.accessibleDescription()
    assert told.startswith("2 of 4: Clam shell, ")
    assert told.endswith(" of 8:11")
    event = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(10, 10), strip.mapToGlobal(QPoint(10, 10)))
    QApplication.sendEvent(strip, event)
    assert QToolTip.text().startswith("1 of 4: Glute bridge, 0:00 to ")


@pytest.mark.parametrize("chosen", [Theme.LIGHT, Theme.DARK])
def test_phases_have_the_colours_of_the_session(
    strip: TimelineStrip, timeline: Timeline, qapp: QApplication, chosen: Theme
) -> None:
    apply_theme(qapp, chosen)
    image = strip.grab().toImage()
    phases = theme.current().phases
    holds = [n for n, step in enumerate(timeline.steps) if step.kind is StepKind.HOLD]
    rests = [n for n, step in enumerate(timeline.steps) if step.kind is StepKind.REST]
    for number, height in ((holds[0], 8), (rests[0], BAR_PX)):
        middle_s = (timeline.starts_s[number] + timeline.starts_s[number + 1]) / 2
        found = image.pixelColor(QPointF(x_of(strip, timeline, middle_s), height).toPoint())
        assert found == QColor(phase_color(phases, timeline.steps[number].kind))
    apply_theme(qapp, Theme.LIGHT)


def test_while_a_draft_is_wrong_the_last_right_one_stays_faintly(
    strip: TimelineStrip, timeline: Timeline
) -> None:
    before = strip.grab().toImage()
    strip.show_timeline(None)
    assert strip.grab().toImage() != before
    assert strip.entry_at(5) == 0
    strip.show_timeline(timeline)
    assert strip.grab().toImage() == before


def test_nothing_to_show_is_no_trouble(qtbot: QtBot) -> None:
    strip = TimelineStrip()
    qtbot.addWidget(strip)
    strip.show_timeline(None)
    strip.mark(0)
    strip.show()
    assert strip.grab().toImage().width() > 0
    assert strip.entry_at(3) == -1
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton)
    qtbot.keyClick(strip, Qt.Key.Key_End)
