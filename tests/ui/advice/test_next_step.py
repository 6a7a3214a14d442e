"""The card of next steps: what it shows, and what the answers do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.history.totals import Answer
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.ui.routines.advice_card import NextStepCard
from glutetimer.ui.settings.dialog import PAGES, SettingsDialog
from glutetimer.ui.widgets.notice_bar import NoticeBar, UndoBar
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.advice.played import play
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import FIRST_SESSION, ROUTINES

KEY = "first-session/glute-bridge"
FULL_DISK = Trouble("The disk is full", "settings.toml", "Make room")


def card_of(window: MainWindow) -> NextStepCard | None:
    return next((c for c in window.findChildren(NextStepCard) if not c.isHidden()), None)


def shown(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def the_card(window: MainWindow) -> NextStepCard:
    card = card_of(window)
    assert card is not None
    return card


def undo_bar(window: MainWindow) -> UndoBar:
    return next(bar for bar in window.home.routines.details.findChildren(UndoBar))


@pytest.fixture
def good(world: World) -> World:
    """Two whole sessions of the first routine."""
    for days in (1, 3):
        play(world, FIRST_SESSION, days)
    return world


def press(qtbot: QtBot, window: MainWindow, button: QPushButton, fills: bool = False) -> None:
    if not fills:
        qtbot.keyClick(button, Qt.Key.Key_Space)
        return
    with qtbot.waitSignal(window.home.routines.filled):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_without_a_history_there_is_no_card(open_window: OpenWindow) -> None:
    assert card_of(open_window()) is None


def test_two_whole_sessions_suggest_a_rep_more(open_window: OpenWindow, good: World) -> None:
    words = shown(the_card(open_window()))

    assert "Glute bridge: 2 × 8 → 2 × 9 reps" in words
    assert "You did both sets of 8 in your last two full sessions, with pain at most 1." in words
    assert good.store.saved == []
    assert good.progress.given == []


def test_why_unfolds_the_rule_with_its_source(
    open_window: OpenWindow, qtbot: QtBot, good: World
) -> None:
    window = open_window()
    window.home.routines.open_chosen()
    card = the_card(window)
    row = card.rows[0]
    assert "2-for-2" not in shown(card)

    qtbot.keyClick(row.why_button, Qt.Key.Key_Space)

    assert "up to the top of the article's range" in shown(card)
    assert "(Baechle and Earle). (Editorial.)" in shown(card)
    assert "Your own dose changes, in this routine only." in shown(card)
    (why,) = [w for w in row.findChildren(QWidget) if w.property("look") == "inset"]
    assert why.isVisible()
    qtbot.keyClick(row.why_button, Qt.Key.Key_Space)
    assert not why.isVisible()


def test_taking_it_changes_the_settings_and_the_card(
    open_window: OpenWindow, qtbot: QtBot, good: World
) -> None:
    window = open_window()

    press(qtbot, window, the_card(window).rows[0].take_button, fills=True)

    assert good.store.settings.exercises == {KEY: ExerciseSettings(reps=9)}
    (said,) = good.progress.given
    assert (said.exercise_id, said.rule, said.answer) == ("glute-bridge", "more-reps", Answer.TAKEN)
    assert said.answered_at == good.clock.utc_now()
    words = shown(the_card(window))
    assert "Glute bridge" not in words
    assert "Clam shell" in words
    assert "2 × 9 reps" in shown(window.home.routines.details)
    assert "Taken: Glute bridge" in shown(undo_bar(window))
    assert window.focusWidget() is the_card(window).rows[0].why_button


def test_undo_gives_back_the_dose_and_the_suggestion(
    open_window: OpenWindow, qtbot: QtBot, good: World
) -> None:
    before = Settings(safety_read=True, exercises={KEY: ExerciseSettings(rest_s=20.0)})
    good.store.settings = before
    window = open_window()
    press(qtbot, window, the_card(window).rows[0].take_button, fills=True)
    assert good.store.settings.exercises == {KEY: ExerciseSettings(reps=9, rest_s=20.0)}

    undo = next(b for b in undo_bar(window).findChildren(QPushButton) if "Undo" in b.text())
    press(qtbot, window, undo, fills=True)

    assert dict(good.store.settings.exercises) == dict(before.exercises)
    assert good.progress.given == []
    assert "Glute bridge: 2 × 8 → 2 × 9 reps" in shown(the_card(window))
    assert undo_bar(window).isHidden()


@pytest.mark.parametrize(
    ("button", "answer"),
    [("later_button", Answer.DECLINED), ("never_button", Answer.NEVER)],
)
def test_an_answer_that_changes_nothing_can_be_undone(
    open_window: OpenWindow, qtbot: QtBot, good: World, button: str, answer: Answer
) -> None:
    window = open_window()

    press(qtbot, window, getattr(the_card(window).rows[0], button))

    assert [said.answer for said in good.progress.given] == [answer]
    assert good.store.saved == []
    assert "Glute bridge" not in shown(the_card(window))
    undo_bar(window).undone.emit()
    assert good.progress.given == []
    assert "Glute bridge" in shown(the_card(window))


def test_what_cannot_be_saved_has_not_changed(
    open_window: OpenWindow, qtbot: QtBot, good: World
) -> None:
    window = open_window()
    good.store.trouble = FULL_DISK

    press(qtbot, window, the_card(window).rows[0].take_button)

    notice = window.findChild(NoticeBar)
    assert notice is not None
    assert "The disk is full" in shown(notice)
    assert good.progress.given == []
    assert "2 × 8 → 2 × 9 reps" in shown(the_card(window))
    assert undo_bar(window).isHidden()


def test_a_history_with_trouble_is_told_and_survived(open_window: OpenWindow, good: World) -> None:
    window = open_window()
    good.progress.trouble = Trouble("The history cannot be read", "history.db", "Make a copy")

    window.home.routines.refresh_last_done()

    assert card_of(window) is None
    notice = window.findChild(NoticeBar)
    assert notice is not None
    assert "The history cannot be read" in shown(notice)


def test_the_card_follows_the_history(open_window: OpenWindow, good: World) -> None:
    window = open_window()
    assert "2 × 9 reps" in shown(the_card(window))

    play(good, FIRST_SESSION, 0.1, pain_after=8)
    window.home.routines.refresh_last_done()

    words = shown(the_card(window))
    assert "Pain was 8 of 10" in words
    assert "2 × 8 → 1 × 8 reps" in words


def test_the_undo_goes_with_its_routine(open_window: OpenWindow, qtbot: QtBot, good: World) -> None:
    window = open_window()
    press(qtbot, window, the_card(window).rows[0].later_button)
    assert not undo_bar(window).isHidden()

    page = window.home.routines
    with qtbot.waitSignal(page.filled):
        page.home.list.setCurrentIndex(
            page.home.model.index(page.home.model.row_of(ROUTINES[1].id))
        )

    assert undo_bar(window).isHidden()
    assert card_of(window) is None


def test_a_file_with_mistakes_has_no_next_step(
    open_window: OpenWindow, qtbot: QtBot, good: World
) -> None:
    window = open_window()
    page = window.home.routines
    with qtbot.waitSignal(page.filled):
        page.home.list.setCurrentIndex(page.home.model.index(page.home.model.rowCount() - 1))
    assert card_of(window) is None


def test_a_session_takes_the_undo_away(open_window: OpenWindow, qtbot: QtBot, good: World) -> None:
    window = open_window()
    press(qtbot, window, the_card(window).rows[0].later_button)

    window.host.start(FIRST_SESSION.id)

    assert undo_bar(window).isHidden()


def test_what_was_switched_off_can_be_allowed_again(
    open_window: OpenWindow, qtbot: QtBot, good: World
) -> None:
    window = open_window()
    press(qtbot, window, the_card(window).rows[0].never_button)
    window.open_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.open_page(PAGES.index("Progress"))
    assert "Glute bridge: a rep more" in shown(dialog.switched_off)

    qtbot.keyClick(dialog.switched_off.findChildren(QPushButton)[0], Qt.Key.Key_Space)

    assert good.progress.given == []
    assert "None." in shown(dialog.switched_off)
    dialog.reject()
    assert "Glute bridge" in shown(the_card(window))
    # It said that this will not be suggested again.
    assert undo_bar(window).isHidden()


def test_allowing_again_says_what_went_wrong(
    open_window: OpenWindow, qtbot: QtBot, good: World
) -> None:
    window = open_window()
    press(qtbot, window, the_card(window).rows[0].never_button)
    window.open_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.open_page(PAGES.index("Progress"))
    good.progress.trouble = FULL_DISK

    qtbot.keyClick(dialog.switched_off.findChildren(QPushButton)[0], Qt.Key.Key_Space)

    assert "The disk is full" in shown(dialog._notices)
    assert len(good.progress.given) == 1
    dialog.reject()
