"""Days, levels and amounts as the overview writes them."""

from datetime import date

from glutetimer.core.counts import count_text, one_line
from glutetimer.core.ports.calendar import WEEKDAYS
from glutetimer.core.progress.days import Day
from glutetimer.core.progress.levels import Tendency
from glutetimer.core.progress.points import Grain
from glutetimer.core.progress.span import Span
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.ui.words import MONTHS, date_text

SPAN_NAMES = {
    Span.MONTH: "Month",
    Span.QUARTER: "3 months",
    Span.YEAR: "Year",
    Span.ALL: "All",
}
SPAN_WORDS = {
    Span.MONTH: "in the last 30 days",
    Span.QUARTER: "in the last 3 months",
    Span.YEAR: "in the last year",
    Span.ALL: "so far",
}
GRAIN_HEADINGS = {
    Grain.SESSION: "Day",
    Grain.WEEK: "Week from",
    Grain.MONTH: "Month",
    Grain.QUARTER: "Quarter from",
}
GRAIN_NOTES = {
    Grain.SESSION: "",
    Grain.WEEK: "a point is the middle session of a week",
    Grain.MONTH: "a point is the middle session of a month",
    Grain.QUARTER: "a point is the middle session of three months",
}


def grain_text(day: date, grain: Grain) -> str:
    """What a point stands for, under GRAIN_HEADINGS: "3 Mar 2026", or of a month "Mar 2026"."""
    if grain in (Grain.SESSION, Grain.WEEK):
        return date_text(day)
    return f"{MONTHS[day.month - 1]} {day.year}"


def number_text(value: float | None) -> str:
    """A number with at most one decimal; a dash for None."""
    return "–" if value is None else f"{round(value, 1):g}"


def day_words(day: Day) -> str:
    """What was done on a day: "Tuesday, 3 Mar 2026: 2 sessions, 31 min. Bridges; Clams"."""
    name = f"{WEEKDAYS[day.day.weekday()]}, {date_text(day.day)}"
    if not day.sessions:
        return f"{name}: no session."
    titles = "; ".join(one_line(title) for title in day.titles)
    return f"{name}: {count_text(day.sessions, 'session')}, {minutes_text(day.active_s)}. {titles}."


def course_words(what: str, course: Tendency) -> str:
    """How a level went: "Pain has gone down: usually 4 of 10 in the first half of this time, …"."""
    earlier, later = number_text(course.earlier), number_text(course.later)
    match course.change:
        case 0:
            return f"{what} has stayed about the same: usually {later} of 10."
        case -1:
            went = "gone down"
        case _:
            went = "gone up"
    return (
        f"{what} has {went}: usually {earlier} of 10 in the first half of this time, "
        f"{later} in the second."
    )
