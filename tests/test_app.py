"""What the front ends have done for them."""

from pathlib import Path

from glutetimer.__main__ import main
from glutetimer.app import build_services, close_services, do_later, make_own_folders


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
