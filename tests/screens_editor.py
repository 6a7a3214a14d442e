"""Scenes of the editor of routines: see tests/screens.py."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from glutetimer import resources
from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.exercise import Hold, Sides
from glutetimer.core.ports.shelf import OpenDraft
from glutetimer.files.draft_reader import read_draft
from glutetimer.files.importer import Importer
from glutetimer.toml_text.document import Document, read_document
from glutetimer.ui.editor.dialog import RoutineEditor
from glutetimer.ui.editor.flow import RoutineFlow
from glutetimer.ui.editor.picker import ExercisePicker
from glutetimer.ui.sharing.copy_dialog import CopyChooser
from tests.screens import Scene, Stage, settle

PLANK = EntryDraft(
    "Side plank",
    sets=3,
    amounts=(Hold(20.0), Hold(15.0), Hold(10.0)),
    rests_s=(30.0,),
    sides=Sides.LEFT,
    cues=("Elbow below the shoulder.", "Hips stay up."),
)


def _flow(stage: Stage) -> RoutineFlow:
    """What leads to the editor, with the file of First session to be read."""
    document = read_document(resources.routines_dir() / "first-session.toml")
    assert isinstance(document, Document)
    draft = read_draft(document, stage.world.library.exercises())
    stage.world.shelf.files["/routines/first-session.toml"] = draft
    assert stage.window.routine_flow is not None
    return stage.window.routine_flow


def _editor(stage: Stage) -> RoutineEditor:
    _flow(stage).make_duplicate()
    editor = stage.window.findChild(RoutineEditor)
    assert editor is not None
    editor.page.entries.choose(2)
    editor.page.changes.insert(PLANK)
    editor.page.settle()
    settle()
    return editor


def _mistake(stage: Stage) -> None:
    editor = _editor(stage)
    editor.page.editing.type(3, "hold", "soon")
    editor.page.editing.type(3, "sets", "2")
    editor.page.end_typing()
    settle()


def _circuit(stage: Stage) -> None:
    editor = _editor(stage)
    editor.page.editing.type(3, "circuit", "A")
    editor.page.end_typing()
    settle()
    bar = editor.page.fields.area.verticalScrollBar()
    bar.setValue(bar.maximum())


def _own(stage: Stage) -> None:
    """An exercise of one's own that moves like another."""
    editor = _editor(stage)
    editor.page.take_figure("side-lying-hip-abduction")
    settle()


def _cues(stage: Stage) -> None:
    editor = _editor(stage)
    editor.page.editing.type(3, "setup", "On the left side, elbow below the shoulder.")
    editor.page.end_typing()
    settle()
    bar = editor.page.fields.area.verticalScrollBar()
    bar.setValue(bar.maximum())


def _rounds(stage: Stage) -> None:
    editor = _editor(stage)
    editor.page.entries.choose(1)
    editor.page.changes.join()
    editor.page.settle()
    settle()


def _intervals(stage: Stage) -> None:
    _editor(stage).page.changes.ask_intervals()
    settle()


def _figures(stage: Stage) -> None:
    _editor(stage).page.changes.ask_figure()
    for _ in range(30):
        settle()


def _written(stage: Stage) -> None:
    editor = _editor(stage)
    editor.page.changes.add()
    picker = editor.findChild(ExercisePicker)
    assert picker is not None
    picker.search.setText("clam 3 x 12 each side, hold 5 s, rest 45 s")
    for _ in range(30):
        settle()


def _new(stage: Stage) -> None:
    _flow(stage).make_new()
    settle()


def _picker(stage: Stage) -> None:
    _editor(stage).page.changes.add()
    settle()


def _leaving(stage: Stage) -> None:
    _editor(stage).reject()
    settle()


def _kept(stage: Stage) -> None:
    stage.world.shelf.drafts["mine.toml"] = OpenDraft(RoutineDraft("Left side first"))
    _flow(stage)
    settle()


def _deleted(stage: Stage) -> None:
    _flow(stage).delete_chosen()
    settle()


SHEET = """Evening sheet

Clam shell 3 x 12 each side, hold 5 s, rest 45s
Bridges 2 x 10
Plank 30s
Stretch the hip flexors
"""


def _import(stage: Stage) -> None:
    _flow(stage)
    library = stage.world.shelf.library
    assert library is not None
    importer = Importer(library, Path("/nowhere"))
    stage.world.importer.found = importer.bring("sheet.txt", SHEET.encode())
    QApplication.clipboard().setText(SHEET)
    assert stage.window.routine_flow is not None
    stage.window.routine_flow.importing.take_pasted()
    settle()


def _ours(stage: Stage) -> None:
    """A routine that somebody else has given, before it is imported."""
    file = Path(__file__).parent / "data" / "routines_good" / "holds_its_exercises.toml"
    _flow(stage)
    library = stage.world.shelf.library
    assert library is not None
    importer = Importer(library, Path("/nowhere"))
    stage.world.importer.found = importer.bring(file.name, file.read_bytes())
    assert stage.window.routine_flow is not None
    stage.window.routine_flow.importing.take_file(str(file))
    settle()


def _copy(stage: Stage) -> None:
    _flow(stage)
    stage.world.library.carried = ("Side plank", "Plank at the wall")
    with TemporaryDirectory() as folder:
        chooser = CopyChooser(stage.world.services(), "first-session", stage.window)
        chooser.notice_given.connect(stage.window.home.notify)
        chooser.write(f"{folder}/anna-weeks-1-and-2.toml")
    settle()


SCENES = (
    Scene("editor", _editor),
    Scene("editor-mistake", _mistake),
    Scene("editor-circuit", _circuit),
    Scene("editor-own", _own),
    Scene("editor-cues", _cues),
    Scene("editor-rounds", _rounds),
    Scene("editor-intervals", _intervals),
    Scene("editor-figures", _figures),
    Scene("editor-written", _written),
    Scene("editor-new", _new),
    Scene("editor-picker", _picker),
    Scene("editor-leaving", _leaving),
    Scene("editor-kept", _kept),
    Scene("editor-deleted", _deleted),
    Scene("editor-import", _import),
    Scene("editor-import-ours", _ours),
    Scene("copy", _copy),
)
