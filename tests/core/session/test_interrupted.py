"""What becomes of a session that the program did not live to end."""

from datetime import UTC, datetime, timedelta

from glutetimer.core.history.records import (
    Achieved,
    Outcome,
    SessionEnd,
    SessionReview,
    SessionStart,
    SessionSummary,
    SetRecord,
    SetResult,
)
from glutetimer.core.session.interrupted import discard, keep, next_set
from tests.fakes_history import FakeHistory

BEGUN = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
START = SessionStart("mine", "Mine", BEGUN, 600.0, 4)


def a_set(index: int) -> SetRecord:
    planned = Achieved(8, 44.0)
    result = SetResult(
        index, 0, "bridge", "Bridge", 1, index + 1, None, 1, planned, planned, Outcome.DONE
    )
    return SetRecord(result, BEGUN + timedelta(minutes=index + 1))


def stored(*sets: SetRecord) -> tuple[FakeHistory, SessionSummary]:
    history = FakeHistory()
    number = history.begin(START)
    for record in sets:
        history.add_set(number, record)
    return history, SessionSummary(number, START, None, None, 0.0, len(sets), SessionReview())


def test_it_goes_on_with_the_set_after_the_last_one() -> None:
    assert next_set([]) == 0
    assert next_set([a_set(0), a_set(1)]) == 2
    assert next_set([a_set(2), a_set(1)]) == 2  # "previous" was pressed


def test_what_is_kept_ended_with_its_last_set() -> None:
    history, summary = stored(a_set(0), a_set(1))
    keep(history, summary)

    assert history.ends[summary.id] == (SessionEnd.INTERRUPTED, 120.0)


def test_nothing_done_took_no_time() -> None:
    history, summary = stored()
    keep(history, summary)

    assert history.ends[summary.id] == (SessionEnd.INTERRUPTED, 0.0)


def test_what_is_discarded_has_ended_and_is_gone() -> None:
    history, summary = stored(a_set(0))
    discard(history, summary)

    assert summary.id in history.ends
    assert summary.id not in history.starts
