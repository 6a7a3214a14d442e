from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.exercise import OpenReps, Reps, Tempo
from glutetimer.files.durations import parse_duration, parse_reps, parse_tempo


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("45s", 45.0),
        ("45 s", 45.0),
        (" 45s ", 45.0),
        ("0.5s", 0.5),
        ("0s", 0.0),
        ("1m", 60.0),
        ("1m30s", 90.0),
        ("1m 30s", 90.0),
        ("2 min", 120.0),
        ("1.5m", 90.0),
        ("2,5s", 2.5),
        ("1:30", 90.0),
        ("45", 45.0),
        (45, 45.0),
        (0, 0.0),
        (0.5, 0.5),
        (1.0004, 1.0),
        (-3, -3.0),  # the limits are the reader's
    ],
)
def test_durations_that_people_write(written: object, seconds: float) -> None:
    assert parse_duration(written) == seconds


@pytest.mark.parametrize(
    "written",
    [
        *["", " ", "s", "m", "1:3", "30s1m", "-5s", "1e3s", "½s", "1s\n1s"],
        *["1.s", "1,000s", "9" * 10_000 + "s"],
        *[True, nan, inf, -inf, 10**400, None, [1], {"s": 1}],
    ],
)
def test_what_is_no_duration(written: object) -> None:
    assert parse_duration(written) is None


@given(st.integers(0, 599), st.integers(0, 999))
def test_every_millisecond_comes_through_in_each_form(seconds: int, ms: int) -> None:
    total = seconds + ms / 1000
    minutes, rest = divmod(seconds, 60)
    assert parse_duration(f"{seconds}.{ms:03}s") == pytest.approx(total, abs=1e-9)
    assert parse_duration(f"{minutes}m{rest}.{ms:03}s") == pytest.approx(total, abs=1e-9)
    assert parse_duration(total) == pytest.approx(total, abs=1e-9)


@given(st.text() | st.integers() | st.floats() | st.none() | st.booleans())
def test_anything_is_a_finite_duration_or_none(written: object) -> None:
    seconds = parse_duration(written)
    assert seconds is None or abs(seconds) < inf


def test_four_digits_are_lower_bottom_lift_top() -> None:
    assert parse_tempo("3-0-2-1") == Tempo(lift_s=2, top_s=1, lower_s=3, pause_s=0)
    assert parse_tempo("2.5-0.5-1-0") == Tempo(lift_s=1, top_s=0, lower_s=2.5, pause_s=0.5)


@pytest.mark.parametrize(
    ("written", "tempo"),
    [
        ("2-0-2", Tempo(lift_s=2, top_s=0, lower_s=2, pause_s=0)),
        ("30X1", Tempo(lift_s=0.5, top_s=1, lower_s=3, pause_s=0)),
        ("3-1-x-0", Tempo(lift_s=0.5, top_s=0, lower_s=3, pause_s=1)),
        ("202", Tempo(lift_s=2, top_s=0, lower_s=2, pause_s=0)),
    ],
)
def test_three_digits_have_no_hold_at_the_top_and_an_x_is_fast(written: str, tempo: Tempo) -> None:
    assert parse_tempo(written) == tempo


@pytest.mark.parametrize("written", ["", "2-0", "2-0-2-1-1", "2-0-y-1", "2--0-2-1", "2,0,2,1"])
def test_what_is_no_tempo(written: str) -> None:
    assert parse_tempo(written) is None


@given(st.tuples(*[st.integers(0, 30)] * 4))
def test_every_tempo_of_whole_seconds_is_read(phases: tuple[int, int, int, int]) -> None:
    tempo = parse_tempo("-".join(map(str, phases)))
    assert tempo is not None
    assert (tempo.lower_s, tempo.pause_s, tempo.lift_s, tempo.top_s) == phases


@pytest.mark.parametrize(
    ("written", "reps"),
    [
        (10, Reps(10, 10)),
        ("10", Reps(10, 10)),
        ("10-12", Reps(10, 12)),
        ("10 – 12", Reps(10, 12)),
        ("open", OpenReps()),
        (True, None),
        ("", None),
        ("10-", None),
        ("10-12-14", None),
        (10.0, None),
        ("ten", None),
        ([10], None),
    ],
)
def test_reps(written: object, reps: Reps | OpenReps | None) -> None:
    assert parse_reps(written) == reps
