"""The settings as they stand in the dialog, before they are saved."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject, Signal

from glutetimer.core.settings import ExerciseSettings, Settings


class Draft(QObject):
    """Settings that change one field at a time."""

    changed = Signal()
    """A value is different now."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """The settings as they stand now."""
        return self._settings

    def set_value(self, name: str, value: Any) -> None:
        """Change a field."""
        self._take(replace(self._settings, **{name: value}))

    def set_exercise_value(self, exercise_id: str, name: str, value: Any) -> None:
        """Change a field of the person's own dose of an exercise; an empty dose is dropped."""
        own = replace(self._settings.for_exercise(exercise_id), **{name: value})
        doses = dict(self._settings.exercises)
        if own == ExerciseSettings():
            doses.pop(exercise_id, None)
        else:
            doses[exercise_id] = own
        self._take(replace(self._settings, exercises=MappingProxyType(doses)))

    def _take(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self.changed.emit()
