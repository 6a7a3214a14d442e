"""The program in the menu of a Linux desktop: its entry, its icon, and the type of its files."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from glutetimer.child import is_frozen
from glutetimer.core.errors import Trouble

ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Pixels of the icons that come along."""

_ENTRY = Path("applications/glutetimer.desktop")
_PATIENCE_S = 20.0


def usual_share() -> Path:
    """Where a desktop looks for what the person has installed."""
    value = os.environ.get("XDG_DATA_HOME", "").strip()
    return Path(value) if value.startswith("/") else Path.home() / ".local/share"


def add_entry(share: Path, assets: Path, program: Sequence[str]) -> Path:
    """Write all files below a `share` folder; returns that of the entry. Raises Trouble.

    `program` are the words that start the program. `assets` has the folder `desktop`.
    """
    try:
        for target, source in _files(assets / "desktop"):
            place = share / target
            place.parent.mkdir(parents=True, exist_ok=True)
            if target == _ENTRY:
                place.write_text(_with_program(source.read_text("utf-8"), program), "utf-8")
            else:
                shutil.copyfile(source, place)
    except OSError as error:
        raise Trouble(
            f"The menu entry cannot be written ({error.strerror or error})",
            str(share),
            "Look whether the folder may be written and the disk is not full",
        ) from error
    return share / _ENTRY


def remove_entry(share: Path, assets: Path) -> bool:
    """Remove the files again; False if there was no entry. Raises Trouble."""
    was_there = (share / _ENTRY).exists()
    try:
        for target, _ in _files(assets / "desktop"):
            (share / target).unlink(missing_ok=True)
    except OSError as error:
        raise Trouble(
            f"The menu entry cannot be removed ({error.strerror or error})",
            str(share / _ENTRY),
            "Look whether the folder may be written",
        ) from error
    return was_there


def refresh_desktop(share: Path) -> None:
    """Let the desktop read its lists again, where it does not by itself; waits for that."""
    for name, folder in (
        ("update-desktop-database", share / "applications"),
        ("update-mime-database", share / "mime"),
    ):
        if folder.is_dir() and shutil.which(name):
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(
                    [name, str(folder)], capture_output=True, timeout=_PATIENCE_S, check=False
                )


def starting_words(environ: Mapping[str, str] = os.environ) -> Sequence[str]:
    """The words that start this program from anywhere: as installed, or from its checkout."""
    if "APPIMAGE" in environ:
        return (environ["APPIMAGE"],)
    if is_frozen():
        return (sys.executable,)
    installed = Path(sys.executable).with_name("glutetimer")
    if installed.exists():
        return (str(installed),)
    script = Path(__file__).parent.parent / "run.py"
    if script.exists():  # with the Python that .venv was made by: run.py may make it again
        return (getattr(sys, "_base_executable", sys.executable), str(script))
    return (sys.executable, "-P", "-m", "glutetimer")


def _files(desktop: Path) -> Iterator[tuple[Path, Path]]:
    """Every file below the `share` folder, and what it is made from."""
    yield _ENTRY, desktop / "glutetimer.desktop"
    yield Path("mime/packages/glutetimer.xml"), desktop / "glutetimer-mime.xml"
    icons = Path("icons/hicolor")
    yield icons / "scalable/apps/glutetimer.svg", desktop / "glutetimer.svg"
    for size in ICON_SIZES:
        yield (
            icons / f"{size}x{size}/apps/glutetimer.png",
            desktop / f"glutetimer-{size}.png",
        )


def _with_program(entry: str, program: Sequence[str]) -> str:
    """The entry with these words in place of the bare name."""
    words = " ".join(map(_quoted, program))
    return entry.replace("Exec=glutetimer ", f"Exec={words} ")


def _quoted(word: str) -> str:
    """A word as the Desktop Entry Specification wants it in Exec."""
    word = word.replace("%", "%%")
    if not set(word) & set(" \t\n\"'\\><~|&;$*?#()`"):
        return word
    for sign in '\\"`$':
        word = word.replace(sign, f"\\{sign}")
    quoted = f'"{word}"'
    return quoted.replace("\\", "\\\\")  # the value is a string, which escapes once more
