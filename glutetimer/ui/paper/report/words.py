"""What stands on a report."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from glutetimer.core.counts import count_text, one_line
from glutetimer.core.progress.levels import course
from glutetimer.core.progress.points import Grain, Point
from glutetimer.core.progress.weeks import DAYS
from glutetimer.core.report.period import Period
from glutetimer.core.report.values import Adherence, PainCourse, Peak, Report, ReportedMoment, Sore
from glutetimer.core.words.clock_text import hours_text, minutes_text
from glutetimer.ui.words import date_text

TITLE = "Exercise report"
NOTHING = "No session was done in this period."
MODEL = (
    "Levels are read by the pain-monitoring model (Thomeé 1997; Silbernagel 2007; made for the "
    "knee and the Achilles tendon, used for the back by our choice): 0–2 safe, 3–5 acceptable if "
    "settled by the next morning, above 5 a step back."
)
FOOT = (
    "Counted by glutetimer from what the person recorded at home. It is no diagnosis and no "
    "medical advice."
)
POINT_NOTES = {
    Grain.SESSION: "a point is a session",
    Grain.WEEK: "a point is the median of a week",
    Grain.MONTH: "a point is the median of a month",
    Grain.QUARTER: "a point is the median of a quarter of a year",
}
MOST_PLACES = 6
MOST_LETTERS = 60
"""Of a place, a load or a reason that the person wrote."""


def period_text(period: Period) -> str:
    """Both days, the year once if it is the same: "1 Jan – 31 Mar 2026"."""
    since, until = period.since, period.until
    first = date_text(since)
    if since == until:
        return first
    if since.year == until.year:
        first = first.removesuffix(f" {since.year}")
    return f"{first} – {date_text(until)}"


def tiles(report: Report) -> tuple[tuple[str, str, str], ...]:
    """The figures at the top: what it is, the figure, what goes with it."""
    adherence = report.adherence
    goal = f"goal {adherence.goal} a week"
    mean = adherence.mean
    weekly = goal if mean is None else f"{mean:.1f} a week, {goal}"
    ended = len(adherence.ended)
    reached = f"{adherence.reached} of {ended}" if ended else "–"
    sets = f"{report.sets_done:,} of {report.sets_planned:,}"
    # Rounded down: 199 of 200 are not 100 %.
    share = f"{100 * report.sets_done // report.sets_planned}%" if report.sets_planned else ""
    each = minutes_text(report.active_s / report.sessions) if report.sessions else ""
    return (
        ("Sessions", f"{report.sessions:,}", weekly),
        ("Weeks that reached the goal", reached, _weeks_text(adherence)),
        ("Time", hours_text(report.active_s), f"{each} a session" if each else ""),
        ("Sets done, of planned", sets, share),
    )


def _weeks_text(adherence: Adherence) -> str:
    if not adherence.is_running:
        return ""
    return "and one still running" if adherence.ended else "the first week still runs"


def under_weeks(report: Report) -> str:
    """What stands under the weeks: their edges, and the doses of the day; "" if nothing does."""
    return "  ·  ".join(filter(None, (_edges_text(report), doses_text(report.doses))))


def _edges_text(report: Report) -> str:
    """That the bars have sessions of days outside the period; "" if they have none."""
    adherence = report.adherence
    if not adherence.weeks:
        return ""
    first, last = adherence.weeks[0].first_day, adherence.weeks[-1].first_day
    sessions = sum(week.sessions for week in adherence.weeks)
    if sessions == report.sessions:
        return ""
    end = last + timedelta(days=DAYS - 1)
    return f"Weeks are counted whole, {period_text(Period(first, end))}: {sessions} sessions"


def doses_text(doses: Mapping[str, int]) -> str:
    """How often which dose of the day was taken; "" if it was always the normal one."""
    if set(doses) <= {"normal"}:
        return ""
    parts = sorted(doses.items(), key=lambda item: (-item[1], item[0]))
    return "Dose of the day: " + ", ".join(f"{one_line(name)} {count}×" for name, count in parts)


def pain_lines(pain: PainCourse) -> tuple[str, ...]:
    """The worst pain, where it hurt, how it was afterwards; facts only."""
    lines = [peak_text(pain.peak)]
    if pain.sore:
        lines.append(sore_text(pain.sore))
    levels = pain.after_levels
    count = levels.safe + levels.acceptable + levels.high
    if count:
        lines.append(
            f"Pain after sessions: 0–2 in {levels.safe}, 3–5 in {levels.acceptable}, above 5 in "
            f"{levels.high} of {count_text(count, 'answer')}.{_course_text(pain.after)}"
        )
    return tuple(lines)


def peak_text(peak: Peak | None) -> str:
    """The worst pain in a sentence."""
    if peak is None:
        return "No pain above 0 was told."
    when = f"{peak.level} of 10 on {date_text(peak.day)}"
    match peak.moment:
        case ReportedMoment.BEFORE:
            return f"Worst pain: {when}, before the session."
        case ReportedMoment.AFTER:
            return f"Worst pain: {when}, after the session."
        case ReportedMoment.MORNING:
            day = date_text(peak.day)
            return f"Worst pain: {peak.level} of 10 on the morning after the session of {day}."
        case ReportedMoment.DURING:
            where = f": {short(peak.where)}" if peak.where else ""
            return f"Worst pain: {when}, during {short(peak.exercise)}{where}."


def sore_text(places: Sequence[Sore]) -> str:
    """Where it hurt and how often; of many places only those that hurt most often."""
    named = [
        f"{short(sore.where) or 'place not named'} {sore.count}×"
        + ("" if sore.worst is None else f" (up to {sore.worst})")
        for sore in places[:MOST_PLACES]
    ]
    more = len(places) - MOST_PLACES
    named += [f"and {more} more"] if more > 0 else []
    return f"Where it hurt during sets: {'; '.join(named)}."


def short(text: str) -> str:
    """A text on one line, at most MOST_LETTERS long."""
    line = one_line(text)
    return line if len(line) <= MOST_LETTERS else f"{line[: MOST_LETTERS - 1].rstrip()}…"


def _course_text(points: tuple[Point, ...]) -> str:
    halves = course(points)
    if halves is None:
        return ""
    return f" Median {halves.earlier:g} in the earlier half, {halves.later:g} in the later."


def contents(report: Report) -> tuple[str, ...]:
    """What the report will have in it, a line each, for whoever is about to make it."""
    if report.is_empty:
        return (NOTHING,)
    adherence, pain = report.adherence, report.pain
    mean = "" if adherence.mean is None else f", {adherence.mean:.1f} a week"
    told = sum((pain.after_levels.safe, pain.after_levels.acceptable, pain.after_levels.high))
    answers = f"Pain told after {told} of them" if told else "Pain after sessions was not told"
    worst = f"; the worst at any time {pain.peak.level} of 10" if pain.peak else ""
    lines = [
        f"{count_text(report.sessions, 'session')}{mean} (goal {adherence.goal})",
        f"{count_text(len(report.exercises), 'exercise')}, {report.sets_done} of "
        f"{report.sets_planned} sets done",
        f"{answers}{worst}",
    ]
    if report.notes:
        lines.append(f"{count_text(len(report.notes), 'note')} as you wrote {_them(report)}")
    return tuple(lines)


def _them(report: Report) -> str:
    return "it" if len(report.notes) == 1 else "them"
