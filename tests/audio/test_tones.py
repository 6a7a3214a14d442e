"""The tones: exact, soft, told apart."""

from itertools import combinations, pairwise

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
