"""What the overview asks of the history: every question once, and no more of it than is shown."""

from collections.abc import Sequence
from datetime import date, timedelta

from glutetimer.core.history.totals import ExerciseTotals, SessionTotals
from glutetimer.core.ports.services import Services
from glutetimer.core.progress.days import YEAR_WEEKS, YearCalendar, year_calendar
from glutetimer.core.progress.measures import MEASURES_ID, Measures, measures_of
from glutetimer.core.progress.span import Span, since, within
from glutetimer.core.progress.weeks import Week, counted, week_start, weeks
from glutetimer.ui.history.overview.chart_period import LEAST_DAYS, ChartPeriod
from glutetimer.ui.words import local_day


class Records:
    """The rows of the history, kept until the object goes; every method may raise Trouble.

    The first question reads the year that the calendar shows; older rows are read when somebody
    asks for them.
    """

    def __init__(self, services: Services, first_weekday: int) -> None:
        self.first_weekday = first_weekday
        self.today = local_day(services.clock)
        self._history = services.history
        self._progress = services.progress
        self._year_first = week_start(self.today, first_weekday) - timedelta(weeks=YEAR_WEEKS - 1)
        self._year: Sequence[SessionTotals] | None = None
        self._all: Sequence[SessionTotals] | None = None
        self._exercises: dict[tuple[str, date | None], Sequence[ExerciseTotals]] = {}

    def year(self) -> Sequence[SessionTotals]:
        """The sessions of the last 53 weeks, oldest first."""
        if self._all is not None:
            return within(self._all, self._year_first)
        if self._year is None:
            self._year = self._progress.totals(self._year_first)
        return self._year

    def all(self) -> Sequence[SessionTotals]:
        """Every session, oldest first."""
        if self._all is None:
            self._all = self._progress.totals()
        return self._all

    def measures(self) -> Sequence[Measures]:
        """What was measured, oldest first."""
        found = reversed(self._history.sessions(MEASURES_ID))
        return [
            measures_of(one.ended_at or one.start.started_at, self._history.sets(one.id))
            for one in found
        ]

    def has_before(self, day: date) -> bool:
        """Whether any session began before a day."""
        return bool(self._history.sessions(until=day - timedelta(days=1), limit=1))

    def is_young(self) -> bool:
        """Whether all of it is of the last four weeks: a year or a month would be empty."""
        return not self.has_before(self.today - timedelta(days=LEAST_DAYS - 1))

    def weeks(self) -> Sequence[Week]:
        """The weeks up to now, of the last year."""
        return weeks(self.year(), self.today, self.first_weekday)

    def days_since_last(self) -> int | None:
        """Days since the last session with a set done; None if there was none."""
        done = counted(self.year()) or counted(self.all())
        return (self.today - done[-1].day).days if done else None

    def calendar(self, last_day: date) -> YearCalendar:
        """The year that ends on a day."""
        totals = self.year() if last_day == self.today else self.all()
        return year_calendar(totals, last_day, self.first_weekday)

    def period(self, span: Span) -> ChartPeriod:
        """The sessions of a span."""
        totals = self.all() if span is Span.ALL else within(self.year(), since(span, self.today))
        return ChartPeriod(span, self.today, self.first_weekday, totals)

    def exercises(self) -> Sequence[tuple[str, str]]:
        """(id, name) of every exercise that was done, by name."""
        return self._progress.exercises_done()

    def of_exercise(self, exercise_id: str, span: Span) -> Sequence[ExerciseTotals]:
        """The rows of an exercise within a span, oldest first."""
        question = exercise_id, since(span, self.today)
        if question not in self._exercises:
            self._exercises[question] = self._progress.exercise_totals(*question)
        return self._exercises[question]
