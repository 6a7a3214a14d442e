"""The desktop's media keys at a terminal."""

from pathlib import Path

from glutetimer.core.exercise import Reps
from glutetimer.core.history.records import Outcome
from glutetimer.core.ports.remote import RemoteWish
from tests.core.builders import entry, routine
from tests.fakes import FakeClock
from tests.fakes_media import FakeRemote
from tests.terminal.fakes import FakeKeyboard
from tests.terminal.test_player import Play

TWO_SETS = routine(entry(Reps(2, 2), sets=2))  # 10 s, 12 s, rest 30 s, 12 s


class Buttons(FakeKeyboard):
    """A keyboard that nobody touches; buttons of the desktop are pressed in its time."""

    def __init__(
        self, clock: FakeClock, remote: FakeRemote, buttons: list[tuple[float, RemoteWish]]
    ) -> None:
        super().__init__(clock)
        self._remote = remote
        self._buttons = buttons

    def read(self, timeout_s: float) -> str:
        while self._buttons and self._clock.now_s() - self._begun_s >= self._buttons[0][0] - 1e-6:
            self._remote.press(self._buttons.pop(0)[1])
        return super().read(timeout_s)


def _played(*buttons: tuple[float, RemoteWish], keys: bool = True) -> Play:
    play = Play(TWO_SETS, keys=() if keys else None)
    return play.run(Buttons(play.clock, play.remote, list(buttons)))


def test_next_ends_a_set_and_skips_a_wait() -> None:
    play = _played((16.5, RemoteWish.NEXT), (20.0, RemoteWish.NEXT))

    assert play.outcomes[0] == (Outcome.DONE, 1)
    assert len(play.outcomes) == 2
    assert play.end[1] < 64.0 - 5.5 - 20.0


def test_a_pause_is_shown_on_the_desktop_and_lasts() -> None:
    play = _played((5.0, RemoteWish.PAUSE), (300.0, RemoteWish.PLAY))

    seen = [(one.track.number, one.is_running) for one in play.remote.shown]
    assert (1, False) in seen
    assert play.clock.now_s() > 300.0
    assert (play.remote.begun, play.remote.ended) == (1, 1)


def test_the_desktop_is_told_of_steps_and_not_of_every_moment() -> None:
    play = _played()
    assert len(play.remote.shown) < len(play.coach.timeline.steps) + 3


def test_in_a_pipe_the_desktop_sees_nothing() -> None:
    play = _played(keys=False)
    assert (play.remote.begun, play.remote.shown) == (0, [])


def test_the_desktop_sees_the_picture_that_the_window_has_made(tmp_path: Path) -> None:
    play = Play(TWO_SETS, keys=())
    play.remote.folder = str(tmp_path)
    exercise = TWO_SETS.entries[0].exercise
    play.run(Buttons(play.clock, play.remote, []))
    assert {one.track.picture for one in play.remote.shown} == {""}

    play = Play(TWO_SETS, keys=())
    play.remote.folder = str(tmp_path)
    picture = tmp_path / f"{exercise.id}.png"
    picture.write_bytes(b"")
    play.run(Buttons(play.clock, play.remote, []))
    assert {one.track.picture for one in play.remote.shown} == {str(picture)}
