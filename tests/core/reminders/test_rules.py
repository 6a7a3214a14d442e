"""Reminders: a day at high speed, in a zone that has summer time."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from glutetimer.core.reminders.rules import (
    Coming,
    after,
    due,
    next_reminder,
    settled,
    squeeze_times,
)
from glutetimer.core.reminders.told import ReminderKind, Reply, Told
from glutetimer.core.settings import Settings, Weekday

BERLIN = ZoneInfo("Europe/Berlin")
SESSION, SQUEEZE = ReminderKind.SESSION, ReminderKind.SQUEEZE
EVERY_DAY = tuple(Weekday)
NOTHING = Told()
DAILY = Settings(remind=True, remind_days=EVERY_DAY, remind_at=time(18, 0))
HOURLY = Settings(squeezes=True, squeeze_days=EVERY_DAY)


def local(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@dataclass
class Life:
    """A person with a computer that looks for reminders twice a minute, while it is awake."""

    settings: Settings
    now: datetime
    told: Told = NOTHING
    trained_on: date | None = None
    heard: list[tuple[str, str]] = field(default_factory=list)
    replies: Iterator[Reply | None] = field(default_factory=lambda: iter(()))

    def run(self, until: str, step: timedelta = timedelta(seconds=30)) -> "Life":
        """Live until then, by the clock of the place."""
        end = local(until, self._zone)
        while self.now.astimezone(UTC) < end.astimezone(UTC):
            self.look()
            self._go(step)
        return self

    def sleep(self, until: str) -> "Life":
        """The machine sleeps until then."""
        self.now = local(until, self._zone)
        return self

    def look(self) -> None:
        kind = due(self.settings, self.told, self.now, self.trained_on)
        if kind is None:
            return
        self.heard.append((kind.value, f"{self.now:%a %H:%M %Z}"))
        self.told = after(self.settings, self.told, kind, self.now)
        self.told = self.told.replied(kind, next(self.replies, None), self.now)

    def coming(self) -> Coming | None:
        return next_reminder(self.settings, self.told, self.now, self.trained_on)

    @property
    def _zone(self) -> ZoneInfo:
        assert isinstance(self.now.tzinfo, ZoneInfo)
        return self.now.tzinfo

    def _go(self, step: timedelta) -> None:
        self.now = (self.now.astimezone(UTC) + step).astimezone(self._zone)

    @property
    def sessions(self) -> list[str]:
        return [at for kind, at in self.heard if kind == SESSION]

    @property
    def squeezes(self) -> list[str]:
        return [at for kind, at in self.heard if kind == SQUEEZE]


@pytest.mark.parametrize(
    ("days", "at", "heard"),
    [
        ("03-28 03-31", time(18), "Sat 18:00 CET, Sun 18:00 CEST, Mon 18:00 CEST"),
        ("10-24 10-27", time(18), "Sat 18:00 CEST, Sun 18:00 CET, Mon 18:00 CET"),
        # 2:30 does not exist on the one Sunday, and exists twice on the other.
        ("03-28 03-31", time(2, 30), "Sat 02:30 CET, Sun 03:30 CEST, Mon 02:30 CEST"),
        ("10-24 10-27", time(2, 30), "Sat 02:30 CEST, Sun 02:30 CEST, Mon 02:30 CET"),
        ("11-29 12-01", time(0, 0), "Sun 00:00 CET, Mon 00:00 CET"),
        ("11-29 12-01", time(23, 59), "Sun 23:59 CET, Mon 23:59 CET"),
    ],
)
def test_it_is_the_local_time_over_the_changes_of_the_clock(
    days: str, at: time, heard: str
) -> None:
    first, last = days.split()
    life = Life(replace(DAILY, remind_at=at), local(f"2026-{first}")).run(f"2026-{last}")
    assert ", ".join(life.sessions) == heard


def test_only_the_chosen_days_have_one() -> None:
    settings = replace(DAILY, remind_days=(Weekday.MONDAY, Weekday.SATURDAY))
    assert Life(settings, local("2026-11-23")).run("2026-11-30").sessions == [
        "Mon 18:00 CET",
        "Sat 18:00 CET",
    ]
    assert not Life(replace(DAILY, remind=False), local("2026-11-23")).run("2026-11-24").heard
    assert not Life(replace(DAILY, remind_days=()), local("2026-11-23")).run("2026-11-24").heard


def test_after_suspend_it_comes_the_same_day_and_not_the_next() -> None:
    life = Life(DAILY, local("2026-11-23 17:00")).sleep("2026-11-23 21:10").run("2026-11-24")
    assert life.sessions == ["Mon 21:10 CET"]
    life.sleep("2026-11-25 00:10").run("2026-11-25 17:00")  # slept all Tuesday evening
    assert life.sessions == ["Mon 21:10 CET"]
    assert life.run("2026-11-26").sessions == ["Mon 21:10 CET", "Wed 18:00 CET"]


def test_a_clock_set_back_repeats_nothing() -> None:
    life = Life(DAILY, local("2026-11-23 17:00")).run("2026-11-23 18:30")
    life.sleep("2026-11-23 16:00").run("2026-11-23 23:00")
    assert life.sessions == ["Mon 18:00 CET"]
    life.sleep("2026-11-22 12:00").run("2026-11-23 23:00")  # a whole day
    assert life.sessions == ["Mon 18:00 CET"]
    assert life.run("2026-11-25").sessions == ["Mon 18:00 CET", "Tue 18:00 CET"]


def test_a_clock_that_was_years_ahead_silences_nothing() -> None:
    life = Life(replace(DAILY, squeezes=True), local("2031-01-01 17:00"), replies=iter([None]))
    life.run("2031-01-01 18:30")
    life.told = life.told.replied(SESSION, Reply.LATER, life.now)
    life.heard.clear()
    life.sleep("2026-11-23 15:59").run("2026-11-23 23:00")
    assert life.heard == [
        ("squeeze", "Mon 16:00 CET"),
        ("squeeze", "Mon 17:00 CET"),
        ("session", "Mon 18:00 CET"),
    ]


def test_another_time_zone_has_its_own_evening_and_a_day_has_one() -> None:
    life = Life(DAILY, local("2026-11-23 17:00")).run("2026-11-23 18:30")
    life.now = life.now.astimezone(ZoneInfo("America/New_York"))  # 12:30 there
    life.run("2026-11-24 23:00")
    assert life.sessions == ["Mon 18:00 CET", "Tue 18:00 EST"]
    life.now = life.now.astimezone(ZoneInfo("Asia/Tokyo"))  # Wednesday, 13:00
    assert life.run("2026-11-26").sessions[2:] == ["Wed 18:00 JST"]


def test_in_an_hour_comes_once_also_over_midnight() -> None:
    settings = replace(DAILY, remind_at=time(23, 30))
    life = Life(settings, local("2026-11-23 20:00"), replies=iter([Reply.LATER]))
    life.run("2026-11-23 23:45")
    coming = life.coming()
    assert coming is not None
    assert f"{coming.at:%a %H:%M}" == "Tue 00:30"
    life.run("2026-11-25")
    assert life.sessions == ["Mon 23:30 CET", "Tue 00:30 CET", "Tue 23:30 CET"]


def test_in_an_hour_is_an_hour_over_the_change_of_the_clock() -> None:
    settings = replace(DAILY, remind_at=time(1, 30))
    life = Life(settings, local("2026-03-29 01:00"), replies=iter([Reply.LATER, Reply.LATER]))
    life.run("2026-03-29 12:00")
    assert life.sessions == ["Sun 01:30 CET", "Sun 03:30 CEST", "Sun 04:30 CEST"]


def test_put_off_and_slept_through_it_is_let_go_at_last() -> None:
    life = Life(DAILY, local("2026-11-23 17:59"), replies=iter([Reply.LATER]))
    life.run("2026-11-23 18:10").sleep("2026-11-23 21:30").run("2026-11-23 23:59")
    assert life.sessions == ["Mon 18:00 CET", "Mon 21:30 CET"]
    late = Life(DAILY, local("2026-11-23 17:59"), replies=iter([Reply.LATER]))
    late.run("2026-11-23 18:10").sleep("2026-11-24 07:00").run("2026-11-24 12:00")
    assert late.sessions == ["Mon 18:00 CET"]


def test_what_was_put_off_and_the_day_s_own_are_one() -> None:
    settings = replace(DAILY, remind_at=time(0, 15))
    told = Told(date(2026, 11, 23), later_at=local("2026-11-24 00:10").astimezone(UTC))
    life = Life(settings, local("2026-11-24 00:20"), told).run("2026-11-24 23:00")
    assert life.sessions == ["Tue 00:20 CET"]


def test_not_today_is_for_today() -> None:
    life = Life(DAILY, local("2026-11-23 17:00"), replies=iter([Reply.NOT_TODAY]))
    assert life.run("2026-11-25").sessions == ["Mon 18:00 CET", "Tue 18:00 CET"]
    squeezes = Life(HOURLY, local("2026-11-23 08:00"), replies=iter([None, Reply.NOT_TODAY]))
    squeezes.run("2026-11-24 10:30")
    assert squeezes.squeezes == [
        "Mon 09:00 CET",
        "Mon 10:00 CET",
        "Tue 09:00 CET",
        "Tue 10:00 CET",
    ]


def test_a_paused_day_is_quiet_and_can_be_taken_up_again() -> None:
    both = replace(DAILY, squeezes=True)
    life = Life(both, local("2026-11-23 08:00"), Told(quiet_day=date(2026, 11, 23)))
    life.run("2026-11-23 15:30")
    assert not life.heard
    coming = life.coming()
    assert coming is not None
    assert coming == Coming(SQUEEZE, local("2026-11-24 09:00"))
    life.told = replace(life.told, quiet_day=None)
    life.run("2026-11-23 16:30")
    assert life.heard == [("squeeze", "Mon 16:00 CET")]


def test_who_has_trained_is_not_reminded() -> None:
    life = Life(DAILY, local("2026-11-23 17:00"), trained_on=date(2026, 11, 23))
    assert life.run("2026-11-25").sessions == ["Tue 18:00 CET"]
    put_off = Life(DAILY, local("2026-11-23 17:59"), replies=iter([Reply.LATER]))
    put_off.run("2026-11-23 18:10")
    put_off.trained_on = date(2026, 11, 23)
    coming = put_off.coming()
    assert coming is not None
    assert coming.at == local("2026-11-24 18:00")
    assert put_off.run("2026-11-24 12:00").sessions == ["Mon 18:00 CET"]


def test_squeezes_come_between_two_times_and_a_missed_one_is_let_go() -> None:
    settings = replace(HOURLY, squeeze_every_min=30, squeeze_until=time(11, 0))
    life = Life(settings, local("2026-11-23 08:00")).run("2026-11-23 09:40")
    life.sleep("2026-11-23 10:20").run("2026-11-23 20:00")
    assert life.squeezes == ["Mon 09:00 CET", "Mon 09:30 CET", "Mon 10:30 CET", "Mon 11:00 CET"]
    life.sleep("2026-11-24 09:03").run("2026-11-24 09:20")
    assert life.squeezes[4:] == ["Tue 09:03 CET"]


def test_squeezes_are_never_twice_when_the_clock_is_set_back() -> None:
    life = Life(HOURLY, local("2026-11-23 08:00")).run("2026-11-23 10:10")
    life.sleep("2026-11-23 09:30").run("2026-11-23 11:10")
    assert life.squeezes == ["Mon 09:00 CET", "Mon 10:00 CET", "Mon 11:00 CET"]


def test_squeezes_of_a_night_belong_to_its_evening() -> None:
    night = replace(
        HOURLY,
        squeeze_from=time(22, 0),
        squeeze_until=time(2, 0),
        squeeze_every_min=120,
        squeeze_days=(Weekday.MONDAY,),
    )
    assert [f"{at:%H:%M}" for at in squeeze_times(night)] == ["22:00", "00:00", "02:00"]
    life = Life(night, local("2026-11-23 00:00")).run("2026-11-25")
    assert life.squeezes == ["Mon 22:00 CET", "Tue 00:00 CET", "Tue 02:00 CET"]


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_squeezes_in_the_night_of_the_change_are_apart(day: str) -> None:
    night = replace(HOURLY, squeeze_from=time(0, 0), squeeze_until=time(6, 0), squeeze_every_min=30)
    life = Life(night, local(day))
    moments = []
    while life.now < local(f"{day} 08:00"):
        before = len(life.heard)
        life.look()
        moments += [life.now.astimezone(UTC)] * (len(life.heard) - before)
        life.now = (life.now.astimezone(UTC) + timedelta(seconds=30)).astimezone(BERLIN)
    apart = [later - earlier for earlier, later in pairwise(moments)]
    assert min(apart) >= timedelta(minutes=30)
    assert life.squeezes[0] == "Sun 00:00 CET" if day < "2026-04" else "Sun 00:00 CEST"
    assert len(moments) == (11 if day < "2026-04" else 13)


def test_a_session_takes_the_place_of_a_squeeze() -> None:
    both = replace(DAILY, squeezes=True, remind_at=time(10, 0))
    life = Life(both, local("2026-11-23 09:30")).run("2026-11-23 11:10")
    assert life.heard == [("session", "Mon 10:00 CET"), ("squeeze", "Mon 11:00 CET")]


def test_a_schedule_that_was_just_chosen_begins_with_what_comes() -> None:
    now = local("2026-11-23 20:00")
    told = settled(DAILY, Told(), now)
    assert due(DAILY, told, now) is None
    assert next_reminder(DAILY, told, now) == Coming(SESSION, local("2026-11-24 18:00"))
    early = local("2026-11-23 17:00")
    told = settled(DAILY, Told(), early)
    assert next_reminder(DAILY, told, early) == Coming(SESSION, local("2026-11-23 18:00"))


def test_without_anything_on_nothing_comes() -> None:
    assert next_reminder(Settings(), Told(), local("2026-11-23 08:00")) is None
