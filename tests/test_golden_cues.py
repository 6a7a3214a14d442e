"""What is said in our routines, word by word, against readable text files."""

from pathlib import Path

import pytest

from glutetimer.core.routine import Routine
from tests.golden_cues import (
    SHEETS,
    built_in_routines,
    clip_lengths_s,
    sheet_text,
    wanted_texts,
)


def _routines() -> list[str]:
    return sorted(path.stem for path in SHEETS.glob("*.txt"))


@pytest.fixture
def routines(tmp_path: Path) -> dict[str, Routine]:
    """The routines that come with the program, by id."""
    return {routine.id: routine for routine in built_in_routines(tmp_path)}


def test_every_routine_has_its_sheet(routines: dict[str, Routine]) -> None:
    """A new routine needs `python -m tests.golden_cues --measure`."""
    assert _routines() == sorted(routines)


def test_every_text_has_a_measured_length(tmp_path: Path) -> None:
    """New words need `python -m tests.golden_cues --measure`."""
    assert set(wanted_texts(tmp_path)) <= clip_lengths_s().keys()


@pytest.mark.parametrize("name", _routines())
def test_the_sheet_is_the_golden_one(name: str, routines: dict[str, Routine]) -> None:
    """After a wanted change: `python -m tests.golden_cues`, and read the difference."""
    golden = (SHEETS / f"{name}.txt").read_text("utf-8")
    assert sheet_text(routines[name], clip_lengths_s()) == golden
