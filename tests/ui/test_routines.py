"""The routines page: what it lists, shows, and starts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.routine import Routine
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.core.today import Today
from glutetimer.core.words.dose_changes import todays_plan
from glutetimer.ui.routines.body import routine_body, trouble_body
from glutetimer.ui.routines.exercise_card import ExerciseCard
from glutetimer.ui.routines.model import routine_rows
from glutetimer.ui.widgets.fields import Disclosure
from glutetimer.ui.widgets.mistakes import Mistakes
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import (
    BIRD_DOG,
    BRIDGE,
    BROKEN,
    FIRST_SESSION,
    ROUTINES,
    STRANGE,
    dose,
    session,
)


def texts(widget: QWidget) -> str:
    """All the words in a widget, hidden ones too."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def body_of(routine: Routine, settings: Settings | None = None) -> QWidget:
    return routine_body(routine, todays_plan(routine, settings or Settings(), Today()))


def choose(window: MainWindow, qtbot: QtBot, routine_id: str) -> None:
    page = window.home.routines
    with qtbot.waitSignal(page.filled):
        page.home.list.setCurrentIndex(page.home.model.index(page.home.model.row_of(routine_id)))


def start_button(window: MainWindow) -> QPushButton:
    buttons = window.home.routines.details.findChildren(QPushButton)
    return next(button for button in buttons if button.text() == "Start")


def test_the_first_session_is_chosen_at_the_first_start(open_window: OpenWindow) -> None:
    window = open_window()
    assert window.home.routines.chosen == "first-session"
    assert start_button(window).isEnabled()
    assert "Glute bridge" in texts(window)


def test_a_row_says_minutes_equipment_and_when_it_was_done(world: World) -> None:
    last = {"first-session": world.ago(1), "under-active-glutes": world.ago(40)}
    listings = world.library.listings(Settings())
    made = routine_rows(listings, last, world.clock.utc_now(), {"under-active-glutes"})
    rows = [row.spoken for row in made]
    assert rows[0].startswith("Under-active glutes. Favourite. Lateral walk, Clam shell. ")
    assert rows[0].endswith("Loop band. Standing, lying. Beginner  ·  Last done 8 Feb 2026")
    assert rows[1] == (
        "First session. Glute bridge, Clam shell, 2 more. 10 min  ·  No equipment. "
        "Lying, on hands and knees. First day  ·  Last done yesterday"
    )
    assert rows[-1].startswith("my-evening.toml. 3 mistakes in this file")


def test_a_file_with_mistakes_shows_them_and_cannot_be_started(
    open_window: OpenWindow, qtbot: QtBot, world: World
) -> None:
    window = open_window()
    choose(window, qtbot, BROKEN.id)
    shown = texts(window)
    for problem in BROKEN.problems:
        assert problem in shown
    assert not start_button(window).isEnabled()
    qtbot.keyClick(window.home.routines.home.list, Qt.Key.Key_Return)
    qtbot.mouseClick(start_button(window), Qt.MouseButton.LeftButton)
    assert world.players_made == 0


def test_the_place_of_a_broken_file_is_told(qtbot: QtBot) -> None:
    body = Mistakes(BROKEN.problems, BROKEN.path)
    qtbot.addWidget(body)
    assert BROKEN.path in texts(body).replace("\u200b", "")


def test_reload_reads_again_and_keeps_the_choice(
    open_window: OpenWindow, qtbot: QtBot, world: World
) -> None:
    window = open_window()
    choose(window, qtbot, "circuit")
    del world.library.by_id["first-session"]
    assert window.menus is not None
    window.menus.reload.trigger()
    assert window.home.routines.chosen == "circuit"
    assert window.home.routines.home.model.rowCount() == len(ROUTINES)


@pytest.mark.parametrize("way", ["enter", "click"])
def test_a_routine_is_opened_and_started(open_window: OpenWindow, qtbot: QtBot, way: str) -> None:
    window = open_window()
    asked: list[str] = []
    window.home.routines.start_asked.disconnect(window.host.start)
    window.home.routines.start_asked.connect(lambda routine_id, today: asked.append(routine_id))
    rows = window.home.routines.home.list
    assert not window.home.routines.details.isVisible()
    if way == "enter":
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    else:
        place = rows.visualRect(rows.currentIndex()).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.home.routines.details.isVisible()
    assert start_button(window).hasFocus(), "another Enter begins"
    qtbot.keyClick(start_button(window), Qt.Key.Key_Space)
    assert asked == ["first-session"]


