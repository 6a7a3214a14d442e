"""Calendars as iCalendar files (RFC 5545), by the library of that name."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from unicodedata import category
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

from glutetimer.core.counts import one_line
from glutetimer.core.history.counting import sets_text
from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.ports.calendar import WeeklyPlan

_SPACE = UUID("6f1b3f3c-52a4-4d57-9c0e-0f7b6b1a8d21")
"""Of the names that our events have; any fixed value will do, as long as it never changes."""
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SHORTEST = timedelta(minutes=1)  # some calendars hide an event that takes no time


class CalendarFiles:
    """Makes calendars; implements `core.calendar.CalendarMaker`."""

    def past(self, sessions: Sequence[SessionTotals], now: datetime, *, with_levels: bool) -> bytes:
        """An event for every session; pain and effort are in it only `with_levels`."""
        return _file(_past_event(session, now, with_levels) for session in sessions)

    def plan(self, plan: WeeklyPlan, now: datetime) -> bytes:
        """One event that comes again.

        Its times have no zone: 18:00 is 18:00 on the person's clock, in summer, in winter and on a
        journey. With a zone the file would have to carry its rules, which change.
        """
        # Not its first day: whoever makes the plan again next week means the same one.
        key = (plan.routine_id, plan.weekdays, plan.at.isoformat())
        event = _event(f"plan {key}", plan.title, now)
        event.add("dtstart", plan.first_at)
        minutes = max(1, round(plan.duration_s / 60))
        event.add("duration", timedelta(minutes=minutes))
        rule: dict[str, object] = {"freq": "weekly"}
        if plan.count is not None:
            rule["count"] = plan.count
        rule["byday"] = [_DAYS[day] for day in plan.weekdays]
        event.add("rrule", rule)
        if plan.reminder_min is not None:
            event.add_component(_alarm(plan))
        return _file([event])


def _past_event(session: SessionTotals, now: datetime, with_levels: bool) -> Event:
    # Not the number in the history: it changes when the history is brought to another machine.
    started_at = session.started_at.astimezone(UTC)
    key = f"session {started_at.isoformat()} {session.routine_id}"
    event = _event(key, session.routine_title, now)
    begin = started_at.replace(microsecond=0)
    event.add("dtstart", begin)
    event.add("dtend", begin + max(_SHORTEST, timedelta(seconds=round(session.active_s))))
    event.add("transp", "TRANSPARENT")  # nobody is busy in the past
    event.add("class", "PRIVATE")
    event.add("description", "\n".join(_lines(session, with_levels)))
    return event


def _lines(session: SessionTotals, with_levels: bool) -> list[str]:
    lines = []
    if session.sets_planned or session.sets_done:  # a walk has none
        lines.append(f"{sets_text(session.sets_done, session.sets_planned)} done")
    if not with_levels:
        return lines
    named = {
        "before": session.pain_before,
        "after": session.pain_after,
        "the next morning": session.pain_morning,
    }
    told = [f"{name} {level}" for name, level in named.items() if level is not None]
    if told:
        lines.append(f"Pain, 0 to 10: {', '.join(told)}")
    if session.effort is not None:
        lines.append(f"Effort, 0 to 10: {session.effort}")
    return lines


def _alarm(plan: WeeklyPlan) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _plain(plan.title))
    alarm.add("trigger", -timedelta(minutes=plan.reminder_min or 0))
    return alarm


def _event(key: str, title: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", str(uuid5(_SPACE, key)))
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("summary", _plain(title))
    return event


def _file(events: Iterable[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//glutetimer//glutetimer//EN")
    calendar.add("version", "2.0")
    for event in events:
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _plain(text: str) -> str:
    """One line without control characters, which RFC 5545 forbids; the library escapes the rest."""
    return "".join(letter for letter in one_line(text) if category(letter) not in ("Cc", "Cs"))
