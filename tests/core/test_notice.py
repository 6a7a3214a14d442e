"""A notice in one line."""

import pytest

from glutetimer.core.notice import Notice


@pytest.mark.parametrize(
    "notice",
    [
        Notice("The voice cannot work", "Free some disk space"),
        Notice("The voice cannot work.", "Free some disk space."),
        Notice(" The voice cannot work. ", "Free some disk space"),
    ],
)
def test_cause_and_cure_have_one_full_stop_each(notice: Notice) -> None:
    assert str(notice) == "The voice cannot work. Free some disk space."


def test_without_a_cure_it_is_one_sentence() -> None:
    assert str(Notice("The voice is back")) == "The voice is back."
