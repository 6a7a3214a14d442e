"""Pain and effort over a period."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from glutetimer.core.counts import one_line
from glutetimer.core.pain import PainBand, band
from glutetimer.core.progress.points import Grain, grain_for, grain_start, points
from glutetimer.core.report.values import (
    Levels,
    PainCourse,
    Peak,
    ReportedMoment,
    ReportedSession,
    Sore,
)


def pain_course(sessions: Sequence[ReportedSession], first_weekday: int) -> PainCourse:
    """The curves, the worst pain and the sore places of sessions, oldest first."""
    totals = [session.totals for session in sessions]
    grain = grain_for([total.day for total in totals], first_weekday)
    before, after, morning, effort = (
        points([(total.day, getattr(total, name)) for total in totals], grain, first_weekday)
        for name in ("pain_before", "pain_after", "pain_morning", "effort")
    )
    # The worst of a week or month: a median would hide the one time that was bad.
    told_of = [(grain_start(t.day, grain, first_weekday), t.worst_pain) for t in totals]
    hurts = points(_highest(told_of, grain), Grain.SESSION, first_weekday)
    told = Counter(band(total.pain_after) for total in totals if total.pain_after is not None)
    return PainCourse(
        grain=grain,
        before=before,
        after=after,
        morning=morning,
        effort=effort,
        hurts=hurts,
        after_levels=Levels(
            safe=told[PainBand.SAFE],
            acceptable=told[PainBand.ACCEPTABLE],
            high=told[PainBand.TOO_MUCH],
        ),
        peak=_peak(sessions),
        sore=_sore(sessions),
    )


def _highest(told: Sequence[tuple[date, int | None]], grain: Grain) -> Sequence[tuple[date, int]]:
    """The levels that were told, by day; with a coarser grain only the highest of each day."""
    found = [(day, level) for day, level in told if level is not None]
    return found if grain is Grain.SESSION else sorted(dict(sorted(found)).items())


def _peak(sessions: Sequence[ReportedSession]) -> Peak | None:
    """The worst pain above 0, the newest if there are several."""
    found = [peak for session in sessions for peak in _pains(session) if peak.level > 0]
    return max(reversed(found), key=lambda peak: peak.level, default=None)


def _pains(session: ReportedSession) -> Iterator[Peak]:
    totals = session.totals
    if totals.pain_before is not None:
        yield Peak(totals.pain_before, totals.day, ReportedMoment.BEFORE)
    if totals.pain_after is not None:
        yield Peak(totals.pain_after, totals.day, ReportedMoment.AFTER)
    if totals.pain_morning is not None:
        yield Peak(totals.pain_morning, totals.day, ReportedMoment.MORNING)
    for record in session.sets:
        name, pain = record.result.exercise_name, record.pain
        if pain is not None and pain.level is not None:
            yield Peak(pain.level, totals.day, ReportedMoment.DURING, name, one_line(pain.where))


def _sore(sessions: Sequence[ReportedSession]) -> tuple[Sore, ...]:
    """The places, most often first; capital letters make no difference."""
    levels: dict[str, list[int | None]] = {}
    written: dict[str, str] = {}
    for session in sessions:
        for record in session.sets:
            if record.pain is not None:
                where = one_line(record.pain.where)
                written.setdefault(where.casefold(), where)
                levels.setdefault(where.casefold(), []).append(record.pain.level)
    found = [Sore(written[key], len(of), _worst(of)) for key, of in levels.items()]
    return tuple(sorted(found, key=lambda sore: (-sore.count, -(sore.worst or 0), sore.where)))


def _worst(levels: Iterable[int | None]) -> int | None:
    return max((level for level in levels if level is not None), default=None)
