"""Sets as tracks, and what one button means where the session stands."""

from glutetimer.core.exercise import OpenReps, Reps
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.ports.remote import RemoteWish
from glutetimer.core.session.session import Session
from glutetimer.core.session.states import Command
from glutetimer.core.session.tracks import remote_status, wished_command
from tests.core.builders import entry, plan, routine

TWO_SETS = plan(routine(entry(Reps(2, 2), sets=2)))  # 10 s, 12 s, rest 30 s, 12 s
OPEN = plan(routine(entry(OpenReps())))


def _begun(timeline: Timeline = TWO_SETS, at_s: float = 0.0) -> Session:
    session = Session(timeline)
    session.do(Command.START, 0.0)
    for half_seconds in range(int(2 * at_s)):
        session.advance((half_seconds + 1) / 2)
    return session


def test_a_track_is_a_set_with_the_wait_before_it() -> None:
    waits = remote_status(TWO_SETS, _begun(at_s=5.0).place, "/p/bridge.png")
    works = remote_status(TWO_SETS, _begun(at_s=20.0).place)
    rests = remote_status(TWO_SETS, _begun(at_s=30.0).place)

    assert (waits.track.number, waits.track.title) == (1, "Bridge, set 1 of 2")
    assert (waits.track.length_s, waits.track.picture) == (22.0, "/p/bridge.png")
    assert [round(s.position_s, 3) for s in (waits, works, rests)] == [5.0, 20.0, 8.0]
    assert (rests.track.number, rests.track.length_s) == (2, 42.0)
    assert rests.track.detail.startswith("2 x ")


def test_more_rest_makes_the_track_longer() -> None:
    session = _begun(at_s=30.0)
    session.do(Command.ADD_REST, 30.0)
    assert remote_status(TWO_SETS, session.place).track.length_s == 52.0


def test_a_set_that_waits_for_the_person_has_no_length() -> None:
    assert remote_status(OPEN, _begun(OPEN).place).track.length_s is None


def test_next_ends_a_set_as_done_and_a_wait_at_once() -> None:
    assert wished_command(RemoteWish.NEXT, _begun(at_s=20.0)) is Command.FINISH_SET
    assert wished_command(RemoteWish.NEXT, _begun(at_s=30.0)) is Command.NEXT
    assert wished_command(RemoteWish.BACK, _begun(at_s=20.0)) is Command.PREVIOUS


def test_play_and_pause_do_nothing_where_it_is_so_already() -> None:
    session = _begun(at_s=20.0)
    assert wished_command(RemoteWish.PLAY, session) is None
    assert wished_command(RemoteWish.PLAY_PAUSE, session) is Command.PAUSE
    session.do(Command.PAUSE, 20.0)
    assert wished_command(RemoteWish.PAUSE, session) is None
    assert wished_command(RemoteWish.PLAY_PAUSE, session) is Command.RESUME
    assert wished_command(RemoteWish.PLAY, session) is Command.RESUME
    assert not remote_status(TWO_SETS, session.place).is_running


def test_after_the_end_no_button_does_anything() -> None:
    session = _begun(at_s=20.0)
    session.do(Command.STOP, 20.0)
    assert [wished_command(wish, session) for wish in RemoteWish] == [None] * 5
