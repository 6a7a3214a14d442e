"""What today's dose makes of our routines, against a readable text file."""

from pathlib import Path

from tests.golden_doses import DOSES, doses_text


def test_the_doses_are_the_golden_ones(tmp_path: Path) -> None:
    """After a wanted change: `python -m tests.golden_doses`, and read the difference."""
    assert doses_text(tmp_path) == DOSES.read_text("utf-8")
