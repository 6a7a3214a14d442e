"""Begins to remind when any reminder is on; until then nothing of it is read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from glutetimer.core.ports.services import Services
from glutetimer.core.settings import Settings
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.window.file_opening import FileOpening
from glutetimer.ui.window.tabs import Tabs

if TYPE_CHECKING:
    from glutetimer.ui.window.reminder_watch import ReminderWatch

BEGIN_MS = 2000
"""So long after the window stands."""


class Reminding(QObject):
    """Lets the watch follow the settings; `watch` is None until any reminder was on."""

    def __init__(
        self,
        services: Services,
        preferences: Preferences,
        home: Tabs,
        opening: FileOpening,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._preferences = preferences
        self._home = home
        self._opening = opening
        self._window = window
        self.watch: ReminderWatch | None = None
        preferences.changed.connect(self.follow)
        QTimer.singleShot(BEGIN_MS, self.begin)

    @Slot()
    def begin(self) -> None:
        """Remind as the settings say from now on."""
        settings = self._preferences.settings
        if self.watch is None and (settings.remind or settings.squeezes):
            self._make_watch().begin(settings)

    @Slot(object)
    def follow(self, settings: Settings) -> None:
        """Remind as the person has chosen now."""
        watch = self.watch
        if watch is None and (settings.remind or settings.squeezes):
            watch = self._make_watch()
        if watch is not None:
            watch.follow(settings)

    def _make_watch(self) -> "ReminderWatch":
        from glutetimer.ui.window.reminder_watch import ReminderWatch

        self.watch = ReminderWatch(self._services, self._window)
        self.watch.open_asked.connect(self._opening.open)
        self.watch.notice_given.connect(self._home.notify)
        self.watch.trouble_met.connect(self._home.notify_trouble)
        self.watch.coming_told.connect(self._home.routines.home.today.show_reminder)
        return self.watch

    def set_in_session(self, is_running: bool) -> None:
        """Leave a session alone."""
        if self.watch is not None:
            self.watch.set_in_session(is_running)
