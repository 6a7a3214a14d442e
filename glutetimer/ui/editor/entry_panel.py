"""The left side of the editor: the exercises in order, and what is done with them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from glutetimer.ui.editor.entry_list import EntryList, EntryModel, EntryRow
from glutetimer.ui.style.text_size import set_sizes
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button

WIDTH_PX = 346
_MORE = (
    ("Copy it", "Ctrl+D"),
    ("Circuit with the one above", "Ctrl+G"),
    ("No circuit any more", "Ctrl+Shift+G"),
    ("Work and rest in rounds…", "Ctrl+R"),
)


class EntryPanel(QFrame):
    """Asks for changes by signals; whoever has the draft shows the new rows."""

    add_asked = Signal()
    remove_asked = Signal()

    move_asked = Signal(int, int)
    """An exercise is to go to another place, counted without it."""

    chosen_changed = Signal()

    copy_asked = Signal()

    join_asked = Signal()
    """The chosen exercise and the one above it are to be a circuit."""

    ungroup_asked = Signal()
    """The circuit of the chosen exercise is to be none."""

    intervals_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        set_sizes(self, width_px=WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.S)
        self._rows: Sequence[EntryRow] = ()
        self._model = EntryModel()
        self._model.setParent(self)
        self._model.move_asked.connect(self.move_asked)
        self.list = EntryList()
        self.list.setModel(self._model)
        self.list.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.list.remove_pressed.connect(self.remove_asked)
        column.addWidget(self.list, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(Space.XS)
        column.addLayout(self._row)
        self.add_button = self._button("Add…", self.add_asked.emit, "Add an exercise (Ctrl+N)")
        self.remove_button = self._button("Remove", self.remove_asked.emit, "Take it out (Delete)")
        self._add_menu()
        self._row.addStretch(1)
        self.up_button = self._button("↑", self.move_up, "Move it up (Alt+Up)")
        self.down_button = self._button("↓", self.move_down, "Move it down (Alt+Down)")
        self.up_button.setAccessibleName("Move up")
        self.down_button.setAccessibleName("Move down")

    def _button(self, text: str, does: Callable[[], None], tip: str) -> QPushButton:
        button = push_button(text, "quiet", tip)
        button.clicked.connect(does)
        self._row.addWidget(button)
        return button

    def _add_menu(self) -> None:
        self.more_button = push_button("More", "quiet", "Copies, circuits and intervals")
        self._row.addWidget(self.more_button)
        self.copy, self.join, self.ungroup, self.intervals = (
            QAction(f"{text}\t{keys}", self) for text, keys in _MORE
        )
        self.copy.triggered.connect(self.copy_asked)
        self.join.triggered.connect(self.join_asked)
        self.ungroup.triggered.connect(self.ungroup_asked)
        self.intervals.triggered.connect(self.intervals_asked)
        menu = QMenu(self)
        menu.addActions([self.copy, self.join, self.ungroup, self.intervals])
        self.more_button.setMenu(menu)

    def add_keys(self, page: QWidget) -> None:
        """Let keys do the same wherever the keyboard is in a window."""
        for keys, does in (
            ("Ctrl+N", self.add_asked),
            ("Alt+Up", self.move_up),
            ("Alt+Down", self.move_down),
            ("Ctrl+D", self.copy.trigger),
            ("Ctrl+G", self.join.trigger),
            ("Ctrl+Shift+G", self.ungroup.trigger),
            ("Ctrl+R", self.intervals.trigger),
        ):
            QShortcut(QKeySequence(keys), page).activated.connect(does)

    @property
    def chosen(self) -> int:
        """The chosen exercise, from 0; -1 if there is none."""
        return self.list.currentIndex().row()

    def choose(self, number: int) -> None:
        """Choose an exercise, the last one if there are fewer."""
        number = min(max(number, 0), self._model.rowCount() - 1)
        self.list.setCurrentIndex(self._model.index(number))

    def show_rows(self, rows: Sequence[EntryRow]) -> None:
        """Show the exercises as they are now."""
        self._rows = rows
        self._model.fill(rows)
        self._show_buttons()

    @Slot()
    def move_up(self) -> None:
        """Ask for the chosen exercise to go up by one."""
        if self.chosen > 0:
            self.move_asked.emit(self.chosen, self.chosen - 1)

    @Slot()
    def move_down(self) -> None:
        """Ask for the chosen exercise to go down by one."""
        if 0 <= self.chosen < self._model.rowCount() - 1:
            self.move_asked.emit(self.chosen, self.chosen + 1)

    @Slot()
    def _tell_chosen(self) -> None:
        self._show_buttons()
        self.chosen_changed.emit()

    def _show_buttons(self) -> None:
        has_any, at = self.chosen >= 0, self.chosen
        self.remove_button.setEnabled(has_any)
        self.more_button.setEnabled(has_any)
        self.copy.setEnabled(has_any)
        self.intervals.setEnabled(has_any)
        rows = dict(enumerate(self._rows))
        own, above = (rows[one].circuit if one in rows else "" for one in (at, at - 1))
        self.ungroup.setEnabled(bool(own))
        self.join.setEnabled(at > 0 and (not own or own != above))
        self.up_button.setEnabled(self.chosen > 0)
        self.down_button.setEnabled(0 <= self.chosen < self._model.rowCount() - 1)
