"""Scenes of the next step: see tests/screens.py."""

from dataclasses import replace
from types import MappingProxyType

from PySide6.QtWidgets import QPushButton

from glutetimer.core.history.totals import Answer, SuggestionAnswer
from glutetimer.core.settings import ExerciseSettings
from glutetimer.ui.routines.advice_card import NextStepCard, SuggestionRow
from tests.screens import Scene, Stage, settle
from tests.ui.advice.played import play


def _card(stage: Stage) -> NextStepCard:
    card = stage.window.findChild(NextStepCard)
    assert card is not None
    return card


def _up(stage: Stage) -> None:
    routine = stage.world.library.by_id["first-session"]
    for days in (1, 3):
        play(stage.world, routine, days)
    stage.choose("first-session")
    _card(stage)


def _why(stage: Stage) -> None:
    _up(stage)
    row = _card(stage).findChild(SuggestionRow)
    assert row is not None
    row.why_button.click()
    settle()


def _taken(stage: Stage) -> None:
    _up(stage)
    _card(stage).rows[0].take_button.click()
    settle()


def _back(stage: Stage) -> None:
    routine = stage.world.library.by_id["daily-glute-strength"]
    play(stage.world, routine, 1, pain_after=6, hurt={"single-leg-bridge": 7})
    stage.choose("daily-glute-strength")
    _card(stage)


def _break(stage: Stage) -> None:
    routine = stage.world.library.by_id["band-activation"]
    for days in (34, 36):
        play(stage.world, routine, days)
    stage.choose("band-activation")
    _card(stage)


def _harder(stage: Stage) -> None:
    own = {"glute-bridge": ExerciseSettings(sets=3, reps=12)}
    settings = replace(stage.world.store.settings, exercises=MappingProxyType(own))
    stage.world.store.settings = settings
    routine = stage.world.library.by_id["first-session"]
    for days in (1, 3, 5, 7):
        play(stage.world, routine, days, settings=settings, pain_after=0)
    stage.choose("first-session")
    row = _card(stage).findChild(SuggestionRow)
    assert row is not None
    row.why_button.click()
    settle()


def _closer(stage: Stage) -> None:
    _taken(stage)
    stage.settings("Exercises")


def _off(stage: Stage) -> None:
    at = stage.world.ago(2)
    for exercise_id, rule in (("clam-shell", "more-reps"), ("glute-bridge", "harder")):
        stage.world.progress.given.append(SuggestionAnswer(exercise_id, rule, Answer.NEVER, at))
    dialog = stage.settings("Progress")
    assert any("Allow" in button.text() for button in dialog.findChildren(QPushButton))


SCENES = (
    Scene("advice-up", _up),
    Scene("advice-why", _why),
    Scene("advice-taken", _taken),
    Scene("advice-back", _back),
    Scene("advice-break", _break),
    Scene("advice-harder", _harder),
    Scene("advice-off", _off),
    Scene("advice-closer", _closer),
)
