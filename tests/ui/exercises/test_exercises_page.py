"""Browsing the exercises."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from glutetimer.core.exercise import Exercise, Position
from glutetimer.core.settings import Settings
from glutetimer.ui.exercises.details import is_about
from glutetimer.ui.exercises.model import NO_EQUIPMENT, ExerciseFilter
from glutetimer.ui.exercises.page import ExercisesPage
from glutetimer.ui.figure.stills import Stills, Thumbnail
from glutetimer.ui.window.main_window import MainWindow
from glutetimer.ui.window.tabs import EXERCISES
from tests.built_in import library, routines
from tests.ui.fakes import FakeLibrary, World


@pytest.fixture
def world() -> World:
    return World(FakeLibrary(routines()))


@pytest.fixture
def page(qtbot: QtBot, world: World) -> ExercisesPage:
    made = ExercisesPage(world.services(), Settings())
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.reload()
    made.show()
    return made


def names(page: ExercisesPage) -> list[str]:
    model = page._model
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def pick(choice: object, data: str) -> None:
    choice.setCurrentIndex(choice.findData(data))  # type: ignore[attr-defined]


def chosen(page: ExercisesPage) -> Exercise:
    found = page._model.exercise_at(page._list.currentIndex())
    assert found is not None
    return found


def test_all_are_listed_by_name_and_the_first_is_shown(page: ExercisesPage) -> None:
    listed = names(page)
    assert len(listed) == len(page._model.exercises) > 15
    assert listed == sorted(listed, key=str.casefold)
    texts = [label.text() for label in page._details.findChildren(QLabel)]
    assert listed[0] in texts
    assert chosen(page).setup in texts


@pytest.mark.parametrize(
    ("field", "data", "holds"),
    [
        ("position", Position.ALL_FOURS.value, lambda e: e.position is Position.ALL_FOURS),
        ("equipment", "loop band", lambda e: "loop band" in (*e.needed, *e.optional)),
        ("equipment", NO_EQUIPMENT, lambda e: not e.needed),
        ("muscle", "gluteus medius", lambda e: "gluteus medius" in e.muscles),
    ],
)
def test_each_filter_narrows_the_list(
    page: ExercisesPage, field: str, data: str, holds: Callable[[Exercise], bool]
) -> None:
    every = page._model.exercises
    pick(getattr(page._filters, field), data)
    assert names(page) == [exercise.name for exercise in every if holds(exercise)]
    assert 0 < len(names(page)) < len(every)


def test_the_articles_are_a_filter(page: ExercisesPage) -> None:
    title = page._model.exercises[0].sources[0].title
    pick(page._filters.source, title)
    assert page._model.exercises[0].name in names(page)
    assert ExerciseFilter(source="no such article").lets(page._model.exercises[0]) is False


def test_filters_that_let_nothing_through_say_so(page: ExercisesPage) -> None:
    pick(page._filters.position, Position.SUPINE_ON_BALL.value)
    pick(page._filters.equipment, "loop band")
    pick(page._filters.muscle, "gluteus medius")
    if not names(page):
        assert page._right.currentIndex() == 1
    page._filters.clear()
    assert page._right.currentIndex() == 0


def test_easier_and_harder_lead_on_also_through_a_filter(page: ExercisesPage, qtbot: QtBot) -> None:
    page.choose("glute-bridge")
    pick(page._filters.position, Position.SUPINE.value)
    for button in page._details.findChildren(QPushButton):
        if button.property("exercise") == "donkey-kick":
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            break
    assert chosen(page).id == "donkey-kick"
    assert page._filters.value() == ExerciseFilter()


def test_a_mistake_stands_still_behind_the_figure(page: ExercisesPage, qtbot: QtBot) -> None:
    page.choose("squat")
    stage = page._details.stage
    assert stage.is_ticking
    buttons = [b for b in page._details.findChildren(QPushButton) if b.property("fault")]
    assert len(buttons) >= 2
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    frame = stage.figure.frame
    assert frame is not None
    assert frame.ghost is not None
    assert not stage.is_ticking
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert not buttons[0].isChecked()
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert stage.is_ticking
    assert stage.fault == ""


def test_it_moves_with_the_clock_while_it_is_seen(page: ExercisesPage, world: World) -> None:
    page.choose("glute-bridge")
    stage = page._details.stage
    stage.follow()
    before = stage.figure.movement
    world.clock.advance(1.0)
    stage.follow()
    assert stage.figure.movement != before
    page.hide()
    assert not stage.is_ticking
    page.show()
    assert stage.is_ticking
    page.set_settings(Settings(reduced_motion=True))
    assert not stage.is_ticking


def test_the_page_is_made_when_it_is_first_wanted(qtbot: QtBot, world: World) -> None:
    window = MainWindow(world.services())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.home.routines.filled):
        window.show()
    assert window.findChild(ExercisesPage) is None
    window.home.show_exercises()
    assert window.home.tabs.currentIndex() == EXERCISES
    assert window.home.pages.currentWidget() is window.findChild(ExercisesPage)
    window.home.show_routines()
    assert window.home.pages.currentWidget() is window.home.routines
    made = window.findChild(ExercisesPage)
    assert made is not None
    assert not made._details.stage.is_ticking


def test_thumbnails_come_one_by_one_after_the_first_painting(qtbot: QtBot) -> None:
    from PySide6.QtCore import QObject, QSize

    owner = QObject()
    stills = Stills(owner)
    made = []
    stills.made.connect(lambda: made.append(1))
    some = [library().exercises()[name] for name in ("squat", "bird-dog")]
    thumbnails = [Thumbnail(exercise, stills, QSize(80, 60)) for exercise in some]
    for thumbnail in thumbnails:
        qtbot.addWidget(thumbnail)
        thumbnail.grab()
    assert not any(thumbnail._is_shown for thumbnail in thumbnails)
    stills.make_one()
    assert len(made) == 1
    stills.make_one()
    for thumbnail in thumbnails:
        thumbnail.grab()
    assert all(thumbnail._is_shown for thumbnail in thumbnails)
    QCoreApplication.processEvents()
    assert len(made) == 2


@pytest.mark.parametrize(
    ("pose", "sign", "holds"),
    [
        ("knees-collapse", "The knees collapse inward", True),
        ("hips-sag", "Hips sagging", True),
        ("hips-sag", "The low back arches", False),
    ],
)
def test_a_pose_belongs_to_the_sentence_that_names_it(pose: str, sign: str, holds: bool) -> None:
    from glutetimer.figure.motion import FaultPose

    start = library().exercises()["squat"].motion
    assert start is not None
    assert is_about(FaultPose(pose, start.start), sign) is holds
