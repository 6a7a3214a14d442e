"""The short ways of the editor: a dose in one line, intervals, circuits, a borrowed figure."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.exercise import Cue, CueMoment, Hold, Position, Reps, Sides, Tempo, Work
from glutetimer.core.ports.shelf import OpenDraft
from glutetimer.core.routine import Circuit
from glutetimer.core.settings import Settings
from glutetimer.ui.editor.dialog import RoutineEditor
from glutetimer.ui.editor.exercise_search import ExerciseSearch
from glutetimer.ui.editor.figure_picker import FigurePicker
from glutetimer.ui.editor.intervals import IntervalsDialog
from glutetimer.ui.editor.picker import HINT, ExercisePicker
from tests.ui.editor.conftest import BRIDGE, CLAM, DRAFT, PLANK, FilesWorld, Open
from tests.ui.editor.test_dialog import choose, control, names, press
from tests.ui.editor.test_scenario import type_into

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def found(search: ExerciseSearch) -> list[str]:
    model = search.list.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(number, 0).data(spoken) for number in range(model.rowCount())]


def key(editor: RoutineEditor, qtbot: QtBot, pressed: Qt.Key, shift: bool = False) -> None:
    modifiers = CONTROL | SHIFT if shift else CONTROL
    qtbot.keyClick(editor.page.entries.list, pressed, modifiers)


# A dose behind the name


@pytest.fixture
def picker(open_editor: Open) -> ExercisePicker:
    editor = open_editor()
    choose(editor, 2)
    editor.page.changes.add()
    made = editor.findChild(ExercisePicker)
    assert made is not None
    return made


def test_an_exercise_is_added_with_its_dose(picker: ExercisePicker, qtbot: QtBot) -> None:
    assert picker.dose.text() == HINT
    qtbot.keyClicks(picker.search, "Clam shell 3 x 12 each side, hold 5 s, rest 45s")
    assert found(picker)[0] == "Clam shell"
    assert picker.dose.text() == (
        "Dose: 3 × 12 reps each side, rest 45 s, 5 s at the top of each rep"
    )
    with qtbot.waitSignal(picker.chosen) as caught:
        qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    [entry] = caught.args
    assert (entry.exercise_id, entry.sets, entry.amounts) == ("clam-shell", 3, (Reps(12, 12),))
    assert entry.tempos[0].top_s == 5.0


def test_another_one_than_was_meant_takes_the_dose_too(
    picker: ExercisePicker, qtbot: QtBot
) -> None:
    qtbot.keyClicks(picker.search, "walk 3 x 5")
    assert found(picker) == ["Lateral walk", "Monster walk", "New exercise: walk"]
    qtbot.keyClick(picker.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.chosen) as caught:
        qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert caught.args[0].exercise_id == "monster-walk"
    assert caught.args[0].sets == 3


def test_a_new_one_has_the_dose_and_not_the_line_as_its_name(
    picker: ExercisePicker, qtbot: QtBot
) -> None:
    qtbot.keyClicks(picker.search, "Side plank 20/15/10 s left side only")
    assert found(picker) == ["Side plank on the knees", "New exercise: Side plank"]
    qtbot.keyClick(picker.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.chosen) as caught:
        qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert caught.args[0] == EntryDraft(
        "Side plank", sets=3, amounts=(Hold(20), Hold(15), Hold(10)), sides=Sides.LEFT
    )


def test_a_dose_that_does_not_fit_the_exercise_is_left_out(
    picker: ExercisePicker, qtbot: QtBot
) -> None:
    qtbot.keyClicks(picker.search, "thrust iso hold 3 x 10")
    assert "Hip thrust, iso hold" in found(picker)
    with qtbot.waitSignal(picker.chosen) as caught:
        qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert caught.args[0] == EntryDraft("Hip thrust, iso hold", "hip-thrust-iso-hold")


def test_sets_reps_and_the_hold_of_each_are_typed_at_once(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    type_into(qtbot, editor.page.fields.field("reps"), "3 x 12 x 5 s")
    entry = editor.page.editing.draft.entries[0]
    assert (entry.sets, entry.amounts) == (3, (Reps(12, 12),))
    usual = editor.page.fields._view.exercise.tempo  # type: ignore[union-attr]
    assert entry.tempos == (Tempo(usual.lift_s, 5.0, usual.lower_s, usual.pause_s),)
    assert editor.page.fields.field("sets").text == "3"
    key(editor, qtbot, Qt.Key.Key_Z)
    assert editor.page.editing.draft == DRAFT


# Copies and circuits


def test_an_exercise_is_copied(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    choose(editor, 1)
    key(editor, qtbot, Qt.Key.Key_D)
    assert names(editor) == ["Glute bridge", "Clam shell", "Clam shell", "Plank"]
    assert editor.page.entries.chosen == 2


def test_circuits_are_made_and_undone_by_keys(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    panel = editor.page.entries
    assert not panel.join.isEnabled()
    key(editor, qtbot, Qt.Key.Key_G)  # there is none above
    assert editor.page.editing.draft == DRAFT
    choose(editor, 2)
    key(editor, qtbot, Qt.Key.Key_G)
    draft = editor.page.editing.draft
    assert [entry.circuit for entry in draft.entries] == ["", "A", "A"]
    assert draft.circuits == (Circuit("A", 3, 60.0),)
    assert not editor.page.fields.field("rounds").isHidden()
    assert not panel.join.isEnabled()
    assert panel.ungroup.isEnabled()
    editor.page.settle()
    assert editor.page.picture.is_right
    key(editor, qtbot, Qt.Key.Key_G, shift=True)
    assert editor.page.editing.draft.circuits == ()
    assert editor.page.editing.draft.entries[2] == PLANK
    for _ in range(2):
        key(editor, qtbot, Qt.Key.Key_Z)
    assert editor.page.editing.draft == DRAFT


def test_without_an_exercise_there_is_nothing_more_to_do(open_editor: Open) -> None:
    editor = open_editor(OpenDraft(RoutineDraft("Mine")))
    assert not editor.page.entries.more_button.isEnabled()
    editor.page.changes.copy()
    assert editor.page.editing.draft.entries == ()


# Intervals


@pytest.fixture
def intervals(open_editor: Open, qtbot: QtBot) -> IntervalsDialog:
    editor = open_editor()
    choose(editor, 0)
    key(editor, qtbot, Qt.Key.Key_R)
    made = editor.findChild(IntervalsDialog)
    assert made is not None
    return made


def page_of(dialog: QWidget) -> RoutineEditor:
    editor = dialog.window().parentWidget()
    assert editor is not None
    found = editor.window()
    assert isinstance(found, RoutineEditor)
    return found


def test_work_rest_and_rounds_make_a_circuit_of_all(
    intervals: IntervalsDialog, qtbot: QtBot
) -> None:
    editor = page_of(intervals)
    qtbot.keyClicks(control(intervals.fields["work"]), "40 s / 15 s / 2 rounds")
    assert [intervals.fields[one].text for one in ("rest_after", "rounds")] == ["15 s", "2"]
    assert intervals.told.text().startswith("The routine then takes ")
    type_into(qtbot, intervals.fields["round_rest"], "1:30")
    press(intervals, "Make them")
    draft = editor.page.editing.draft
    assert draft.circuits == (Circuit("A", 2, 90.0),)
    amounts = [entry.amounts for entry in draft.entries]
    assert amounts == [(Work(40.0),), (Work(40.0),), (Hold(40.0),)]
    assert {entry.rest_after_s for entry in draft.entries} == {15.0}
    editor.page.settle()
    assert editor.page.picture.is_right
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    key(editor, qtbot, Qt.Key.Key_Z)
    assert editor.page.editing.draft == DRAFT


def test_intervals_of_some(intervals: IntervalsDialog, qtbot: QtBot) -> None:
    editor = page_of(intervals)
    qtbot.keyClick(control(intervals.fields["from"]), Qt.Key.Key_Down)
    press(intervals, "Make them")
    assert [entry.circuit for entry in editor.page.editing.draft.entries] == ["", "A", "A"]


@pytest.mark.parametrize(
    ("field", "text", "mistake"),
    [
        ("work", "long", "Write a duration such as 45s, 1m30s or plain seconds"),
        ("work", "", "Write a number"),
        ("rounds", "99", "Write a whole number from 1 to 20"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_its_field(
    intervals: IntervalsDialog, qtbot: QtBot, field: str, text: str, mistake: str
) -> None:
    type_into(qtbot, intervals.fields[field], text or " ")
    assert intervals.fields[field].mistake == mistake
    button = next(one for one in intervals.findChildren(QPushButton) if one.text() == "Make them")
    assert not button.isEnabled()
    intervals.make()
    assert intervals.isVisible()


def test_the_last_must_not_come_before_the_first(intervals: IntervalsDialog, qtbot: QtBot) -> None:
    for _ in range(2):
        qtbot.keyClick(control(intervals.fields["from"]), Qt.Key.Key_Down)
        qtbot.keyClick(control(intervals.fields["to"]), Qt.Key.Key_Up)
    assert intervals.fields["to"].mistake == "Choose one that comes later"


# A borrowed figure, cues


def test_an_exercise_of_ones_own_moves_like_another(
    open_editor: Open, qtbot: QtBot, world: FilesWorld
) -> None:
    editor = open_editor()
    choose(editor, 2)
    editor.page.settle()
    stage = editor.page.fields.head.stage
    assert stage.isHidden()
    qtbot.mouseClick(control(editor.page.fields.field("moves_like")), Qt.MouseButton.LeftButton)
    picker = editor.findChild(FigurePicker)
    assert picker is not None
    offered = found(picker)
    assert offered[0] == "Nothing"
    assert "Lateral walk" not in offered
    qtbot.keyClicks(picker.search, "lying hip abduction")
    assert found(picker) == ["Side-lying hip abduction", "Nothing"]
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert editor.page.editing.draft.entries[2].moves_like == "side-lying-hip-abduction"
    assert editor.page.fields.field("moves_like").text == "side-lying-hip-abduction"
    button = control(editor.page.fields.field("moves_like"))
    assert button.accessibleName() == "Moves like Side-lying hip abduction"
    assert not stage.isHidden()
    motion = world.library.exercises()["side-lying-hip-abduction"].motion
    movement = stage.figure.movement
    assert movement is not None
    assert movement.exercise.motion is motion
    editor.save()
    routine = world.library.routine("mine")
    assert routine.entries[2].exercise.motion is motion
    assert routine.entries[2].exercise.position is Position.SIDE_LYING


def test_it_may_move_like_nothing_again(open_editor: Open, qtbot: QtBot) -> None:
    draft = RoutineDraft("Mine", (EntryDraft("Clock", moves_like="squat"),))
    editor = open_editor(OpenDraft(draft))
    assert not editor.page.fields.head.stage.isHidden()
    editor.page.changes.ask_figure()
    picker = editor.findChild(FigurePicker)
    assert picker is not None
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert editor.page.editing.draft.entries[0] == EntryDraft("Clock")
    assert editor.page.fields.head.stage.isHidden()


def test_the_figure_moves_in_the_tempo_that_is_typed(
    open_editor: Open, qtbot: QtBot, world: FilesWorld
) -> None:
    editor = open_editor()
    stage = editor.page.fields.head.stage
    assert stage.is_ticking
    type_into(qtbot, editor.page.fields.field("tempo"), "9-0-1-0")
    world.clock.advance(0.5)
    stage.follow()
    half_way = stage.figure.movement
    assert half_way is not None
    assert half_way.duration_s == 2 * half_way.elapsed_s
    choose(editor, 1)
    assert stage.figure.movement is not None
    assert stage.figure.movement.exercise is not half_way.exercise


def test_with_reduced_motion_it_keeps_still(open_editor: Open, world: FilesWorld) -> None:
    world.store.settings = Settings(reduced_motion=True)
    assert not open_editor().page.fields.head.stage.is_ticking


def test_while_a_dose_is_wrong_the_figure_stays(open_editor: Open, qtbot: QtBot) -> None:
    draft = RoutineDraft("Mine", (EntryDraft("Clock", moves_like="squat", circuit="A"), BRIDGE))
    editor = open_editor(OpenDraft(draft))
    type_into(qtbot, editor.page.fields.field("reps"), "8, 6")
    assert editor.page.picture.timeline is None
    assert not editor.page.fields.head.stage.isHidden()


def test_cues_of_ones_own_have_their_moments(
    open_editor: Open, qtbot: QtBot, world: FilesWorld
) -> None:
    editor = open_editor()
    assert editor.page.fields.field("setup").isHidden()
    choose(editor, 2)
    for name, text in (("setup", "Elbows down."), ("last", "Nearly."), ("say", "TA = tee ay")):
        lines = control(editor.page.fields.field(name))
        lines.setFocus()
        qtbot.keyClicks(lines, text)
    editor.save()
    exercise = world.library.routine("mine").entries[2].exercise
    assert exercise.cues_at(CueMoment.SETUP) == (Cue("Elbows down."),)
    assert exercise.setup == "Elbows down."
    assert exercise.cues_at(CueMoment.LAST) == (Cue("Nearly."),)
    assert exercise.say == (("TA", "tee ay"),)


# The strip


def test_strip_and_list_choose_the_same(open_editor: Open, qtbot: QtBot) -> None:
    editor = open_editor()
    strip = editor.page.strip
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert editor.page.entries.chosen == 1
    assert strip.accessibleDescription().startswith("2 of 3: Clam shell")
    choose(editor, 2)
    assert strip.accessibleDescription().startswith("3 of 3: Plank")
    before = strip.accessibleDescription()
    type_into(qtbot, editor.page.fields.field("sets"), "5")
    assert strip.accessibleDescription() != before


def test_without_exercises_there_is_no_strip(open_editor: Open) -> None:
    editor = open_editor(OpenDraft(RoutineDraft("Mine")))
    assert editor.page.strip.isHidden()
    editor.page.changes.insert(CLAM)
    assert not editor.page.strip.isHidden()


def test_tab_goes_from_top_to_bottom(open_editor: Open) -> None:
    editor = open_editor()
    page = editor.page
    editor.activateWindow()
    control(page.title).setFocus()
    seen = []
    for _ in range(20):
        seen.append(editor.focusWidget())
        page.focusNextChild()
    parts = [control(page.title), page.strip, page.entries.list, page.entries.add_button]
    parts += [control(page.fields.field(name)) for name in ("sets", "reps", "rest", "circuit")]
    places = [seen.index(part) for part in parts]
    assert places == sorted(places)


def test_a_new_exercise_begins_at_its_sets(open_editor: Open) -> None:
    editor = open_editor()
    bar = editor.page.fields.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    editor.page.changes.insert(CLAM)
    assert bar.value() == 0
    assert editor.focusWidget() is control(editor.page.fields.field("sets"))
