"""The routines page: the list on the left, the chosen routine on the right."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.ports.services import Services
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.routines.details import RoutineDetails
from glutetimer.ui.routines.model import ROW_ROLE, RoutineModel, RoutineRow
from glutetimer.ui.style.theme import PLAN_STRIP_PX, Colors, Space
from glutetimer.ui.widgets.controls import spaced
from glutetimer.ui.widgets.notice_bar import telling
from glutetimer.ui.widgets.page_area import GUTTER_PX
from glutetimer.ui.widgets.row_delegate import Index, RowDelegate
from glutetimer.ui.widgets.row_list import RowList, list_card

if TYPE_CHECKING:
    from glutetimer.core.settings import Settings

FIRST_CHOICE = "first-session"
TOOLS_PX = 40


class RoutinesPage(QWidget):
    """Choose a routine, see what is in it, begin it; empty until `show_first` is called."""

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
        self._listed: Sequence[RoutineListing] = ()
        self._model = RoutineModel()
        self._model.setParent(self)
        self._list = _RoutineList("Routines")
        self._list.setModel(self._model)
        delegate = RoutineDelegate(self._list)
        self._list.setItemDelegate(delegate)
        self._list.start_pressed.connect(self.start)
        self._list.doubleClicked.connect(self.start)
        self._list.selectionModel().currentChanged.connect(self._show)
        self._details = RoutineDetails(services.library, preferences, self)
        self._details.start_asked.connect(self.start_asked)
        self._details.filled.connect(self._finish)
        self._details.check_asked.connect(self.check_asked)
        delegate.first_painted.connect(self._details.begin)
        self.tools = QWidget()  # room for what can be done with routines
        self.tools.setFixedHeight(TOOLS_PX)
        self._column = spaced(QVBoxLayout(self), Space.L)
        if preferences.are_read and self.settings.followed_plan:
            self._column.addSpacing(PLAN_STRIP_PX + Space.L)  # nothing moves when its strip comes
        row = spaced(QHBoxLayout(), Space.XL)
        self._column.addLayout(row, 1)
        row.addWidget(list_card(self._list, below=self.tools), 4)
        row.addWidget(self._details, 8)
        self.setFocusProxy(self._list)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar above list and details, once, in place of the room that was kept for it."""
        if self._column.count() > 1:
            self._column.takeAt(0)
        top = spaced(QVBoxLayout(), 0, 0, 0, GUTTER_PX, 0)
        top.addWidget(bar)
        self._column.insertLayout(0, top)

    @property
    def chosen(self) -> str:
        """The id of the chosen routine; empty if there is none."""
        return self.chosen_listing.id if self.chosen_listing else ""

    @property
    def chosen_listing(self) -> RoutineListing | None:
        """The chosen routine as it is listed; None if there is none."""
        row = self._model.row_at(self._list.currentIndex())
        return row.listing if row else None

    def choose(self, path: str) -> bool:
        """Choose the routine of a file; False if it is not listed."""
        row = self._model.row_of_path(path)
        if row is not None:
            self._list.setCurrentIndex(self._model.index(row))
        return row is not None

    @property
    def settings(self) -> "Settings":
        """The settings that the doses on the page come from."""
        return self._preferences.settings

    @property
    def details(self) -> RoutineDetails:
        """The right side: the chosen routine."""
        return self._details

    def take_settings(self) -> None:
        """Show minutes and doses as the settings now make them."""
        self._details.refresh()
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
        if not only_changed or listings is not self._listed:
            self._list_these(listings)

    def _listings(self) -> Sequence[RoutineListing]:
        with telling(self.trouble_met):
            return self._services.library.listings(self.settings)
        return ()

    def _list_these(self, listings: Sequence[RoutineListing]) -> None:
        self._listed = listings
        chosen = self.chosen or FIRST_CHOICE
        self._model.fill(listings, self._last_done(), self._now())
        self._list.setCurrentIndex(self._model.index(self._model.row_of(chosen)))
        self.choice_changed.emit()
        if not listings:
            self._details.begin()  # there is no row that could be painted first
        self.reloaded.emit()

    @Slot()
    def refresh_last_done(self) -> None:
        """Read again when each routine was last done."""
        self._model.set_last_done(self._last_done(), self._now())
        self.refreshed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Come back with what the history says now: another page may have changed it."""
        super().showEvent(event)
        if self._knows_history:
            self.refresh_last_done()

    @Slot()
    def start(self) -> None:
        """Begin the chosen routine, if it can be."""
        self._details.start()

    def forget_today(self) -> None:
        """Every routine is as usual again: a session is over."""
        self._details.forget_today()

    def _now(self) -> datetime:
        return self._services.clock.utc_now()

    @Slot()
    def _finish(self) -> None:
        """Look into settings and history once the window is painted; say that all is shown."""
        if not self._knows_history:
            self._knows_history = True
            self.reload(only_changed=True)  # the settings may not be as the last time
            self.refresh_last_done()
        self.filled.emit()

    def _last_done(self) -> Mapping[str, datetime]:
        if self._knows_history:
            with telling(self.trouble_met):
                return self._services.history.last_done()
        return {}

    @Slot(QModelIndex, QModelIndex)
    def _show(self, index: QModelIndex, before: QModelIndex) -> None:
        self._details.show_row(self._model.row_at(index))
        self.choice_changed.emit()


class _RoutineList(RowList):
    """A list in which Enter starts."""

    start_pressed = Signal()

    def key_pressed(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.start_pressed.emit()
            return True
        return False


class RoutineDelegate(RowDelegate):
    """Title, facts, and a third line with the last time and the source."""

    first_painted = Signal()

    def __init__(self, rows: RowList) -> None:
        super().__init__(94, rows)
        self._was_painted = False

    def paint_text(self, painter: QPainter, area: QRect, index: Index, colors: Colors) -> None:
        """Write the three lines."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, RoutineRow):
            return
        if not self._was_painted:
            self._was_painted = True
            self.first_painted.emit()
        third = "  ·  ".join(filter(None, (row.last_done, row.source)))
        self.write_lines(
            painter,
            area,
            (row.title, "title", colors.text),
            (row.facts, "body", colors.danger if row.is_broken else colors.text),
            (third, "caption", colors.muted),
        )
