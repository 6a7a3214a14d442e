"""Words that are said otherwise than they are written."""

import pytest

from glutetimer.core.cues.pronunciation import spoken_form

SAY = (("RDL", "R D L"), ("iso", "eye so"), ("iso hold", "eye so hold"), ("C++", "see"))


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Next: RDL.", "Next: R D L."),
        ("rdl, iso", "R D L, eye so"),
        ("Iso hold, 30 seconds", "eye so hold, 30 seconds"),
        ("Isometric curls", "Isometric curls"),  # whole words only
        ("isolate", "isolate"),
        ("No C++ here", "No see here"),  # what means something to a pattern is plain here
        ("", ""),
    ],
)
def test_whole_words_are_replaced(written: str, spoken: str) -> None:
    assert spoken_form(written, SAY) == spoken


def test_without_a_list_nothing_changes() -> None:
    assert spoken_form("RDL", ()) == "RDL"
