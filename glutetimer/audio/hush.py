"""The hush: what a loudspeaker is given while nothing sounds, so that it stays awake."""

import random
from array import array
from functools import cache

from glutetimer.audio.clips import RATE_HZ, Samples, silence

LEAD_IN_S = 0.6
"""A loudspeaker that was asleep hears at least so much of it before the first words.

Usually it is 0.8 s: the words are due 0.7 s after the beginning, and the device is asked for before
that. On a busy machine it may open 0.2 s later, and they still need not wait."""


_LEVEL = 16
"""The noise stays within so many of 32,768 steps, -71 dB: over what counts as silence for a
loudspeaker, under what is heard. Chosen by reckoning, not by trying many loudspeakers."""


def hush(frame: int, count: int, is_noise: bool) -> Samples:
    """So many frames from a frame of the stream on: noise, or silence."""
    if not is_noise:
        return silence(count)
    first = frame % RATE_HZ
    noise = _noise() * (1 + (first + count) // RATE_HZ)
    return noise[first : first + count]


@cache
def _noise() -> Samples:
    """A second of it, which is repeated."""
    chance = random.Random(0)
    return array("h", [chance.randint(-_LEVEL, _LEVEL) for _ in range(RATE_HZ)])
