"""The overview: am I doing it, am I doing more, does it hurt less."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.services import Services
from glutetimer.core.progress.measures import Measures
from glutetimer.core.progress.weeks import counted, streak
from glutetimer.core.settings import Settings
from glutetimer.ui.history.empty import no_sessions
from glutetimer.ui.history.overview.deck import ChartDeck
from glutetimer.ui.history.overview.first_card import FirstSessionsCard
from glutetimer.ui.history.overview.measures_card import MeasuresCard
from glutetimer.ui.history.overview.records import Records
from glutetimer.ui.history.overview.week_card import WeekCard
from glutetimer.ui.history.overview.year_card import YearCard
from glutetimer.ui.widgets.page_area import PageArea, page

CARDS, NOTHING = 0, 1


class Overview(QWidget):
    """Cards on what was done; empty until `refresh` is called."""

    trouble_met = Signal(Trouble)
    """The history could not be read."""

    day_chosen = Signal(date)
    """The person wants to see the sessions of a day."""

    def __init__(self, services: Services, settings: Settings) -> None:
        super().__init__()
        self._services = services
        self._goal = settings.weekly_goal
        self._first_weekday = QLocale().firstDayOfWeek().value
        self._records: Records | None = None
        self._measured: Sequence[Measures] = ()
        self._week = WeekCard()
        self._year = YearCard()
        self._year.day_chosen.connect(self.day_chosen)
        self._year.year_wanted.connect(self._show_year)
        self._first = FirstSessionsCard()
        self._first.day_chosen.connect(self.day_chosen)
        self.measures = MeasuresCard()
        self.measures.measure_asked.connect(self.measure)
        self._deck = ChartDeck(self._first_weekday)
        self._deck.trouble_met.connect(self.trouble_met)
        self._area = PageArea("Overview of the history")
        body, cards = page()
        for card in (self._week, self._first, self._year, self._deck, self.measures):
            cards.addWidget(card)
        cards.addStretch(1)
        self._area.setWidget(body)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._area)
        self._whole.addWidget(no_sessions())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)

    @Slot()
    def refresh(self) -> None:
        """Read the history anew; the charts follow once the rest is painted."""
        self.refresh_records()
        self._show()

    def refresh_records(self) -> None:
        """Forget what was read of the history; the next question reads anew."""
        self._records = Records(self._services, self._first_weekday)

    def set_settings(self, settings: Settings) -> None:
        """Measure the weeks by the goal of these settings."""
        if settings.weekly_goal != self._goal:
            self._goal = settings.weekly_goal
            self._show()

    @Slot()
    def measure(self) -> None:
        """Ask and measure what is due every four weeks."""
        from glutetimer.ui.history.measures_dialog import MeasuresDialog

        before = self._measured[-1] if self._measured else None
        dialog = MeasuresDialog(self._services.history, self._services.clock, before, self)
        dialog.kept.connect(self.refresh)
        dialog.open()

    def _show(self) -> None:
        if self._records is None:
            return
        try:
            days_since = self._records.days_since_last()
            self._whole.setCurrentIndex(NOTHING if days_since is None else CARDS)
            if days_since is None:
                return
            weeks, is_young = self._records.weeks(), self._records.is_young()
            self._measured = self._records.measures()
            self._first.show_sessions(counted(self._records.year()) if is_young else ())
        except Trouble as trouble:
            self.trouble_met.emit(trouble)
            return
        self._week.show_week(weeks[-1], self._goal, streak(weeks, self._goal), days_since)
        self._first.setVisible(is_young)
        self._year.setVisible(not is_young)
        self._show_year(self._records.today)
        self._deck.show_records(self._records, is_young)
        self.measures.show_measures(self._measured, self._records.today)

    @Slot(date)
    def _show_year(self, last_day: date) -> None:
        if self._records is None:
            return
        try:
            year = self._records.calendar(last_day)
            has_earlier = self._records.has_before(year.first_day)
        except Trouble as trouble:
            self.trouble_met.emit(trouble)
            return
        self._year.show_year(year, self._records.today, self._goal, has_earlier)
