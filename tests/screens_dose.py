"""Scenes of today's dose, and of an exercise in place of another: see tests/screens.py."""

from dataclasses import replace
from types import MappingProxyType

from glutetimer.core.settings import ExerciseSettings
from glutetimer.core.today import Today
from glutetimer.ui.routines.body import Changes
from glutetimer.ui.settings.dialog import SettingsDialog
from glutetimer.ui.widgets.fields import Disclosure
from tests.screens import Scene, Stage, settle


def _chosen(stage: Stage, routine_id: str, today: str, is_open: bool = False) -> None:
    """Choose a routine and a day as the person does."""
    stage.choose(routine_id)
    details = stage.window.home.routines.details
    control = details._head._control
    assert control is not None
    control.show_today(Today.parse(today), 20)
    control.chosen.emit()
    settle()
    changes = details.findChild(Changes)
    toggle = changes.findChild(Disclosure) if changes else None
    if is_open and toggle is not None:
        toggle.click()
    settle()


def _gentle(stage: Stage) -> None:
    _chosen(stage, "first-session", "gentle")


def _strong(stage: Stage) -> None:
    _chosen(stage, "ten-glute-exercises", "strong")


def _minutes(stage: Stage) -> None:
    _chosen(stage, "daily-glute-strength", "20 min", is_open=True)


def _too_few(stage: Stage) -> None:
    _chosen(stage, "daily-glute-strength", "5 min")


def _instead(stage: Stage) -> None:
    own = {
        "glute-bridge": ExerciseSettings(instead="single-leg-glute-bridge"),
        "bird-dog": ExerciseSettings(instead="gone"),
    }
    settings = replace(stage.world.store.settings, exercises=MappingProxyType(own))
    stage.world.store.settings = settings
    stage.choose("first-session")


def _instead_settings(stage: Stage) -> None:
    _instead(stage)
    dialog = stage.settings("Exercises")
    assert isinstance(dialog, SettingsDialog)
    bar = dialog.exercises.verticalScrollBar()
    bar.setValue(bar.maximum())


SCENES = (
    Scene("dose-gentle", _gentle),
    Scene("dose-strong", _strong),
    Scene("dose-minutes", _minutes),
    Scene("dose-too-few-minutes", _too_few),
    Scene("dose-instead", _instead),
    Scene("dose-instead-settings", _instead_settings),
)
