"""What a screen reader is told while a session goes on."""

from collections.abc import Iterator

import pytest

from glutetimer.core.plan.plan import plan
from glutetimer.core.session.announcement import announcement
from glutetimer.core.session.picture import picture_of
from glutetimer.core.session.session import Session
from glutetimer.core.session.states import Command
from glutetimer.core.settings import FirstWait, Settings
from tests.built_in import library


def told(*, is_spoken: bool, seconds: int = 90) -> list[str]:
    """All that is told in the first seconds of a routine, asked ten times a second."""
    return list(_told(is_spoken, seconds))


def _told(is_spoken: bool, seconds: int) -> Iterator[str]:
    session = begun()
    before = None
    for tenth in range(seconds * 10):
        session.advance(tenth / 10)
        now = picture_of(session)
        if text := announcement(before, now, is_spoken):
            yield text
        before = now


def begun() -> Session:
    """A session of steps with a band that has just begun, at second 0."""
    routine = library().routine("under-active-glutes")
    session = Session(plan(routine, Settings(first_wait=FirstWait.NONE)))
    session.do(Command.START, 0.0)
    return session


def test_without_a_voice_all_is_told_that_the_eyes_would_see() -> None:
    words = told(is_spoken=False)
    assert words[0].startswith("Get ready, 15 seconds. ")
    assert any(word.startswith("Step, rep 1") for word in words), words
    assert "Follow" in words
    assert all(word.strip() and "  " not in word for word in words)


def test_each_rep_is_told_once() -> None:
    words = told(is_spoken=False, seconds=32)
    reps = [word for word in words if ", rep " in word]
    assert reps == [f"Step, rep {n}" for n in (1, 2, 3, 4, 5)]


def test_what_the_voice_says_is_not_said_twice() -> None:
    assert told(is_spoken=True) == []


@pytest.mark.parametrize("is_spoken", [True, False])
def test_that_it_goes_on_after_a_pause_is_always_told(is_spoken: bool) -> None:
    session = begun()
    session.advance(1.0)
    running = picture_of(session)
    session.do(Command.PAUSE, 1.0)
    paused = picture_of(session)
    assert announcement(running, paused, is_spoken) == ""  # the page says why
    session.do(Command.RESUME, 25.0)
    assert announcement(paused, picture_of(session), is_spoken).startswith("Going on")


@pytest.mark.parametrize("is_spoken", [True, False])
def test_a_jump_while_it_stands_still_tells_where_one_is_now(is_spoken: bool) -> None:
    session = begun()
    session.advance(1.0)
    session.do(Command.PAUSE, 1.0)
    before = picture_of(session)
    session.do(Command.NEXT, 2.0)  # to the end of the wait
    session.do(Command.NEXT, 3.0)  # into the set
    now = picture_of(session)
    assert now.word in announcement(before, now, is_spoken).upper()
    assert now.set_name in announcement(before, now, is_spoken)
