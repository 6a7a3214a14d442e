"""The list of mistakes: what is said, what is opened, and checking again."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.ports.checking import CheckedFile, FileKind
from glutetimer.core.problem import Problem
from glutetimer.core.schedule.routine_plan import PlanDay, RoutinePlan
from glutetimer.ui.window.check_list import CheckList
from glutetimer.ui.window.editor_start import EditorStart
from glutetimer.ui.window.mistake_list import MOST_ROWS
from glutetimer.ui.window.text_editor import EditorCommand
from tests.ui.fakes import FakeOwnFiles
from tests.ui.samples import BRIDGE, FIRST_SESSION

FINE = CheckedFile(FileKind.ROUTINE, (), FIRST_SESSION)
WRONG = CheckedFile(FileKind.ROUTINE, (Problem(3, "one <b>"), Problem(9, "two")))
GONE = CheckedFile(FileKind.UNREADABLE, (Problem(0, "there is no such file"),))
A, B = "/data/routines/a.toml", "/data/exercises/b.toml"

Shown = Callable[..., CheckList]


class FakeEditor(EditorStart):
    """An editor that only remembers what it was asked for."""

    def __init__(self, command: EditorCommand | None, starts: bool = True) -> None:
        super().__init__()
        self.opened: list[tuple[str, int]] = []
        self._command = command
        self._starts = starts

    def command(self, path: str, line: int) -> EditorCommand | None:
        return self._command

    def open(self, path: str, line: int) -> bool:
        self.opened.append((path, line))
        return self._starts


KATE = EditorCommand("Kate", ("kate",))


@pytest.fixture
def shown(qtbot: QtBot, window: QWidget) -> Shown:
    """Opens the list on these files and waits until they are checked."""

    def show(
        files: dict[str, CheckedFile], path: str = "", editor: EditorStart | None = None
    ) -> CheckList:
        made = CheckList(FakeOwnFiles(files), "/data", window, path, editor or FakeEditor(KATE))
        made.open()
        settle(made)
        return made

    return show


def settle(made: CheckList) -> None:
    assert made._task is not None
    made._task.wait()
    made._task.look()


def words(made: CheckList) -> str:
    return "\n".join(label.text() for label in made.findChildren(QLabel) if label.isVisible())


def rows(made: CheckList) -> list[str]:
    model = made.list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def press(made: CheckList, text: str) -> None:
    next(one for one in made.findChildren(QPushButton) if one.text() == text).click()


def test_every_mistake_of_every_own_file_is_listed_with_its_line(shown: Shown) -> None:
    made = shown({A: WRONG, B: GONE, "/data/settings.toml": FINE})

    assert made.heading.text() == "3 mistakes in 2 files"
    assert "3 files of your own checked." in words(made)
    assert rows(made) == [
        "routines/a.toml, line 3. one <\u2060b>",
        "routines/a.toml, line 9. two",
        "exercises/b.toml. there is no such file",
    ]


@pytest.mark.parametrize("way", ["button", "enter", "double click"])
def test_a_mistake_opens_the_file_at_its_line(qtbot: QtBot, shown: Shown, way: str) -> None:
    editor = FakeEditor(KATE)
    made = shown({A: WRONG}, "", editor)
    qtbot.keyClick(made.list, Qt.Key.Key_Down)
    match way:
        case "button":
            press(made, "Open the file")
        case "enter":
            qtbot.keyClick(made.list, Qt.Key.Key_Return)
        case _:
            place = made.list.visualRect(made.list.currentIndex()).center()
            port = made.list.viewport()
            qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=place)
            qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=place)

    assert editor.opened == [(A, 9)]
    assert made.isVisible()


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (KATE, "Enter opens it in Kate, at line 3."),
        (
            EditorCommand("Notepad", (), False),
            "Enter opens it in Notepad, at its top: look for line 3.",
        ),
        (
            None,
            "Enter opens it in the program that your system has for such files, at its top: "
            "look for line 3.",
        ),
    ],
)
def test_it_says_whether_the_editor_goes_to_the_line(
    shown: Shown, command: EditorCommand | None, told: str
) -> None:
    assert told in words(shown({A: WRONG}, "", FakeEditor(command)))


def test_of_a_file_that_cannot_be_read_no_line_is_promised(shown: Shown) -> None:
    assert "Enter opens it in Kate." in words(shown({A: GONE}))


def test_an_editor_that_does_not_start_is_told_with_the_place(shown: Shown) -> None:
    made = shown({A: WRONG}, "", FakeEditor(KATE, starts=False))
    press(made, "Open the file")
    assert f"It is {A}" in words(made).replace("\u200b", "")
    made.list.setCurrentIndex(made.list.model().index(1, 0))
    assert "Enter opens it in Kate, at line 9." in words(made)


def test_checking_again_shows_what_was_mended_and_stays_in_the_list(
    qtbot: QtBot, shown: Shown
) -> None:
    files = {A: WRONG, B: WRONG}
    made = shown(files)
    made.list.setCurrentIndex(made.list.model().index(3, 0))
    files[B] = CheckedFile(FileKind.EXERCISE, WRONG.problems[:1])
    press(made, "Check again")
    settle(made)
    assert made.list.currentIndex().row() == 2

    files |= {A: FINE, B: FINE}
    press(made, "Check again")
    settle(made)
    assert made.heading.text() == "No mistakes in 2 files"
    assert not made.list.isVisible()
    assert made.chosen is None


def test_a_fine_routine_is_said_to_be_one(shown: Shown) -> None:
    made = shown({A: FINE}, A)
    assert made.heading.text() == "This routine is fine"
    assert "First session\n4 exercises, 10 min." in words(made)


def test_a_fine_exercise_and_settings_are_called_so(shown: Shown) -> None:
    bridge = replace(BRIDGE, id="my-bridge", name="Tom & Co")
    exercise = CheckedFile(FileKind.EXERCISE, (), exercise=bridge)
    made = shown({B: exercise}, B)
    assert made.heading.text() == "This exercise is fine"
    assert (
        'Tom & Co\nFrom your folder “exercises” routines take it with use = "my-bridge".'
        in words(made)
    )
    assert shown({A: CheckedFile(FileKind.SETTINGS)}, A).heading.text() == (
        "This settings file is fine"
    )


def test_a_fine_plan_says_what_it_is_and_how_long(shown: Shown) -> None:
    days = (PlanDay(0, "Monday", FIRST_SESSION.id, FIRST_SESSION.title), PlanDay(0, "Tuesday"))
    plan = RoutinePlan("mine", "Tom & Co", days)
    made = shown({A: CheckedFile(FileKind.PLAN, plan=plan)}, A)
    assert made.heading.text() == "This plan is fine"
    assert "Tom & Co\n1 day with a routine, every week." in words(made)


def test_another_file_may_be_a_plan(shown: Shown) -> None:
    made = shown({A: FINE}, A)
    press(made, "Another file…")
    chooser = made.findChild(QFileDialog)
    assert chooser is not None
    assert chooser.nameFilters()[0] == "Routines, exercises, plans, settings (*.toml)"
    chooser.close()


def test_without_own_files_it_says_so(shown: Shown) -> None:
    assert shown({}).heading.text() == "There is no file of your own yet"


def test_another_file_and_one_s_own_again(qtbot: QtBot, shown: Shown) -> None:
    made = shown({A: WRONG, B: GONE}, A)
    press(made, "Another file…")
    chooser = made.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(B)
    chooser.close()
    settle(made)
    assert made.heading.text() == "1 mistake in 1 file"
    press(made, "My files")
    settle(made)
    assert made.heading.text() == "3 mistakes in 2 files"


def test_of_very_many_the_first_are_listed(shown: Shown) -> None:
    many = CheckedFile(FileKind.ROUTINE, tuple(Problem(n, "x") for n in range(1, 101)))
    made = shown({f"/data/routines/{n}.toml": many for n in range(11)})
    assert made.heading.text() == "1,100 mistakes in 11 files"
    assert made.list.model().rowCount() == MOST_ROWS
    assert "The first 1000 are listed." in words(made)


def test_a_long_message_is_shown_whole(qtbot: QtBot, shown: Shown) -> None:
    long = CheckedFile(FileKind.ROUTINE, (Problem(1, "word " * 60), Problem(2, "x" * 300)))
    made = shown({A: long, B: WRONG})
    heights = [made.list.visualRect(made.list.model().index(n, 0)).height() for n in range(3)]
    assert heights[0] > 1.5 * heights[2]
    assert heights[1] > 1.5 * heights[2]


def test_closing_while_it_checks_leaves_nothing(qtbot: QtBot, window: QWidget) -> None:
    made = CheckList(FakeOwnFiles({A: WRONG}), "/data", window, "", FakeEditor(KATE))
    made.open()
    made.reject()
    assert not made.isVisible()
