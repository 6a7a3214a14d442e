"""The right side of the routines page: one routine, its exercises, and Start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.ports import RoutineLibrary
from glutetimer.core.settings import Settings
from glutetimer.ui.controls import push_button, set_look, text_label
from glutetimer.ui.page_area import GUTTER_PX, PageArea
from glutetimer.ui.routines.model import RoutineRow
from glutetimer.ui.theme import Space

if TYPE_CHECKING:
    from glutetimer.ui.figure.stills import Stills


class RoutineDetails(QWidget):
    """The chosen routine: its head at once, its exercises as soon as the window is painted."""

    start_asked = Signal(str)
    """The person wants to begin the routine with this id."""

    filled = Signal()
    """The exercises of the chosen routine (or what is wrong with it) are shown."""

    def __init__(self, library: RoutineLibrary, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self._settings = settings
        self._row: RoutineRow | None = None
        self._is_painted = False
        self._stills: Stills | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, GUTTER_PX, 0)
        head.addWidget(self._make_head())
        column.addLayout(head)
        self._area = PageArea("Exercises of the routine")
        column.addWidget(self._area, 1)
        self._filler = QTimer(self)
        self._filler.setSingleShot(True)
        self._filler.timeout.connect(self.fill)

    def _make_head(self) -> QWidget:
        head = QFrame()
        head.setProperty("look", "card")
        row = QHBoxLayout(head)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        row.setSpacing(Space.XL)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        self._title = text_label(look="title", wraps=True)
        self._facts = text_label(look="accent", wraps=True)
        self._source = text_label(look="muted", wraps=True)
        for label in (self._title, self._facts, self._source):
            words.addWidget(label)
        row.addLayout(words, 1)
        self._start = push_button("Start", "large", "Start this routine (Enter in the list)")
        self._start.setAutoDefault(True)
        self._start.setEnabled(False)
        self._start.clicked.connect(self.start)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._start)
        middle.addStretch(1)
        row.addLayout(middle)
        return head

    @property
    def can_start(self) -> bool:
        """Whether the chosen routine can be begun."""
        return self._start.isEnabled()

    def set_settings(self, settings: Settings) -> None:
        """Show the doses that these settings give."""
        self._settings = settings
        self.show_row(self._row)

    def show_row(self, row: RoutineRow | None) -> None:
        """Show a routine: its head now, its exercises at the next turn of the event loop."""
        self._row = row
        self._title.setText(row.title if row else "")
        self._facts.setText(row.facts if row else "")
        set_look(self._facts, "wrong" if row and row.is_broken else "accent")
        self._source.setText(row.source if row else "")
        self._source.setVisible(bool(row and row.source))
        self._start.setEnabled(row is not None and not row.is_broken)
        if self._is_painted:
            self._filler.start(0)

    @Slot()
    def begin(self) -> None:
        """The window was painted for the first time: from now on routines may be read."""
        if not self._is_painted:
            self._is_painted = True
            self._filler.start(0)

    @Slot()
    def start(self) -> None:
        """Ask for the session to begin, if the routine allows it."""
        if self._row is not None and self.can_start:
            self.start_asked.emit(self._row.listing.id)

    @Slot()
    def fill(self) -> None:
        """Show the exercises, or the mistakes, of the chosen routine."""
        # Reads and plans the routine: not wanted before the window is painted.
        from glutetimer.ui.figure.stills import Stills
        from glutetimer.ui.routines.body import mistakes, routine_body, trouble_body

        row = self._row
        if row is None:
            self._area.setWidget(QWidget())
        elif row.is_broken:
            self._area.setWidget(mistakes(row.listing))
        else:
            try:
                if self._stills is None:
                    self._stills = Stills(self)
                routine = self._library.routine(row.listing.id)
                body = routine_body(routine, self._settings, self._stills)
            except Trouble as trouble:
                self._start.setEnabled(False)
                body = trouble_body(trouble)
            self._area.setWidget(body)
        self.filled.emit()
