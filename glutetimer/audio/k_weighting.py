"""The K weighting: how much a frequency counts for loudness; plain arithmetic, no libraries."""

import cmath
import math
from typing import Any

# Recommendation ITU-R BS.1770-5, annex 1, tables 1 and 2: (b0, b1, b2), (a0, a1, a2) at 48 kHz.
# Their response is looked up at the frequency itself, so it holds for sound of any rate.
FILTER_RATE_HZ = 48_000
_SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
_HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
_OFFSET_DB = -0.691  # so that the weighting is 0 dB at 997 Hz

TARGET_LUFS = -16.0
"""Every clip and tone is so loud at full volume."""

CEILING_DBTP = -2.0
"""No clip's true peak is above; what is left to -1 is for a tone under a voice."""


def k_power(hz: float) -> float:
    """The factor by which the power at a frequency counts."""
    return float(k_gain(cmath.exp(-2j * math.pi * hz / FILTER_RATE_HZ)) ** 2)


def k_gain(delay: Any) -> Any:
    """The factor of amplitude at a delay of one frame of FILTER_RATE_HZ: exp(-i omega).

    For one number, or an array of numpy's.
    """
    gain: Any = 1.0
    for (b0, b1, b2), (a0, a1, a2) in (_SHELF, _HIGH_PASS):
        above = b0 + (b1 + b2 * delay) * delay
        gain = gain * abs(above / (a0 + (a1 + a2 * delay) * delay))
    return gain


def lufs(power: float) -> float:
    """The loudness of a mean weighted power, of which a full sine has about 0.5; -inf for none."""
    return _OFFSET_DB + 10.0 * math.log10(power) if power > 0.0 else -math.inf


def factor(decibels: float) -> float:
    """The factor of amplitude that so many decibels are."""
    return float(10.0 ** (decibels / 20.0))
