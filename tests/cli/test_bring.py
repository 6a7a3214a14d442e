"""`import`: a file, or what is piped in."""

import io
import json
import sys
from pathlib import Path

import pytest

from glutetimer.core.ports.bringing import MOST_BYTES
from tests.cli.conftest import Run


def pipe(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_what_is_piped_in_is_known_by_its_content(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe(monkeypatch, b"name: Legs\nsteps:\n- {name: Squat, duration: 30}\n")
    answer = run("import", "-", "--dry-run")
    assert answer.status == 0
    assert answer.out.startswith("1 routine in a file of Garmin workout (YAML)")


def test_more_than_the_most_is_refused_however_it_comes(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    content = b"Bridge 10\n" + b" " * MOST_BYTES
    pipe(monkeypatch, content)
    piped = run("import", "-", "--dry-run")
    (tmp_path / "large.txt").write_bytes(content)
    filed = run("import", str(tmp_path / "large.txt"), "--dry-run")
    for answer in (piped, filed):
        assert answer.status == 1
        assert "larger than 4 MB" in answer.err


def test_json_has_what_is_lost_with_its_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, b"Bridge 12x3\n")
    made = json.loads(run("import", "-", "--json").out)
    assert made["lost"][0] == {"line": 1, "what": "“12 x 3” is taken as 3 sets of 12"}
