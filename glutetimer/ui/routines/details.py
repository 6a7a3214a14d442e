"""One routine, its exercises, and Start; in place of all routines while somebody looks into it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.library import RoutineLibrary
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.routines.head import RoutineHead
from glutetimer.ui.routines.model import RoutineRow
from glutetimer.ui.style.theme import GUTTER_PX, Space
from glutetimer.ui.widgets.controls import push_button, spaced
from glutetimer.ui.widgets.page_area import PageArea

if TYPE_CHECKING:
    from glutetimer.core.routine import Routine
    from glutetimer.core.today import Today
    from glutetimer.ui.routines.body import RoutineBodies


class RoutineDetails(QWidget):
    """The chosen routine: its head at once, its exercises as soon as the window is painted."""

    start_asked = Signal(str, object)
    """The person wants to begin the routine with this id, on such a day (Today, None: as usual)."""

    check_asked = Signal(str)
    """The person wants to see the mistakes of the file at this path, each with its line."""

    back_asked = Signal()
    star_asked = Signal()
    """The routine is to be a favourite, or is not to be one any more."""

    filled = Signal()
    """The exercises of the chosen routine (or what is wrong with it) are shown."""

    def __init__(self, library: RoutineLibrary, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self._preferences = preferences
        self._row: RoutineRow | None = None
        self._is_painted = False
        self._bodies: RoutineBodies | None = None
        self._routine: Routine | None = None
        self._first: QWidget | None = None
        self._today: dict[str, Today] = {}  # by routine; those that are not usual
        self._filled_id = ""
        column = spaced(QVBoxLayout(self), Space.M)
        self._top = spaced(QVBoxLayout(), Space.M, 0, 0, GUTTER_PX, 0)
        self._top.addLayout(self._make_bar())
        self._head = RoutineHead()
        self._head.start_clicked.connect(self.start)
        self._head.today_chosen.connect(self._take_today)
        self._top.addWidget(self._head)
        column.addLayout(self._top)
        self._area = PageArea("Exercises of the routine")
        # In a low window the head keeps its height: one can scroll here, but not there.
        self._area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column.addWidget(self._area, 1)
        self.setFocusProxy(self._area)
        self._filler = QTimer(self)
        self._filler.setSingleShot(True)
        self._filler.timeout.connect(self.fill)

    def _make_bar(self) -> QHBoxLayout:
        row = spaced(QHBoxLayout(), Space.S)
        back = push_button("← All routines", "quiet", "Back to all routines (Esc)")
        back.clicked.connect(self.back_asked)
        for keys in (Qt.Key.Key_Escape, "Alt+Left"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.back_asked)
        self.star_button = push_button("Favourite", "choice", "Favourites stand first")
        self.star_button.setCheckable(True)
        self.star_button.clicked.connect(self.star_asked)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.star_button)
        return row

    @property
    def routine(self) -> "Routine | None":
        """The routine whose exercises are shown; None while there are none."""
        return self._routine

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar below the head."""
        self._top.addWidget(bar)

    def show_first(self, first: QWidget | None) -> None:
        """Show something above the exercises, in place of the last; it goes when they go."""
        if self._first is not None:
            self._first.hide()
            self._first.deleteLater()
        self._first = first
        body = self._area.widget()
        column = body.layout() if body is not None else None
        if first is not None and self._row is not None and isinstance(column, QVBoxLayout):
            # What today changes stands with the control that changes it.
            column.insertWidget(int(self._row.listing.id in self._today), first)
            first.show()  # now, for the keyboard may go there at once

    def take_focus(self) -> None:
        """Let the keyboard begin with Start, else with what is wrong."""
        (self._head.start_button if self.can_start else self._area).setFocus()

    def set_today(self, today: "Today | None") -> None:
        """Show the chosen routine as it is on such a day; None or a usual one: as usual."""
        if self._row is None:
            return
        self._today.pop(self._row.listing.id, None)
        if today is not None and not today.is_usual:
            self._today[self._row.listing.id] = today
        self._head.show_facts(self._row.facts)
        self._filler.start(0)

    @property
    def can_start(self) -> bool:
        """Whether the chosen routine can be begun."""
        return self._head.can_start

    def refresh(self) -> None:
        """Show the doses that the settings now give."""
        self.show_row(self._row)

    def show_row(self, row: RoutineRow | None) -> None:
        """Show a routine: its head now, its exercises at the next turn of the event loop."""
        self._row = row
        self.star_button.setChecked(row is not None and row.is_favourite)
        self._head.show_row(row)
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
        if self._row is not None and self.can_start and self._head.is_today_right():
            routine_id = self._row.listing.id
            self.start_asked.emit(routine_id, self._today.get(routine_id))

    def forget_today(self) -> None:
        """Every routine is as usual again: a session is over."""
        if self._today:
            self._today.clear()
            self.show_row(self._row)

    @Slot()
    def fill(self) -> None:
        """Show the exercises, or the mistakes, of the chosen routine."""
        from glutetimer.core.today import Today
        from glutetimer.ui.routines.body import RoutineBodies, trouble_body
        from glutetimer.ui.widgets.mistakes import Mistakes

        row = self._row
        today = (self._today.get(row.listing.id) if row else None) or Today()
        self._routine = self._first = None  # what stood first goes with the old body
        self._head.show_today(row, today)
        if row is None:
            self._area.setWidget(QWidget())
        elif row.is_broken:
            faulty = Mistakes(row.listing.problems, row.listing.path)
            faulty.check_asked.connect(self.check_asked)
            self._area.setWidget(faulty)
        else:
            self._bodies = self._bodies or RoutineBodies(self)
            try:
                routine = self._library.routine(row.listing.id)
                body, total_s = self._bodies.make(routine, self._preferences.settings, today)
                self._routine = routine
            except Trouble as trouble:
                body = trouble_body(trouble)
            else:
                if not today.is_usual:
                    self._head.show_facts(f"Today {minutes_text(total_s)}  ·  usually {row.facts}")
            self._head.set_can_start(self._routine is not None)
            bar = self._area.verticalScrollBar()
            seen = bar.value() if self._filled_id == row.listing.id else 0
            self._area.setWidget(body)
            bar.setValue(seen)
        self._filled_id = row.listing.id if row else ""
        self.filled.emit()

    # Today's dose

    @Slot()
    def _take_today(self) -> None:
        today = self._head.today()
        if today is not None:
            self.set_today(today)
