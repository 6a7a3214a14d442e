"""The entry in the menu of a Linux desktop, and the command that makes it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer import menu_entry
from glutetimer.child import is_frozen
from glutetimer.core.errors import Trouble
from glutetimer.menu_entry import add_entry, remove_entry, starting_words
from glutetimer.resources import assets_dir
from tests.cli.conftest import Run, run

__all__ = ["run"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have installers")


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person's own menu entries stand."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share"


def executed(entry: Path) -> list[str]:
    lines = entry.read_text("utf-8").splitlines()
    return [line.removeprefix("Exec=") for line in lines if line.startswith("Exec=")]


def test_an_entry_starts_this_program_and_its_actions(share: Path, run: Run) -> None:
    answer = run("desktop", "install")
    entry = share / "applications/glutetimer.desktop"

    assert (answer.status, answer.err) == (0, "")
    assert str(entry) in answer.out
    program = " ".join(starting_words())
    assert executed(entry) == [
        f"{program} open %f",
        f"{program} open --start first-session",
        f"{program} open --history",
    ]
    assert (share / "icons/hicolor/scalable/apps/glutetimer.svg").is_file()
    assert (share / "icons/hicolor/48x48/apps/glutetimer.png").is_file()
    assert (share / "mime/packages/glutetimer.xml").is_file()


def test_removing_takes_everything_of_ours_and_nothing_else(share: Path, run: Run) -> None:
    other = share / "applications/other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\n")
    run("desktop", "install")

    answer = run("desktop", "remove")

    assert answer.status == 0
    assert other.exists()
    assert not [path for path in share.rglob("*glutetimer*") if path.is_file()]
    assert "no menu entry" in run("desktop", "remove").out


def test_an_entry_keeps_to_the_data_folder_that_was_named(
    share: Path, run: Run, tmp_path: Path
) -> None:
    run("desktop", "install", "--data-dir", str(tmp_path / "my data"))

    first, *_ = executed(share / "applications/glutetimer.desktop")
    assert f'--data-dir "{tmp_path}/my data" open %f' in first


def test_in_a_flatpak_the_menu_is_left_to_flatpak(
    share: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLATPAK_ID", "org.glutetimer.glutetimer")

    answer = run("desktop", "install")

    assert answer.status == 1
    assert "Flatpak itself" in answer.err
    assert not share.exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "share"
    blocked.write_text("a file")

    with pytest.raises(Trouble, match="cannot be written"):
        add_entry(blocked, assets_dir(), ["glutetimer"])
    with pytest.raises(Trouble, match="cannot be removed"):
        remove_entry(blocked, assets_dir())


_STRANGE = ["/a folder/python3", '/a folder/100 % "good" $HOME/run.py', "--data-dir", "x\\y"]


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="it is not installed")
@pytest.mark.parametrize("program", [["glutetimer"], _STRANGE])
def test_the_entry_is_valid_whatever_the_path(tmp_path: Path, program: list[str]) -> None:
    entry = add_entry(tmp_path, assets_dir(), program)
    done = subprocess.run(
        ["desktop-file-validate", "--no-hints", str(entry)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("/usr/bin/glutetimer", "/usr/bin/glutetimer"),
        ("/a b/run.py", '"/a b/run.py"'),
        ("100%", "100%%"),
        ("$HOME", '"\\\\$HOME"'),
        ('say "hi"', '"say \\\\"hi\\\\""'),
    ],
)
def test_a_word_is_quoted_as_the_specification_wants_it(word: str, expected: str) -> None:
    assert menu_entry._quoted(word) == expected


@pytest.mark.skipif(
    not (shutil.which("gio") and shutil.which("update-mime-database")), reason="GLib has no tools"
)
def test_only_routines_are_taken_for_routines(tmp_path: Path) -> None:
    share = tmp_path / "share"
    add_entry(share, assets_dir(), ["glutetimer"])
    menu_entry.refresh_desktop(share)
    other = tmp_path / "other.toml"
    other.write_text('format = 1\n[project]\nname = "no routine"\n')
    routine = assets_dir().parent / "routines/first-session.toml"

    kinds = {}
    for file in (other, routine):
        done = subprocess.run(
            ["gio", "info", "-a", "standard::content-type", str(file)],
            env={"XDG_DATA_HOME": str(share), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        kinds[file.name] = "application/x-glutetimer-routine" in done.stdout

    assert kinds == {"other.toml": False, "first-session.toml": True}


def test_what_starts_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert starting_words({"APPIMAGE": "/home/a/g.AppImage"}) == ("/home/a/g.AppImage",)
    assert starting_words({})[-1].endswith("run.py")  # this is a checkout

    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    (tmp_path / "glutetimer").touch()
    assert starting_words({}) == (str(tmp_path / "glutetimer"),)

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert is_frozen()
    assert starting_words({}) == (str(tmp_path / "python"),)


def test_every_icon_that_is_copied_is_there() -> None:
    assert all(source.is_file() for _, source in menu_entry._files(assets_dir() / "desktop"))
