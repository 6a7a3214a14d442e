"""Puts a report together."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from glutetimer.core.counts import one_line
from glutetimer.core.history.counting import sets_planned
from glutetimer.core.history.totals import ProgressStore, SessionTotals
from glutetimer.core.ports.history import HistoryStore
from glutetimer.core.progress.measures import MEASURES_ID, change_words, lines_of, measures_of
from glutetimer.core.progress.span import weeks_within
from glutetimer.core.progress.weeks import DAYS, counted, trained, week_start, weeks
from glutetimer.core.report.doses import exercise_rows, last_tries, left_out
from glutetimer.core.report.pain import pain_course
from glutetimer.core.report.period import Period
from glutetimer.core.report.values import Adherence, DatedNote, Report, ReportedSession

MANY = 1000


class Gathering:
    """Reads the sessions of a period a few at a time, so that a long one keeps nobody waiting.

    Every method raises Trouble.
    """

    def __init__(self, history: HistoryStore, progress: ProgressStore, period: Period) -> None:
        summaries = history.sessions(since=period.since, until=period.until)
        self._notes = {summary.id: summary.review.note for summary in summaries}
        self._history = history
        self._totals = progress.totals(period.since, period.until)
        self._read: list[ReportedSession] = []

    @property
    def progress(self) -> tuple[int, int]:
        """How many of the sessions are read, and how many there are."""
        return len(self._read), len(self._totals)

    def read(self, count: int) -> bool:
        """Read so many more; returns whether all are read."""
        begun = len(self._read)
        for totals in self._totals[begun : begun + count]:
            sets = tuple(self._history.sets(totals.id))
            self._read.append(ReportedSession(totals, sets, self._notes.get(totals.id, "")))
        return len(self._read) == len(self._totals)

    def sessions(self) -> tuple[ReportedSession, ...]:
        """What is read, oldest first."""
        return tuple(self._read)


def report_of(
    history: HistoryStore,
    progress: ProgressStore,
    period: Period,
    goal: int,
    today: date,
    first_weekday: int,
) -> Report:
    """The report of a period. `first_weekday` is an ISO weekday; raises Trouble."""
    gathering = Gathering(history, progress, period)
    while not gathering.read(MANY):
        pass
    return make_report(gathering.sessions(), progress.totals(), period, goal, today, first_weekday)


def make_report(
    sessions: Sequence[ReportedSession],
    every: Sequence[SessionTotals],
    period: Period,
    goal: int,
    today: date,
    first_weekday: int,
) -> Report:
    """The report of these sessions of a period; `every` are those of all time, oldest first."""
    measured = [one for one in sessions if one.totals.routine_id == MEASURES_ID]
    sessions = [one for one in sessions if one.totals.routine_id != MEASURES_ID]
    done = trained(session.totals for session in sessions)
    planned = [
        sets_planned(session.totals.sets_planned, session.totals.sets_done) for session in sessions
    ]
    begun = [
        min(len(last_tries(session.sets)), most)
        for session, most in zip(sessions, planned, strict=True)
    ]
    return Report(
        period=period,
        made_on=today,
        sessions=len(done),
        active_s=sum(one.totals.active_s for one in sessions if one.totals.sets_planned),
        sets_done=sum(session.totals.sets_done for session in sessions),
        sets_planned=sum(planned),
        unreached=sum(planned) - sum(begun),
        doses=Counter(totals.dose for totals in done),
        adherence=adherence(every, period, goal, today, first_weekday),
        pain=pain_course(sessions, first_weekday),
        exercises=exercise_rows(sessions),
        left_out=left_out(sessions),
        notes=tuple(
            DatedNote(session.totals.day, one_line(session.note))
            for session in sessions
            if session.note.strip()
        ),
        measured=_measured(measured),
    )


def _measured(sessions: Sequence[ReportedSession]) -> tuple[DatedNote, ...]:
    """The measures of these sessions, oldest first; the last with what has changed."""
    every = [measures_of(one.totals.started_at, one.sets) for one in sessions]
    texts = ["; ".join(lines_of(one)) for one in every]
    if change := change_words(every):
        texts[-1] = f"{texts[-1]}. {change}"
    return tuple(
        DatedNote(one.totals.day, one_line(text)) for one, text in zip(sessions, texts, strict=True)
    )


def adherence(
    every: Sequence[SessionTotals], period: Period, goal: int, today: date, first_weekday: int
) -> Adherence:
    """The whole weeks that a period touches, none before the first session and none to come."""
    until = min(period.until, today)
    end = week_start(until, first_weekday) + timedelta(days=DAYS)
    known = [total for total in counted(every) if total.day < end]
    if not known:
        return Adherence(goal, (), False)
    found = tuple(weeks_within(weeks(known, until, first_weekday), period.since, first_weekday))
    return Adherence(goal, found, bool(found) and today < end)
