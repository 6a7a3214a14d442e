"""A few hundred spoilt files of every kind; tests/bench/mutated_files.py reads 100,000."""

from pathlib import Path

import pytest

from tests.bench.mutated_files import KINDS, READERS, kinds, run, spoilt


@pytest.mark.parametrize("name", [*KINDS, *READERS])
def test_a_spoilt_file_is_answered_at_once_with_its_place(tmp_path: Path, name: str) -> None:
    failures: list[str] = []
    result = run(name, range(80), tmp_path, failures.append)
    assert failures == []
    assert result.files == 80
    assert result.longest_s < 2.0


@pytest.mark.parametrize("name", KINDS)
def test_a_seed_always_makes_the_same_file(tmp_path: Path, name: str) -> None:
    one, other = (kinds(tmp_path / home)[name] for home in ("one", "other"))
    files = [spoilt(one, seed) for seed in range(20)]
    assert files == [spoilt(other, seed) for seed in range(20)]
    assert len(set(files)) > 15


def test_a_failure_is_told_with_its_seed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(path: Path) -> list[str]:
        raise KeyError(path.name)

    monkeypatch.setattr("tests.bench.mutated_files._settings", fails)
    failures: list[str] = []
    result = run("settings", [7], tmp_path, failures.append)
    assert (result.tracebacks, len(failures)) == (1, 1)
    assert failures[0].startswith("settings seed 7: ")
