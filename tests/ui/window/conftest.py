"""A window over real files: those that come along, and a folder of one's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from glutetimer.ui.window.file_desk import FileDesk
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.editor.conftest import FilesWorld

GOOD = 'format = 1\ntitle = "Good"\n[[exercise]]\nuse = "glute-bridge"\nsets = 1\nreps = 8\n'
BAD = GOOD.replace("reps = 8", "repz = 8")

OpenFiles = Callable[..., MainWindow]


@pytest.fixture
def files(tmp_path: Path) -> FilesWorld:
    """A data folder with one own routine, which is good."""
    for name in ("routines", "exercises"):
        (tmp_path / "data" / name).mkdir(parents=True)
    (tmp_path / "data/routines/good.toml").write_text(GOOD)
    return FilesWorld(tmp_path / "data")


@pytest.fixture
def open_files(qtbot: QtBot, files: FilesWorld) -> Iterator[OpenFiles]:
    """Opens the window over the files, with one to be opened if its path is given."""
    held: list[MainWindow] = []

    def open_it(*paths: object) -> MainWindow:
        window = MainWindow(files.services())
        held.append(window)
        qtbot.addWidget(window)
        for path in paths:
            window.open_file(str(path))
        with qtbot.waitSignal(window.home.routines.filled):
            window.show()
        return window

    yield open_it
    for window in held:
        for dialog in window.findChildren(QDialog):
            dialog.close()
    held.clear()


def desk_of(window: MainWindow) -> FileDesk:
    """What the window does with files."""
    assert window.file_desk is not None
    return window.file_desk


def notices_of(window: MainWindow) -> str:
    """The notice that is shown; empty if there is none."""
    bar = window.home.notices
    if bar is None or not bar.isVisible():
        return ""
    return f"{bar._text.text()} {bar._cure.text()}"
