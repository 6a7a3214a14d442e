"""A screen, and keys that are pressed at given times."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.fakes import FakeClock


@dataclass
class FakeScreen:
    """Remembers what it was given."""

    logged: list[str] = field(default_factory=list)
    shown: list[list[str]] = field(default_factory=list)

    def log(self, line: str) -> None:
        self.logged.append(line)

    def show(self, lines: Sequence[str]) -> None:
        self.shown.append(list(lines))


class FakeKeyboard:
    """Waiting for a key lets the clock go on; keys come when it reaches their time."""

    def __init__(self, clock: FakeClock, keys: Iterable[tuple[float, str]] = ()) -> None:
        self._clock = clock
        self._begun_s = clock.now_s()
        self._keys = list(keys)
        self.waits: list[float] = []

    def read(self, timeout_s: float) -> str:
        """The key whose time has come, else "" after the whole wait."""
        self.waits.append(timeout_s)
        if self._keys and self._clock.now_s() - self._begun_s >= self._keys[0][0] - 1e-6:
            return self._keys.pop(0)[1]
        self._clock.advance(timeout_s)
        return ""
