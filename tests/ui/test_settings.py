"""The settings dialog: every field, reset, the live total, OK and Cancel."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from enum import StrEnum
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import OpenReps, Reps, Side
from glutetimer.core.notice import Notice
from glutetimer.core.ports.player import SoundStatus, Voice
from glutetimer.core.settings import ExerciseSettings, Section, Settings, Weekday, specs
from glutetimer.core.theme import Theme
from glutetimer.ui.settings.dialog import PAGES, SettingsDialog
from glutetimer.ui.settings.editors import ChoiceEditor
from glutetimer.ui.settings.rows import FieldRow
from glutetimer.ui.style.theme import DARK, LIGHT, current
from glutetimer.ui.widgets.leave_dialog import LeaveDialog
from glutetimer.ui.widgets.typed_field import NumberField
from tests.ui.fakes import World
from tests.ui.samples import BIRD_DOG, BRIDGE, CLAM, FIRST_SESSION, dose

OpenDialog = Callable[[], SettingsDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, world: World) -> OpenDialog:
    """Opens the settings for the first session."""

    def open_it() -> SettingsDialog:
        made = SettingsDialog(
            world.services(), world.store.settings, "first-session", world.make_player
        )
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(made)
        made.show()
        return made

    return open_it


@pytest.fixture
def dialog(open_dialog: OpenDialog) -> SettingsDialog:
    """The open dialog."""
    return open_dialog()


def rows(dialog: SettingsDialog) -> dict[str, FieldRow]:
    pages = (
        dialog.timing,
        dialog.voice,
        dialog.screen_fields,
        dialog.progress,
        dialog.reminders,
    )
    return {name: row for page in pages for name, row in page.rows.items()}


def choose(row: FieldRow, value: Any) -> None:
    """Do what the person's choice does."""
    row.editor.show_setting(value)
    row.editor.edited.emit()


def reset_button(row: FieldRow) -> QPushButton:
    return next(b for b in row.findChildren(QPushButton) if b.text() == "↺")


NUMBERS: dict[str, Any] = {
    "lift_s": 3.5,
    "top_s": 0.0,
    "lower_s": 4.0,
    "pause_s": 1.5,
    "hold_s": 40.0,
    "rest_s": 25.0,
    "rest_after_s": 90.0,
    "get_ready_s": 20.0,
    "switch_s": 8.0,
    "change_s": 0.0,
    "start_side": Side.RIGHT,
    "voice_on": False,
    "tell_reader": True,
    "text_size": 120,
    "voice": "en-gb",
    "voice_rate": 180,
    "voice_pitch": 70,
    "voice_volume": 40,
    "output_device": "Headphones",
    "tone_volume": 0,
    "sound_delay_ms": 250,
    "digit_size": 150,
    "reduced_motion": True,
    "say_less": False,
    "tell_why": True,
    "warm_up": True,
    "wind_down": True,
    "tap_anywhere": True,
    "weekly_goal": 5,
    "ask_pain_before": False,
    "ask_morning": True,
    "remind": True,
    "remind_days": (Weekday.TUESDAY, Weekday.SUNDAY),
    "remind_at": time(7, 30),
    "squeezes": True,
    "squeeze_every_min": 45,
    "squeeze_from": time(8, 0),
    "squeeze_until": time(20, 15),
    "squeeze_days": (Weekday.MONDAY,),
    "remind_closed": True,
}


def another(name: str) -> Any:
    """A value that is not the default."""
    kind = specs(Settings)[name][0].type
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return list(kind)[-1]
    return NUMBERS[name]


ELSEWHERE = (Section.SAFETY, Section.PLAN, Section.ROUTINES)
SHOWN = [name for name, (_, spec) in specs(Settings).items() if spec.section not in ELSEWHERE]


def test_every_setting_has_a_row(dialog: SettingsDialog) -> None:
    assert set(rows(dialog)) == set(SHOWN)
    assert set(dialog.exercises.rows) == set(specs(ExerciseSettings))


