"""The editor by itself: keys, mistakes beside their field, what is kept, and leaving it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Amount, Reps, Steps, Work
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.shelf import OpenDraft
from glutetimer.core.routine import Circuit
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.ui.editor.dialog import RoutineEditor
from glutetimer.ui.editor.entry_list import EntryRow
from glutetimer.ui.editor.field import NamedField
from glutetimer.ui.editor.picker import ExercisePicker
from glutetimer.ui.widgets.fields import Choice
from glutetimer.ui.widgets.leave_dialog import LeaveDialog
from glutetimer.ui.widgets.row_model import ROW_ROLE
from tests.ui.editor.conftest import BRIDGE, DRAFT, PLANK, FilesWorld, Open
from tests.ui.editor.test_scenario import choose_in, type_into

WALK = EntryDraft("Lateral walk", "lateral-walk")
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def choose(editor: RoutineEditor, number: int) -> None:
    editor.page.entries.list.setCurrentIndex(editor.page.entries.list.model().index(number, 0))


def names(editor: RoutineEditor) -> list[str]:
    return [entry.name for entry in editor.page.editing.draft.entries]


def amounts(editor: RoutineEditor, number: int) -> tuple[Amount, ...]:
    return editor.page.editing.draft.entries[number].amounts


def row(editor: RoutineEditor, number: int) -> EntryRow:
    found = editor.page.entries.list.model().index(number, 0).data(ROW_ROLE)
    assert isinstance(found, EntryRow)
    return found


def control(field: NamedField) -> QWidget:
    found = field.focusProxy()
    assert found is not None
    return found


def press(dialog: QWidget, text: str) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == text).click()


# The list


def test_the_list_has_every_dose_in_words_and_the_total(
    open_editor: Open, world: FilesWorld
) -> None:
    editor = open_editor()
    assert [row(editor, number).title for number in range(3)] == names(editor)
    assert row(editor, 2).dose == "3 × 20 s hold, rest 30 s"
    routine = editor.page.picture._checked.routine
    assert routine is not None
    assert editor.page.total.text() == f"{minutes_text(plan(routine).total_s)}  ·  3 exercises"


def test_exercises_are_moved_by_keys_from_any_field(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    qtbot.keyClick(editor.page.entries.list, Qt.Key.Key_Down, ALT)
    assert names(editor) == ["Clam shell", "Glute bridge", "Plank"]
    assert editor.page.entries.chosen == 1
    field = control(editor.page.fields.field("sets"))
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(field, Qt.Key.Key_Down, ALT)  # it is the last: nothing
    assert names(editor) == ["Clam shell", "Plank", "Glute bridge"]
    qtbot.keyClick(field, Qt.Key.Key_Up, ALT)
    assert names(editor) == ["Clam shell", "Glute bridge", "Plank"]
    assert editor.page.entries.up_button.isEnabled()


def test_exercises_are_moved_by_dragging(open_editor: Open) -> None:
    editor = open_editor()
    model, top = editor.page.entries.list.model(), QModelIndex()
    assert (
        editor.page.entries.list.dragDropMode()
        is editor.page.entries.list.DragDropMode.InternalMove
    )
    # What a list view calls when a row of its own is dropped between others.
    assert model.moveRow(top, 0, top, 3)
    assert names(editor) == ["Clam shell", "Plank", "Glute bridge"]
    assert editor.page.entries.chosen == 2
    assert model.moveRow(top, 2, top, 0)
    assert not model.moveRow(top, 0, top, 1)  # where it is
    assert names(editor) == ["Glute bridge", "Clam shell", "Plank"]


def test_an_exercise_is_taken_out_and_comes_back(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    choose(editor, 1)
    qtbot.keyClick(editor.page.entries.list, Qt.Key.Key_Delete)
    assert names(editor) == ["Glute bridge", "Plank"]
    qtbot.keyClick(editor.page.entries.list, Qt.Key.Key_Z, CONTROL)
    assert names(editor) == ["Glute bridge", "Clam shell", "Plank"]
    qtbot.keyClick(editor.page.entries.list, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert names(editor) == ["Glute bridge", "Plank"]


def test_the_last_one_may_go_too(open_editor: Open, world: FilesWorld) -> None:
    editor = open_editor()
    for _ in range(3):
        editor.page.changes.remove()
    editor.page.settle()
    assert editor.page.foot.words == ""
    editor.page.changes.remove()
    editor.save()
    assert editor.page.foot.words == "Add an exercise first."
    assert editor.isVisible()
    assert world.own_files == []


# Fields


def test_the_keyboard_begins_where_it_is_wanted(open_editor: Open, qtbot: QtBot) -> None:
    new = open_editor()
    qtbot.keyClicks(control(new.page.title), "Evening")
    assert new.page.editing.draft.title == "Evening"
    new.discard()
    old = open_editor(OpenDraft(DRAFT, "", "/mine.toml"))
    assert old.focusWidget() is old.page.entries.list


def test_a_mistake_stands_beside_its_field_until_it_is_mended(
    open_editor: Open, qtbot: QtBot
) -> None:
    editor = open_editor()
    field = editor.page.fields.field("rest")
    type_into(qtbot, field, "1h")
    assert field.mistake == "Write a duration from 0 to 600 s"
    assert row(editor, 0).mistake == field.mistake
    assert editor.page.editing.draft == DRAFT
    choose(editor, 1)
    assert editor.page.fields.field("rest").mistake == ""
    choose(editor, 0)
    assert (field.text, field.mistake) == ("1h", "Write a duration from 0 to 600 s")
    type_into(qtbot, field, "1m")
    assert (field.text, field.mistake) == ("60 s", "")
    assert editor.page.editing.draft.entries[0].rests_s == (60.0,)


def test_what_is_being_typed_is_no_mistake_yet(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    field = editor.page.fields.field("rest")
    control(field).setFocus()
    qtbot.keyClicks(control(field), "1:")
    editor.page.settle()
    assert field.mistake == ""
    qtbot.keyClicks(control(field), "30")
    editor.page.settle()
    assert field.text == "1:30"
    assert row(editor, 0).dose.endswith("rest 90 s")


def test_ctrl_z_first_takes_back_what_could_not_be_taken(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    field = editor.page.fields.field("sets")
    type_into(qtbot, field, "4")
    type_into(qtbot, field, "many")
    assert field.mistake
    qtbot.keyClick(control(field), Qt.Key.Key_Z, CONTROL)
    assert (field.text, field.mistake) == ("4", "")
    qtbot.keyClick(control(field), Qt.Key.Key_Z, CONTROL)
    assert field.text == ""
    qtbot.keyClick(control(field), Qt.Key.Key_Y, CONTROL)
    assert field.text == "4"


def test_a_problem_of_the_whole_stands_beside_its_field(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    choose(editor, 2)
    type_into(qtbot, editor.page.fields.field("hold"), "20, 15")
    message = "Hold has 2 values for 3 sets; write one for each set"
    assert editor.page.fields.field("hold").mistake == message
    assert row(editor, 2).mistake == message
    choose(editor, 0)
    editor.save()
    assert editor.page.foot.words == "Something is wrong with exercise 3."
    assert editor.page.entries.chosen == 2


@pytest.mark.parametrize(
    ("entry", "offered"),
    [
        (BRIDGE, ["Reps", "Held", "Timed work"]),
        (WALK, ["Steps", "Timed work"]),
        (PLANK, ["Reps", "Held", "Timed work"]),
        (EntryDraft("Iso", "hip-thrust-iso-hold"), ["Held", "Timed work"]),
    ],
    ids=lambda value: value.name if isinstance(value, EntryDraft) else "",
)
def test_only_what_fits_the_exercise_is_offered(
    open_editor: Open, entry: EntryDraft, offered: list[str]
) -> None:
    choice = open_editor(OpenDraft(RoutineDraft("Mine", (entry,)))).page.fields._fields["counted"]
    combo = choice._control
    assert isinstance(combo, Choice)
    assert [combo.itemText(number) for number in range(combo.count())] == offered


def test_what_is_counted_can_be_changed(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor(OpenDraft(RoutineDraft("Mine", (EntryDraft("Jump"), WALK))))
    field = editor.page.fields.field
    type_into(qtbot, field("reps"), "10")
    assert amounts(editor, 0) == (Reps(10, 10),)
    choose_in(qtbot, field("counted"), "Timed work")
    assert amounts(editor, 0) == (Work(10.0),)
    choose(editor, 1)
    type_into(qtbot, field("steps"), "6")
    assert amounts(editor, 1) == (Steps(6),)


def test_an_empty_field_says_what_counts_then(open_editor: Open) -> None:
    editor = open_editor()
    line = control(editor.page.fields.field("sets"))
    assert isinstance(line, QLineEdit)
    usual = line.placeholderText()
    assert usual.startswith("As usual: ")


def test_cues_are_one_a_line(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    lines = control(editor.page.fields.field("cues"))
    lines.setFocus()
    qtbot.keyClicks(lines, "Breathe.")
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    qtbot.keyClicks(lines, "Slowly.")
    assert editor.page.editing.draft.entries[0].cues == ("Breathe.", "Slowly.")
    qtbot.keyClick(lines, Qt.Key.Key_Z, CONTROL)
    assert not editor.page.editing.draft.entries[0].cues
    assert editor.page.fields.field("cues").text == ""


def test_a_circuit_has_its_rounds_beside_it(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    field = editor.page.fields.field
    assert field("rounds").isHidden()
    type_into(qtbot, field("circuit"), "A")
    assert not field("rounds").isHidden()
    type_into(qtbot, field("rounds"), "2")
    type_into(qtbot, field("round_rest"), "0:45")
    assert editor.page.editing.draft.circuits == (Circuit("A", 2, 45.0),)
    type_into(qtbot, field("rounds"), "99")
    assert field("rounds").mistake == "Write a whole number from 1 to 20"
    assert row(editor, 0).circuit == "Circuit A"


def test_a_name_of_ones_own_can_be_changed_ours_not(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    assert editor.page.fields.field("name").isHidden()
    choose(editor, 2)
    type_into(qtbot, editor.page.fields.field("name"), "Forearm plank")
    assert row(editor, 2).title == "Forearm plank"
    choose_in(qtbot, editor.page.fields.field("position"), "Plank, on hands or forearms")
    assert editor.page.editing.draft.entries[2].position == "plank"


# Adding


def test_search_finds_names_and_muscles_and_keys_walk_in_the_list(
    open_editor: Open, qtbot: QtBot
) -> None:
    editor = open_editor()
    choose(editor, 0)
    editor.page.changes.add()
    picker = editor.findChild(ExercisePicker)
    assert picker is not None
    qtbot.keyClicks(picker.search, "gluteus medius walk")
    model = picker.list.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    found = [model.index(number, 0).data(spoken) for number in range(model.rowCount())]
    assert found == ["Lateral walk", "Monster walk", "New exercise: gluteus medius walk"]
    qtbot.keyClick(picker.search, Qt.Key.Key_Down)
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert names(editor) == ["Glute bridge", "Monster walk", "Clam shell", "Plank"]
    assert editor.page.editing.draft.entries[1].exercise_id == "monster-walk"
    assert editor.page.entries.chosen == 1


def test_a_key_asks_for_an_exercise(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    qtbot.keyClick(editor.page.entries.list, Qt.Key.Key_N, CONTROL)
    picker = editor.findChild(ExercisePicker)
    assert picker is not None
    qtbot.keyClick(picker.search, Qt.Key.Key_Escape)
    assert names(editor) == ["Glute bridge", "Clam shell", "Plank"]


def test_what_exists_is_not_offered_as_new(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    editor.page.changes.add()
    picker = editor.findChild(ExercisePicker)
    assert picker is not None
    qtbot.keyClicks(picker.search, "clam SHELL")
    assert picker.list.model().rowCount() == 1
    picker.reject()
    assert names(editor) == ["Glute bridge", "Clam shell", "Plank"]


# What is kept, and leaving


def test_every_change_is_kept_and_forgotten_when_it_is_saved(
    open_editor: Open, world: FilesWorld, qtbot: QtBot
) -> None:
    editor = open_editor()
    assert world.drafts == []
    type_into(qtbot, editor.page.title, "Kept")
    editor.page.entries.move_down()
    editor.page.settle()
    [kept] = world.shelf.kept().values()
    assert kept.draft == editor.page.editing.draft
    editor.save()
    assert world.drafts == []
    assert world.own_files == ["kept.toml"]


def test_a_change_is_kept_by_itself_soon_after(
    open_editor: Open, world: FilesWorld, qtbot: QtBot
) -> None:
    editor = open_editor()
    editor.page.changes.remove()
    qtbot.waitUntil(lambda: world.drafts == ["mine.toml"])


def test_what_was_typed_last_is_kept_when_the_program_ends_in_order(
    open_editor: Open, world: FilesWorld, qapp: QApplication
) -> None:
    editor = open_editor()
    editor.page.changes.remove()
    assert world.drafts == []
    qapp.aboutToQuit.emit()
    assert world.drafts == ["mine.toml"]


def test_whoever_cancels_with_changes_is_asked(open_editor: Open, world: FilesWorld) -> None:
    editor = open_editor()
    editor.page.changes.remove()
    editor.page.settle()
    editor.reject()
    dialog = editor.findChild(LeaveDialog)
    assert dialog is not None
    press(dialog, "Go on editing")
    assert editor.isVisible()
    assert world.drafts == ["mine.toml"]
    editor.reject()
    press(editor.findChildren(LeaveDialog)[-1], "Discard changes")
    assert not editor.isVisible()
    assert world.drafts == []
    assert world.own_files == []


def test_it_can_be_saved_on_leaving(open_editor: Open, world: FilesWorld) -> None:
    editor = open_editor()
    editor.page.changes.remove()
    editor.reject()
    dialog = editor.findChild(LeaveDialog)
    assert dialog is not None
    press(dialog, "Save")
    assert not editor.isVisible()
    assert world.own_files == ["mine.toml"]


def test_without_changes_it_closes_at_once(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_a_draft_from_last_time_is_not_given_up_unasked(
    open_editor: Open, world: FilesWorld
) -> None:
    name = world.shelf.keep(OpenDraft(DRAFT), "")
    editor = open_editor(kept_name=name)
    editor.reject()
    assert editor.isVisible()
    assert world.drafts == [name]


def test_what_cannot_be_written_stays_in_the_editor(
    open_editor: Open, world: FilesWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(opened: OpenDraft) -> str:
        raise Trouble("Cannot write the file: disk full", "/mine.toml", "Make room")

    monkeypatch.setattr(world.shelf, "save", fail)
    editor = open_editor()
    editor.save()
    assert editor.isVisible()
    assert editor.page.foot.words == "Cannot write the file: disk full (/mine.toml). Make room."


def test_comments_of_a_file_are_still_there_after_saving(
    open_editor: Open, world: FilesWorld, qtbot: QtBot
) -> None:
    path = Path(world.data_dir, "routines", "mine.toml")
    path.parent.mkdir()
    text = '# mine\ntitle = "Mine"\n\n[[exercise]]\nuse = "clam-shell"\nsets = 2  # for now\n'
    path.write_text(text)
    editor = open_editor(world.shelf.open(str(path)))
    type_into(qtbot, editor.page.fields.field("sets"), "3")
    with qtbot.waitSignal(editor.saved) as caught:
        editor.save()
    assert caught.args == [str(path)]
    assert path.read_text() == text.replace("sets = 2", "sets = 3")


def test_it_fits_into_a_small_window(open_editor: Open, window: QWidget) -> None:
    window.setFixedSize(853, 533)
    editor = open_editor()
    assert (editor.width(), editor.height()) <= (853, 533)
    assert editor.minimumSizeHint().height() <= 500
