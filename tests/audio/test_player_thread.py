"""The thread that looks ahead."""

import threading
from threading import Event, RLock

import pytest

from glutetimer.audio import player_thread
from glutetimer.audio.player_thread import Lookout


class Tower:
    """A lookout that counts, and says when it has looked so often; it may fail once."""

    fails_at = -1

    def __init__(self, wait_s: float | None, enough: int) -> None:
        self.lock = RLock()
        self.looks = 0
        self.is_enough = Event()
        self._wait_s = wait_s
        self._enough = enough
        self.mistakes = 0
        self.lookout = Lookout("tower", self.lock, self.look, self.note_mistake)

    def note_mistake(self) -> None:
        self.mistakes += 1

    def look(self) -> float | None:
        self.looks += 1
        if self.looks == self.fails_at:
            raise KeyError("a mistake of ours")
        if self.looks >= self._enough:
            self.is_enough.set()
        return self._wait_s


def test_it_looks_again_after_as_long_as_it_was_told() -> None:
    tower = Tower(0.001, enough=3)
    tower.lookout.start()
    assert tower.is_enough.wait(5)
    tower.lookout.close(5)


def test_a_nudge_wakes_it_and_many_are_one() -> None:
    tower = Tower(None, enough=2)
    with tower.lock:
        tower.lookout.start()
        for _ in range(100):
            tower.lookout.nudge()  # never waits, also while the lock is taken
    assert tower.is_enough.wait(5)
    tower.lookout.close(5)
    assert tower.looks <= 3


def test_closed_it_does_not_begin_any_more() -> None:
    tower = Tower(None, enough=1)
    tower.lookout.close(5)
    tower.lookout.start()
    assert tower.lookout._thread is None
    started = Tower(None, enough=1)
    started.lookout.start()
    assert started.is_enough.wait(5)
    started.lookout.close(5)
    started.lookout.close(5)
    assert started.looks == 1


def test_a_mistake_is_reported_and_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(player_thread, "MISTAKE_S", 0.001)
    reported: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda found: reported.append(found.exc_value))
    tower = Tower(0.001, enough=3)
    tower.fails_at = 1
    tower.lookout.start()
    assert tower.is_enough.wait(5)
    tower.lookout.close(5)
    assert [type(bug) for bug in reported] == [KeyError]
    assert tower.mistakes == 1
