"""CONTRIBUTING.md names files and things of the code: each of them is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
FOLDERS = ("glutetimer", "tests", "assets", "package")
PATHS = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.*")]
QUOTED = sorted(set(re.findall(r"`([^`\n]+)`", TEXT)))
FILES = [text for text in QUOTED if re.fullmatch(r"[\w./-]+\.(py|md|toml|lock)", text)]
NAMES = [text for text in QUOTED if re.fullmatch(r"_?[A-Z]\w+|\w+_\w+", text)]


@pytest.mark.parametrize("path", FILES)
def test_every_file_that_is_named_is_there(path: str) -> None:
    is_found = any(f"/{one.as_posix()}".endswith(f"/{path}") for one in PATHS)
    assert is_found or (ROOT / path).is_file()


def test_every_name_is_in_the_code() -> None:
    code = "\n".join(
        path.read_text("utf-8")
        for folder in ("glutetimer", "tests")
        for path in (ROOT / folder).rglob("*.py")
        if path != Path(__file__)
    )
    missing = [name for name in NAMES if not re.search(rf"\b{re.escape(name)}\b", code)]
    assert missing == []


def test_the_way_in_stays_short() -> None:
    assert len(TEXT.splitlines()) <= 120
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 100
