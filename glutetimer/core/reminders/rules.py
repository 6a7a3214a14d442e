"""Which reminder is due, and which comes next: rules over the settings and what was told.

`now` is always aware, in a time zone that knows its changes to summer time and back: a time of the
day is looked up on the clock of the day itself. One that does not exist that night comes as much
later as the clock jumped; one that exists twice comes the first time.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from glutetimer.core.history.special_routines import SQUEEZES
from glutetimer.core.reminders.told import ReminderKind, Told
from glutetimer.core.settings import Settings, Weekday

AWAY_S = 300.0
"""Whoever has touched nothing for so long is not there."""

LATE_MOST = timedelta(hours=3)
"""What was put off and could not be told in time (the machine slept) is let go after so long."""

SQUEEZE_LATE_MOST = timedelta(minutes=5)
"""A squeeze that is later than that is let go: the next one comes."""

DAYS_AHEAD = 8
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Coming:
    """A reminder that comes, at an aware moment of local time."""

    kind: ReminderKind
    at: datetime


def last_trained(done: Mapping[str, datetime]) -> date | None:
    """The last local day with a session, of when each routine was last done; squeezes are none."""
    days = (at.astimezone().date() for name, at in done.items() if name != SQUEEZES)
    return max(days, default=None)


def due(
    settings: Settings, told: Told, now: datetime, trained_on: date | None = None
) -> ReminderKind | None:
    """Return what the person is to be reminded of now; None if of nothing.

    A session is told of once on its day: at its time, or when the machine is awake again later on
    the same day, but not if one was done that day; `trained_on` is the last day with one.
    """
    told = told.believed(now)
    if told.quiet_day == now.date():
        return None
    if settings.remind and _is_session_due(settings, told, now, trained_on):
        return ReminderKind.SESSION
    if settings.squeezes and _is_squeeze_due(settings, told, now):
        return ReminderKind.SQUEEZE
    return None


def after(settings: Settings, told: Told, kind: ReminderKind, now: datetime) -> Told:
    """Return what counts as told once a reminder that is due was given.

    A session that was put off over midnight is yesterday's: today's own is still to come.
    """
    told = replace(told.believed(now), squeeze_at=now.astimezone(UTC))
    if kind is ReminderKind.SQUEEZE:
        return told
    is_todays = _is_todays_due(settings, told, now)
    return replace(told, session_day=now.date() if is_todays else told.session_day, later_at=None)


def settled(settings: Settings, told: Told, now: datetime) -> Told:
    """Return what counts as told when a schedule was just chosen: what of today is past already."""
    told = replace(told.believed(now), squeeze_at=now.astimezone(UTC))
    return replace(told, session_day=now.date()) if _is_todays_due(settings, told, now) else told


def next_reminder(
    settings: Settings, told: Told, now: datetime, trained_on: date | None = None
) -> Coming | None:
    """Return the first reminder after `now`; None if none comes."""
    told = told.believed(now)
    coming = (
        *(Coming(ReminderKind.SESSION, at) for at in _sessions(settings, told, now, trained_on)),
        *(Coming(ReminderKind.SQUEEZE, at) for at in _squeezes(settings, told, now)),
    )
    wanted = (one for one in coming if one.at.date() != told.quiet_day)
    return min(wanted, key=lambda one: one.at.astimezone(UTC), default=None)


def squeeze_times(settings: Settings) -> tuple[time, ...]:
    """The times of the clock at which a squeeze may come, in their order from the first one on.

    Until an earlier time means until the next morning.
    """
    first, last = _minutes(settings.squeeze_from), _minutes(settings.squeeze_until)
    last += 24 * 60 if last < first else 0
    every = range(first, last + 1, settings.squeeze_every_min)
    return tuple(time(minutes // 60 % 24, minutes % 60) for minutes in every)


def _is_session_due(settings: Settings, told: Told, now: datetime, trained_on: date | None) -> bool:
    if trained_on == now.date():
        return False
    return _is_put_off_due(told, now, trained_on) or _is_todays_due(settings, told, now)


def _is_put_off_due(told: Told, now: datetime, trained_on: date | None) -> bool:
    if told.later_at is None or (trained_on is not None and trained_on == told.session_day):
        return False
    return told.later_at <= now < told.later_at + LATE_MOST


def _is_todays_due(settings: Settings, told: Told, now: datetime) -> bool:
    today = now.date()
    if told.session_day is not None and told.session_day >= today:
        return False  # told, or the clock was set back
    return _has(settings.remind_days, today) and _at(today, settings.remind_at, now.tzinfo) <= now


def _is_squeeze_due(settings: Settings, told: Told, now: datetime) -> bool:
    return any(
        slot <= now < slot + SQUEEZE_LATE_MOST
        and (told.squeeze_at is None or told.squeeze_at < slot)
        and day != told.no_squeeze_day
        for day in (now.date() - _DAY, now.date())
        for slot in _slots(settings, day, now.tzinfo)
    )


def _sessions(
    settings: Settings, told: Told, now: datetime, trained_on: date | None
) -> Iterator[datetime]:
    if not settings.remind:
        return
    is_done = trained_on is not None and trained_on in (now.date(), told.session_day)
    if told.later_at is not None and told.later_at > now and not is_done:
        yield told.later_at.astimezone(now.tzinfo)
    for day in _days(now):
        is_told = day == trained_on or (told.session_day is not None and told.session_day >= day)
        at = _at(day, settings.remind_at, now.tzinfo)
        if not is_told and _has(settings.remind_days, day) and at > now:
            yield at.astimezone(now.tzinfo)


def _squeezes(settings: Settings, told: Told, now: datetime) -> Iterator[datetime]:
    if not settings.squeezes:
        return
    for day in (now.date() - _DAY, *_days(now)):
        if day != told.no_squeeze_day:
            for slot in _slots(settings, day, now.tzinfo):
                if slot > now and (told.squeeze_at is None or told.squeeze_at < slot):
                    yield slot.astimezone(now.tzinfo)


def _days(now: datetime) -> Iterator[date]:
    return (now.date() + timedelta(days=days) for days in range(DAYS_AHEAD))


def _slots(settings: Settings, day: date, zone: tzinfo | None) -> Iterator[datetime]:
    """The moments of the squeezes that belong to a day, in UTC; some may be on the next."""
    if not _has(settings.squeeze_days, day):
        return
    for at in squeeze_times(settings):
        yield _at(day if at >= settings.squeeze_from else day + _DAY, at, zone)


def _has(days: tuple[Weekday, ...], day: date) -> bool:
    return tuple(Weekday)[day.weekday()] in days


def _at(day: date, at: time, zone: tzinfo | None) -> datetime:
    """A time of the clock on a day, in UTC: two moments of one zone compare by their clocks."""
    return datetime.combine(day, at, zone).astimezone(UTC)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
