"""Reminders in words: what a notification says, what is on, and when the next one comes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from glutetimer.core.reminders.rules import Coming
from glutetimer.core.reminders.told import ReminderKind, Reply
from glutetimer.core.settings import Settings, Weekday

NO_REMINDER = "No reminder is on"
NONE_COMES = "No reminder comes: choose at least one day"


@dataclass(frozen=True, slots=True)
class Note:
    """What a notification says, and the replies that it offers with their words."""

    title: str
    text: str
    replies: Mapping[Reply, str]


NOTES: Mapping[ReminderKind, Note] = {
    ReminderKind.SESSION: Note(
        "Time for your exercises",
        "Start begins what is best for today.",
        {
            Reply.START: "Start",
            Reply.LATER: "In an hour",
            Reply.NOT_TODAY: "Not today",
            Reply.OPEN: "Open glutetimer",
        },
    ),
    ReminderKind.SQUEEZE: Note(
        "Time to squeeze",
        "One minute: stand up if you can, and squeeze your glutes six times. Breathe on.",
        {
            Reply.START: "Start",
            Reply.NOT_TODAY: "Not today",
            Reply.OPEN: "Open glutetimer",
        },
    ),
}


def coming_line(settings: Settings, coming: Coming | None, today: date) -> str:
    """When the next reminder comes: "Next reminder: tomorrow, 18:00"."""
    if coming is not None:
        what = " (squeeze)" if coming.kind is ReminderKind.SQUEEZE else ""
        return f"Next reminder: {day_word(coming.at.date(), today)}, {coming.at:%H:%M}{what}"
    return NONE_COMES if settings.remind or settings.squeezes else NO_REMINDER


def schedule_line(settings: Settings) -> str:
    """What is on: "Sessions: Mon, Wed, Fri at 18:00. Squeezes: every 60 min from 9:00 to 17:00"."""
    parts = []
    if settings.remind:
        parts.append(f"Sessions: {_days(settings.remind_days)} at {_clock(settings.remind_at)}")
    if settings.squeezes:
        span = f"from {_clock(settings.squeeze_from)} to {_clock(settings.squeeze_until)}"
        every = f"every {settings.squeeze_every_min} min {span}"
        parts.append(f"Squeezes: {_days(settings.squeeze_days)}, {every}")
    return ". ".join(parts) or NO_REMINDER


def timer_line(settings: Settings, is_on: bool, why: str) -> str:
    """Whether they come while the window is closed: as the system says, not as it was wished."""
    if not settings.remind and not settings.squeezes:
        return "While glutetimer is closed no reminder comes"
    if is_on:
        return "They come also while glutetimer is closed, by the timer of your system"
    only = "They come only while the window of glutetimer is open"
    return f"{only}: {why}" if settings.remind_closed and why else only


def day_word(day: date, today: date) -> str:
    """A day of the next week as one says it: "today", "tomorrow", "Monday"."""
    if day <= today:
        return "today"
    if day == today + timedelta(days=1):
        return "tomorrow"
    return tuple(Weekday)[day.weekday()].name.title()


def _days(days: Sequence[Weekday]) -> str:
    if len(days) == len(Weekday):
        return "every day"
    return ", ".join(day.title() for day in days) or "on no day"


def _clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02}"
