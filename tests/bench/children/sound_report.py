"""What a session that was played tells whoever listens to its recording."""

from dataclasses import dataclass, field
from typing import NamedTuple

from glutetimer.core.cues.sheet import SheetCue

BEAT_MS = 10


class Beat(NamedTuple):
    """From one beat of the window's heart to the next, in seconds.

    `in_calls_s` were spent in the window's thread for sound: its player, its sheet. In `held_s`, at
    most, the threads of sound computed and so kept it from going on. In `waited_s`, at most, it
    stood still while one of them waited for a processor, perhaps holding the interpreter.
    """

    gap_s: float
    in_calls_s: float
    held_s: float
    waited_s: float

    @property
    def by_sound_s(self) -> float:
        """How much later than it should a beat came for what sound computed, at most."""
        return min(self._late_s, self.in_calls_s + self.held_s)

    @property
    def near_sound_s(self) -> float:
        """The same with what other programs did to the threads of sound."""
        return min(self._late_s, self.in_calls_s + self.held_s + self.waited_s)

    @property
    def _late_s(self) -> float:
        return max(0.0, self.gap_s - BEAT_MS / 1_000)


@dataclass
class Report:
    """The cues of the last sheet with their samples, and the places from which the session ran.

    A run is (step, seconds into it, clock time); at `pauses_s` of the clock the session paused
    itself because the machine had stood still for too long. `beats` are those of the window's
    heart.
    """

    cues: list[tuple[SheetCue, bytes]] = field(default_factory=list)
    durations_s: tuple[float | None, ...] = ()
    runs: list[tuple[int, float, float]] = field(default_factory=list)
    pauses_s: list[float] = field(default_factory=list)
    ended_s: float = 0.0
    beats: list[Beat] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
