"""`glutetimer doctor`."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest

from glutetimer.audio.diagnosed_voices import SoundFinding
from glutetimer.cli import doctor
from glutetimer.cli.doctor import Finding
from glutetimer.core.errors import Trouble
from glutetimer.folders import Folders
from tests.cli.conftest import Run
from tests.media.session_bus import needs_bus, private_bus


def names(out: str) -> list[str]:
    return [line.split()[1] for line in out.splitlines() if line.startswith(("ok", "warn"))]


def test_every_line_is_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [SoundFinding("Voice", "none", "Install one")]
    monkeypatch.setattr(doctor, "diagnose", lambda *words, **more: found)

    answer = run("doctor")

    assert names(answer.out) == [
        "glutetimer",
        "python",
        "sqlite",
        "pyttsx3",
        "miniaudio",
        "soundfile",
        "mutagen",
        "qt",
        "display",
        "voice",
        *(["media-keys", "other-music"] if sys.platform == "linux" else ["media"]),
        "data",
        "cache",
        "history",
        "routines",
        "exercises",
        "plans",
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


def test_every_broken_routine_is_named_with_its_first_mistake(own_home: Path) -> None:
    own = own_home / "routines"
    own.mkdir(parents=True)
    (own / "first file.toml").write_text("format = 1")
    (own / "second.toml").write_text("= =")

    good, *broken = doctor.check_routines(Folders(own_home, own_home / "cache"))

    assert good.is_ok
    assert good.text.endswith(f" can be played; your own belong in {own}")
    first, second = sorted(broken, key=lambda finding: finding.text)
    assert first.text.startswith(f"{own / 'first file.toml'} has 2 mistakes: the first in line 1: ")
    assert first.cure == f"glutetimer check '{own / 'first file.toml'}'"
    assert second.text.startswith(f"{own / 'second.toml'} has a mistake: line 1: ")
    assert not any(finding.is_ok or finding.is_essential for finding in broken)


def test_a_broken_exercise_that_no_routine_uses_is_named(own_home: Path) -> None:
    own = own_home / "exercises"
    own.mkdir(parents=True)
    (own / "kick.toml").write_text('name = "Kick"\nposition = "supine"\nkind = "jumps"\n')
    (own / "wave.toml").write_text('name = "Wave"\nposition = "supine"\n')
    (own / "wave-.toml").write_text('name = "Wave"\nposition = "supine"\n')

    good, *broken = doctor.check_exercises(Folders(own_home, own_home / "cache"))

    assert good.is_ok
    assert good.text.endswith(f" can be used; your own belong in {own}")
    assert [finding.text.split(" has a mistake: ")[0] for finding in broken] == [
        str(own / "kick.toml"),
        str(own / "wave.toml"),
    ]
    assert "line 3: " in broken[0].text


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a session bus")
def test_without_a_session_bus_it_says_what_cannot_be(
    run: Run, own_home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    checks(monkeypatch, doctor.check_media)

    left_alone = run("doctor").out
    own_home.mkdir()
    (own_home / "settings.toml").write_text('other_music = "pause"\n')
    wanted = run("doctor")

    assert "warn  media-keys    cannot control a session: no session bus" in left_alone
    assert "ok    other-music   cannot be lowered or paused; the settings leave" in left_alone
    assert "warn  other-music   cannot be lowered or paused" in wanted.out
    assert "pactl" in wanted.out
    assert wanted.status == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a session bus")
@needs_bus
def test_with_a_session_bus_all_is_well(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    checks(monkeypatch, doctor.check_media)
    with private_bus(monkeypatch):
        out = run("doctor").out
    assert "ok    media-keys    control sessions" in out
    assert "can be reached: players on the session bus" in out