@pytest.mark.parametrize("name", SHOWN)
def test_every_setting_is_changed_and_reset(
    open_dialog: OpenDialog, world: World, name: str
) -> None:
    world.player.known_voices = [Voice("en-gb", "English", "en-gb")]
    world.player.known_outputs = ["Headphones"]
    dialog = open_dialog()
    dialog.open_page(PAGES.index("Voice"))
    row = rows(dialog)[name]
    default = getattr(Settings(), name)
    assert row.value() == default
    assert not reset_button(row).isEnabled()
    choose(row, another(name))
    assert getattr(dialog.settings(), name) == another(name)
    assert type(getattr(dialog.settings(), name)) is type(another(name))
    assert reset_button(row).isEnabled()
    row.reset()
    assert getattr(dialog.settings(), name) == default
    assert not reset_button(row).isEnabled()


@pytest.mark.parametrize("name", SHOWN)
def test_every_control_has_a_name_for_screen_readers(dialog: SettingsDialog, name: str) -> None:
    row = rows(dialog)[name]
    assert row.control.accessibleName() == specs(Settings)[name][1].label
    assert reset_button(row).accessibleName().startswith("Reset ")


def test_none_is_said_in_words(dialog: SettingsDialog, qtbot: QtBot) -> None:
    row = dialog.timing.rows["top_s"]
    assert row.value() is None
    qtbot.keyClick(row.control, Qt.Key.Key_Up)
    assert row.value() == 1.0
    qtbot.keyClick(row.control, Qt.Key.Key_Down)
    qtbot.keyClick(row.control, Qt.Key.Key_Down)
    assert row.value() == 0.0
    qtbot.keyClick(row.control, Qt.Key.Key_Down)
    assert row.value() is None


def test_the_length_of_the_routine_follows(dialog: SettingsDialog) -> None:
    assert dialog.total.text() == "First session: 10 min"
    choose(dialog.timing.rows["rest_s"], 600.0)
    assert dialog.total.text() == "First session: 28 min"


def test_trouble_is_shown_in_place_of_the_length(dialog: SettingsDialog) -> None:
    for name in ("lift_s", "top_s", "lower_s", "pause_s"):
        choose(dialog.timing.rows[name], 0.0)
    assert "would take 0 s" in dialog.total.text()
    choose(dialog.timing.rows["lift_s"], 2.0)
    assert dialog.total.text().startswith("First session: ")


def test_ok_saves(dialog: SettingsDialog, world: World) -> None:
    choose(dialog.timing.rows["hold_s"], 40.0)
    dialog.accept()
    assert world.store.settings.hold_s == 40.0
    assert world.store.settings.safety_read
    assert not dialog.isVisible()


def test_what_cannot_be_saved_keeps_the_dialog_open(dialog: SettingsDialog, world: World) -> None:
    world.store.trouble = Trouble("The disk is full", "settings.toml", "Make room")
    dialog.accept()
    assert dialog.isVisible()
    assert "The disk is full" in dialog._notices._text.text()
    world.store.trouble = None
    dialog.accept()
    assert not dialog.isVisible()


def test_cancel_takes_everything_back(
    dialog: SettingsDialog, world: World, qapp: QApplication
) -> None:
    choose(dialog.screen_fields.rows["theme"], Theme.DARK)
    assert current(qapp) == DARK
    press(dialog, "Cancel")
    assert current(qapp) == LIGHT
    assert world.store.saved == []
    assert not dialog.isVisible()


def press(window: QDialog, text: str) -> None:
    """Press the button with these words."""
    next(one for one in window.findChildren(QPushButton) if one.text() == text).click()


def asked(dialog: SettingsDialog) -> LeaveDialog:
    """The question before changes are given up."""
    [made] = [one for one in dialog.findChildren(LeaveDialog) if one.isVisible()]
    return made


@pytest.mark.parametrize("is_by_key", [True, False])
def test_without_changes_esc_and_the_frame_close_it(
    dialog: SettingsDialog, qtbot: QtBot, is_by_key: bool
) -> None:
    choose(dialog.voice.rows["voice_rate"], 200)
    dialog.voice.rows["voice_rate"].reset()
    if is_by_key:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert not dialog.isVisible()
    assert not dialog.findChildren(LeaveDialog)


