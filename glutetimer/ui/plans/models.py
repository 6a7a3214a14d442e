"""Plans, and the days of one, as rows of lists, and how their rows are painted."""

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from glutetimer.core.counts import count_text, sentence
from glutetimer.core.schedule.following import PlanStanding
from glutetimer.core.schedule.plan_words import plan_facts
from glutetimer.core.schedule.routine_plan import PlanDay, PlanListing, RoutinePlan
from glutetimer.ui.style.theme import Colors
from glutetimer.ui.widgets.row_delegate import RowDelegate
from glutetimer.ui.widgets.row_list import RowList
from glutetimer.ui.widgets.row_model import ROW_ROLE, Index

ROW_PX = 72


class PlanRow(NamedTuple):
    """A plan file in the words of the list."""

    listing: PlanListing
    title: str
    facts: str
    is_marked: bool

    @property
    def is_wrong(self) -> bool:
        """Whether the file has mistakes."""
        return bool(self.listing.problems)

    @property
    def spoken(self) -> str:
        """Both lines."""
        return f"{self.title}. {self.facts}"


class DayRow(NamedTuple):
    """A day in the words of the list; the one that is next is marked."""

    day: PlanDay
    title: str
    facts: str
    is_marked: bool
    is_wrong: bool = False

    @property
    def spoken(self) -> str:
        """Both lines."""
        return ". ".join(filter(None, (self.title, self.facts)))


class PlanDelegate(RowDelegate):
    """Title, and a line below it."""

    def __init__(self, rows: RowList) -> None:
        super().__init__(ROW_PX, rows)

    def paint_text(self, painter: QPainter, area: QRect, index: Index, colors: Colors) -> None:
        """Write the two lines."""
        row = index.data(ROW_ROLE)
        if isinstance(row, PlanRow | DayRow):
            below = colors.muted
            if row.is_marked or row.is_wrong:
                below = colors.danger if row.is_wrong else colors.accent
            self.write_lines(
                painter, area, (row.title, "title", colors.text), (row.facts, "body", below)
            )


def plan_row(listing: PlanListing, is_followed: bool) -> PlanRow:
    """A plan file as a row."""
    if listing.plan is None:
        facts = f"{count_text(len(listing.problems), 'mistake')} in this file"
    else:
        facts = plan_facts(listing.plan)
    told = f"Followed  ·  {facts}" if is_followed else facts
    return PlanRow(listing, listing.title, told, is_followed)


def day_rows(plan: RoutinePlan, standing: PlanStanding | None) -> list[DayRow]:
    """The days of a plan in order; `standing` is where the person is who follows it."""
    days = plan.in_order()
    row = -1 if standing is None else standing.row
    return [_day_row(day, number - row if row >= 0 else 1) for number, day in enumerate(days)]


def _day_row(day: PlanDay, ahead: int) -> DayRow:
    """A day so many places ahead of what is next."""
    state = "Next" if ahead == 0 else ("Behind you" if ahead < 0 else "")
    title = sentence(f"{day.when}: {day.what}")
    return DayRow(day, title, "  ·  ".join(filter(None, (state, day.note))), ahead == 0)
