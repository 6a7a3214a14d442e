"""What the editor is for, by mouse and keys: from a built-in routine to one's own history."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from glutetimer.core.exercise import Side, Sides
from glutetimer.core.history.records import Achieved, Outcome
from glutetimer.core.plan.plan import plan
from glutetimer.core.session.states import State
from glutetimer.core.words.dose import dose_text
from glutetimer.ui.editor.field import NamedField
from glutetimer.ui.editor.figure_picker import FigurePicker
from glutetimer.ui.editor.picker import ExercisePicker
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.editor.conftest import FilesWorld, editor_of


def type_into(qtbot: QtBot, field: NamedField, text: str) -> None:
    """Click into a field, and type in place of what is there."""
    control = field.focusProxy()
    assert control is not None
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(control, text)
    qtbot.keyClick(control, Qt.Key.Key_Return)


def choose_in(qtbot: QtBot, field: NamedField, name: str) -> None:
    control = field.focusProxy()
    assert isinstance(control, QComboBox)
    control.setFocus()
    for _ in range(control.count()):
        if control.currentText() == name:
            return
        qtbot.keyClick(control, Qt.Key.Key_Down)
    assert control.currentText() == name


def play(window: MainWindow, world: FilesWorld) -> None:
    """Let time pass until the session has ended."""
    page = window.host.page
    assert page is not None
    coach = page.driver.coach
    assert coach is not None
    while coach.session.place.state is State.RUNNING:
        world.clock.advance(0.25)
        page.driver.tick()


def make_routine(main_window: MainWindow, qtbot: QtBot) -> str:
    """Make it by mouse and keys; returns the total that the editor tells."""
    # Duplicate First session.
    assert main_window.home.routines.chosen == "first-session"
    qtbot.keyClick(main_window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    editor = editor_of(main_window)
    type_into(qtbot, editor.page.title, "Left side first")

    # Drop the bird dog.
    editor.page.entries.list.setFocus()
    qtbot.keyClick(editor.page.entries.list, Qt.Key.Key_Down)
    qtbot.keyClick(editor.page.entries.list, Qt.Key.Key_Down)
    assert editor.page.editing.draft.entries[editor.page.entries.chosen].name == "Bird dog"
    qtbot.keyClick(editor.page.entries.list, Qt.Key.Key_Delete)

    # Add a side plank that is not the one of ours, which is found first, and put it last.
    qtbot.mouseClick(editor.page.entries.add_button, Qt.MouseButton.LeftButton)
    picker = editor.findChild(ExercisePicker)
    assert picker is not None
    qtbot.keyClicks(picker.search, "Side plank")
    qtbot.keyClick(picker.search, Qt.Key.Key_Down)
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert [entry.name for entry in editor.page.editing.draft.entries] == [
        "Glute bridge",
        "Clam shell",
        "Hip thrust, iso hold",
        "Side plank",
    ]

    # Three sets of 20, 15 and 10 s, on the left, with 30 s between.
    field = editor.page.fields.field
    type_into(qtbot, field("sets"), "3")
    choose_in(qtbot, field("counted"), "Held")
    type_into(qtbot, field("hold"), "20/15/10 s")
    choose_in(qtbot, field("sides"), "Left only")
    type_into(qtbot, field("rest"), "30")
    assert field("hold").text == "20 s, 15 s, 10 s"
    editor.page.settle()
    total = editor.page.total.text()
    editor.activateWindow()  # without a window manager nobody else does
    qtbot.waitUntil(editor.isActiveWindow)
    qtbot.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not editor.isVisible()

    return total


def test_a_side_plank_of_ones_own_is_made_done_and_seen_in_the_history(
    main_window: MainWindow, world: FilesWorld, qtbot: QtBot
) -> None:
    total = make_routine(main_window, qtbot)

    # It is a file, the list shows it, and it is what was asked for.
    assert world.own_files == ["left-side-first.toml"]
    assert world.drafts == []
    text = Path(world.data_dir, "routines", "left-side-first.toml").read_text()
    assert (
        '[[exercise]]\nname = "Side plank"\nsets = 3\nhold = ["20s", "15s", "10s"]\n'
        'sides = "left"\nrest = "30s"\n' in text
    )
    assert main_window.home.routines.chosen == "left-side-first"
    routine = world.library.routine("left-side-first")
    entry = routine.entries[-1]
    assert (entry.exercise.name, entry.sides) == ("Side plank", Sides.LEFT)
    assert dose_text(entry) == "20, 15, 10 s hold on the left, rest 30 s"
    assert total.startswith(f"{round(plan(routine).total_s / 60)} min")

    # Start, and do it; the history has what was done in each set.
    main_window.home.routines.details.fill()
    main_window.home.routines.details.start()
    play(main_window, world)
    [summary] = world.history.summaries.values()
    assert summary.start.routine_title == "Left side first"
    results = [record.result for record in world.history.sets(summary.id)]
    planks = [one for one in results if one.exercise_name == "Side plank"]
    assert [(one.planned, one.done, one.side, one.outcome) for one in planks] == [
        (Achieved(None, seconds), Achieved(None, seconds), Side.LEFT, Outcome.DONE)
        for seconds in (20.0, 15.0, 10.0)
    ]
    main_window.host.left.emit()  # back from the end of the session
    main_window.home.show_history()
    history = main_window.home.history
    assert history is not None
    history.show_sessions()
    model = history.sessions._details._sets
    cells = [
        [str(model.index(number, column).data()) for column in range(5)]
        for number in range(model.rowCount())
    ]
    assert [row for row in cells if row[0] == "Side plank"] == [
        ["Side plank", f"Set {number}, left side", f"{seconds} s", f"{seconds} s", "Done"]
        for number, seconds in ((1, 20), (2, 15), (3, 10))
    ]


def test_one_that_moves_like_another_is_seen_moving_in_the_session(
    main_window: MainWindow, world: FilesWorld, qtbot: QtBot
) -> None:
    qtbot.keyClick(main_window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    editor = editor_of(main_window)
    type_into(qtbot, editor.page.title, "Clock")
    qtbot.mouseClick(editor.page.entries.add_button, Qt.MouseButton.LeftButton)
    picker = editor.findChild(ExercisePicker)
    assert picker is not None
    qtbot.keyClicks(picker.search, "Hip clock 2 x 4 left side only, rest 10 s")
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    button = editor.page.fields.field("moves_like").focusProxy()
    assert button is not None
    qtbot.keyClick(button, Qt.Key.Key_Space)
    figures = editor.findChild(FigurePicker)
    assert figures is not None
    qtbot.keyClicks(figures.search, "clam")
    qtbot.keyClick(figures.search, Qt.Key.Key_Return)
    editor.save()
    file = Path(world.data_dir, "routines", "clock.toml")
    assert file.read_text() == (
        'format = 1\ntitle = "Clock"\n\n[[exercise]]\nname = "Hip clock"\n'
        'moves_like = "clam-shell"\nsets = 2\nreps = 4\nsides = "left"\nrest = "10s"\n'
    )
    assert world.library.check_file(str(file)).problems == ()
    main_window.home.routines.details.fill()
    main_window.home.routines.details.start()
    page = main_window.host.page
    assert page is not None
    page.figure_clock.follow()
    movement = page.view.figure.moving.movement
    assert movement is not None
    assert movement.exercise.motion is world.library.exercises()["clam-shell"].motion
    assert movement.is_left
    play(main_window, world)
    [summary] = world.history.summaries.values()
    done = [record.result for record in world.history.sets(summary.id)]
    assert [(one.exercise_name, one.side, one.done.reps) for one in done] == [
        ("Hip clock", Side.LEFT, 4),
        ("Hip clock", Side.LEFT, 4),
    ]
