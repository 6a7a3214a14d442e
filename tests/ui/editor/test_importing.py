"""Routines of other programs: a preview says all before anything is written."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.draft import EntryDraft, Lost, PlanDraft, PlannedDay, RoutineDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.ports.bringing import Brought, Question
from glutetimer.ui.editor.dialog import RoutineEditor
from glutetimer.ui.editor.importing import ImportFlow
from glutetimer.ui.editor.preview import RoutinePreview
from glutetimer.ui.widgets.fields import Choice
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.editor.conftest import FilesWorld, editor_of, flow_of
from tests.ui.fakes import FakeImporter
from tests.ui.samples import BRIDGE, CLAM, FIRST_SESSION, ROUTINES

SHEET = "Morning\n\nClam shell 3 x 12 each side, hold 5 s, rest 45s\nPlank 30s\n"
DRAFT = RoutineDraft("First session", (EntryDraft("Clams"),))
FOUND = Brought(
    "plain text",
    (FIRST_SESSION,),
    (DRAFT,),
    plans=(PlanDraft("Four weeks", (PlannedDay(1, "Monday", "First session"),), "Add a rep."),),
    lost=(Lost(3, "a picture is left out"), Lost(0, "of rests nothing is said")),
    questions=(Question("Clams", ("clam-shell", "glute-bridge")),),
)


def importing(window: MainWindow) -> ImportFlow:
    return flow_of(window).importing


def preview_of(window: QWidget) -> RoutinePreview:
    [preview] = [one for one in window.findChildren(RoutinePreview) if one.isVisible()]
    return preview


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def press(widget: QWidget, text: str) -> None:
    next(one for one in widget.findChildren(QPushButton) if one.text() == text).click()


@pytest.fixture
def preview(window: QWidget) -> RoutinePreview:
    importer = FakeImporter(FOUND)
    made = RoutinePreview(importer, (BRIDGE, CLAM), ("a.txt", b"text"), FOUND, window)
    made.show()
    return made


# The preview


def test_it_says_what_there_is_what_is_lost_and_what_is_not_sure(preview: RoutinePreview) -> None:
    said = words(preview)
    assert said[0] == "1 routine and 1 plan of plain text"
    for line in (
        "Which exercise is “Clams”?",
        "Line 3: a picture is left out",
        "of rests nothing is said",
        "First session",
        "Clam shell: 10 reps each side; Small and clean is better than wide.",
        "Plan: Four weeks",
        "Week 1, Monday: First session",
        "Add a rep.",
    ):
        assert line in said
    assert any(line.endswith("  ·  4 exercises") for line in said)


def test_a_circuit_is_shown_with_its_rounds(window: QWidget) -> None:
    found = replace(FOUND, routines=(ROUTINES[3],))
    made = RoutinePreview(FakeImporter(found), (), ("", b""), found, window)
    made.show()
    assert "3 rounds, 60 s between them, of:" in words(made)
    assert "  Glute bridge: as many reps as you like" in words(made)


def test_an_answer_reads_the_source_again(preview: RoutinePreview) -> None:
    choice = preview.findChild(Choice)
    assert choice is not None
    offered = [choice.itemText(number) for number in range(choice.count())]
    assert offered == ["One of its own, without a picture", "Clam shell", "Glute bridge"]
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    importer = preview._importer
    assert isinstance(importer, FakeImporter)
    assert importer.asked == [("a.txt", b"text", {"Clams": "clam-shell"})]
    press(preview, "Import")
    [kept] = importer.kept
    assert kept.questions == ()


def test_what_cannot_be_written_is_said_there(preview: RoutinePreview) -> None:
    importer = preview._importer
    assert isinstance(importer, FakeImporter)
    importer.trouble = Trouble("The disk is full", "/routines", "Make room")
    press(preview, "Import")
    assert preview.isVisible()
    assert preview.heading.text() == "The disk is full (/routines). Make room."


def test_nothing_can_be_imported_of_nothing(window: QWidget) -> None:
    found = Brought("wger", (), (), lost=(Lost(0, "all of it"),))
    made = RoutinePreview(FakeImporter(found), (), ("", b""), found, window)
    buttons = {one.text(): one.isEnabled() for one in made.findChildren(QPushButton)}
    assert buttons == {"Cancel": True, "Import": False}


# From the window, with the real readers


def test_a_file_is_imported_and_chosen(
    main_window: MainWindow, world: FilesWorld, tmp_path: Path
) -> None:
    file = tmp_path / "sheet.txt"
    file.write_text(SHEET)
    importing(main_window).choose_file()
    dialog = main_window.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()
    importing(main_window).take_file(str(file))
    preview = preview_of(main_window)
    tempo = "lift 1.5 s, hold 5 s, lower 2 s, pause 0.5 s"
    assert f"Clam shell: 3 × 12 reps each side, rest 45 s; {tempo}" in words(preview)
    assert world.own_files == []
    press(preview, "Import")
    [name] = world.own_files
    assert main_window.home.routines.chosen == name.removesuffix(".toml")
    bar = main_window.home.notices
    assert bar is not None
    assert bar._text.text() == "1 routine imported."


PROGRAM = "# Week 1\n## Day A\nClam shell / 2x10\n\n## Day B\nSquat / 2x12\n"


def test_a_plan_is_imported_with_its_routines_and_needs_them(
    main_window: MainWindow, world: FilesWorld, tmp_path: Path
) -> None:
    file = tmp_path / "program.txt"
    file.write_text(PROGRAM)
    importing(main_window).take_file(str(file))
    preview = preview_of(main_window)
    assert words(preview)[0] == "2 routines and 1 plan of Liftoscript"
    press(preview, "Import")

    bar = main_window.home.notices
    assert bar is not None
    assert bar._text.text() == "2 routines and 1 plan imported."
    assert [path.name for path in (tmp_path / "plans").iterdir()] == ["liftoscript-program.toml"]
    assert main_window.plan_flow is not None
    strip = main_window.plan_flow.strip
    assert words(strip) == ["Plan: Liftoscript program"]

    # A routine of it is deleted, and brought back.
    flow_of(main_window).delete.trigger()
    assert words(strip) == ["Plan: Liftoscript program", "1 plan with mistakes."]
    [listing] = world.library.plans()
    assert listing.problems == ('line 7: unknown routine "day-a"; did you mean "day-b"?',)
    flow_of(main_window).undo_delete()
    assert words(strip) == ["Plan: Liftoscript program"]


def test_a_plan_is_not_lost_by_editing_its_routine_first(window: QWidget) -> None:
    made = RoutinePreview(FakeImporter(FOUND), (), ("", b""), FOUND, window)
    assert [one.text() for one in made.findChildren(QPushButton)] == ["Cancel", "Import"]


def test_pasted_text_can_be_edited_first(
    main_window: MainWindow, world: FilesWorld, qapp: QApplication, qtbot: QtBot
) -> None:
    qapp.clipboard().setText(SHEET)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(main_window, Qt.Key.Key_V, keys)
    press(preview_of(main_window), "Edit first…")
    editor = editor_of(main_window)
    assert [entry.name for entry in editor.page.editing.draft.entries][-1] == "Plank"
    assert world.own_files == []
    editor.save()
    assert len(world.own_files) == 1


OURS = """# for Anna
title = "Anna"
[[exercise]]
use = "side-plank"
hold = 20
[[exercise]]
use = "clam-shell"
[exercises.side-plank]
# from the course
name = "Side plank"
position = "plank"
kind = "hold"
"""


def test_a_routine_of_ours_comes_in_as_it_is(
    main_window: MainWindow, world: FilesWorld, qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "from Anna.toml"
    file.write_text(OURS, encoding="utf-8")
    importing(main_window).take_file(str(file))
    preview = preview_of(main_window)
    assert words(preview)[0] == "1 routine of glutetimer"
    assert "Side plank: 2 × 20 s hold, rest 45 s" in words(preview)
    press(preview, "Import")
    qapp.clipboard().setText(OURS)
    importing(main_window).take_pasted()
    press(preview_of(main_window), "Import")
    assert world.own_files == ["anna.toml", "from-anna.toml"]
    for name in world.own_files:
        assert Path(world.data_dir, "routines", name).read_text("utf-8") == OURS


def test_it_can_be_edited_first_and_keeps_what_it_holds(
    main_window: MainWindow, world: FilesWorld, qapp: QApplication
) -> None:
    qapp.clipboard().setText(OURS)
    importing(main_window).take_pasted()
    press(preview_of(main_window), "Edit first…")
    editor = editor_of(main_window)
    editor.page.entries.choose(0)
    assert editor.page.picture.view(0).exercise is not None
    assert editor.page.picture.rows()[0].title == "Side plank"
    editor.page.changes.remove()
    editor.save()
    [name] = world.own_files
    text = Path(world.data_dir, "routines", name).read_text("utf-8")
    assert text == OURS.replace('[[exercise]]\nuse = "side-plank"\nhold = 20\n', "\n")


def test_an_empty_clipboard_is_said(main_window: MainWindow, qapp: QApplication) -> None:
    qapp.clipboard().setText(" ")
    importing(main_window).take_pasted()
    bar = main_window.home.notices
    assert bar is not None
    assert bar._text.text() == "There is no text to paste."


@pytest.mark.parametrize("name", ["none.txt", "", "."])
def test_what_cannot_be_read_is_a_notice(
    main_window: MainWindow, tmp_path: Path, name: str
) -> None:
    importing(main_window).take_file(str(tmp_path / name))
    bar = main_window.home.notices
    assert bar is not None
    assert bar._text.text().startswith("The file cannot be read: ")


def test_what_is_empty_is_a_notice(main_window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    file.write_text("")
    importing(main_window).take_file(str(file))
    bar = main_window.home.notices
    assert bar is not None
    assert bar._text.text().startswith("There is nothing in it")
    assert main_window.findChildren(RoutineEditor) == []


def dropped(paths: list[Path], kind: type[QDropEvent]) -> tuple[QDropEvent, QMimeData]:
    """An event of files that are dragged over a window; the data must outlive it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    if kind is QDragEnterEvent:
        return QDragEnterEvent(QPoint(9, 9), action, data, button, none), data
    return QDropEvent(QPointF(9, 9), action, data, button, none), data


def test_a_file_is_dropped_on_the_window(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "sheet.txt"
    file.write_text(SHEET)
    for kind in (QDragEnterEvent, QDropEvent):
        event, _data = dropped([file], kind)
        event.ignore()
        QApplication.sendEvent(main_window.stack, event)
        assert event.isAccepted()
    qtbot.waitUntil(lambda: bool(main_window.findChildren(RoutinePreview)))
    assert preview_of(main_window).isVisible()


@pytest.mark.parametrize("count", [0, 2])
def test_anything_else_is_not_taken(main_window: MainWindow, tmp_path: Path, count: int) -> None:
    event, _data = dropped([tmp_path / "a"] * count, QDragEnterEvent)
    event.ignore()
    QApplication.sendEvent(main_window.stack, event)
    assert not event.isAccepted()


def test_nothing_is_taken_during_a_session(main_window: MainWindow, tmp_path: Path) -> None:
    main_window._set_in_session(True)
    event, _data = dropped([tmp_path / "a"], QDragEnterEvent)
    event.ignore()
    QApplication.sendEvent(main_window.stack, event)
    assert not event.isAccepted()
    assert not importing(main_window).choose.isEnabled()
