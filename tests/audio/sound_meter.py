"""A loudness meter that shares no code with ours: filters in time, as libebur128 designs them."""

import math
from collections.abc import Iterator, Sequence

RATE_HZ = 22_050
BLOCK, STEP = 8_820, 2_205
HALF = 24  # frames on each side from which a value between two is made

# libebur128 (ebur128_init_filter): the analogue prototypes of ITU-R BS.1770 by frequency, Q, gain.
SHELF_HZ, SHELF_DB, SHELF_Q = 1681.974450955533, 3.999843853973347, 0.7071752369554196
HIGH_PASS_HZ, HIGH_PASS_Q = 38.13547087602444, 0.5003270373238773


def weighted(samples: Sequence[int]) -> Iterator[float]:
    """The frames after both filters."""
    k = math.tan(math.pi * SHELF_HZ / RATE_HZ)
    high = 10 ** (SHELF_DB / 20)
    middle = high**0.4996667741545416
    a0 = 1 + k / SHELF_Q + k * k
    b = (
        (high + middle * k / SHELF_Q + k * k) / a0,
        2 * (k * k - high) / a0,
        (high - middle * k / SHELF_Q + k * k) / a0,
    )
    a1, a2 = 2 * (k * k - 1) / a0, (1 - k / SHELF_Q + k * k) / a0
    k = math.tan(math.pi * HIGH_PASS_HZ / RATE_HZ)
    c0 = 1 + k / HIGH_PASS_Q + k * k
    c1, c2 = 2 * (k * k - 1) / c0, (1 - k / HIGH_PASS_Q + k * k) / c0
    x1 = x2 = y1 = y2 = z1 = z2 = 0.0
    for sample in samples:
        x = sample / 32_768
        y = b[0] * x + b[1] * x1 + b[2] * x2 - a1 * y1 - a2 * y2
        z = y - 2 * y1 + y2 - c1 * z1 - c2 * z2
        x1, x2, y1, y2, z1, z2 = x, x1, y, y1, z, z1
        yield z


def lufs(samples: Sequence[int]) -> float:
    """Integrated and gated; the mean over all of it for what is shorter than a block."""
    powers = [z * z for z in weighted(samples)]
    blocks = [
        sum(powers[first : first + BLOCK]) / BLOCK
        for first in range(0, len(powers) - BLOCK + 1, STEP)
    ] or [sum(powers) / len(powers)]
    if len(samples) >= BLOCK:
        blocks = [power for power in blocks if level(power) > -70]
        gate = level(sum(blocks) / len(blocks)) - 10
        blocks = [power for power in blocks if level(power) > gate]
    return level(sum(blocks) / len(blocks))


def level(power: float) -> float:
    return -0.691 + 10 * math.log10(power) if power else -math.inf


def true_peak_dbtp(samples: Sequence[int]) -> float:
    """The highest of the frames and of three values between each two, by a windowed sinc."""
    highest = max(map(abs, samples))
    found = float(highest)
    for place, sample in enumerate(samples):
        if abs(sample) < 0.7 * highest:
            continue
        for quarter in (-3, -2, -1, 1, 2, 3):
            found = max(found, abs(_between(samples, place, quarter / 4)))
    return 20 * math.log10(found / 32_768)


def _between(samples: Sequence[int], place: int, part: float) -> float:
    total = 0.0
    for near in range(max(0, place - HALF), min(len(samples), place + HALF + 1)):
        far = part + place - near
        window = 0.5 + 0.5 * math.cos(math.pi * far / (HALF + 1))
        total += samples[near] * window * math.sin(math.pi * far) / (math.pi * far)
    return total