@pytest.mark.parametrize("is_by_key", [True, False])
def test_with_changes_esc_and_the_frame_ask(
    dialog: SettingsDialog, world: World, qtbot: QtBot, is_by_key: bool
) -> None:
    choose(dialog.voice.rows["voice_rate"], 200)
    if is_by_key:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert dialog.isVisible()
    press(asked(dialog), "Go on editing")
    assert dialog.isVisible()
    dialog.reject()
    press(asked(dialog), "Save")
    assert not dialog.isVisible()
    assert [saved.voice_rate for saved in world.store.saved] == [200]


def test_changes_are_given_up_when_that_is_chosen(
    dialog: SettingsDialog, world: World, qapp: QApplication
) -> None:
    choose(dialog.screen_fields.rows["theme"], Theme.DARK)
    dialog.reject()
    press(asked(dialog), "Discard changes")
    assert not dialog.isVisible()
    assert current(qapp) == LIGHT
    assert world.store.saved == []


@pytest.mark.parametrize("typed", ["9", "nonsense"])
def test_what_is_being_typed_is_a_change(dialog: SettingsDialog, qtbot: QtBot, typed: str) -> None:
    dialog.open_page(PAGES.index("Timing"))
    dialog.activateWindow()
    row = dialog.timing.rows["lift_s"]
    row.control.setFocus()
    assert isinstance(row.editor, NumberField)
    row.editor.selectAll()
    qtbot.keyClicks(row.control, typed)
    dialog.reject()
    assert asked(dialog).isVisible()


def test_it_opens_with_the_voice_and_the_voice_stands_first(dialog: SettingsDialog) -> None:
    assert dialog._pages.currentWidget() is dialog.voice
    assert next(iter(dialog.voice.rows)) == "voice"


def test_an_exercise_gets_a_dose_of_its_own(dialog: SettingsDialog) -> None:
    page = dialog.exercises
    page.choose("clam-shell")
    choose(page.rows["sets"], 3)
    choose(page.rows["reps"], 12)
    assert dialog.settings().for_exercise("clam-shell") == ExerciseSettings(sets=3, reps=12)
    assert dialog.settings().for_exercise("glute-bridge") == ExerciseSettings()
    page.choose("glute-bridge")
    assert page.rows["sets"].value() is None
    page.choose("clam-shell")
    assert page.rows["sets"].value() == 3


def test_an_easier_or_harder_exercise_can_take_its_place(
    open_dialog: OpenDialog, world: World
) -> None:
    harder = replace(CLAM, harder=("bird-dog", "no-such"), easier=("glute-bridge",))
    entries = (dose(harder), dose(BRIDGE), dose(BIRD_DOG))
    world.library.by_id = {"first-session": replace(FIRST_SESSION, entries=entries)}
    dialog = open_dialog()
    page = dialog.exercises
    page.choose("clam-shell")
    row = page.rows["instead"]
    assert isinstance(row.control, QComboBox)
    names = [row.control.itemText(n) for n in range(row.control.count())]
    assert names == ["Clam shell itself", "Glute bridge (easier)", "Bird dog (harder)"]
    choose(row, "bird-dog")
    assert dialog.settings().for_exercise("clam-shell").instead == "bird-dog"
    page.choose("bird-dog")
    assert not row.isEnabled()  # it names none
    page.choose("clam-shell")
    assert row.value() == "bird-dog"
    row.reset()
    assert dialog.settings().for_exercise("clam-shell") == ExerciseSettings()


