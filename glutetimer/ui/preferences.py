"""The person's settings while the window is open: read once, told of when they change."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.ports.settings import SettingsStore
from glutetimer.core.settings import Settings
from glutetimer.ui.style.application import apply_theme


class Preferences(QObject):
    """Has the settings as they are now, and the theme that goes with them.

    `notices` is what could not be read at the start.
    """

    changed = Signal(object)
    """The Settings as they are from now on."""

    trouble_met = Signal(Trouble)
    """The settings could not be saved; they count until the program ends."""

    def __init__(self, store: SettingsStore, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self.notices: tuple[Notice, ...]
        try:
            self._settings, notices = store.load()
            self.notices = tuple(notices)
        except Trouble as trouble:
            self._settings, self.notices = Settings(), (Notice(str(trouble)),)
        self._apply_theme()

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def save(self, settings: Settings) -> None:
        """Use these settings, and store them."""
        self.use(settings)
        try:
            self._store.save(settings)
        except Trouble as trouble:
            self.trouble_met.emit(trouble)

    @Slot(object)
    def use(self, settings: Settings) -> None:
        """Use settings that are stored already."""
        self._settings = settings
        self._apply_theme()
        self.changed.emit(settings)

    @Slot(bool)
    def ask_morning(self, is_wished: bool) -> None:
        """Ask how the back is on the next morning, or no more."""
        self.save(replace(self._settings, ask_morning=is_wished))

    def _apply_theme(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, self._settings.theme)
