"""The right side of the plans: one plan with its notes and days, or what is wrong with it."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.schedule.followed import FollowedPlan
from glutetimer.core.schedule.plan_words import phase_lines, plan_facts
from glutetimer.core.schedule.routine_plan import PlanListing
from glutetimer.ui.plans.models import DayRow, PlanDelegate, day_rows
from glutetimer.ui.plans.place import PlanPlace
from glutetimer.ui.style.text_size import grown
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, spaced, text_label
from glutetimer.ui.widgets.mistakes import Mistakes
from glutetimer.ui.widgets.page_area import PageArea, page
from glutetimer.ui.widgets.row_list import RowList, list_card
from glutetimer.ui.widgets.row_model import RowModel
from glutetimer.ui.words import shortened

NOTES_MOST_PX, PLACE_MOST_PX, NOTE_MOST_PX = 132, 232, 66
TITLE_MOST = 100
ROW_HAS_ROOM_FOR = 60
"""Letters of a note; a longer one is shown below the days, too."""
WIDEST_PX = 16_777_215  # Qt's own most: as wide as there is room


class PlanDetails(QWidget):
    """A plan; its days can be begun, and it can be followed."""

    start_asked = Signal(str, object)
    """The person wants to begin the routine with this id so (a Today)."""

    follow_asked = Signal(str)
    """Follow the plan with this id from now on."""

    week_asked = Signal(int)
    """Go on from the first day of this week of the followed plan."""

    walk_told = Signal(int)
    """A walk of so many minutes has just ended."""

    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._listing: PlanListing | None = None
        self.place: PlanPlace | None = None
        self._days: RowModel[DayRow] = RowModel()
        self._days.setParent(self)
        column = spaced(QVBoxLayout(self), Space.M)
        self._title = text_label(look="title", wraps=True)
        self._facts = text_label(look="accent", wraps=True)
        self._notes = PageArea("Notes of the plan", Space.L)
        self.days = RowList("Days of the plan")
        self.days.setModel(self._days)
        self.days.setItemDelegate(PlanDelegate(self.days))
        self.days.enter_pressed.connect(self.start)
        self.days.doubleClicked.connect(self.start)
        self.days.selectionModel().currentChanged.connect(self._show_day)
        self._card = list_card(self.days)
        self._card.setMaximumWidth(WIDEST_PX)
        self._note = PageArea("Note of the day", Space.L)
        self._note.setMaximumHeight(grown(NOTE_MOST_PX))
        self._mistakes = PageArea("Mistakes of the plan", Space.L)
        for part in (self._title, self._facts, self._notes):
            column.addWidget(part)
        column.addWidget(self._card, 1)
        column.addWidget(self._note)
        column.addWidget(self._mistakes, 1)
        self.tools = self._make_tools()

    def _make_tools(self) -> QWidget:
        """What can be done with the plan; whoever shows it has room for it below."""
        made = QWidget()
        row = spaced(QHBoxLayout(made), Space.S)
        self.stop_button = push_button("Stop following", "quiet")
        self.again_button = push_button("", "quiet", "Count from the first day of this week anew")
        self.follow_button = push_button("Follow this plan", "", "The window says what is next")
        self.start_button = push_button("Start", "primary", "Start this day's routine (Enter)")
        self.stop_button.clicked.connect(self.stop_asked)
        self.again_button.clicked.connect(self._choose_week)
        self.follow_button.clicked.connect(self._follow)
        self.start_button.clicked.connect(self.start)
        for button in (self.stop_button, self.again_button, self.follow_button, self.start_button):
            row.addWidget(button)
        return made

    def show_plan(self, listing: PlanListing, followed: FollowedPlan | None) -> None:
        """Show a plan; `followed` is how it stands with it, None where it is not followed."""
        is_followed, standing = followed is not None, followed.standing if followed else None
        self._listing, plan = listing, listing.plan
        self._title.setText(shortened(listing.title, TITLE_MOST))
        source = f"  ·  {shortened(plan.source, TITLE_MOST)}" if plan and plan.source else ""
        self._facts.setText(f"{plan_facts(plan)}{source}" if plan else "")
        self._facts.setVisible(plan is not None)
        self._show_notes(followed)
        self._card.setVisible(plan is not None)
        self._mistakes.setVisible(plan is None)
        if plan is None:
            self._mistakes.setWidget(Mistakes(listing.problems, listing.path, can_open=False))
        self.follow_button.setVisible(plan is not None and not is_followed)
        self.again_button.setVisible(plan is not None and is_followed)
        self.stop_button.setVisible(is_followed)
        self.start_button.setVisible(plan is not None)
        rows = day_rows(plan, standing) if plan else []
        self._days.fill(rows)
        marked = next((number for number, row in enumerate(rows) if row.is_marked), 0)
        self.days.setCurrentIndex(self._days.index(marked))
        self.days.scrollTo(self._days.index(marked), RowList.ScrollHint.PositionAtCenter)
        self._show_day()

    def _show_notes(self, followed: FollowedPlan | None) -> None:
        """Where the person stands, then the notes; the phases of a plan not followed."""
        plan = self._listing.plan if self._listing else None
        made, column = page()
        self.place = PlanPlace(followed) if followed and followed.phase else None
        texts = [plan.notes] if plan and plan.notes else []
        if self.place is not None:
            self.place.week_asked.connect(self.week_asked)
            self.place.walk_told.connect(self.walk_told)
            column.addWidget(self.place)
        elif plan is not None:
            texts += ["\n".join(phase_lines(phase)) for phase in plan.phases]
        for text in texts:
            column.addWidget(text_label(text, "muted", wraps=True))
        column.addStretch(1)
        self._notes.setWidget(made)
        self._notes.setMaximumHeight(grown(PLACE_MOST_PX if self.place else NOTES_MOST_PX))
        self._notes.setVisible(bool(texts or self.place))

    @Slot()
    def start(self) -> None:
        """Begin the routine of the chosen day, if it has one."""
        row = self._days.row_at(self.days.currentIndex())
        if row is not None and not row.day.is_rest:
            self.start_asked.emit(row.day.routine_id, row.day.today)

    @Slot()
    def _follow(self) -> None:
        if self._listing is not None:
            self.follow_asked.emit(self._listing.id)

    @Slot()
    def _choose_week(self) -> None:
        row = self._days.row_at(self.days.currentIndex())
        self.week_asked.emit(max(1, row.day.week) if row is not None else 1)

    @Slot(QModelIndex, QModelIndex)
    def _show_day(
        self, index: QModelIndex | None = None, before: QModelIndex | None = None
    ) -> None:
        row = self._days.row_at(self.days.currentIndex())
        self.start_button.setEnabled(row is not None and not row.day.is_rest)
        week = row.day.week if row is not None else 0
        self.again_button.setText(f"Begin at week {week}" if week else "Begin again")
        note = row.day.note if row is not None else ""
        self._note.setVisible(len(note) > ROW_HAS_ROOM_FOR)
        self._note.setWidget(_words(note))


def _words(text: str) -> QWidget:
    made, column = page()
    column.addWidget(text_label(text, "muted", wraps=True))
    column.addStretch(1)
    return made