def test_a_dose_for_one_routine_stands_before_that_for_all(
    open_dialog: OpenDialog, world: World
) -> None:
    """It comes from the next step; here it is changed, and taken back."""
    key = "first-session/glute-bridge"
    far = "elsewhere/glute-bridge"
    doses = {key: ExerciseSettings(reps=9), far: ExerciseSettings(sets=1)}
    world.store.settings = Settings(safety_read=True, exercises=doses)
    dialog = open_dialog()
    page = dialog.exercises
    names = [page._choice.itemText(n) for n in range(3)]
    assert names == [
        "Glute bridge, only in First session",
        "Glute bridge, only in elsewhere",
        "Glute bridge, in every routine",
    ]
    page.choose("glute-bridge")
    assert page.rows["reps"].value() is None
    page.choose(key)
    assert page.rows["reps"].value() == 9
    choose(page.rows["reps"], 11)
    assert dialog.settings().exercises == doses | {key: ExerciseSettings(reps=11)}
    row = page.rows["instead"]
    assert isinstance(row.control, QComboBox)
    shown = [row.control.itemText(n) for n in range(2)]
    assert shown == ["As in every routine", "Glute bridge itself"]
    page.rows["reps"].reset()
    assert dict(dialog.settings().exercises) == {far: ExerciseSettings(sets=1)}


def test_a_dose_is_for_the_routine_it_is_set_from_unless_every_one_is_chosen(
    dialog: SettingsDialog,
) -> None:
    """Another routine with the same exercise, a physiotherapist's, stays as it is."""
    page = dialog.exercises
    assert page._choice.currentText() == "Glute bridge, only in First session"
    choose(page.rows["reps"], 12)
    key = "first-session/glute-bridge"
    assert dict(dialog.settings().exercises) == {key: ExerciseSettings(reps=12)}
    page.choose("glute-bridge")
    choose(page.rows["sets"], 3)
    page.choose(key)
    assert page.rows["sets"]._hint.text() == "Your own in every routine: 3"


def test_an_exercise_that_comes_more_than_once_shows_all_its_amounts(
    open_dialog: OpenDialog, world: World
) -> None:
    """The number is that of the first; what is open-ended stays so."""
    entries = (dose(CLAM, amount=Reps(8, 8)), dose(CLAM, amount=Reps(6, 6)))
    open_ended = dose(BRIDGE, amount=OpenReps())
    world.library.by_id = {"first-session": replace(FIRST_SESSION, entries=(*entries, open_ended))}
    dialog = open_dialog()
    page = dialog.exercises
    page.choose("first-session/clam-shell")
    assert page.rows["reps"]._hint.text() == "This routine: 8 reps, 6 reps"
    page.choose("first-session/glute-bridge")
    assert not page.rows["reps"].isEnabled()
    assert page.rows["reps"]._hint.text().endswith("as many reps as you like; that stays")


def test_an_alternative_that_is_gone_stays_chosen_and_is_named(
    open_dialog: OpenDialog, world: World
) -> None:
    world.store.settings = Settings(
        safety_read=True, exercises={"clam-shell": ExerciseSettings(instead="long-gone")}
    )
    dialog = open_dialog()
    dialog.exercises.choose("clam-shell")
    row = dialog.exercises.rows["instead"]
    assert row.isEnabled()
    assert row.value() == "long-gone"
    assert isinstance(row.control, QComboBox)
    assert "not there any more" in row.control.currentText()


def test_a_dose_that_is_reset_is_dropped(dialog: SettingsDialog) -> None:
    page = dialog.exercises
    page.choose("clam-shell")
    choose(page.rows["sets"], 3)
    page.rows["sets"].reset()
    assert dict(dialog.settings().exercises) == {}


def test_what_the_routine_says_stands_beside(dialog: SettingsDialog) -> None:
    page = dialog.exercises
    page.choose("glute-bridge")
    assert page.rows["reps"]._hint.text() == "This routine: 8 reps"
    assert page.rows["rest_s"]._hint.text() == "This routine: 45 s"
    page.choose("squat")
    assert page.rows["reps"]._hint.text() == "Usually: 10-12 reps"


