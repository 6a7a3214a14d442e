"""Pain and stopping: what is asked, and what the answers do."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from glutetimer.core.history.records import Outcome, Pain, SessionEnd
from glutetimer.core.keys.table import Action
from glutetimer.core.pain import words_hurt
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.events import PauseReason
from glutetimer.core.session.states import State
from glutetimer.ui.session.hurt_dialog import HurtAnswer, HurtDialog
from glutetimer.ui.session.keys import KEYS
from glutetimer.ui.session.panels import StopPanel
from glutetimer.ui.session.questions import LAST_SET_OVER, SET_OVER
from glutetimer.ui.session.view import GO_ON
from tests.ui.session.stage import Stage


@pytest.fixture
def hurt(stage: Stage) -> Stage:
    """In the second set of the bridge, where it hurts."""
    stage.start("first-session")
    stage.until(StepKind.REST)
    stage.until(StepKind.LIFT, 0.5, turn=3)
    stage.press(Action.HURT)
    return stage


def _dialog(stage: Stage) -> HurtDialog:
    panel = stage.page.questions.panel
    assert isinstance(panel, HurtDialog)
    return panel


def _answer(stage: Stage, answer: HurtAnswer) -> None:
    button = _dialog(stage).buttons.get(answer)
    assert button is not None
    button.click()


def test_the_session_waits_and_the_advice_is_read(hurt: Stage) -> None:
    place = hurt.coach.session.place
    assert (place.state, place.reason) == (State.PAUSED, PauseReason.HURT)
    assert "reason to stop" in words_hurt(None)
    assert any(label.text() == words_hurt(None) for label in _labels(_dialog(hurt)))


def test_pain_goes_to_the_set_that_it_ended(hurt: Stage, qtbot: QtBot) -> None:
    dialog = _dialog(hurt)
    dialog.words.setText("left of the spine")
    qtbot.keyClick(dialog, Qt.Key.Key_4)
    qtbot.keyClick(dialog, Qt.Key.Key_S)
    record = hurt.history.records[1][-1]
    assert record.result.outcome is Outcome.HURT
    assert record.pain == Pain("left of the spine", 4)


def test_quick_choices_and_words_go_together(hurt: Stage, qtbot: QtBot) -> None:
    dialog = _dialog(hurt)
    for chip in dialog.places:
        if chip.text() in ("Low back", "Other"):
            chip.click()
    dialog.words.setText("Left knee cap")
    dialog.scale.set_value(10)
    assert dialog.pain == Pain("low back, left knee cap", 10)


def test_a_pain_of_ten_is_typed_in_two_digits(hurt: Stage, qtbot: QtBot) -> None:
    dialog = _dialog(hurt)
    qtbot.keyClick(dialog, Qt.Key.Key_1)
    hurt.clock.advance(1.0)
    qtbot.keyClick(dialog, Qt.Key.Key_0)
    qtbot.keyClick(dialog, Qt.Key.Key_S)
    assert hurt.history.records[1][-1].pain == Pain("", 10)


def test_digits_in_the_words_are_words(hurt: Stage, qtbot: QtBot) -> None:
    dialog = _dialog(hurt)
    dialog.words.setFocus()
    qtbot.keyClicks(dialog.words, "L5 ess x")
    assert dialog.words.text() == "L5 ess x"
    assert dialog.scale.value() is None
    assert hurt.page.questions.panel is dialog


def test_nothing_answered_is_no_pain_record(hurt: Stage) -> None:
    _answer(hurt, HurtAnswer.SKIP_SET)
    assert hurt.history.records[1][-1].pain is None


def test_easier_swaps_the_exercise_and_waits(hurt: Stage, qtbot: QtBot) -> None:
    button = _dialog(hurt).buttons.get(HurtAnswer.EASIER)
    assert button is not None
    assert "Glute squeeze" in button.text()
    qtbot.keyClick(_dialog(hurt), Qt.Key.Key_E)
    assert hurt.page.questions.panel is None
    assert _state(hurt) is State.PAUSED
    assert "Glute squeeze" in hurt.page.view.cue.text()
    assert hurt.page.view.name.text() == "Next: Glute squeeze"
    qtbot.keyClick(hurt.page, Qt.Key.Key_Space)
    assert _state(hurt) is State.RUNNING
    hurt.until(StepKind.HOLD)
    assert hurt.page.view.name.text() == "Glute squeeze"


def test_an_easier_one_that_only_the_routine_holds_is_offered(stage: Stage, qtbot: QtBot) -> None:
    some = stage.library.routine("first-session")
    easier = replace(some.entries[0].exercise, id="glute-squeeze", name="My own squeeze")
    stage.start(replace(some, alternatives={easier.id: easier}))
    stage.until(StepKind.LIFT, 0.5)
    stage.press(Action.HURT)
    button = _dialog(stage).buttons.get(HurtAnswer.EASIER)
    assert button is not None
    assert "My own squeeze" in button.text()
    qtbot.keyClick(_dialog(stage), Qt.Key.Key_E)
    assert stage.page.view.name.text() == "Next: My own squeeze"


def test_escape_leaves_the_session_paused(hurt: Stage, qtbot: QtBot) -> None:
    _dialog(hurt).scale.set_value(2)
    qtbot.keyClick(_dialog(hurt), Qt.Key.Key_Escape)
    assert hurt.page.questions.panel is None
    assert _state(hurt) is State.PAUSED
    assert hurt.history.records[1][-1].pain == Pain("", 2)
    qtbot.keyClick(hurt.page, Qt.Key.Key_Space)
    assert hurt.coach.session.current_set.index == 2


def test_escape_says_that_the_set_is_over(hurt: Stage, qtbot: QtBot) -> None:
    assert any("Esc: answer later" in label.text() for label in _labels(_dialog(hurt)))
    qtbot.keyClick(_dialog(hurt), Qt.Key.Key_Escape)
    assert hurt.page.view.cue.text() == SET_OVER.replace(GO_ON, "Space")
    qtbot.keyClick(hurt.page, Qt.Key.Key_Space)
    assert hurt.page.view.cue.text() != SET_OVER


def test_escape_after_the_last_set_says_that_nothing_follows(stage: Stage, qtbot: QtBot) -> None:
    stage.start("desk-squeeze")
    stage.until(StepKind.HOLD, turn=2)
    stage.press(Action.HURT)
    qtbot.keyClick(_dialog(stage), Qt.Key.Key_Escape)
    assert stage.page.view.cue.text() == LAST_SET_OVER.replace(GO_ON, "Space")
    qtbot.keyClick(stage.page, Qt.Key.Key_Space)
    assert stage.page.end_page is not None


def test_escape_while_waiting_speaks_of_no_set(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    stage.until(StepKind.REST, 3.0)
    stage.press(Action.HURT)
    qtbot.keyClick(_dialog(stage), Qt.Key.Key_Escape)
    assert "Space when you are ready" in stage.page.view.cue.text()


@pytest.mark.parametrize(("digit", "is_too_much"), [("5", False), ("6", True), ("10", True)])
def test_ending_is_suggested_above_five(
    hurt: Stage, qtbot: QtBot, digit: str, is_too_much: bool
) -> None:
    dialog = _dialog(hurt)
    qtbot.keyClicks(dialog, digit)
    assert words_hurt(int(digit)) in {label.text() for label in _labels(dialog)}
    assert _suggested(dialog) == (HurtAnswer.STOP if is_too_much else HurtAnswer.EASIER)


def test_less_pain_takes_the_suggestion_back(hurt: Stage, qtbot: QtBot) -> None:
    dialog = _dialog(hurt)
    qtbot.keyClicks(dialog, "8")
    qtbot.keyClicks(dialog, "2")
    assert _suggested(dialog) is HurtAnswer.EASIER


def test_the_card_stays_within_a_small_page(hurt: Stage, qtbot: QtBot) -> None:
    hurt.page.resize(480, 520)
    dialog = _dialog(hurt)
    qtbot.keyClicks(dialog, "8")
    stop = dialog.buttons.get(HurtAnswer.STOP)
    assert stop is not None
    assert dialog.rect().contains(stop.mapTo(dialog, stop.rect().bottomRight()))


def _suggested(dialog: HurtDialog) -> HurtAnswer:
    offered = {answer: dialog.buttons.get(answer) for answer in HurtAnswer}
    (one,) = (a for a, b in offered.items() if b is not None and b.property("kind") == "primary")
    return one


def test_skipping_the_set_goes_on_at_once(hurt: Stage) -> None:
    _answer(hurt, HurtAnswer.SKIP_SET)
    assert _state(hurt) is State.RUNNING
    assert hurt.coach.session.current_set.index == 2


def test_skipping_the_exercise_leaves_its_other_sets_out(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 0.5, turn=3)
    stage.press(Action.HURT)
    _answer(stage, HurtAnswer.SKIP_EXERCISE)
    assert _state(stage) is State.RUNNING
    assert stage.page.view.name.text() == "Next: Clam shell"


def test_ending_the_session_leads_to_the_end_page(hurt: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(_dialog(hurt), Qt.Key.Key_Q)
    assert hurt.page.end_page is not None
    assert hurt.history.ends[1][0] is SessionEnd.STOPPED


def test_without_an_alternative_none_is_offered(stage: Stage, qtbot: QtBot) -> None:
    stage.start("desk-squeeze")
    stage.until(StepKind.HOLD)
    stage.press(Action.HURT)
    assert HurtAnswer.EASIER not in _dialog(stage).offered
    qtbot.keyClick(_dialog(stage), Qt.Key.Key_E)
    assert stage.page.questions.panel is not None


def test_pain_while_waiting_goes_on_with_the_wait(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.REST, 3.0)
    stage.press(Action.HURT)
    button = _dialog(stage).buttons.get(HurtAnswer.SKIP_SET)
    assert button is not None
    assert "Go on" in button.text()
    button.click()
    assert stage.step.kind is StepKind.REST
    assert _state(stage) is State.RUNNING


def test_the_keys_of_the_session_are_off_while_a_question_is_open(
    hurt: Stage, qtbot: QtBot
) -> None:
    actions = hurt.page.view.actions_table.by_action
    assert not any(actions[key.action].isEnabled() for key in KEYS)
    qtbot.keyClick(_dialog(hurt), Qt.Key.Key_Space)
    assert _state(hurt) is State.PAUSED


def test_the_last_set_skipped_ends_the_session(stage: Stage) -> None:
    stage.start("desk-squeeze")
    stage.until(StepKind.HOLD, turn=2)
    stage.press(Action.HURT)
    _answer(stage, HurtAnswer.SKIP_SET)
    assert stage.page.end_page is not None


# Stopping


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_not_stopping_goes_on_where_it_was(stage: Stage, qtbot: QtBot, key: Qt.Key) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 1.0, turn=3)
    before = stage.coach.session.place
    stage.press(Action.STOP)
    stage.clock.advance(20.0)
    qtbot.keyClick(_stop_panel(stage), key)
    after = stage.coach.session.place
    assert (after.state, after.step, after.elapsed_s) == (
        State.RUNNING,
        before.step,
        before.elapsed_s,
    )


def test_a_pause_from_before_the_question_stays(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    stage.press(Action.PAUSE)
    stage.press(Action.STOP)
    _stop_panel(stage).go_on.click()
    assert _state(stage) is State.PAUSED
    assert "Paused" in stage.page.view.cue.text()


@pytest.mark.parametrize(
    "answer",
    [
        lambda qtbot, panel: panel.stop.click(),
        lambda qtbot, panel: qtbot.keyClick(panel, Qt.Key.Key_Return),
    ],
)
def test_stopping_keeps_what_was_done(
    stage: Stage, qtbot: QtBot, answer: Callable[[QtBot, StopPanel], None]
) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 1.0, turn=3)
    stage.press(Action.STOP)
    answer(qtbot, _stop_panel(stage))
    assert stage.page.end_page is not None
    assert stage.history.ends[1][0] is SessionEnd.STOPPED
    assert stage.history.records[1][-1].result.outcome is Outcome.STOPPED


def _stop_panel(stage: Stage) -> StopPanel:
    panel = stage.page.questions.panel
    assert isinstance(panel, StopPanel)
    return panel


def _labels(dialog: HurtDialog) -> list[QLabel]:
    return dialog.findChildren(QLabel)


def _state(stage: Stage) -> State:
    return stage.coach.session.place.state


# Kept, and meant for one exercise


def test_the_answer_is_there_when_the_form_is_opened_again(hurt: Stage, qtbot: QtBot) -> None:
    """And is changed, not asked anew; nothing left of it takes it back."""
    dialog = _dialog(hurt)
    dialog.places[0].click()
    dialog.words.setText("left of the spine")
    qtbot.keyClick(dialog, Qt.Key.Key_7)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    hurt.press(Action.HURT)
    again = _dialog(hurt)
    assert again.pain == Pain("low back, left of the spine", 7)
    assert _suggested(again) is HurtAnswer.STOP
    qtbot.keyClick(again, Qt.Key.Key_3)
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    assert hurt.history.records[1][-1].pain == Pain("low back, left of the spine", 3)
    hurt.press(Action.HURT)
    last = _dialog(hurt)
    last.places[0].click()
    last.words.clear()
    last.scale.set_value(None)
    qtbot.keyClick(last, Qt.Key.Key_Escape)
    assert hurt.history.records[1][-1].pain is None
    assert len(hurt.history.records[1]) == 2


def _between_exercises(stage: Stage) -> HurtDialog:
    """In the rest after the bridge, before a clam shell that has an easier one."""
    some = stage.library.routine("first-session")
    clam = replace(some.entries[1].exercise, easier=("easy",))
    entries = (some.entries[0], replace(some.entries[1], exercise=clam))
    easy = replace(clam, id="easy", name="Easy shell", easier=())
    stage.start(replace(some, entries=entries, alternatives={"easy": easy}))
    stage.until_true(lambda: stage.coach.session.current_set.index == 2)
    stage.press(Action.HURT)
    return _dialog(stage)


def test_in_a_rest_the_exercise_just_done_is_meant(stage: Stage, qtbot: QtBot) -> None:
    """None of its sets is left: there is nothing to make easier, and nothing to skip."""
    dialog = _between_exercises(stage)
    assert dialog.offered == (HurtAnswer.SKIP_SET, HurtAnswer.STOP)
    qtbot.keyClick(dialog, Qt.Key.Key_4)
    qtbot.keyClick(dialog, Qt.Key.Key_S)
    (*_, last) = stage.history.records[1]
    assert (last.result.exercise_name, last.pain) == ("Glute bridge", Pain("", 4))
    assert last.result.outcome is Outcome.DONE


def test_the_next_one_can_be_meant_for_record_and_replacement(stage: Stage, qtbot: QtBot) -> None:
    dialog = _between_exercises(stage)
    dialog._which.button(1).click()
    easier = dialog.buttons.get(HurtAnswer.EASIER)
    assert easier is not None
    assert "Easy shell" in easier.text()
    assert "Clam shell" in (dialog.buttons.get(HurtAnswer.SKIP_EXERCISE) or easier).text()
    qtbot.keyClick(dialog, Qt.Key.Key_4)
    qtbot.keyClick(dialog, Qt.Key.Key_E)
    (*_, last) = stage.history.records[1]
    assert (last.result.exercise_name, last.pain) == ("Clam shell", Pain("", 4))
    assert (last.result.outcome, last.result.done.reps) == (Outcome.HURT, 0)
    assert stage.page.view.name.text() == "Next: Easy shell"


def test_pain_before_the_first_set_is_kept_with_it(stage: Stage, qtbot: QtBot) -> None:
    stage.start("first-session")
    stage.tick(2.0)
    stage.press(Action.HURT)
    qtbot.keyClick(_dialog(stage), Qt.Key.Key_6)
    qtbot.keyClick(_dialog(stage), Qt.Key.Key_Escape)
    (record,) = stage.history.records[1]
    assert (record.result.exercise_name, record.pain) == ("Glute bridge", Pain("", 6))
    stage.press(Action.HURT)
    assert _dialog(stage).pain == Pain("", 6)
    qtbot.keyClick(_dialog(stage), Qt.Key.Key_S)
    assert len(stage.history.records[1]) == 1


@pytest.mark.parametrize("level", [None, "2"])
def test_pain_down_the_leg_is_a_reason_to_end(hurt: Stage, qtbot: QtBot, level: str | None) -> None:
    dialog = _dialog(hurt)
    if level:
        qtbot.keyClicks(dialog, level)
    assert dialog.safety.isHidden()
    next(chip for chip in dialog.places if chip.text() == "Leg").click()
    assert any("down the leg" in label.text() for label in _labels(dialog))
    assert _suggested(dialog) is HurtAnswer.STOP
    assert not dialog.safety.isHidden()


def test_what_hurt_is_not_offered_again(stage: Stage, qtbot: QtBot) -> None:
    """The squeeze in place of the bridge hurts, too: then there is nothing easier."""
    stage.start("first-session")
    stage.until(StepKind.LIFT, 0.5)
    stage.press(Action.HURT)
    qtbot.keyClick(_dialog(stage), Qt.Key.Key_E)
    qtbot.keyClick(stage.page, Qt.Key.Key_Space)
    stage.until(StepKind.HOLD)
    stage.press(Action.HURT)
    assert HurtAnswer.EASIER not in _dialog(stage).offered
