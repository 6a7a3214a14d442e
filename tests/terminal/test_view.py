"""What is shown of a moment."""

from dataclasses import replace

import pytest

from glutetimer.core.exercise import CueMoment, Hold, Kind, OpenHold, OpenReps, Reps, Side, Sides
from glutetimer.core.history.records import Achieved, Outcome, SetResult
from glutetimer.core.notice import Notice
from glutetimer.core.routine import Prescription
from glutetimer.core.session.picture import picture_of
from glutetimer.core.session.session import Session
from glutetimer.core.session.states import Command
from glutetimer.terminal.session_keys import SessionKeys
from glutetimer.terminal.view import (
    done_text,
    live_lines,
    notice_line,
    set_line,
    step_line,
)
from tests.core.builders import entry, exercise, plan, routine

USUAL = SessionKeys({})


def session_at(some: Prescription, seconds: float) -> Session:
    session = Session(plan(routine(some)))
    session.do(Command.START, 0.0)
    for tenth in range(1, round(seconds * 10) + 1):
        session.advance(tenth / 10)
    return session


def shown(session: Session, muted: bool, columns: int) -> list[str]:
    return live_lines(picture_of(session), muted, columns, USUAL)


def test_waiting() -> None:
    lines = shown(session_at(entry(sets=2), 2.5), muted=False, columns=80)

    assert lines[0] == "GET READY  8 s  Bridge, set 1 of 2"
    assert lines[1].endswith("left")
    assert lines[2] == entry().exercise.cues_at(CueMoment.SETUP)[0].say
    assert lines[3] == "Then: set 2 of 2"
    assert lines[4] == USUAL.hints(is_paused=False)


def test_a_rep() -> None:
    lines = shown(session_at(entry(sets=2), 16.5), muted=True, columns=80)

    assert lines[0] == "LIFT  1.5 s  rep 2 of 8  Bridge, set 1 of 2  muted"
    assert lines[3] == "Next: set 2 of 2"


def test_the_side_of_a_rep_in_turns() -> None:
    some = entry(sides=Sides.ALTERNATING)

    assert shown(session_at(some, 10.5), False, 80)[0].endswith("Bridge  left side")
    assert shown(session_at(some, 16.5), False, 80)[0].endswith("Bridge  right side")


def test_a_hold_counts_whole_seconds() -> None:
    some = entry(Hold(20.0), what=exercise("Thrust", Kind.HOLD))

    assert shown(session_at(some, 14.5), False, 80)[0] == "HOLD  16 s  Thrust"


@pytest.mark.parametrize(
    ("some", "expected"),
    [
        (entry(OpenHold(), what=exercise("Thrust", Kind.HOLD)), "HOLD  4 s, Enter when done"),
        (entry(OpenReps()), "LOWER  0.5 s  rep 1, Enter when done  Bridge"),
    ],
)
def test_open_ended_sets(some: Prescription, expected: str) -> None:
    assert shown(session_at(some, 14.5), False, 80)[0].startswith(expected)


def test_a_pause_is_named_first() -> None:
    session = session_at(entry(), 2.0)
    session.do(Command.PAUSE, 2.0)

    lines = shown(session, False, 80)
    assert lines[0].startswith("PAUSED - GET READY")
    assert lines[4].startswith("space go on ")


def test_the_keys_fit_a_usual_terminal() -> None:
    assert max(len(USUAL.hints(is_paused=is_paused)) for is_paused in (False, True)) < 80


def test_added_rest_is_counted() -> None:
    session = session_at(entry(), 2.0)
    session.do(Command.ADD_REST, 2.0)

    assert shown(session, False, 80)[0].startswith("GET READY  18 s")


@pytest.mark.parametrize("columns", [1, 20, 80, 300])
def test_the_bar_fits_any_terminal(columns: int) -> None:
    line = shown(session_at(entry(), 5.0), False, columns)[1]

    assert len(line) <= max(columns, 30)


def test_the_end_is_all_of_the_bar() -> None:
    session = session_at(entry(Reps(1, 1)), 20.0)

    assert "100%  0:00 left" in shown(session, False, 80)[1]


def test_the_lines_of_a_log() -> None:
    timeline = plan(routine(entry(sets=2)))

    assert step_line(timeline, 0).split("  ")[0] == "GET READY 10 s"
    assert step_line(timeline, 0).endswith("next: Bridge, set 1 of 2")
    assert step_line(timeline, 1).startswith("GO ")
    assert step_line(timeline, 1).endswith("Bridge, set 1 of 2: 8-10 reps")


def result(planned: Achieved, done: Achieved, outcome: Outcome, side: Side | None) -> SetResult:
    return SetResult(0, 0, "clam", "Clam", 1, 1, side, 1, planned, done, outcome)


@pytest.mark.parametrize(
    ("planned", "done", "expected"),
    [
        (Achieved(8, 44.0), Achieved(6, 30.0), "6 of 8 reps"),
        (Achieved(None, None), Achieved(13, 70.0), "13 reps"),
        (Achieved(None, 30.0), Achieved(None, 12.4), "12 s of 30 s"),
        (Achieved(None, None), Achieved(None, 41.7), "42 s"),
        (Achieved(None, 5.5), Achieved(None, 5.5), "5.5 s of 5.5 s"),
    ],
)
def test_what_was_done(planned: Achieved, done: Achieved, expected: str) -> None:
    assert done_text(planned, done) == expected


def test_a_set_that_hurt() -> None:
    line = set_line(result(Achieved(8, 44.0), Achieved(2, 9.0), Outcome.HURT, Side.LEFT))

    assert line.startswith("it hurt ")
    assert line.endswith("Clam, left side: 2 of 8 reps")


def test_a_log_says_what_a_side_does_and_what_to_put_on() -> None:
    done = result(Achieved(8, 44.0), Achieved(8, 44.0), Outcome.DONE, Side.LEFT)
    single = replace(exercise("Clam"), works="{side} foot pushes, {other} leg up")
    assert set_line(done, single).endswith("Clam, left foot pushes: 8 of 8 reps")
    banded = replace(exercise("Walk"), needed=("loop band",), worn="around both shins")
    timeline = plan(routine(entry(what=banded)))
    assert step_line(timeline, 0).endswith("next: Walk; Band around both shins")


@pytest.mark.parametrize(
    ("text", "cure", "expected"),
    [
        ("No device", "Plug one in", "Note: No device. Plug one in."),
        ("No device.", "Plug one in.", "Note: No device. Plug one in."),
        ("No device.", "", "Note: No device."),
    ],
)
def test_notices_end_with_one_full_stop(text: str, cure: str, expected: str) -> None:
    assert notice_line(Notice(text, cure)) == expected
