"""The routines page: what to do today, and all routines as cards; a routine when it is opened."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.ports.services import Services
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.routines.home import RoutinesHome
from glutetimer.ui.routines.listed import ListedRoutines
from glutetimer.ui.widgets.controls import spaced

if TYPE_CHECKING:
    from glutetimer.core.settings import Settings
    from glutetimer.core.today import Today
    from glutetimer.ui.routines.card_pictures import CardPictures
    from glutetimer.ui.routines.details import RoutineDetails

FIRST_CHOICE = "first-session"
WIDEST_PX = 1080
"""Of a routine that is looked into; wider windows have air at the sides."""


class RoutinesPage(QWidget):
    """Choose a routine, look into it, begin it; empty until `show_first` is called.

    `home` is seen at once; the details are made after the first painting.
    """

    start_asked = Signal(str, object)
    """The person wants to begin the routine with this id, on such a day (Today, None: as usual)."""

    filled = Signal()
    refreshed = Signal()

    reloaded = Signal()  # the files were read again

    trouble_met = Signal(Trouble)
    """Something could not be read; the page shows what it has."""

    check_asked = Signal(str)
    """The person wants to see the mistakes of the file at this path, each with its line."""

    choice_changed = Signal()
    """Another routine is chosen, or its file was read again."""

    def __init__(self, services: Services, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = preferences
        self._listed = ListedRoutines(services, preferences, self)
        self._listed.trouble_met.connect(self.trouble_met)
        self._is_begun = False
        # From the outside in: whatever is put into something later is styled once more.
        self._stack = QStackedWidget(self)
        spaced(QHBoxLayout(self), 0).addWidget(self._stack)
        self.home = RoutinesHome(self._stack)
        self._stack.addWidget(self.home)
        self.tools = self.home.tools  # room for what can be done with routines
        self.home.first_painted.connect(self._begin, Qt.ConnectionType.QueuedConnection)
        self.home.choice_changed.connect(self._show)
        self.home.open_asked.connect(self.open_chosen)
        self.home.star_asked.connect(self.toggle_favourite)
        self.setFocusProxy(self.home)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar between the card of today and the routines."""
        self.home.add_bar(bar)

    @property
    def chosen(self) -> str:
        """The id of the chosen routine; empty if there is none."""
        return self.chosen_listing.id if self.chosen_listing else ""

    @property
    def chosen_listing(self) -> RoutineListing | None:
        """The chosen routine as it is listed; None if there is none."""
        row = self.home.row
        return row.listing if row else None

    @property
    def listings(self) -> Sequence[RoutineListing]:
        """All routine files, as they were read last."""
        return self._listed.listings

    @property
    def settings(self) -> "Settings":
        """The settings that the doses on the page come from."""
        return self._preferences.settings

    @cached_property
    def details(self) -> "RoutineDetails":
        """The chosen routine, made when it is first asked for: after the first painting."""
        from glutetimer.ui.routines.details import RoutineDetails

        made = RoutineDetails(self._services.library, self._preferences, self)
        made.start_asked.connect(self.start_asked)
        made.filled.connect(self._finish)
        made.check_asked.connect(self.check_asked)
        made.back_asked.connect(self.show_all)
        made.star_asked.connect(self.toggle_favourite)
        made.setMaximumWidth(WIDEST_PX)
        place = QWidget()
        spaced(QHBoxLayout(place), 0).addWidget(made)
        self._stack.addWidget(place)
        return made

    @cached_property
    def pictures(self) -> "CardPictures":
        """The pictures of the cards."""
        from glutetimer.ui.routines.card_pictures import CardPictures

        made = CardPictures(self._services.library, self)
        self.reloaded.connect(made.forget)
        return made

    # Choosing and opening

    def choose(self, path: str) -> bool:
        """Choose the routine of a file; False if it is not listed."""
        routine_id = self.home.id_of_path(path)
        if routine_id is not None:
            self.home.choose(routine_id)
            self.show_all()
        return routine_id is not None

    def open_routine(self, routine_id: str, today: "Today") -> None:
        """Look into a routine, on such a day."""
        self.home.choose(routine_id)
        self.details.set_today(today)
        self.open_chosen()

    @Slot()
    def open_chosen(self) -> None:
        """Look into the chosen routine."""
        if self.home.row is not None and self._is_begun:
            self._stack.setCurrentIndex(1)
            self.setFocusProxy(self.details)
            self.details.take_focus()

    @Slot()
    def show_all(self) -> None:
        """Come back to all routines."""
        self._stack.setCurrentWidget(self.home)
        self.setFocusProxy(self.home)
        self.home.setFocus()

    @Slot()
    def toggle_favourite(self) -> None:
        """Let the chosen routine be a favourite, or not any more; that is kept at once."""
        self._listed.toggle_favourite(self.chosen)

    # Filling

    def take_settings(self) -> None:
        """Show minutes, doses and favourites as the settings now make them."""
        if self._is_begun:
            self.details.refresh()
        self.reload()

    def show_first(self) -> None:
        """List the routines as they were the last time, until the window is painted."""
        self._listed.read_last()
        self._show_listed()

    @Slot()
    def reload(self, only_changed: bool = False) -> None:
        """Read the routine files again; the choice stays if its file is still there.

        With `only_changed` nothing happens if the files are those that are shown.
        """
        if self._listed.read() or not only_changed:
            self._show_listed()

    def _show_listed(self) -> None:
        self.home.show_rows(self._listed.rows(), FIRST_CHOICE)
        self.choice_changed.emit()
        if not self.listings:
            QTimer.singleShot(0, self._begin)  # there is no card that could be painted first
        self.reloaded.emit()

    @Slot()
    def refresh_last_done(self) -> None:
        """Read again when each routine was last done."""
        self.home.change_rows(self._listed.rows())
        self.refreshed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Come back with what the history says now: another page may have changed it."""
        super().showEvent(event)
        if self._listed.knows_history:
            self.refresh_last_done()

    def forget_today(self) -> None:
        """Every routine is as usual again, and all of them are shown: a session is over."""
        self.details.forget_today()
        self.show_all()

    @Slot()
    def _begin(self) -> None:
        """The window was painted for the first time: from now on routines may be read."""
        if not self._is_begun:
            self._is_begun = True
            self.details.show_row(self.home.row)
            self.details.begin()

    @Slot()
    def _finish(self) -> None:
        """Look into settings and history once the window is painted; say that all is shown."""
        if not self._listed.knows_history:
            self._listed.knows_history = True
            if self._listed.read() or self.settings.favourites:  # they may not be as the last time
                self._show_listed()
                self.home.choose_first()
            self.home.list.show_pictures(self.pictures)
            self.refresh_last_done()
        self.filled.emit()

    @Slot()
    def _show(self) -> None:
        if self._is_begun:
            self.details.show_row(self.home.row)
        self.choice_changed.emit()
