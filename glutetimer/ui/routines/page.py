"""The routines page: what to do today, and all routines as cards; a routine when it is opened."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.ports.services import Services
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.routines.card_list import CardDelegate, CardList
from glutetimer.ui.routines.model import RoutineModel, RoutineRow, routine_rows
from glutetimer.ui.routines.search_line import SearchLine
from glutetimer.ui.routines.today_card import TodayCard
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import spaced, text_label
from glutetimer.ui.widgets.notice_bar import telling
from glutetimer.ui.widgets.page_area import GUTTER_PX

if TYPE_CHECKING:
    from glutetimer.core.settings import Settings
    from glutetimer.core.today import Today
    from glutetimer.ui.routines.card_pictures import CardPictures
    from glutetimer.ui.routines.details import RoutineDetails

FIRST_CHOICE = "first-session"
WIDEST_PX = 1720
"""Wider windows have air at the sides."""

WIDEST_DETAILS_PX, WIDEST_SEARCH_PX = 1080, 440
_NOTHING = "There is no routine. New makes one; File > Import brings in those of other programs."


class RoutinesPage(QWidget):
    """Choose a routine, look into it, begin it; empty until `show_first` is called.

    The details are made after the first painting; until then nobody asks for them.
    """

    start_asked = Signal(str, object)
    """The person wants to begin the routine with this id, on such a day (Today, None: as usual)."""

    filled = Signal()
    refreshed = Signal()

    reloaded = Signal()
    """The files were read again."""

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
        self._knows_history = False
        self._is_begun = False
        self._chosen = FIRST_CHOICE
        self.listings: Sequence[RoutineListing] = ()
        self._rows: Sequence[RoutineRow] = ()
        self._model = RoutineModel()
        self._model.setParent(self)
        self._list = CardList()
        self._list.setModel(self._model)
        self._delegate = CardDelegate(self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.open_asked.connect(self.open_chosen)
        self._list.star_asked.connect(self.toggle_favourite)
        self._list.selectionModel().currentChanged.connect(self._show)
        self._delegate.first_painted.connect(self._begin_soon)
        self.today = TodayCard()
        self.search = SearchLine()
        self.search.textChanged.connect(self._search)
        self.search.left_down.connect(self._go_to_cards)
        self.search.returnPressed.connect(self._open_found)
        self.tools = QWidget()  # room for what can be done with routines
        self._nothing = text_label(look="muted", wraps=True)
        self._lay_out()
        self.setFocusProxy(self._list)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        row = spaced(QHBoxLayout(self), 0)
        row.addStretch(1)
        row.addWidget(self._stack, 1000)
        row.addStretch(1)
        self._stack.setMaximumWidth(WIDEST_PX)
        self._home = QWidget()
        column = spaced(QVBoxLayout(self._home), Space.M)
        self._top = spaced(QVBoxLayout(), Space.M, 0, 0, GUTTER_PX, 0)
        self._top.addWidget(self.today)
        column.addLayout(self._top)
        bar = spaced(QHBoxLayout(), Space.S, 0, 0, GUTTER_PX, 0)
        self.search.setMaximumWidth(WIDEST_SEARCH_PX)
        bar.addWidget(self.search, 3)
        bar.addStretch(1)
        bar.addWidget(self.tools)
        column.addLayout(bar)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        self._nothing.hide()
        self._stack.addWidget(self._home)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar between the card of today and the routines."""
        self._top.addWidget(bar)

    @property
    def chosen(self) -> str:
        """The id of the chosen routine; empty if there is none."""
        return self.chosen_listing.id if self.chosen_listing else ""

    @property
    def chosen_listing(self) -> RoutineListing | None:
        """The chosen routine as it is listed; None if there is none."""
        row = self._row
        return row.listing if row else None

    @property
    def _row(self) -> RoutineRow | None:
        return self._model.row_at(self._list.currentIndex())

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
        made.setMaximumWidth(WIDEST_DETAILS_PX)
        self._details_place = QWidget()
        row = spaced(QHBoxLayout(self._details_place), 0)
        row.addStretch(1)
        row.addWidget(made, 1000)
        row.addStretch(1)
        self._stack.addWidget(self._details_place)
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
        self.search.clear()
        row = self._model.row_of_path(path)
        if row is not None:
            self.show_all()
            self._list.setCurrentIndex(self._model.index(row))
        return row is not None

    def open_routine(self, routine_id: str, today: "Today | None" = None) -> None:
        """Look into a routine, on such a day."""
        self.search.clear()
        self._list.setCurrentIndex(self._model.index(self._model.row_of(routine_id)))
        self.open_chosen()
        self.details.set_today(today)

    def begin_with_today(self) -> None:
        """Let the keyboard begin with what is to be done today, if it is not elsewhere by now."""
        if self._list.hasFocus() and self.today.start_button.isVisibleTo(self):
            self.today.start_button.setFocus()

    @Slot()
    def open_chosen(self) -> None:
        """Look into the chosen routine."""
        if self._row is not None and self._is_begun:
            self._stack.setCurrentWidget(self._details_place)
            self.setFocusProxy(self.details)
            self.details.take_focus()

    @Slot()
    def show_all(self) -> None:
        """Come back to all routines."""
        self._stack.setCurrentWidget(self._home)
        self.setFocusProxy(self._list)
        self._list.setFocus()

    @Slot()
    def toggle_favourite(self) -> None:
        """Let the chosen routine be a favourite, or not any more; that is kept at once."""
        listing = self.chosen_listing
        if listing is None:
            return
        others = tuple(one for one in self.settings.favourites if one != listing.id)
        is_one = len(others) < len(self.settings.favourites)
        favourites = others if is_one else (*others, listing.id)
        self._preferences.save(replace(self.settings, favourites=favourites))

    # Searching

    @Slot()
    def _search(self) -> None:
        chosen = self.chosen or self._chosen
        self._fill()
        self._choose_id(chosen)

    @Slot()
    def _go_to_cards(self) -> None:
        self._list.setFocus()

    @Slot()
    def _open_found(self) -> None:
        if self.search.text():
            self.open_chosen()

    # Filling

    def take_settings(self) -> None:
        """Show minutes, doses and favourites as the settings now make them."""
        if self._is_begun:
            self.details.refresh()
        self.reload()

    def show_first(self) -> None:
        """List the routines as they were the last time, until the window is painted.

        Where a file has changed since, or there was no last time, as `reload` does.
        """
        listings = self._services.library.last_listings()
        if listings is None:
            self.reload()
        else:
            self._list_these(listings)

    @Slot()
    def reload(self, only_changed: bool = False) -> None:
        """Read the routine files again; the choice stays if its file is still there.

        With `only_changed` nothing happens if the files are those that are shown.
        """
        listings = self._listings()
        if not only_changed or listings is not self.listings:
            self._list_these(listings)

    def _listings(self) -> Sequence[RoutineListing]:
        with telling(self.trouble_met):
            return self._services.library.listings(self.settings)
        return ()

    def _list_these(self, listings: Sequence[RoutineListing]) -> None:
        chosen = self.chosen or self._chosen
        self.listings = listings
        self._make_rows()
        self._fill()
        self._choose_id(chosen)
        self.choice_changed.emit()
        if not listings:
            self._begin_soon()  # there is no card that could be painted first
        self.reloaded.emit()

    def _make_rows(self) -> None:
        favourites = self.settings.favourites if self._preferences.are_read else ()
        self._rows = routine_rows(self.listings, self._last_done(), self._now(), favourites)

    def _fill(self) -> None:
        text = self.search.text()
        found = [row for row in self._rows if row.is_found(text)]
        self._model.fill(found)
        self._nothing.setVisible(not found)
        self._nothing.setText(f"No routine has “{text.strip()}”." if self._rows else _NOTHING)

    def _choose_id(self, routine_id: str) -> None:
        self._list.setCurrentIndex(self._model.index(self._model.row_of(routine_id)))
        if not self._model.rows:
            self._chosen = routine_id  # it is chosen again when something is found

    @Slot()
    def refresh_last_done(self) -> None:
        """Read again when each routine was last done."""
        self._make_rows()
        text = self.search.text()
        self._model.change([row for row in self._rows if row.is_found(text)])
        self.refreshed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Come back with what the history says now: another page may have changed it."""
        super().showEvent(event)
        if self._knows_history:
            self.refresh_last_done()

    @Slot()
    def start(self) -> None:
        """Begin the chosen routine, if it can be."""
        self.details.start()

    def forget_today(self) -> None:
        """Every routine is as usual again, and all of them are shown: a session is over."""
        self.details.forget_today()
        self.show_all()

    def _now(self) -> datetime:
        return self._services.clock.utc_now()

    @Slot()
    def _begin_soon(self) -> None:
        QTimer.singleShot(0, self._begin)

    @Slot()
    def _begin(self) -> None:
        """The window was painted for the first time: from now on routines may be read."""
        if not self._is_begun:
            self._is_begun = True
            self.details.show_row(self._row)
            self.details.begin()

    @Slot()
    def _finish(self) -> None:
        """Look into settings and history once the window is painted; say that all is shown."""
        if not self._knows_history:
            self._knows_history = True
            listings = self._listings()  # the settings may not be as the last time
            if listings is not self.listings or self.settings.favourites:
                self._list_these(listings)
            self._list.show_pictures(self.pictures)
            self.refresh_last_done()
        self.filled.emit()

    def _last_done(self) -> Mapping[str, datetime]:
        if self._knows_history:
            with telling(self.trouble_met):
                return self._services.history.last_done()
        return {}

    @Slot(QModelIndex, QModelIndex)
    def _show(self, index: QModelIndex, before: QModelIndex) -> None:
        if self._is_begun:
            self.details.show_row(self._model.row_at(index))
        self.choice_changed.emit()
