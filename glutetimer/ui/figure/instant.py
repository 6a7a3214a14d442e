"""Moments of a movement, rounded so that those that look alike are equal."""

from dataclasses import dataclass
from math import gcd

from glutetimer.figure.frame import RISE_S, Beat, Frame, frame_at
from glutetimer.figure.motion import Motion

FRAMES_PER_S = 30


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment of a movement, rounded to one of thirty frames a second.

    `number` of `count` frames of the beat have passed. Two moments that look alike are equal,
    apart from how far a figure that steps has come: `rep` and `is_back` say that.
    """

    motion: Motion
    beat: Beat
    number: int
    count: int
    is_left: bool = False
    is_back: bool = False
    rep: int = 1
    fault: str = ""

    def start(self) -> Frame:
        """The movement's first frame, which says how it is seen."""
        return frame_at(self.motion, Beat.WAIT, is_left=self.is_left)

    def frame(self) -> Frame:
        """The figure at this moment."""
        return frame_at(
            self.motion,
            self.beat,
            float(self.number),
            float(self.count),
            is_left=self.is_left,
            is_back=self.is_back,
            rep=self.rep,
            fault=self.fault,
        )


def instant_at(
    motion: Motion,
    beat: Beat,
    elapsed_s: float = 0.0,
    duration_s: float | None = None,
    *,
    is_left: bool = False,
    is_back: bool = False,
    rep: int = 1,
    fault: str = "",
) -> Instant:
    """The instant of a moment; the words are those of `frame_at`."""
    if beat is Beat.HOLD:
        # A hold goes up like a lift, and stays.
        duration_s = min(RISE_S, duration_s / 4) if duration_s else RISE_S
        beat = Beat.LOWER if motion.is_downward else Beat.LIFT
    count = max(1, round((duration_s or 0.0) * FRAMES_PER_S))
    number = min(count, max(0, round(elapsed_s * FRAMES_PER_S)))
    if duration_s is None:
        number = count
    if beat in (Beat.WAIT, Beat.TOP, Beat.PAUSE):
        number = count
    if not motion.travels:
        beat, number = _one_way(motion, beat, number, count)
        rep, is_back = 1, False
    shared = gcd(number, count)
    return Instant(motion, beat, number // shared, count // shared, is_left, is_back, rep, fault)


def _one_way(motion: Motion, beat: Beat, number: int, count: int) -> tuple[Beat, int]:
    """The way from start to top stands for the way back, too: it is eased alike at both ends."""
    there, still = Beat.LIFT, {Beat.WAIT: 0, Beat.TOP: count, Beat.PAUSE: 0}
    if motion.is_downward:
        there, still = Beat.LOWER, {Beat.WAIT: 0, Beat.TOP: 0, Beat.PAUSE: count}
    if beat in still:
        return there, still[beat]
    return there, number if beat is there else count - number
