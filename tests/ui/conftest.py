"""A world of fakes, and the window over it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from glutetimer import resources
from glutetimer.core.theme import Theme
from glutetimer.ui.style.application import apply_theme, find_icons
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.fakes import FakeLibrary, World
from tests.ui.samples import BROKEN, ROUTINES

OpenWindow = Callable[[], MainWindow]


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    """Every test begins with the light theme."""
    apply_theme(qapp, Theme.LIGHT)
    find_icons(str(resources.assets_dir() / "icons"))


@pytest.fixture
def world() -> World:
    """Four routines and a file with mistakes; no history."""
    return World(FakeLibrary(ROUTINES, [BROKEN]))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Whatever a dialog stands over."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def open_window(qtbot: QtBot, world: World) -> Iterator[OpenWindow]:
    """Opens the window and waits until the first routine is shown with its exercises."""
    # qtbot remembers widgets weakly: one that nobody else holds may be collected in the middle
    # of the events with which it is closed.
    held: list[MainWindow] = []

    def open_it() -> MainWindow:
        window = MainWindow(world.services())
        held.append(window)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.home.routines.filled):
            window.show()
        return window

    yield open_it
    held.clear()
