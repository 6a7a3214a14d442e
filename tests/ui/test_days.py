"""Days are written as they were where the person was."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from glutetimer.ui.words import at_place, day_text, moment_text

NOW = datetime(2026, 1, 9, 12, tzinfo=UTC)
FAR_EAST, FAR_WEST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))


@pytest.mark.parametrize("zone", [FAR_EAST, FAR_WEST])
def test_a_session_keeps_its_day_when_the_person_travels(zone: timezone) -> None:
    late = datetime(2026, 1, 1, 23, 30, tzinfo=zone)
    assert day_text(late, NOW) == "1 Jan 2026"
    assert moment_text(late) == "1 Jan 2026, 23:30"


def test_a_time_in_utc_tells_no_place_and_is_that_of_this_machine() -> None:
    assert at_place(NOW) == NOW
    assert at_place(NOW).tzinfo is not UTC
