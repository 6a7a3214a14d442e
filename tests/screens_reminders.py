"""Pictures of the reminders: see tests/screens.py."""

from dataclasses import replace
from datetime import time

from PySide6.QtWidgets import QScrollArea

from glutetimer.core.settings import Weekday
from tests.screens import Scene, Stage, settle
from tests.screens_today import _settled, _train


def _on(stage: Stage) -> None:
    stage.world.store.settings = replace(
        stage.world.store.settings,
        remind=True,
        remind_at=time(19, 30),
        squeezes=True,
        squeeze_days=tuple(Weekday)[:4],
        remind_closed=True,
    )
    stage.world.reminders.timer = stage.world.store.settings


def _settings(stage: Stage) -> None:
    dialog = stage.settings("Reminders")
    for _ in range(5):
        settle()
    dialog.reminders.follow()


def _settings_on(stage: Stage) -> None:
    _on(stage)
    _settings(stage)


def _settings_end(stage: Stage) -> None:
    _on(stage)
    stage.world.reminders.has_timer = False
    _settings(stage)
    for area in stage.window.findChildren(QScrollArea):
        bar = area.verticalScrollBar()
        bar.setValue(bar.maximum())


def _today(stage: Stage) -> None:
    _on(stage)
    _train(stage)
    assert stage.window.reminding is not None
    stage.window.reminding.begin()
    _settled(stage)


def _history(stage: Stage) -> None:
    stage.fill_history()
    stage.window.home.show_history()


SCENES = (
    Scene("reminders-off", _settings),
    Scene("reminders-on", _settings_on),
    Scene("reminders-end", _settings_end),
    Scene("reminders-today", _today),
    Scene("reminders-history", _history),
)
