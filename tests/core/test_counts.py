"""Lines and counts."""

import pytest

from glutetimer.core.counts import count_text, one_line


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 sets"), (1, "1 set"), (2, "2 sets"), (1200, "1,200 sets")]
)
def test_a_count_agrees_with_its_noun(count: int, text: str) -> None:
    assert count_text(count, "set") == text


def test_a_noun_may_have_a_plural_of_its_own() -> None:
    assert (count_text(1, "try", "tries"), count_text(3, "try", "tries")) == ("1 try", "3 tries")


def test_several_lines_become_one() -> None:
    assert one_line(" First\n\tsession \r\n") == "First session"