def test_what_timing_says_counts_for_the_exercise(dialog: SettingsDialog) -> None:
    dialog._draft.set_value("lift_s", 3.0)
    dialog._draft.set_value("hold_s", 25.0)
    dialog.open_page(PAGES.index("Exercises"))
    page = dialog.exercises
    page.choose("glute-bridge")
    assert page.rows["lift_s"]._hint.text() == "Timing, for everything: 3 s"
    assert page.rows["lower_s"]._hint.text() == "This routine: 2 s"
    page.choose("hip-thrust-iso-hold")
    assert page.rows["hold_s"]._hint.text() == "Timing, for everything: 25 s"


def test_fields_that_make_no_sense_are_disabled(dialog: SettingsDialog) -> None:
    page = dialog.exercises
    page.choose("hip-thrust-iso-hold")
    assert page.rows["hold_s"].isEnabled()
    assert not page.rows["reps"].isEnabled()
    assert not page.rows["lift_s"].isEnabled()
    page.choose("glute-bridge")
    assert not page.rows["hold_s"].isEnabled()
    assert page.rows["lift_s"].isEnabled()


def test_the_player_is_made_once_when_the_voice_page_is_seen(
    dialog: SettingsDialog, world: World
) -> None:
    assert world.players_made == 1  # it is the first page
    dialog.open_page(PAGES.index("Data"))
    dialog.open_page(PAGES.index("Voice"))
    assert world.players_made == 1


def test_voices_that_come_late_are_offered(dialog: SettingsDialog, world: World) -> None:
    dialog.open_page(PAGES.index("Voice"))
    editor = dialog.voice.rows["voice"].editor
    assert isinstance(editor, ChoiceEditor)
    assert editor.values == [""]
    world.player.known_voices = [Voice("a", "Anna", "en-gb"), Voice("b", "Ben")]
    dialog.voice.look_for_voices()
    assert editor.values == ["", "a", "b"]
    assert editor.itemText(1) == "Anna, English (United Kingdom)"


def test_a_voice_that_is_gone_stays_chosen(open_dialog: OpenDialog, world: World) -> None:
    world.store.settings = Settings(voice="gone")
    world.player.known_voices = [Voice("a", "Anna")]
    dialog = open_dialog()
    dialog.open_page(PAGES.index("Voice"))
    assert dialog.voice.rows["voice"].value() == "gone"
    assert dialog.settings().voice == "gone"


def test_the_voice_is_tried_with_the_settings_as_they_stand(
    dialog: SettingsDialog, world: World, qtbot: QtBot
) -> None:
    dialog.open_page(PAGES.index("Voice"))
    choose(dialog.voice.rows["voice_rate"], 200)
    qtbot.mouseClick(dialog.voice._try, Qt.MouseButton.LeftButton)
    assert [settings.voice_rate for _, settings in world.player.tried] == [200]


def test_a_tone_tests_the_loudspeaker_that_is_chosen(
    open_dialog: OpenDialog, world: World, qtbot: QtBot
) -> None:
    world.player.known_outputs = ["Headphones", "Dock"]
    dialog = open_dialog()
    dialog.open_page(PAGES.index("Voice"))
    choose(dialog.voice.rows["output_device"], "Dock")
    qtbot.mouseClick(dialog.voice._test, Qt.MouseButton.LeftButton)
    assert [settings.output_device for settings in world.player.tested] == ["Dock"]


def test_engine_voice_and_device_are_named(open_dialog: OpenDialog, world: World) -> None:
    world.player.sound = SoundStatus("SAPI 5", "Zira (z)", "Dock of WASAPI", ("Piper: no",))
    world.player.known_voices = [Voice("z", "Zira", "en-us", has_pitch=False)]
    dialog = open_dialog()
    dialog.open_page(PAGES.index("Voice"))
    text = dialog.voice._status.text()
    assert all(words in text for words in ("SAPI 5", "Zira", "Dock of WASAPI", "Piper: no"))
    assert not dialog.voice.rows["voice_pitch"].isEnabled()


def test_what_the_player_has_to_say_is_shown(dialog: SettingsDialog, world: World) -> None:
    world.player.notices = [Notice("There is no voice.", "Install one.")]
    dialog.voice.look_for_voices()
    assert dialog.voice._trouble.text() == "There is no voice. Install one."
    world.player.settled = [Notice("There is no voice.", "Install one.")]
    dialog.voice.look_for_voices()
    assert dialog.voice._trouble.text() == ""


