"""A library of five small exercises, one of each sort, and no built-in files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from glutetimer.files.library import Library

EXERCISES = {
    "bridge": """
        name = "Bridge"
        position = "supine"
        tempo = { lift = "2s", top = "1s", lower = "3s", pause = "0.5s" }
        dose = { sets = 3, reps = "10-12", rest = "40s" }
        """,
    "clam": """
        name = "Clam"
        position = "side-lying"
        sides = "each"
        switch = "7s"
        dose = { sets = 1, reps = 15, rest = "30s" }
        equipment = { needed = ["mat"], optional = ["band"] }
        """,
    "march": """
        name = "March"
        position = "supine"
        sides = "alternating"
        """,
    "iso": """
        name = "Iso"
        position = "supine"
        kind = "hold"
        dose = { sets = 2, hold = "20s", rest = 30 }
        """,
    "walk": """
        name = "Walk"
        position = "standing"
        kind = "steps"
        directions = ["right", "left"]
        dose = { sets = 3, steps = 5, rest = "30s" }
        """,
}

CheckText = Callable[[str], list[str]]


def write_exercises(folder: Path) -> None:
    """Write the five exercises."""
    folder.mkdir(parents=True)
    for name, text in EXERCISES.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library with the five exercises and no routine."""
    home = tmp_path_factory.mktemp("library")
    write_exercises(home / "exercises")
    (home / "routines").mkdir()
    return Library(home / "exercises", home / "routines", home / "data", home / "cache.json")


@pytest.fixture
def check_text(library: Library, tmp_path: Path) -> CheckText:
    """Checks a text as if it were a file: its mistakes as "line N: message"."""

    def check(text: str) -> list[str]:
        file = tmp_path / "mine.toml"
        file.write_bytes(text.encode("utf-8"))
        return [str(problem) for problem in library.check_file(str(file)).problems]

    return check
