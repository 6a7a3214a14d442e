"""The next step in print."""

from datetime import timedelta
from pathlib import Path

from glutetimer.clock import SystemClock
from glutetimer.core.history.records import (
    Achieved,
    Outcome,
    SessionEnd,
    SessionReview,
    SessionStart,
    SetRecord,
    SetResult,
)
from glutetimer.store.history import History
from tests.cli.conftest import Run


def squeeze(home: Path, days_ago: float, pain_after: int) -> None:
    """A whole session of the desk squeeze: six squeezes of five seconds."""
    clock = SystemClock()
    history = History(home / "history.db", clock)
    at = clock.utc_now() - timedelta(days=days_ago)
    number = history.begin(SessionStart("desk-squeeze", "Desk squeeze", at, 70.0, 6))
    for index in range(6):
        result = SetResult(
            index=index,
            entry=0,
            exercise_id="glute-squeeze",
            exercise_name="Glute squeeze",
            round=1,
            set=index + 1,
            side=None,
            attempt=1,
            planned=Achieved(None, 5.0),
            done=Achieved(None, 5.0),
            outcome=Outcome.DONE,
        )
        history.add_set(number, SetRecord(result, at + timedelta(seconds=10 * index)))
    history.finish(number, SessionEnd.FINISHED, at + timedelta(seconds=70), 70.0)
    history.review(number, SessionReview(pain_after, 3))
    history.close()


def test_without_a_session_it_says_how_to_begin(run: Run) -> None:
    answer = run("history", "next")

    assert answer.status == 0
    assert "glutetimer play first-session" in answer.out


def test_the_routine_done_last_has_its_next_step(run: Run, own_home: Path) -> None:
    for days_ago in (1, 2):
        squeeze(own_home, days_ago, 0)

    answer = run("history", "next")

    assert answer.status == 0
    assert answer.out.splitlines()[:4] == [
        "Desk squeeze",
        "",
        "Glute squeeze: 6 x 5 -> 6 x 10 s",
        "  You did all 6 holds of 5 s in your last two full sessions, with no pain.",
    ]
    assert "up to twice the routine's hold and never above 30 s." in answer.out
    assert "(Editorial.)" in answer.out
    assert run("history", "next").out == answer.out  # it only reads


def test_pain_is_answered_with_a_step_back(run: Run, own_home: Path) -> None:
    squeeze(own_home, 1, 7)

    answer = run("history", "next", "desk-squeeze")

    assert "Glute squeeze: 6 x 5 -> 5 x 5 s" in answer.out
    assert "Silbernagel 2007" in answer.out


def test_a_routine_that_was_never_done_has_no_next_step(run: Run, own_home: Path) -> None:
    squeeze(own_home, 1, 0)

    answer = run("history", "next", "first-session")

    assert answer.out == "First session\nNo next step now: go on as you do.\n"


def test_an_unknown_routine_is_said(run: Run, own_home: Path) -> None:
    answer = run("history", "next", "no-such-thing")

    assert answer.status == 1
    assert "no-such-thing" in answer.err
