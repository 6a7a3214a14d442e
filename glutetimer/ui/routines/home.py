"""What is seen of all routines: the card of today, a search, and a card for each."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.ui.routines.card_list import CardDelegate, CardList
from glutetimer.ui.routines.model import RoutineModel, RoutineRow
from glutetimer.ui.routines.search_line import SearchLine
from glutetimer.ui.routines.today_card import TodayCard
from glutetimer.ui.style.theme import GUTTER_PX, Space
from glutetimer.ui.widgets.controls import spaced, text_label

WIDEST_SEARCH_PX = 440
_NOTHING = "There is no routine. New makes one; File > Import brings in those of other programs."


class RoutinesHome(QWidget):
    """Shows rows, and which of them is chosen; it knows no files and no history."""

    open_asked = Signal()
    """The person wants to look into the chosen routine."""

    star_asked = Signal()
    """The chosen routine is to be a favourite, or is not to be one any more."""

    choice_changed = Signal()
    first_painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[RoutineRow] = ()
        self._last_id = ""  # of the row that was chosen, while the search hides it
        self.model = RoutineModel()
        self.model.setParent(self)
        self.list = CardList(self)
        self.list.setModel(self.model)
        self._delegate = CardDelegate(self.list)
        self._delegate.first_painted.connect(self.first_painted)
        self.list.setItemDelegate(self._delegate)
        self.list.open_asked.connect(self.open_asked)
        self.list.star_asked.connect(self.star_asked)
        self.list.selectionModel().currentChanged.connect(self._tell_choice)
        self.today = TodayCard(self)
        self.search = SearchLine(self)
        self.search.textChanged.connect(self._search)
        self.search.left_down.connect(self._go_to_cards)
        self.search.returnPressed.connect(self._open_found)
        self.tools = QWidget(self)  # room for what can be done with routines
        self._nothing = text_label(look="muted", wraps=True)
        self._lay_out()
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        column = spaced(QVBoxLayout(self), Space.M)
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
        column.addWidget(self.list, 1)
        self._nothing.hide()

    def begin_with_today(self) -> None:
        """Let the keyboard begin with what is to be done today, if it is not elsewhere by now."""
        start = self.today.start_button
        if self.list.hasFocus() and start.isVisibleTo(self):
            start.setFocus()

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar between the card of today and the routines."""
        self._top.addWidget(bar)

    @property
    def row(self) -> RoutineRow | None:
        """The chosen routine; None if there is none."""
        return self.model.row_at(self.list.currentIndex())

    def show_rows(self, rows: Sequence[RoutineRow], first_id: str) -> None:
        """Show these instead; the chosen one stays if it is among them, else `first_id` is."""
        row = self.row
        chosen = row.listing.id if row else self._last_id or first_id
        self._rows = rows
        self._show_found(chosen)

    def change_rows(self, rows: Sequence[RoutineRow]) -> None:
        """Show the same routines in other words."""
        self._rows = rows
        self.model.change(self._found())

    def choose(self, routine_id: str) -> None:
        """Choose a routine; a search that hides it is cleared."""
        self.search.clear()
        self.list.setCurrentIndex(self.model.index(self.model.row_of(routine_id)))

    def choose_first(self) -> None:
        """Choose what stands first, so that it is seen."""
        self.list.setCurrentIndex(self.model.index(0))

    def id_of_path(self, path: str) -> str | None:
        """The id of the routine of a file; None if it is not listed."""
        return next((row.listing.id for row in self._rows if row.listing.path == path), None)

    @Slot()
    def _search(self) -> None:
        row = self.row
        self._show_found(row.listing.id if row else self._last_id)

    def _found(self) -> list[RoutineRow]:
        text = self.search.text()
        return [row for row in self._rows if row.is_found(text)]

    def _show_found(self, chosen: str) -> None:
        found = self._found()
        self.model.fill(found)
        self._last_id = chosen
        self._nothing.setVisible(not found)
        text = self.search.text().strip()
        self._nothing.setText(f"No routine has “{text}”." if self._rows else _NOTHING)
        self.list.setCurrentIndex(self.model.index(self.model.row_of(chosen)))
        if not found:
            self.choice_changed.emit()

    @Slot()
    def _go_to_cards(self) -> None:
        self.list.setFocus()

    @Slot()
    def _open_found(self) -> None:
        if self.search.text():
            self.open_asked.emit()

    @Slot(QModelIndex, QModelIndex)
    def _tell_choice(self, index: QModelIndex, before: QModelIndex) -> None:
        self.choice_changed.emit()
