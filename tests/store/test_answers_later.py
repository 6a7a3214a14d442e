"""What the person says before a session, after it, and the next morning."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import Outcome, SessionEnd, SessionReview, SessionStart
from glutetimer.store.history import History
from tests.store.builders import MONDAY, a_set, a_start
from tests.store.conftest import Open

TOKYO = timezone(timedelta(hours=9))
DAY = timedelta(days=1)


def done(history: History, started_at: datetime, sets: int = 1) -> int:
    """Store a whole session."""
    number = history.begin(a_start(started_at=started_at))
    for index in range(sets):
        history.add_set(number, a_set(index))
    history.finish(number, SessionEnd.FINISHED, started_at + timedelta(minutes=9), 500.0)
    return number


def asked_about(history: History, today: date) -> int | None:
    found = history.awaiting_morning(today)
    return None if found is None else found.id


def test_pain_before_is_noted_and_changed(history: History) -> None:
    number = history.begin(SessionStart("a", "A", MONDAY, 60.0, 1))
    for level in (4, 0, None):
        history.note_pain_before(number, level)
        (found,) = history.unfinished()
        assert found.start.pain_before == level
    with pytest.raises(Trouble, match="no longer in the history"):
        history.note_pain_before(99, 1)


@pytest.mark.parametrize(
    ("days", "is_asked"), [(-1, False), (0, False), (1, True), (2, True), (3, True), (4, False)]
)
def test_a_morning_may_be_asked_about_for_three_days(
    history: History, days: int, is_asked: bool
) -> None:
    # In Tokyo it is Tuesday already, in UTC still Monday.
    begun = datetime(2026, 1, 6, 0, 30, tzinfo=TOKYO)
    number = done(history, begun)
    assert asked_about(history, begun.date() + DAY * days) == (number if is_asked else None)


@pytest.mark.parametrize("level", [0, 3, None])
def test_a_morning_is_settled_once(history: History, level: int | None) -> None:
    begun = MONDAY.replace(tzinfo=TOKYO)
    earlier, number = done(history, begun - DAY), done(history, begun)
    history.review(number, SessionReview(2, 5, "fine"))
    tuesday = begun.date() + DAY
    assert asked_about(history, tuesday) == number
    history.settle_morning(number, level)
    assert asked_about(history, tuesday) is None, "an older session is of no interest any more"
    assert history.sessions()[0].review == SessionReview(2, 5, "fine", level)
    history.delete(number)
    assert asked_about(history, tuesday) == earlier
    with pytest.raises(Trouble, match="no longer in the history"):
        history.settle_morning(99, 1)


def test_a_review_with_the_morning_settles_it_and_one_without_asks_on(history: History) -> None:
    begun = MONDAY.replace(tzinfo=TOKYO)
    number = done(history, begun)
    tuesday = begun.date() + DAY
    history.review(number, SessionReview(2, 5))
    assert asked_about(history, tuesday) == number
    history.review(number, SessionReview(2, 5, "", 0))
    assert asked_about(history, tuesday) is None
    history.review(number, SessionReview(2, 5, "written later"))
    assert asked_about(history, tuesday) is None
    assert history.sessions()[0].review == SessionReview(2, 5, "written later")


def test_only_ended_sessions_with_a_set_done_are_asked_about(history: History) -> None:
    begun = MONDAY.replace(tzinfo=TOKYO)
    first = done(history, begun)
    done(history, begun + timedelta(hours=1), sets=0)
    skipped = done(history, begun + timedelta(hours=2), sets=0)
    history.add_set(skipped, a_set(0, outcome=Outcome.SKIPPED))
    history.add_set(history.begin(a_start(started_at=begun + timedelta(hours=3))), a_set())
    assert asked_about(history, begun.date() + DAY) == first


def test_a_new_session_of_today_takes_the_place_of_yesterdays(history: History) -> None:
    begun = MONDAY.replace(tzinfo=TOKYO)
    done(history, begun)
    today = done(history, begun + DAY)
    assert asked_about(history, begun.date() + DAY) is None
    assert asked_about(history, begun.date() + DAY * 2) == today


def test_a_session_keeps_the_time_of_its_place(open_history: Open) -> None:
    history = open_history(zone=TOKYO)
    later = MONDAY + timedelta(hours=1)
    in_utc, in_india = MONDAY, later.astimezone(timezone(timedelta(hours=5, minutes=30)))
    for at in (in_utc, in_india):
        done(history, at)
    found = [session.start.started_at for session in history.sessions()]
    assert found == [later, MONDAY]
    # UTC is what a clock says that knows no place: that of the machine is meant.
    assert sorted(str(at.utcoffset()) for at in found) == ["5:30:00", "9:00:00"]


def test_a_note_of_a_set_is_stored_and_replaced(history: History, path: Path) -> None:
    from dataclasses import replace

    number = history.begin(a_start())
    noted = replace(a_set(0, outcome=Outcome.SKIPPED), note="too tired")
    history.add_set(number, noted)
    assert history.sets(number) == [noted]
    history.add_set(number, a_set(0, outcome=Outcome.SKIPPED))
    assert history.sets(number) == [a_set(0, outcome=Outcome.SKIPPED)]


def test_a_place_that_is_as_far_as_utc_is_a_place_all_the_same(open_history: Open) -> None:
    history = open_history(zone=timezone(timedelta(0), "London"))
    done(history, MONDAY)
    (session,) = history.sessions()
    assert session.start.started_at == MONDAY
    assert session.start.started_at.tzinfo is not UTC, "it would be shown in this machine's zone"
