"""The pain-monitoring model: limits and words."""

import pytest

from glutetimer.core.pain import (
    ACCEPTABLE_MOST,
    SAFE_MOST,
    PainBand,
    allows_more,
    band,
    calls_for_safety,
    is_in_leg,
    is_reason_to_end,
    is_settled,
    words_after,
    words_before,
    words_hurt,
    words_morning,
)


def test_the_limits_are_those_of_the_source() -> None:
    assert (SAFE_MOST, ACCEPTABLE_MOST) == (2, 5)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (0, PainBand.SAFE),
        (2, PainBand.SAFE),
        (3, PainBand.ACCEPTABLE),
        (5, PainBand.ACCEPTABLE),
        (6, PainBand.TOO_MUCH),
        (10, PainBand.TOO_MUCH),
    ],
)
def test_every_level_has_its_band(level: int, expected: PainBand) -> None:
    assert band(level) is expected


@pytest.mark.parametrize("level", [-1, 11])
def test_no_level_lies_outside(level: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        band(level)


@pytest.mark.parametrize(
    ("before", "after", "morning", "worst", "expected"),
    [
        (4, 4, 4, None, True),  # one's own baseline
        (3, 3, 3, None, True),
        (5, 5, 5, 5, True),
        (0, 1, 1, None, True),
        (1, 2, 2, None, True),  # safe by the morning
        (3, 4, 3, None, True),  # risen, and settled
        (3, 4, 4, None, False),  # risen, and not settled
        (3, 4, None, None, False),  # nobody knows whether it settled
        (3, 3, None, None, True),  # nothing to settle
        (0, 2, 2, None, False),  # worse each time
        (0, 2, 0, None, False),
        (0, 0, 2, None, False),
        (2, 4, 2, None, False),
        (6, 6, 6, None, False),  # above what is acceptable
        (6, 2, 2, None, False),
        (5, 6, 5, None, False),
        (4, 4, 4, 5, False),  # it hurt more than before
        (0, 0, 0, 2, True),
        (None, 2, 2, 2, True),  # no baseline: only what is safe
        (None, 3, 2, None, False),
        (None, 2, 3, None, False),
        (4, None, 4, None, False),  # not told
    ],
)
def test_what_allows_a_step_up(
    before: int | None, after: int | None, morning: int | None, worst: int | None, expected: bool
) -> None:
    assert allows_more(before, after, morning, worst) is expected


@pytest.mark.parametrize(
    ("level", "before", "expected"),
    [
        (6, None, "6: more than is good."),
        (6, 6, "6: more than is good."),
        (6, 7, "6: less than before (7), but above 5. Keep the dose, or go lighter next time."),
        (4, 7, "4: acceptable if it has settled by tomorrow morning."),
    ],
)
def test_pain_that_falls_is_told_so(level: int, before: int | None, expected: str) -> None:
    assert words_after(level, before).startswith(expected)


def test_pain_that_falls_into_the_morning_is_no_step_back() -> None:
    told = "6: less than before that session (7). Keep the dose, or go lighter next time."
    assert words_morning(6, 7) == told


@pytest.mark.parametrize(
    ("morning", "before", "expected"),
    [
        (0, None, True),
        (2, 0, True),  # safe by itself
        (3, None, False),
        (3, 2, False),  # more than before
        (3, 3, True),
        (5, 6, True),
        (6, 6, False),  # above 5 is never settled
        (10, None, False),
    ],
)
def test_settled_by_morning(morning: int, before: int | None, expected: bool) -> None:
    assert is_settled(morning, before) is expected


@pytest.mark.parametrize(
    ("level", "expected"), [(None, False), (0, False), (7, False), (8, True), (10, True)]
)
def test_the_safety_text_is_offered_for_much_pain(level: int | None, expected: bool) -> None:
    assert calls_for_safety(level) is expected


@pytest.mark.parametrize(
    ("level", "before", "after"),
    [
        (2, "safe range", "safe range"),
        (5, "should not grow", "settled by tomorrow morning"),
        (6, "above 5, so step back", "step back"),
    ],
)
def test_words_before_and_after(level: int, before: str, after: str) -> None:
    assert before in words_before(level)
    assert after in words_after(level)


@pytest.mark.parametrize(
    ("level", "before", "word"),
    [
        (1, None, "settled"),
        (4, 4, "settled"),
        (4, None, "lighter"),
        (4, 3, "more than before that session (3)"),
        (7, 7, "above 5"),
    ],
)
def test_words_for_the_morning(level: int, before: int | None, word: str) -> None:
    assert word in words_morning(level, before)


@pytest.mark.parametrize("level", range(11))
def test_every_answer_gets_its_number_back(level: int) -> None:
    for words in (words_before(level), words_after(level), words_morning(level)):
        assert words.startswith(f"{level}: ")
        assert len(words) < 110


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("", False),
        ("low back", False),
        ("left knee", False),
        ("hip", False),
        ("leg", True),
        ("low back, leg", True),
        ("Left Calf and foot", True),
        ("down both legs", True),
        ("legend", False),
    ],
)
def test_pain_in_the_leg_is_known_by_its_words(where: str, expected: bool) -> None:
    assert is_in_leg(where) is expected


@pytest.mark.parametrize(
    ("level", "where", "ends", "is_safety_offered", "word"),
    [
        (None, "", False, False, "Sharp back pain"),
        (0, "low back", False, False, "Sharp back pain"),
        (5, "", False, False, "Sharp back pain"),
        (6, "", True, False, "step back"),
        (7, "hip", True, False, "step back"),
        (8, "", True, True, "a lot"),
        (10, "hip", True, True, "a lot"),
        (None, "leg", True, True, "down the leg"),
        (1, "low back, leg", True, True, "down the leg"),
        (9, "leg", True, True, "down the leg"),
    ],
)
def test_what_is_said_when_it_hurts(
    level: int | None, where: str, ends: bool, is_safety_offered: bool, word: str
) -> None:
    assert is_reason_to_end(level, where) is ends
    assert calls_for_safety(level, where) is is_safety_offered
    assert word in words_hurt(level, where)
