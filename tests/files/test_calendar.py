"""iCalendar files, read back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from icalendar import Alarm, Calendar

from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.ports.calendar import WeeklyPlan
from glutetimer.files.calendar import CalendarFiles

NOW = datetime(2026, 4, 1, 8, 0, 30, 123456, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
SESSION = SessionTotals(
    id=7,
    day=date(2026, 3, 28),
    started_at=datetime(2026, 3, 28, 23, 55, 1, 900_000, tzinfo=BERLIN),
    routine_id="first-session",
    routine_title="First session",
    dose="normal",
    active_s=545.4,
    under_s=300.0,
    sets_done=7,
    sets_planned=8,
    pain_before=1,
    pain_after=3,
    pain_morning=0,
    effort=6,
    worst_pain=4,
)
PLAN = WeeklyPlan(
    "first-session", "First session", 548.0, (0, 2, 6), time(18, 0), date(2026, 3, 26), 3, 15
)


def events(content: bytes) -> list[Any]:
    parsed = Calendar.from_ical(content)
    found = parsed.walk("VEVENT")
    assert not any(part.errors for part in (parsed, *found))
    return found


def past(*sessions: SessionTotals, with_levels: bool = False, now: datetime = NOW) -> bytes:
    return CalendarFiles().past(sessions, now, with_levels=with_levels)


def planned(plan: WeeklyPlan = PLAN) -> Any:
    [event] = events(CalendarFiles().plan(plan, NOW))
    return event


def local_times(plan: WeeklyPlan, most: int = 1000) -> Sequence[datetime]:
    """When the sessions are, as a calendar program finds them."""
    event = planned(plan)
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=event.decoded("dtstart"))
    return [at for at, _ in zip(rule, range(most), strict=False)]


def test_a_past_session_is_an_event_in_utc_as_long_as_it_was_active() -> None:
    [event] = events(past(SESSION))

    assert event.decoded("dtstart") == datetime(2026, 3, 28, 22, 55, 1, tzinfo=UTC)
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(seconds=545)
    assert event.decoded("dtstamp") == datetime(2026, 4, 1, 8, 0, 30, tzinfo=UTC)
    assert event["summary"] == "First session"
    assert event["description"] == "7 of 8 sets done"
    assert b"DTSTART:20260328T225501Z\r\n" in past(SESSION)


def test_pain_and_effort_are_in_it_only_when_asked_for() -> None:
    assert b"ain" not in past(SESSION)

    [event] = events(past(SESSION, with_levels=True))

    assert event["description"].splitlines() == [
        "7 of 8 sets done",
        "Pain, 0 to 10: before 1, after 3, the next morning 0",
        "Effort, 0 to 10: 6",
    ]


def test_what_was_not_answered_is_not_in_it() -> None:
    silent = SESSION._replace(pain_before=None, pain_after=None, pain_morning=None, effort=None)

    [event] = events(past(silent, with_levels=True))

    assert event["description"] == "7 of 8 sets done"


def test_a_session_is_the_same_event_in_every_file() -> None:
    later = SESSION._replace(started_at=SESSION.started_at + timedelta(seconds=1))
    other = SESSION._replace(routine_id="desk-squeeze")
    [again] = events(past(SESSION._replace(id=99, effort=9), now=NOW + timedelta(days=9)))

    uids = [event["uid"] for event in events(past(SESSION, later, other))]

    assert uids[0] == again["uid"]
    assert len(set(uids)) == 3
    # A later version must never change it: calendars would show everything twice.
    assert uids[0] == "dbf34a21-81a1-561f-b15b-753a95006c22"


def test_a_session_without_any_time_is_still_to_be_seen() -> None:
    [event] = events(past(SESSION._replace(active_s=0.0)))

    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=1)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Hips, back; \\n and \\ more", "Hips, back; \\n and \\ more"),
        ("two\nlines\r\nEND:VEVENT", "two lines END:VEVENT"),
        ("bell\x07 and null\x00", "bell and null"),
        (
            "תרגילי ישבן לכאבי גב תחתון 🦵🏽 " * 20,
            ("תרגילי ישבן לכאבי גב תחתון 🦵🏽 " * 20).strip(),
        ),
    ],
)
def test_any_title_comes_back_from_lines_of_at_most_75_bytes(title: str, shown: str) -> None:
    content = past(SESSION._replace(routine_title=title))

    [event] = events(content)
    assert event["summary"] == shown
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    [same] = events(CalendarFiles().plan(replace(PLAN, title=title), NOW))
    assert same["summary"] == shown


def test_a_plan_begins_on_the_first_of_its_days() -> None:
    event = planned()

    # 26 March 2026 is a Thursday; the next of Monday, Wednesday and Sunday is the 29th.
    assert event.decoded("dtstart").isoformat() == "2026-03-29T18:00:00"
    assert event.decoded("duration") == timedelta(minutes=9)
    assert b"DTSTART:20260329T180000\r\n" in CalendarFiles().plan(PLAN, NOW)


def test_a_plan_keeps_its_time_when_the_clocks_change() -> None:
    plan = replace(PLAN, first_day=date(2026, 3, 23), weeks=2)

    times = local_times(plan)

    assert [at.date().isoformat() for at in times] == [
        *("2026-03-23", "2026-03-25", "2026-03-29"),
        *("2026-03-30", "2026-04-01", "2026-04-05"),
    ]
    in_utc = [at.replace(tzinfo=BERLIN).astimezone(UTC).hour for at in times]
    assert in_utc == [17, 17, 16, 16, 16, 16]  # summer time began on the 29th


@pytest.mark.parametrize("first_day", [date(2026, 1, day) for day in range(1, 8)])
@pytest.mark.parametrize("weekdays", [(0,), (1, 3), (5, 6), tuple(range(7))])
def test_a_plan_is_on_its_days_for_its_weeks(first_day: date, weekdays: tuple[int, ...]) -> None:
    times = local_times(replace(PLAN, weekdays=weekdays, first_day=first_day, weeks=4))

    days = [first_day + timedelta(days=n) for n in range(28)]
    assert [at.date() for at in times] == [day for day in days if day.weekday() in weekdays]
    assert {at.time() for at in times} == {time(18, 0)}


def test_a_plan_may_go_on_without_end() -> None:
    endless = replace(PLAN, weeks=None)

    assert len(local_times(endless, 500)) == 500
    assert "count" not in planned(endless)["rrule"]


def test_a_reminder_comes_before_if_it_is_wanted() -> None:
    [alarm] = planned().subcomponents

    assert isinstance(alarm, Alarm)
    assert (alarm["action"], alarm["description"]) == ("DISPLAY", "First session")
    assert alarm.decoded("trigger") == timedelta(minutes=-15)
    assert not planned(replace(PLAN, reminder_min=None)).subcomponents
    assert planned(replace(PLAN, reminder_min=0)).subcomponents


def test_the_same_plan_is_the_same_event_and_another_is_not() -> None:
    changed = [
        replace(PLAN, weekdays=(0, 2)),
        replace(PLAN, at=time(19, 0)),
        replace(PLAN, routine_id="desk-squeeze"),
    ]

    again = replace(PLAN, first_day=date(2026, 4, 2), weeks=9, reminder_min=None)
    assert planned()["uid"] == planned(again)["uid"]
    assert len({planned(plan)["uid"] for plan in [PLAN, *changed]}) == 4


@pytest.mark.parametrize(
    "wrong",
    [
        {"weekdays": ()},
        {"weekdays": (2, 0)},
        {"weekdays": (0, 0)},
        {"weekdays": (7,)},
        {"at": time(18, 0, tzinfo=UTC)},
        {"weeks": 0},
        {"reminder_min": -1},
    ],
)
def test_a_plan_cannot_be_impossible(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"no days|no zone|weeks|reminder"):
        replace(PLAN, **wrong)  # type: ignore[arg-type]