def test_nothing_looks_for_voices_when_the_page_is_left(dialog: SettingsDialog) -> None:
    dialog.open_page(PAGES.index("Voice"))
    assert dialog.voice._poll.isActive()
    dialog.open_page(PAGES.index("Data"))
    assert not dialog.voice._poll.isActive()


def test_the_pages_are_reached_by_key(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.nav.setFocus()
    qtbot.keyClick(dialog.nav, Qt.Key.Key_Down)
    assert dialog._pages.currentIndex() == 1


def test_enter_presses_the_button_that_has_the_focus(dialog: SettingsDialog, qtbot: QtBot) -> None:
    row = rows(dialog)["lift_s"]
    choose(row, 4.0)
    button = reset_button(row)
    button.setFocus()

    qtbot.keyClick(button, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert row.editor.setting() is None
    for other in dialog.findChildren(QPushButton):
        assert other.autoDefault(), other.text()


def type_into(row: FieldRow, qtbot: QtBot, text: str) -> None:
    """Type over a field, letter by letter, and go on by the tabulator."""
    control = row.control
    control.setFocus()
    assert isinstance(control, NumberField)
    control.selectAll()
    qtbot.keyClicks(control, text)
    control.commit()


def test_a_wrong_number_is_said_beside_its_field_and_never_saved(
    dialog: SettingsDialog, world: World, qtbot: QtBot
) -> None:
    row = rows(dialog)["lift_s"]
    type_into(row, qtbot, "2,5")
    assert dialog.settings().lift_s == 2.5
    type_into(row, qtbot, "1:30")
    hint = row._hint
    assert hint.text() == "Too much: from 0 to 30 s"
    assert hint.property("look") == "wrong"
    assert dialog.settings().lift_s == 2.5
    dialog.open_page(2)
    dialog.accept()
    assert dialog.isVisible(), "OK says why it cannot"
    assert world.store.settings.lift_s is None
    assert dialog.total.text() == "Lift: Too much: from 0 to 30 s"
    assert dialog.nav.currentIndex().row() == PAGES.index("Timing"), (
        "the page of the wrong field is shown"
    )
    reset_button(row).click()
    assert hint.text() == "Seconds of the effort phase of every rep"
    assert dialog.total.text().startswith("First session: ")
    dialog.accept()
    assert not dialog.isVisible()


def test_what_is_typed_when_ok_is_pressed_by_key_counts(
    dialog: SettingsDialog, world: World, qtbot: QtBot
) -> None:
    control = rows(dialog)["rest_s"].control
    assert isinstance(control, NumberField)
    control.setFocus()
    control.selectAll()
    qtbot.keyClicks(control, "1m30s")
    dialog.accept()  # as Ctrl+S does, with the focus in the field
    assert world.store.settings.rest_s == 90


def test_a_wrong_number_of_an_exercise_is_corrected_before_another_is_shown(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    dialog.open_page(1)
    row = dialog.exercises.rows["reps"]
    type_into(row, qtbot, "250")
    assert row._hint.text() == "Too much: from 1 to 100"
    assert not dialog.exercises._choice.isEnabled()
    dialog.open_page(0)
    dialog.open_page(1)
    assert row.mistake, "looking at another page keeps what was typed"
    type_into(row, qtbot, "25")
    assert dialog.exercises._choice.isEnabled()
    assert dialog.settings().for_exercise(dialog.exercises.exercise_id).reps == 25


def test_a_wrong_number_that_was_reset_is_said_no_more(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    """Also where the value never was another one: nothing of the settings changes then."""
    row = rows(dialog)["lift_s"]
    type_into(row, qtbot, "1:30")
    dialog.accept()
    assert dialog.total.text() == "Lift: Too much: from 0 to 30 s"
    reset_button(row).click()
    assert dialog.total.text().startswith("First session: ")
