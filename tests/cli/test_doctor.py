"""`glutetimer doctor`."""

import os
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest

from glutetimer import app
from glutetimer.cli import doctor
from glutetimer.cli.doctor import Finding
from glutetimer.core.errors import Trouble
from glutetimer.folders import Folders
from tests.cli.conftest import Run


def names(out: str) -> list[str]:
    return [line.split()[1] for line in out.splitlines() if line.startswith(("ok", "warn"))]


def test_every_line_is_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [("voice", "none", False, "Install one")]
    monkeypatch.setattr(app, "diagnose_sound", lambda settings: found)

    answer = run("doctor")

    assert names(answer.out) == [
        "glutetimer",
        "python",
        "sqlite",
        "pyttsx3",
        "miniaudio",
        "qt",
        "display",
        "voice",
        "data",
        "cache",
        "history",
        "routines",
    ]
    assert answer.status == 0  # without a voice a session goes on with tones
    assert "warn  voice" in answer.out
    assert "-> Install one" in answer.out


def checks(monkeypatch: pytest.MonkeyPatch, *some: doctor.Check) -> None:
    monkeypatch.setattr(doctor, "CHECKS", some)


def test_trouble_and_bugs_of_a_check_are_findings(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check_trouble(places: Folders) -> Sequence[Finding]:
        raise Trouble("It is broken", "here", "Mend it")

    def check_bug(places: Folders) -> Sequence[Finding]:
        raise OSError("no such driver")

    checks(monkeypatch, check_trouble, check_bug)
    answer = run("doctor")

    assert answer.status == 1
    assert "warn  trouble       It is broken" in answer.out
    assert "-> Mend it" in answer.out
    assert "warn  bug           OSError: no such driver" in answer.out


def test_a_check_that_hangs_is_left_behind(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    release, statuses = Event(), []

    def check_sound(places: Folders) -> Sequence[Finding]:
        release.wait()
        return []

    def leave(status: int) -> None:
        statuses.append(status)

    checks(monkeypatch, check_sound)
    monkeypatch.setattr(doctor, "PATIENCE_S", 0.0)
    monkeypatch.setattr(os, "_exit", leave)
    answer = run("doctor")
    release.set()

    assert "warn  sound         does not answer" in answer.out
    assert statuses == [0]


def test_a_folder_that_cannot_be_made(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    assert [f.is_ok for f in doctor.check_folders(Folders(file / "data", tmp_path))] == [
        False,
        True,
    ]


def test_a_database_of_another_program(tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "history.db") as other:
        other.execute("CREATE TABLE cake (flavour TEXT)")
    other.close()

    with pytest.raises(Trouble, match="another program"):
        doctor.check_history(Folders(tmp_path, tmp_path))


@pytest.mark.parametrize(
    ("said", "wrong", "status", "missing", "expected"),
    [
        ([], "ImportError: libEGL.so.1", 1, None, [("qt", False)]),
        (["6.11.3", "xcb"], "", 0, None, [("qt", True), ("display", True)]),
        (["6.11.3"], "could not connect", -6, None, [("qt", True), ("display", False)]),
        (["6.11.3"], "", 0, Trouble("No display"), [("qt", True), ("display", False)]),
    ],
)
def test_what_qt_says(
    said: list[str],
    wrong: str,
    status: int,
    missing: Trouble | None,
    expected: list[tuple[str, bool]],
) -> None:
    found = doctor._qt_findings(said, wrong, status, missing)

    assert [(finding.name, finding.is_ok) for finding in found] == expected


def test_a_broken_routine_is_named(own_home: Path) -> None:
    own = own_home / "routines"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text("format = 1")

    (finding,) = doctor.check_routines(Folders(own_home, own_home / "cache"))

    assert not finding.is_ok
    assert finding.cure.startswith("glutetimer check ")
