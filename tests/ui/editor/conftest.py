"""A window over real files: those that come along, and a folder of one's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from glutetimer import resources
from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.exercise import Hold
from glutetimer.core.ports.shelf import OpenDraft
from glutetimer.files.importer import Importer
from glutetimer.files.library import Library
from glutetimer.files.own_routines import OwnRoutines
from glutetimer.folders import Folders
from glutetimer.own_files import FilesOfFolders
from glutetimer.ui.editor.dialog import RoutineEditor
from glutetimer.ui.editor.flow import RoutineFlow
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.fakes import FakeLibrary, World

BRIDGE, CLAM = EntryDraft("Glute bridge", "glute-bridge"), EntryDraft("Clam shell", "clam-shell")
PLANK = EntryDraft("Plank", sets=3, amounts=(Hold(20.0),), rests_s=(30.0,))
DRAFT = RoutineDraft("Mine", (BRIDGE, CLAM, PLANK))
Open = Callable[..., RoutineEditor]


class FilesWorld(World):
    """A world whose routines are files."""

    def __init__(self, data_dir: Path) -> None:
        super().__init__(FakeLibrary([]))
        built_in = resources.routines_dir()
        self.data_dir = str(data_dir)
        self.library = Library(  # type: ignore[assignment]
            resources.assets_dir() / "exercises", built_in, data_dir, data_dir / "listings"
        )
        self.importer = Importer(self.library, data_dir / "routines")  # type: ignore[assignment, arg-type]
        self.files = FilesOfFolders(Folders(data_dir, data_dir), self.library)  # type: ignore[assignment, arg-type]
        self.shelf = OwnRoutines(self.library, data_dir)  # type: ignore[assignment, arg-type]

    @property
    def own_files(self) -> list[str]:
        """The names of the person's own routine files."""
        return sorted(path.name for path in Path(self.data_dir, "routines").glob("*"))

    @property
    def drafts(self) -> list[str]:
        """The names of the drafts that are kept."""
        return sorted(path.name for path in Path(self.data_dir, "drafts").glob("*"))


@pytest.fixture
def world(tmp_path: Path) -> FilesWorld:
    return FilesWorld(tmp_path)


@pytest.fixture
def main_window(qtbot: QtBot, world: FilesWorld) -> Iterator[MainWindow]:
    window = MainWindow(world.services())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.home.routines.filled):
        window.show()
    yield window
    for dialog in window.findChildren(QDialog):
        dialog.close()


@pytest.fixture
def open_editor(qtbot: QtBot, world: FilesWorld, window: QWidget) -> Open:
    """Opens an editor over a draft, that of three exercises unless another is given."""

    def open_it(opened: OpenDraft | None = None, kept_name: str = "") -> RoutineEditor:
        opened = opened or OpenDraft(DRAFT)
        editor = RoutineEditor(world.services(), world.shelf, opened, window, kept_name)
        qtbot.addWidget(editor)
        editor.show()
        editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        return editor

    return open_it


def flow_of(window: MainWindow) -> RoutineFlow:
    assert window.routine_flow is not None
    return window.routine_flow


def editor_of(window: MainWindow) -> RoutineEditor:
    """The editor that is open."""
    [editor] = [one for one in window.findChildren(RoutineEditor) if one.isVisible()]
    return editor
