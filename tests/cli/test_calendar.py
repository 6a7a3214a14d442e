"""`glutetimer calendar`."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from glutetimer.app import open_history_at
from glutetimer.core.history.records import SessionEnd, SessionReview, SessionStart
from glutetimer.folders import folders
from tests.cli.conftest import Run
from tests.core.report.builders import a_set

BEGAN_AT = datetime(2026, 3, 10, 17, 0, tzinfo=UTC)
PLAN = ("calendar", "plan", "first-session", "--days", "mon,wed,fri", "--at", "18:00")


def only_event(path: Path) -> Any:
    [event] = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return event


def do_a_session(started_at: datetime = BEGAN_AT, sets: int = 2) -> None:
    history = open_history_at(folders(None))
    number = history.begin(SessionStart("mine", "My evening", started_at, 540.0, 8, 2))
    for index in range(sets):
        history.add_set(number, a_set(index))
    history.finish(number, SessionEnd.STOPPED, started_at + timedelta(minutes=9), 500.0)
    history.review(number, SessionReview(1, 5, "private words"))
    history.close()


def test_past_sessions_become_events_without_pain_or_words(
    run: Run, own_home: Path, tmp_path: Path
) -> None:
    do_a_session()
    do_a_session(BEGAN_AT + timedelta(days=1), sets=0)  # nothing done, nothing to see
    path = tmp_path / "past.ics"

    answer = run("calendar", "past", "-o", str(path))

    assert (answer.status, answer.out) == (0, f"{path}: 1 session\n")
    event = only_event(path)
    assert event["summary"] == "My evening"
    assert event.decoded("dtstart") == BEGAN_AT
    assert b"Pain" not in path.read_bytes()
    assert b"private" not in path.read_bytes()


def test_pain_and_effort_are_in_it_when_asked_for(run: Run, own_home: Path, tmp_path: Path) -> None:
    do_a_session()
    path = tmp_path / "past.ics"

    assert run("calendar", "past", "--levels", "-o", str(path)).status == 0

    assert "before 2, after 1" in only_event(path)["description"]


@pytest.mark.parametrize("days", [["--from", "2026-03-12"], ["--to", "2026-03-08"]])
def test_no_session_makes_no_file(
    run: Run, own_home: Path, tmp_path: Path, days: list[str]
) -> None:
    do_a_session()
    path = tmp_path / "past.ics"

    answer = run("calendar", "past", *days, "-o", str(path))

    assert answer.status == 1
    assert "No session was done" in answer.err
    assert not path.exists()


def test_a_plan_of_some_weeks_with_a_reminder(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"
    words = ("--first", "2026-03-26", "--weeks", "8", "--reminder", "15", "-o", str(path))

    answer = run(*PLAN, *words)

    assert answer.out == (
        f"{path}: First session on Monday, Wednesday, Friday, 24 sessions, from 2026-03-27 18:00\n"
    )
    rule = only_event(path)["rrule"].to_ical().decode()
    assert rule == "FREQ=WEEKLY;COUNT=24;BYDAY=MO,WE,FR"
    assert only_event(path).decoded("duration") > timedelta(minutes=5)
    assert b"TRIGGER:-PT15M" in path.read_bytes()


def test_a_plan_goes_on_without_end_when_nothing_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"

    answer = run(*PLAN, "-o", str(path))

    assert "without end" in answer.out
    assert "count" not in only_event(path)["rrule"]
    assert run(*PLAN, "-o", str(path)).status == 1
    assert run(*PLAN, "-o", str(path), "--force").status == 0


@pytest.mark.parametrize(
    "words",
    [
        ["calendar"],
        ["calendar", "past"],
        [*PLAN],
        ["calendar", "plan", "first-session", "--days", "mon,xyz", "--at", "18:00", "-o", "a.ics"],
        ["calendar", "plan", "first-session", "--days", "", "--at", "18:00", "-o", "a.ics"],
        ["calendar", "plan", "first-session", "--days", "mon", "--at", "24:00", "-o", "a.ics"],
        [*PLAN, "--weeks", "0", "-o", "a.ics"],
        [*PLAN, "--reminder", "1441", "-o", "a.ics"],
        [*PLAN, "--first", "2026-02-30", "-o", "a.ics"],
        ["report", "--from", "yesterday", "-o", "a.pdf"],
        ["report"],
    ],
)
def test_words_that_mean_nothing_are_refused(run: Run, words: list[str]) -> None:
    answer = run(*words)

    assert answer.status == 2
    assert answer.err.startswith("usage: glutetimer")


def test_a_calendar_ends_in_ics(run: Run, tmp_path: Path) -> None:
    answer = run(*PLAN, "-o", str(tmp_path / "plan.txt"))

    assert answer.status == 1
    assert ".ics" in answer.err
