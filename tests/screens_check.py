"""Scenes of checking files: see tests/screens.py."""

from glutetimer.core.ports.checking import CheckedFile, FileKind
from glutetimer.core.problem import Problem
from glutetimer.ui.window.check_list import CheckList
from glutetimer.ui.window.editor_start import EditorStart
from glutetimer.ui.window.text_editor import EditorCommand
from tests.screens import Scene, Stage, settle
from tests.ui.samples import FIRST_SESSION

FILES = {
    "/data/routines/first-session.toml": CheckedFile(FileKind.ROUTINE, (), FIRST_SESSION),
    "/data/routines/evening.toml": CheckedFile(
        FileKind.ROUTINE,
        (
            Problem(7, 'reps is "3x10"; write sets = 3 and reps = 10 on two lines'),
            Problem(12, 'the key "restt" is not known; did you mean "rest"?'),
            Problem(
                19,
                'there is no exercise "glute-bridges"; did you mean "glute-bridge"? Without a file '
                'of its own an exercise has name = "..." in place of use',
            ),
        ),
    ),
    "/data/exercises/side-plank.toml": CheckedFile(
        FileKind.EXERCISE, (Problem(2, 'position is "side"; known are "supine", "side_lying"'),)
    ),
    "/data/settings.toml": CheckedFile(
        FileKind.SETTINGS, (Problem(3, "the setting “volume” is 400; it may be 0 to 100"),)
    ),
}


class Kate(EditorStart):
    """An editor that is always there."""

    def command(self, path: str, line: int) -> EditorCommand | None:
        """Kate."""
        return EditorCommand("Kate", ("kate", "-l", str(line), path))


class Notepad(EditorStart):
    """An editor that goes to no line."""

    def command(self, path: str, line: int) -> EditorCommand | None:
        """Notepad."""
        return EditorCommand("Notepad", ("notepad", path), False)


def _shown(stage: Stage, path: str, editor: EditorStart) -> None:
    stage.world.files.files = FILES
    checked = CheckList(stage.world.files, "/data", stage.window, path, editor)
    checked.open()
    finish(checked)


def finish(checked: CheckList) -> None:
    """Let the files be checked, and the dialog see it."""
    assert checked._task is not None
    checked._task.wait()
    checked._task.look()
    settle()


def _own(stage: Stage) -> None:
    _shown(stage, "", Kate())


def _one(stage: Stage) -> None:
    _shown(stage, "/data/routines/evening.toml", Notepad())


def _fine(stage: Stage) -> None:
    _shown(stage, "/data/routines/first-session.toml", Kate())


SCENES = (
    Scene("check-own-files", _own),
    Scene("check-mistakes", _one),
    Scene("check-fine", _fine),
)
