"""The tones: exact, soft, told apart."""

from itertools import combinations, groupby, pairwise
from math import log2

import pytest

from glutetimer.audio.clips import RATE_HZ
from glutetimer.audio.tones import tone
from glutetimer.core.cues.sheet import TONE_LENGTHS_S, CueKind


@pytest.mark.parametrize("kind", TONE_LENGTHS_S)
def test_a_tone_is_as_long_as_the_sheet_believes_and_clicks_nowhere(kind: CueKind) -> None:
    samples = tone(kind)
    assert samples is not None
    assert len(samples) == round(TONE_LENGTHS_S[kind] * RATE_HZ)
    assert samples[0] == samples[-1] == 0
    assert 8_000 < max(map(abs, samples)) < 20_000
    steepest = max(abs(a - b) for a, b in pairwise(samples))
    assert steepest < 6_000  # what its own pitch needs; a click jumps further


def test_kinds_without_a_length_have_no_tone() -> None:
    assert {kind for kind in CueKind if tone(kind) is not None} == set(TONE_LENGTHS_S)


def test_no_two_tones_are_alike() -> None:
    for one, other in combinations(TONE_LENGTHS_S, 2):
        a, b = tone(one), tone(other)
        assert a is not None
        assert b is not None
        alike = sum(x * y for x, y in zip(a, b, strict=False))
        power = (sum(x * x for x in a) * sum(y * y for y in b)) ** 0.5
        assert abs(alike) / power < 0.6, (one, other)


def _melody(kind: CueKind) -> tuple[int, ...]:
    """The pitches of a tone in half-tones from the lowest A of a piano, where one follows another.

    Measured on the samples: how often the wave rises through zero in each part of 50 ms.
    """
    samples = tone(kind)
    assert samples is not None
    part = round(0.05 * RATE_HZ)
    pitches = []
    for first in range(0, len(samples) - part, part):
        window = samples[first : first + part]
        rises = [i for i, (a, b) in enumerate(pairwise(window)) if a < 0 <= b]
        hz = (len(rises) - 1) * RATE_HZ / (rises[-1] - rises[0])
        pitches.append(round(12 * log2(hz / 27.5)))
    return tuple(pitch for pitch, _ in groupby(pitches))


def test_rest_switch_change_get_ready_and_go_have_melodies_of_their_own() -> None:
    """Measured: no two of them go the same way, whatever their pitch is."""
    five = (CueKind.REST, CueKind.SWITCH, CueKind.CHANGE, CueKind.READY, CueKind.BEGIN)
    ways = {kind: tuple(b - a for a, b in pairwise(_melody(kind))) for kind in five}
    assert len(set(ways.values())) == 5
    assert all(max(map(abs, way)) >= 3 for way in ways.values())  # a minor third at least
