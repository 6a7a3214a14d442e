"""What the front ends have done for them."""

import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer.__main__ import main
from glutetimer.app import build_services, close_services, do_later, make_own_folders
from tests.bench.measuring import ROOT


def test_the_folders_for_own_files_are_made_once_the_window_stands(own_home: Path) -> None:
    services = build_services(None, is_silent=True)
    assert not own_home.exists()

    do_later(services)
    close_services(services)

    assert list((own_home / "routines").iterdir()) == []
    assert list((own_home / "exercises").iterdir()) == []


def test_a_session_in_a_terminal_makes_the_folders_too(own_home: Path) -> None:
    assert main(["play", "first-session", "--voice", "off", "--from", "99"]) == 1

    assert (own_home / "routines").is_dir()
    assert (own_home / "exercises").is_dir()


def test_a_folder_that_cannot_be_made_stops_nothing(own_home: Path) -> None:
    own_home.touch()

    make_own_folders(build_services(None, is_silent=True))

    assert own_home.is_file()


def test_what_sound_needs_is_there_before_the_first_session(own_home: Path) -> None:
    program = (
        "import sys; from glutetimer.app import build_services, close_services, do_later;"
        "services = build_services(None); before = 'miniaudio' in sys.modules;"
        "do_later(services); close_services(services);"
        "print(before, 'miniaudio' in sys.modules)"
    )
    command = [sys.executable, "-c", program]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    assert said.stdout.split() == ["False", "True"]


def test_the_music_is_the_same_for_every_session() -> None:
    services = build_services(None, is_silent=True)
    assert services.make_music() is services.make_music()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets us lower other music")
def test_the_window_puts_back_what_a_killed_program_left_lowered(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    services = build_services(None, is_silent=True)
    monkeypatch.setattr(services.make_music(), "put_back", lambda: asked.append("put back"))
    do_later(services)
    close_services(services)
    assert asked == ["put back"]