def test_every_exercise_is_shown_with_its_dose(qtbot: QtBot) -> None:
    body = body_of(FIRST_SESSION)
    qtbot.addWidget(body)
    shown = texts(body)
    assert len(body.findChildren(ExerciseCard)) == len(FIRST_SESSION.entries)
    assert "2 × 8 reps, rest 45 s" in shown
    assert "Lift 2 s, hold 1 s, lower 2 s, pause 0.5 s" in shown
    assert "Starting dose chosen by us" in shown
    assert "every other day in the first week or two" in shown


def test_the_persons_own_dose_is_shown_as_such(qtbot: QtBot) -> None:
    settings = Settings(exercises={"glute-bridge": ExerciseSettings(sets=4)})
    body = body_of(FIRST_SESSION, settings)
    qtbot.addWidget(body)
    assert "4 × 8 reps" in texts(body)
    assert "Your own dose, in every routine" in texts(body)


def test_an_exercise_in_place_of_another_says_so(qtbot: QtBot) -> None:
    harder = replace(BRIDGE, harder=("bird-dog", "gone"))
    some = replace(FIRST_SESSION, entries=(dose(harder, 2),), alternatives={"bird-dog": BIRD_DOG})
    settings = Settings(exercises={"glute-bridge": ExerciseSettings(instead="bird-dog")})
    body = body_of(some, settings)
    qtbot.addWidget(body)
    assert "Bird dog" in texts(body)
    assert "Instead of Glute bridge (your setting)" in texts(body)
    assert "Your own dose" not in texts(body)
    gone = Settings(exercises={"glute-bridge": ExerciseSettings(instead="gone")})
    body = body_of(some, gone)
    qtbot.addWidget(body)
    assert "Glute bridge" in texts(body)
    assert "“gone”" in texts(body)


def test_set_up_and_faults_open_by_key(qtbot: QtBot) -> None:
    body = body_of(FIRST_SESSION)
    qtbot.addWidget(body)
    body.show()
    card = body.findChild(ExerciseCard)
    assert card is not None
    toggle = card.findChild(Disclosure)
    assert toggle is not None
    assert toggle.accessibleName() == "How to do Glute bridge"
    assert "Lie on your back" not in texts(card)
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert "Lie on your back" in texts(card)
    assert "The low back arches at the top" in texts(card)
    assert "Gabrielle McNair" in texts(card)


def test_markup_is_shown_as_it_is(qtbot: QtBot) -> None:
    body = body_of(STRANGE)
    qtbot.addWidget(body)
    labels = body.findChildren(QLabel)
    assert "<script>alert(1)</script>" in texts(body)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_trouble_is_told_with_its_cure(qtbot: QtBot) -> None:
    body = trouble_body(Trouble("It is too long", "reps", "Lower the reps"))
    qtbot.addWidget(body)
    assert "It is too long (reps).\nLower the reps." in texts(body)


def test_a_routine_that_cannot_be_planned_cannot_be_started(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    no_time = ExerciseSettings(lift_s=0.0, top_s=0.0, lower_s=0.0, pause_s=0.0)
    details = window.home.routines.details
    with qtbot.waitSignal(details.filled):
        window.preferences._loaded = Settings(exercises={"glute-bridge": no_time})
        details.refresh()
    assert not start_button(window).isEnabled()


def test_a_history_in_trouble_leaves_the_routines_usable(
    open_window: OpenWindow, world: World
) -> None:
    world.history.add(session(1, world.ago(1)))
    world.history.trouble = Trouble("The history cannot be read", "history.sqlite3", "Restart")
    window = open_window()
    assert window.home.notices is not None
    assert window.home.notices.isVisible()
    assert start_button(window).isEnabled()


def test_the_history_is_left_alone_until_the_window_is_painted(qtbot: QtBot, world: World) -> None:
    world.history.add(session(1, world.ago(1)))
    world.history.trouble = Trouble("The history was asked too early")
    window = MainWindow(world.services())
    qtbot.addWidget(window)
    assert window.home.notices is None
    world.history.trouble = None
    with qtbot.waitSignal(window.home.routines.filled):
        window.show()
    first = window.home.routines.home.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Last done yesterday" in first


def test_in_a_low_window_start_keeps_its_height(open_window: OpenWindow) -> None:
    window = open_window()
    window.resize(853, 533)
    for number in range(3):
        bar = QLabel(f"Notice {number}")
        bar.setFixedHeight(56)
        window.home.add_bar(bar)
    QApplication.processEvents()
    start = start_button(window)
    assert start.height() >= start.sizeHint().height()
