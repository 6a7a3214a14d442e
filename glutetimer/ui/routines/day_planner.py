"""Keeps the card of today: what to do, by plan, pain, the week's goal and the days since."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from glutetimer.core.advice.weekly_pain import DAYS_COMPARED, is_rising
from glutetimer.core.counts import one_line
from glutetimer.core.errors import Trouble
from glutetimer.core.history.special_routines import SQUEEZES
from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.ports.services import Services
from glutetimer.core.progress.weeks import DAYS, trained
from glutetimer.core.schedule.daily import (
    DailyAdvice,
    DailyFacts,
    DayKind,
    LastSession,
    daily_advice,
)
from glutetimer.core.schedule.evidence import told_pain
from glutetimer.core.schedule.followed import FollowedPlan
from glutetimer.core.schedule.routine_plan import PlanDay
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.core.words.dose_changes import todays_plan
from glutetimer.ui.first_of_week import first_of_week
from glutetimer.ui.routines.page import FIRST_CHOICE, RoutinesPage
from glutetimer.ui.widgets.notice_bar import telling
from glutetimer.ui.words import at_place, equipment_text, shortened

TITLE_MOST, DAY_MOST, NOTE_MOST = 60, 30, 120
"""Letters that the card shows of a text."""

_ICONS = {DayKind.REST: "moon", DayKind.DONE: "check"}


class DayPlanner(QObject):
    """Asks the history when it, the files or the plan have changed, and when another day begins."""

    trouble_met = Signal(Trouble)

    def __init__(self, services: Services, page: RoutinesPage, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._page = page
        self._plan: FollowedPlan | None = None
        self._day = date.min
        self.advice: DailyAdvice | None = None
        page.home.today.start_asked.connect(self.start)
        page.home.today.look_asked.connect(self.look)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.applicationStateChanged.connect(self._look_at_day)

    @Slot(object)
    def take_plan(self, plan: FollowedPlan | None) -> None:
        """Show what is to be done today; `plan` is the one that is followed."""
        self._plan = _brief(plan)
        now = self._services.clock.utc_now().astimezone()
        self._day = now.date()
        listings = {one.id: one for one in self._page.listings if not one.problems}
        facts = self._facts(now, listings)
        self.advice = advice = daily_advice(facts)
        self._page.home.today.setVisible(advice is not None)
        if advice is None:
            return
        listing = listings.get(advice.routine_id)
        words = self._words_on(advice, listing) if listing else ""
        if plan is not None and plan.phase is not None and plan.phase.walks is not None:
            walks = f"{plan.walks} of {plan.phase.walks.days} walks in seven days"
            words = "  ·  ".join(filter(None, (words, walks)))
        self._page.home.today.show_advice(advice, words, facts.done, facts.goal)
        self._page.home.today.plans_button.setVisible(plan is not None and plan.is_going_on)
        if listing is None:
            self._page.home.today.picture.show_icon(_ICONS[advice.kind])
        else:
            self._page.home.today.picture.show_routine(listing, self._page.pictures)

    def _facts(self, now: datetime, listings: dict[str, RoutineListing]) -> DailyFacts:
        settings, today = self._page.settings, now.date()
        totals: Sequence[SessionTotals] = ()
        last: LastSession | None = None
        with telling(self.trouble_met):
            totals = trained(
                self._services.progress.totals(since=today - timedelta(days=DAYS_COMPARED))
            )
            last = self._last(totals) if totals else self._long_ago()
        week = first_of_week(today)
        return DailyFacts(
            today=today,
            titles={name: shortened(one.title, TITLE_MOST) for name, one in listings.items()},
            first_id=FIRST_CHOICE,
            goal=settings.weekly_goal,
            done=sum(one.day >= week for one in totals),
            left=DAYS - (today - week).days,
            last=last,
            is_pain_rising=is_rising(totals, today),
            plan=self._plan,
        )

    def _last(self, totals: Sequence[SessionTotals]) -> LastSession:
        """The last session; what is done in between is none of the day, unless it hurt."""
        phase = self._plan.phase if self._plan else None
        besides = phase.besides.id if phase and phase.besides else ""
        last = _last_of(totals[-1])
        if last.routine_id != besides or last.pain.is_too_much:
            return last
        others = [one for one in totals if one.routine_id != besides]
        return _last_of(others[-1]) if others else last

    def _long_ago(self) -> LastSession | None:
        """The last session, where it was before all that was looked at."""
        last_done = dict(self._services.history.last_done())
        last_done.pop(SQUEEZES, None)
        if not last_done:
            return None
        routine_id, at = max(last_done.items(), key=lambda one: one[1])
        day = at_place(at).date()
        found = trained(self._services.progress.totals(since=day))
        return _last_of(found[-1]) if found else LastSession(day, routine_id)

    def _words_on(self, advice: DailyAdvice, listing: RoutineListing) -> str:
        total_s = listing.total_s
        if not advice.today.is_usual:
            with telling(self.trouble_met):
                routine = self._services.library.routine(listing.id)
                timeline = todays_plan(routine, self._page.settings, advice.today).timeline
                total_s = timeline.total_s
        minutes = "" if total_s is None else minutes_text(total_s)
        return "  ·  ".join(
            filter(None, (minutes, listing.places, equipment_text(listing.equipment)))
        )

    @Slot()
    def start(self) -> None:
        """Begin what is to be done today."""
        if self.advice is not None and self.advice.routine_id:
            is_usual = self.advice.today.is_usual
            self._page.start_asked.emit(
                self.advice.routine_id, None if is_usual else self.advice.today
            )

    @Slot()
    def look(self) -> None:
        """Show the exercises of what is to be done today."""
        if self.advice is not None:
            self._page.open_routine(self.advice.routine_id, self.advice.today)

    @Slot(Qt.ApplicationState)
    def _look_at_day(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            return
        if self._services.clock.utc_now().astimezone().date() != self._day:
            self._page.refresh_last_done()  # and so comes the plan


def _brief(followed: FollowedPlan | None) -> FollowedPlan | None:
    """The same in as many letters as the card has room for; the dialog of plans has all."""
    if followed is None or followed.plan is None or followed.standing is None:
        return followed
    standing = followed.standing
    return replace(
        followed,
        plan=replace(followed.plan, title=shortened(followed.plan.title, TITLE_MOST)),
        standing=replace(
            standing, day=_brief_day(standing.day), session=_brief_day(standing.session)
        ),
    )


def _brief_day(day: PlanDay | None) -> PlanDay | None:
    if day is None:
        return None
    return replace(
        day,
        day=shortened(day.day, DAY_MOST),
        routine_title=shortened(day.routine_title, TITLE_MOST),
        note=shortened(one_line(day.note), NOTE_MOST),
    )


def _last_of(session: SessionTotals) -> LastSession:
    return LastSession(session.day, session.routine_id, told_pain(session))
