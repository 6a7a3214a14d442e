"""The overview: am I doing it, am I doing more, does it hurt less."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.ports import Services
from glutetimer.core.settings import Settings
from glutetimer.ui.history.empty import no_sessions


class Overview(QWidget):
    """Cards on what was done; empty until `refresh` is called."""

    trouble_met = Signal(Trouble)
    """The history could not be read."""

    day_chosen = Signal(date)
    """The person wants to see the sessions of a day."""

    def __init__(self, services: Services, settings: Settings) -> None:
        super().__init__()
        self._services = services
        self._settings = settings
        self._whole = QStackedWidget()
        self._whole.addWidget(no_sessions())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)

    @Slot()
    def refresh(self) -> None:
        """Read the history anew."""

    def set_settings(self, settings: Settings) -> None:
        """Measure the weeks by the goal of these settings."""
        self._settings = settings
