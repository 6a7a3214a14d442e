"""2,000 spoilt routine files: each is clean or has located mistakes, and none ends the program."""

from pathlib import Path
from random import Random

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.settings import Settings
from glutetimer.files.library import Library
from glutetimer.toml_text.document import MAX_FILE_BYTES
from glutetimer.toml_text.problem import is_plain
from tests.files.mutations import misspell_key, spoilt
from tests.files.test_samples import DATA, EXERCISES, ROUTINES

BATCHES = 20
FILES_PER_BATCH = 100
ORIGINALS = sorted([*ROUTINES.glob("*.toml"), *(DATA / "routines_good").glob("*.toml")])


def new_library(home: Path) -> Library:
    """A library of the built-in exercises."""
    return Library(EXERCISES, ROUTINES, home / "data", home / "cache.json")


def mistakes(library: Library, file: Path) -> int:
    """How many mistakes a file has, each of them located and safe to print."""
    problems = library.check_file(str(file)).problems
    content = file.read_bytes()
    for problem in problems:
        is_read = len(content) <= MAX_FILE_BYTES  # what is not has no lines
        assert is_read <= problem.line <= content.count(b"\n") + 1
        assert problem.message
        assert all(map(is_plain, problem.message))
        assert len(problem.message) < 1000
    assert list(problems) == sorted(problems, key=lambda problem: problem.line)
    return len(problems)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_spoilt_routines_are_clean_or_have_located_mistakes(tmp_path: Path, batch: int) -> None:
    random = Random(batch)
    library = new_library(tmp_path)
    clean = 0
    for number in range(FILES_PER_BATCH):
        file = tmp_path / f"{batch}-{number}.toml"
        file.write_bytes(spoilt(random.choice(ORIGINALS).read_bytes(), random))
        if mistakes(library, file):
            with pytest.raises(Trouble, match=r"line [0-9]+: |is larger than"):
                library.routine(str(file))
        else:
            assert library.routine(str(file)).entries
            clean += 1
    assert 0 < clean < FILES_PER_BATCH / 2  # most are noticed; some mutations do no harm


def test_spoilt_exercises_are_clean_or_have_located_mistakes(tmp_path: Path) -> None:
    random = Random(2026)
    library = new_library(tmp_path)
    originals = sorted(EXERCISES.glob("*.toml"))
    bad = 0
    for number in range(200):
        file = tmp_path / f"{number}.toml"
        file.write_bytes(spoilt(random.choice(originals).read_bytes(), random))
        bad += mistakes(library, file) > 0
    assert 100 < bad < 200


def test_a_folder_of_spoilt_files_is_listed(tmp_path: Path) -> None:
    random = Random(7)
    for kind, originals in (("routines", ORIGINALS), ("exercises", sorted(EXERCISES.glob("*")))):
        (tmp_path / "data" / kind).mkdir(parents=True)
        for original in originals:
            spoilt_file = tmp_path / "data" / kind / original.name
            spoilt_file.write_bytes(spoilt(original.read_bytes(), random))
    listings = new_library(tmp_path).listings(Settings())
    assert len(listings) == len(ORIGINALS)
    assert any(listing.problems for listing in listings)
    assert all((listing.total_s is None) == bool(listing.problems) for listing in listings)


def test_a_misspelt_key_is_told_at_its_own_line(tmp_path: Path) -> None:
    random = Random(99)
    library = new_library(tmp_path)
    file = tmp_path / "slip.toml"
    noticed = 0
    for _ in range(300):
        original = random.choice(ORIGINALS).read_bytes()
        slip = misspell_key(original, random)
        file.write_bytes(slip)
        pairs = zip(original.split(b"\n"), slip.split(b"\n"), strict=True)
        changed = [line for line, (old, new) in enumerate(pairs, 1) if old != new]
        problems = library.check_file(str(file)).problems
        if problems:
            noticed += 1
            assert changed[0] in [problem.line for problem in problems]
    assert noticed > 250  # the others are inside of notes, or a doubled letter that was swapped
