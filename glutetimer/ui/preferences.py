"""The person's settings while the window is open: read once, told of when they change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.ports.services import Services
from glutetimer.core.theme import Theme
from glutetimer.ui.style.application import apply_text_size, apply_theme

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
        if theme is not None:
            self._show(theme)
        else:
            self._apply(self.settings)

    @property
    def settings(self) -> "Settings":
        """The settings as they are now."""
        if self._loaded is None:
            self._loaded, self._notices = self._services.settings_store.load()
            self._apply(self._loaded)
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
        self._apply(settings)
        self.changed.emit(settings)

    @Slot(bool)
    def ask_morning(self, is_wished: bool) -> None:
        """Ask how the back is on the next morning, or no more."""
        from dataclasses import replace  # the start has no need of it

        self.save(replace(self.settings, ask_morning=is_wished))

    @Slot()
    def larger_text(self) -> None:
        """Make all text a step larger; at its largest it stays so."""
        self._step_text_size(1)

    @Slot()
    def smaller_text(self) -> None:
        """Make all text a step smaller; at its smallest it stays so."""
        self._step_text_size(-1)

    @Slot()
    def usual_text(self) -> None:
        """Let all text have its usual size."""
        self._step_text_size(0)

    def _step_text_size(self, steps: int) -> None:
        """Let text be so many steps larger; 0: as usual."""
        from dataclasses import replace  # the start has no need of these

        from glutetimer.core.settings import Settings, specs

        _, spec = specs(Settings)["text_size"]
        percent = self.settings.text_size + steps * spec.step if steps else Settings().text_size
        percent = round(min(spec.high, max(spec.low, percent)))
        self.save(replace(self.settings, text_size=percent))

    def _apply(self, settings: "Settings") -> None:
        self._show(settings.theme)
        apply_text_size(_application(), settings.text_size)

    def _show(self, theme: Theme) -> None:
        apply_theme(_application(), theme)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
