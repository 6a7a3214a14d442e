"""A virtual sound machine: a clock, a device that pulls blocks, and what it has played."""

from array import array
from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple

from glutetimer.audio.clips import RATE_HZ, Samples
from glutetimer.audio.conductor import Conductor
from glutetimer.audio.mixer import Mixer
from glutetimer.audio.playing import Sound
from glutetimer.audio.stream_clock import StreamClock
from glutetimer.core.cues.sheet import CueKind, CueSheet, SheetCue
from tests.fakes import FakeClock

BUFFERED_S = 0.12
BLOCK = 4_410
BLOCK_S = BLOCK / RATE_HZ


class Heard(NamedTuple):
    """A stretch of one sample value: `at_s` of the clock, length in frames."""

    value: int
    at_s: float
    frames: int


def clip(value: int, duration_s: float) -> Samples:
    """A clip that can be told in the output by the value of its samples."""
    return array("h", [value]) * round(duration_s * RATE_HZ)


def cue(
    text: str, offset_s: float, step: int = 0, kind: CueKind = CueKind.FORM, duration_s: float = 0.5
) -> SheetCue:
    return SheetCue(step * 10.0 + offset_s, offset_s, duration_s, kind, text, step)


class Rig:
    """Steps of ten seconds; `values` gives each text's clip of half a second."""

    def __init__(self, values: Mapping[str, Samples], tone: Samples | None = None) -> None:
        self.clock = FakeClock()
        self.mixer = Mixer()
        self.timing = StreamClock(BUFFERED_S)
        self.values = values
        self.tone = tone
        self.conductor = Conductor(self.mixer, self.timing, self._sound_of, self._tone_of)
        self.began_s = self.clock.now_s()
        self.output = array("h")
        self._ticks = 0
        self.run(0.4)  # two requests: the stream's time is known

    def run(self, duration_s: float) -> None:
        """Let so many seconds pass, a whole number of tenths."""
        for _ in range(round(duration_s * 10)):
            if self._ticks % 2 == 0:
                self.timing.asked(self.mixer.position, self.clock.now_s())
                self.output.frombytes(self.mixer.read(BLOCK))
            self.conductor.pump(self.clock.now_s())
            self._ticks += 1
            now_s = self.began_s + self._ticks / 10
            self.clock.advance(now_s - self.clock.now_s())

    def start(self, sheet: CueSheet, step: int = 0, elapsed_s: float = 0.0) -> float:
        """Run a sheet from now on; returns the clock time at which step 0 began."""
        self.conductor.load(sheet)
        self.resume(step, elapsed_s)
        return self.clock.now_s() - elapsed_s - 10.0 * step

    def resume(self, step: int, elapsed_s: float, added_s: float = 0.0) -> None:
        self.conductor.run_from(step, elapsed_s, self.clock.now_s(), added_s)
        self.conductor.pump(self.clock.now_s())

    def hold(self) -> None:
        self.conductor.hold(self.clock.now_s())

    def heard(self) -> list[Heard]:
        """All that sounded, in order, fades left out."""
        found, position = [], 0
        for value, group in groupby(self.output):
            count = len(list(group))
            if value and count > 10:
                at_s = self.began_s + BUFFERED_S + position / RATE_HZ
                found.append(Heard(value, at_s, count))
            position += count
        return found

    def _sound_of(self, wanted: SheetCue) -> Sound | None:
        samples = self.values.get(wanted.text)
        return None if samples is None else Sound(samples, is_tone=False)

    def _tone_of(self, kind: CueKind) -> Sound | None:
        return None if self.tone is None else Sound(self.tone, is_tone=True)
