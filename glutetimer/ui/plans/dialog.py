"""All plans of a person: to look at, to begin a day of, and to follow."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.schedule.followed import FollowedPlan
from glutetimer.core.schedule.routine_plan import PlanListing
from glutetimer.core.today import Today
from glutetimer.ui.plans.details import PlanDetails
from glutetimer.ui.plans.models import PlanDelegate, PlanRow, plan_row
from glutetimer.ui.style.text_size import grown
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, spaced, text_label
from glutetimer.ui.widgets.notice_bar import UndoBar
from glutetimer.ui.widgets.row_list import RowList, list_card
from glutetimer.ui.widgets.row_model import RowModel

WIDTH_PX, HEIGHT_PX = 1040, 760
EMPTY_PX = (560, 190)
_NONE = (
    "There is no plan yet. A plan is a file that says which routine comes on which day: the "
    "manual (F1) shows how to write one. File > Import keeps the plans of other programs."
)


class PlansDialog(QDialog):
    """The plans on the left, the chosen one on the right.

    Whoever opens it carries out what is asked, and then calls `show_plans`.
    """

    start_asked = Signal(str, object)
    """Begin the routine with this id so (a Today); the dialog is closed by then."""

    follow_asked = Signal(str)
    """Follow the plan with this id from now on."""

    week_asked = Signal(int)
    """Go on from the first day of this week of the followed plan."""

    walk_told = Signal(int)
    """A walk of so many minutes has just ended."""

    stop_asked = Signal()
    undo_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Plans")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._followed: FollowedPlan | None = None
        self._plans: RowModel[PlanRow] = RowModel()
        self._plans.setParent(self)
        self.list = RowList("Plans")
        self.list.setModel(self._plans)
        self.list.setItemDelegate(PlanDelegate(self.list))
        self.list.selectionModel().currentChanged.connect(self._show)
        self.details = PlanDetails()
        self.details.start_asked.connect(self._start)
        self.details.follow_asked.connect(self.follow_asked)
        self.details.week_asked.connect(self.week_asked)
        self.details.walk_told.connect(self.walk_told)
        self.details.stop_asked.connect(self.stop_asked)
        self.undo_bar = UndoBar()
        self.undo_bar.undone.connect(self.undo_asked)
        self._nothing = text_label(_NONE, wraps=True)
        self._lay_out()

    def _lay_out(self) -> None:
        margins = (Space.XL, Space.L, Space.XL, Space.L)
        column = spaced(QVBoxLayout(self), Space.M, *margins)
        column.addWidget(self.undo_bar)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        row = spaced(QHBoxLayout(), Space.L)
        self._card = list_card(self.list)
        row.addWidget(self._card, 4)
        row.addWidget(self.details, 8)
        column.addLayout(row, 1)
        foot = spaced(QHBoxLayout(), Space.S)
        foot.addStretch(1)
        foot.addWidget(self.details.tools)
        self.close_button = push_button("Close")
        self.close_button.clicked.connect(self.reject)
        foot.addWidget(self.close_button)
        column.addLayout(foot)

    def show_plans(self, plans: Sequence[PlanListing], followed: FollowedPlan | None) -> None:
        """Show these; the chosen plan stays if it is still there, else the followed one is."""
        row = self._plans.row_at(self.list.currentIndex())
        followed_id = followed.id if followed else ""
        chosen = row.listing.id if row else followed_id
        self._followed = followed
        self._plans.fill([plan_row(one, one.id == followed_id) for one in plans])
        ids = [one.id for one in plans]
        place = ids.index(chosen) if chosen in ids else 0
        self.list.setCurrentIndex(self._plans.index(place))
        for part in (self._card, self.details, self.details.tools):
            part.setVisible(bool(plans))
        self._nothing.setVisible(not plans)
        if not self.isVisible():
            parent = self.parentWidget()
            assert parent is not None
            room = parent.window().size()
            width_px, height_px = (WIDTH_PX, HEIGHT_PX) if plans else EMPTY_PX
            self.resize(min(grown(width_px), room.width() - 24), min(height_px, room.height() - 32))
        self._show(self.list.currentIndex())

    @Slot(QModelIndex, QModelIndex)
    def _show(self, index: QModelIndex, before: QModelIndex | None = None) -> None:
        row = self._plans.row_at(index)
        if row is None:
            return
        self.details.show_plan(row.listing, self._followed if row.is_marked else None)

    @Slot(str, object)
    def _start(self, routine_id: str, today: Today) -> None:
        self.accept()
        self.start_asked.emit(routine_id, today)
