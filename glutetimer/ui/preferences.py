"""The person's settings while the window is open: read once, told of when they change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.ports.services import Services
from glutetimer.core.theme import Theme
from glutetimer.ui.style.application import apply_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glutetimer.core.settings import Settings


class Preferences(QObject):
    """Has the settings as they are now, and the theme that goes with them.

    They are read when they are first asked for: after the first painting of a window whose theme
    is known.
    """

    changed = Signal(object)
    """The Settings as they are from now on."""

    trouble_met = Signal(Trouble)
    """The settings could not be saved; they count until the program ends."""

    def __init__(self, services: Services, theme: Theme | None, parent: QObject) -> None:
        """`theme` is that of the last time, None if it is not known."""
        super().__init__(parent)
        self._services = services
        self._loaded: Settings | None = None
        self._notices: Sequence[Notice] = ()
        self._apply(theme or self.settings.theme)

    @property
    def settings(self) -> "Settings":
        """The settings as they are now."""
        if self._loaded is None:
            self._loaded, self._notices = self._services.settings_store.load()
            self._apply(self._loaded.theme)
        return self._loaded

    @property
    def are_read(self) -> bool:
        """Whether anybody has asked for the settings."""
        return self._loaded is not None

    def take_notices(self) -> "Sequence[Notice]":
        """What of the settings could not be read, once."""
        _, notices, self._notices = self.settings, self._notices, ()
        return notices

    def save(self, settings: "Settings") -> None:
        """Use these settings, and store them."""
        self.use(settings)
        try:
            self._services.settings_store.save(settings)
        except Trouble as trouble:
            self.trouble_met.emit(trouble)

    @Slot(object)
    def use(self, settings: "Settings") -> None:
        """Use settings that are stored already."""
        self._loaded = settings
        self._apply(settings.theme)
        self.changed.emit(settings)

    @Slot(bool)
    def ask_morning(self, is_wished: bool) -> None:
        """Ask how the back is on the next morning, or no more."""
        from dataclasses import replace  # the start has no need of it

        self.save(replace(self.settings, ask_morning=is_wished))

    def _apply(self, theme: Theme) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, theme)
