"""What goes into the history comes out again, and nothing else."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glutetimer.core.errors import Trouble
from glutetimer.core.history.counting import done_sets
from glutetimer.core.history.records import (
    Outcome,
    Pain,
    SessionEnd,
    SessionReview,
    SessionStart,
    SessionSummary,
    SetRecord,
)
from glutetimer.core.ports.history import HistoryStore
from glutetimer.store.history import History
from tests.store import builders
from tests.store.builders import MONDAY, a_set, a_start
from tests.store.conftest import Open

same_history = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def done(history: History, start: SessionStart, sets: int = 0) -> int:
    """Store a whole session."""
    session_id = history.begin(start)
    for index in range(sets):
        history.add_set(session_id, a_set(index))
    history.finish(session_id, SessionEnd.FINISHED, start.started_at + timedelta(minutes=14), 800.0)
    return session_id


def ids(sessions: object) -> list[int]:
    assert isinstance(sessions, list)
    return [session.id for session in sessions]


def test_it_is_what_the_core_asks_for(history: History) -> None:
    store: HistoryStore = history
    assert not store.sessions()


def test_an_empty_history_answers_everything(history: History) -> None:
    assert history.sessions() == []
    assert history.last_done() == {}
    assert history.routines_done() == []
    assert history.interrupted() is None
    assert history.verify() == ()
    assert history.notices == ()
    assert history.offered_backup is None


@same_history
@given(
    start=builders.starts,
    end=st.sampled_from(SessionEnd),
    ended_at=builders.times,
    active_s=builders.seconds,
    review=builders.reviews,
)
def test_a_session_comes_back_as_it_was(
    history: History,
    start: SessionStart,
    end: SessionEnd,
    ended_at: datetime,
    active_s: float,
    review: SessionReview,
) -> None:
    session_id = history.begin(start)
    running = history.interrupted()
    assert running == SessionSummary(session_id, start, None, None, 0.0, 0, SessionReview())
    history.finish(session_id, end, ended_at, active_s)
    history.review(session_id, review)
    (found,) = (session for session in history.sessions() if session.id == session_id)
    assert found == SessionSummary(session_id, start, end, ended_at, active_s, 0, review)
    assert start.routine_id not in history.last_done(), "no set of it was done"
    history.delete(session_id)


@same_history
@given(
    sets=st.lists(
        builders.records,
        unique_by=lambda record: (record.result.index, record.result.attempt),
        max_size=5,
    )
)
def test_sets_come_back_as_they_were(history: History, sets: list[SetRecord]) -> None:
    session_id = history.begin(a_start())
    for record in sets:
        history.add_set(session_id, record)
    assert history.sets(session_id) == sets
    summary = history.interrupted()
    assert summary is not None
    assert summary.sets_done == len(done_sets(record.result for record in sets))


def test_it_is_all_there_after_closing(open_history: Open) -> None:
    first = open_history()
    session_id = done(first, a_start(), sets=3)
    before = first.sessions(), first.sets(session_id)
    first.close()
    second = open_history()
    assert (second.sessions(), second.sets(session_id)) == before


def test_the_same_set_twice_replaces_the_first(history: History) -> None:
    session_id = history.begin(a_start())
    history.add_set(session_id, a_set(0, outcome=Outcome.SKIPPED, pain=Pain("hip", 4)))
    history.add_set(session_id, a_set(1))
    history.add_set(session_id, a_set(0))
    assert history.sets(session_id) == [a_set(0), a_set(1)]


def test_attempts_of_a_set_are_kept_apart_in_the_order_in_which_they_ended(
    history: History,
) -> None:
    session_id = history.begin(a_start())
    # The clock was set back meanwhile, and the person went back to the first set.
    sets = [a_set(0, 1, Outcome.SKIPPED), a_set(1), a_set(0, 2, ended_at=MONDAY)]
    for record in sets:
        history.add_set(session_id, record)
    assert history.sets(session_id) == sets


def test_pain_is_added_to_a_stored_set(history: History) -> None:
    session_id = history.begin(a_start())
    history.add_set(session_id, a_set(4, 2, Outcome.HURT))
    history.note_pain(session_id, 4, 2, Pain("lower back", 6))
    assert history.sets(session_id) == [a_set(4, 2, Outcome.HURT, pain=Pain("lower back", 6))]


def test_what_does_not_exist_is_trouble(history: History) -> None:
    session_id = history.begin(a_start())
    calls: tuple[Callable[[], None], ...] = (
        lambda: history.add_set(99, a_set()),
        lambda: history.note_pain(session_id, 0, 1, Pain("hip", 2)),
        lambda: history.finish(99, SessionEnd.FINISHED, MONDAY, 1.0),
        lambda: history.review(99, SessionReview()),
        lambda: history.delete(99),
        lambda: history.restore(99),
    )
    for call in calls:
        with pytest.raises(Trouble, match="no longer in the history"):
            call()
    assert history.sets(session_id) == []


def test_half_a_character_is_trouble(history: History) -> None:
    session_id = done(history, a_start())
    with pytest.raises(Trouble, match="character"):
        history.review(session_id, SessionReview(note="broken \ud83d"))
    assert history.sessions()[0].review == SessionReview()


def test_sessions_are_filtered_and_paged_newest_first(history: History) -> None:
    made = [
        done(history, a_start(routine, MONDAY + timedelta(days=day)))
        for day, routine in enumerate(("a", "b", "a", "a"))
    ]
    assert ids(history.sessions()) == made[::-1]
    assert ids(history.sessions("a")) == [made[3], made[2], made[0]]
    assert ids(history.sessions(limit=2)) == [made[3], made[2]]
    assert ids(history.sessions(limit=2, offset=1)) == [made[2], made[1]]
    assert ids(history.sessions("a", limit=1, offset=2)) == [made[0]]
    assert history.sessions("c") == []


def test_running_and_deleted_sessions_are_not_listed(history: History) -> None:
    kept, deleted = done(history, a_start("a"), 2), done(history, a_start("b"), 1)
    history.add_set(history.begin(a_start("c")), a_set())
    history.delete(deleted)
    assert ids(history.sessions()) == [kept]
    assert history.routines_done() == [("a", "Your first session")]
    assert set(history.last_done()) == {"a", "c"}


def test_routines_have_their_newest_title_and_time(history: History) -> None:
    later = MONDAY + timedelta(days=3)
    done(history, a_start("b", later, "New name"), 1)
    done(history, a_start("b", MONDAY, "Zebra"), 1)
    done(history, a_start("a", MONDAY, "Some"), 1)
    assert history.routines_done() == [("b", "New name"), ("a", "Some")]
    assert history.last_done() == {"a": MONDAY, "b": later}


def test_a_session_without_a_set_done_is_not_the_last_time(history: History) -> None:
    done(history, a_start("a", MONDAY), 1)
    done(history, a_start("a", MONDAY + timedelta(days=1)))
    skipped = done(history, a_start("a", MONDAY + timedelta(days=2)))
    history.add_set(skipped, a_set(outcome=Outcome.SKIPPED))
    done(history, a_start("b", MONDAY))
    assert history.last_done() == {"a": MONDAY}


# What was begun and not ended


def test_the_newest_unfinished_session_is_found_until_it_is_settled(open_history: Open) -> None:
    crashed = open_history()
    first, second = crashed.begin(a_start("a")), crashed.begin(a_start("b"))
    crashed.add_set(second, a_set(0))
    crashed.close()

    history = open_history()
    found = history.interrupted()
    assert found is not None
    assert (found.id, found.end, found.ended_at, found.sets_done) == (second, None, None, 1)
    # Going on from there, then to the end.
    history.add_set(second, a_set(1))
    history.finish(second, SessionEnd.FINISHED, MONDAY, 99.0)
    assert history.sets(second) == [a_set(0), a_set(1)]

    found = history.interrupted()
    assert found is not None
    assert found.id == first
    history.delete(first)
    assert history.interrupted() is None


def test_keeping_what_was_done_makes_it_an_ended_session(history: History) -> None:
    session_id = history.begin(a_start())
    history.add_set(session_id, a_set(0))
    history.finish(session_id, SessionEnd.INTERRUPTED, a_set(0).ended_at, 50.5)
    assert history.interrupted() is None
    (kept,) = history.sessions()
    assert (kept.end, kept.sets_done, kept.active_s) == (SessionEnd.INTERRUPTED, 1, 50.5)


# Deleting


def test_a_delete_can_be_undone(history: History) -> None:
    session_id = done(history, a_start(), sets=2)
    before = history.sessions()
    history.delete(session_id)
    assert history.sessions() == []
    history.restore(session_id)
    assert history.sessions() == before
    assert len(history.sets(session_id)) == 2


def test_the_next_start_purges_what_was_deleted_and_only_that(open_history: Open) -> None:
    first = open_history()
    kept, deleted = done(first, a_start(), sets=2), done(first, a_start(), sets=3)
    first.delete(deleted)
    first.close()
    second = open_history()
    assert ids(second.sessions()) == [kept]
    assert len(second.sets(kept)) == 2
    assert second.sets(deleted) == []
    with pytest.raises(Trouble, match="no longer in the history"):
        second.restore(deleted)
    assert done(second, a_start()) > deleted, "an id was given a second time"


# Days


@pytest.fixture
def _central_europe(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot change the zone of a running process")
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("_central_europe")
@pytest.mark.parametrize(
    ("day", "first_at", "last_at"),
    [
        (date(2026, 1, 5), "2026-01-04T23:00:00Z", "2026-01-05T22:59:59.999999Z"),
        (date(2026, 7, 1), "2026-06-30T22:00:00Z", "2026-07-01T21:59:59.999999Z"),
        # 23 and 25 hours long
        (date(2026, 3, 29), "2026-03-28T23:00:00Z", "2026-03-29T21:59:59.999999Z"),
        (date(2026, 10, 25), "2026-10-24T22:00:00Z", "2026-10-25T22:59:59.999999Z"),
    ],
)
def test_days_are_those_of_the_persons_clock(
    history: History, day: date, first_at: str, last_at: str
) -> None:
    first, last = datetime.fromisoformat(first_at), datetime.fromisoformat(last_at)
    moment = timedelta(microseconds=1)
    made = [
        done(history, a_start(started_at=at)) for at in (first - moment, first, last, last + moment)
    ]
    assert ids(history.sessions(since=day, until=day)) == [made[2], made[1]]
    assert ids(history.sessions(since=day)) == made[:0:-1]
    assert ids(history.sessions(until=day)) == made[2::-1]


@pytest.mark.usefixtures("_central_europe")
def test_the_offset_from_utc_is_stored_with_the_session(history: History) -> None:
    done(history, a_start(started_at=datetime(2026, 1, 5, 12, tzinfo=UTC)))
    done(history, a_start(started_at=datetime(2026, 7, 5, 12, tzinfo=UTC)))
    offsets = history._database.read("SELECT utc_offset_min FROM session ORDER BY id")
    assert offsets == [(60,), (120,)]


def test_days_at_the_end_of_the_calendar_are_no_limit(history: History) -> None:
    session_id = done(history, a_start())
    assert ids(history.sessions(since=date.min, until=date.max)) == [session_id]
