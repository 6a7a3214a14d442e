"""`glutetimer doctor`: whether everything that is needed is there, and the cure if not."""

import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Thread
from typing import TypeVar

from glutetimer import __version__, app
from glutetimer.audio.diagnosis import diagnose
from glutetimer.child import QT_PROBE, child_command, child_environment
from glutetimer.cli.opened import told_settings
from glutetimer.clock import SystemClock
from glutetimer.command import command
from glutetimer.core.errors import Trouble
from glutetimer.core.settings import MusicWay, Settings
from glutetimer.display import missing_display
from glutetimer.folders import Folders, folders
from glutetimer.store.settings_file import SettingsFile
from glutetimer.terminal.text import clean

PATIENCE_S = 10.0
"""A frozen sound server or display keeps whoever asks it waiting; then we go on without."""

PACKAGES = ("pyttsx3", "miniaudio", "soundfile", "mutagen")
OLDEST_SQLITE = (3, 37, 0)


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the report. An essential thing that is not ok is trouble, another one a hint."""

    name: str
    text: str
    is_ok: bool = True
    cure: str = ""
    is_essential: bool = False

    def __str__(self) -> str:
        line = f"{'ok  ' if self.is_ok else 'warn'}  {self.name:13} {clean(self.text)}"
        return line if self.is_ok or not self.cure else f"{line}\n{'':20} -> {clean(self.cure)}"


Check = Callable[[Folders], Sequence[Finding]]
_Path = TypeVar("_Path", str, Path)


def doctor(given: Namespace) -> int:
    """Print a line for everything looked at; returns 1 if something essential is missing."""
    places = folders(given.data_dir)
    running = [_Run(check, places) for check in CHECKS]
    has_trouble = False
    for run in running:  # all at once, told in order
        for finding in run.findings():
            has_trouble = has_trouble or (finding.is_essential and not finding.is_ok)
            print(finding, flush=True)
    status = 1 if has_trouble else 0
    if any(run.is_alive() for run in running):
        os._exit(status)  # one still waits for a driver, and Python would wait for it
    return status


class _Run(Thread):
    """A check in a thread of its own, so that none can keep the others waiting."""

    def __init__(self, check: Check, places: Folders) -> None:
        super().__init__(daemon=True)
        self._check = check
        self._places = places
        self._found: Sequence[Finding] | None = None
        self.start()

    def run(self) -> None:
        try:
            self._found = self._check(self._places)
        except Trouble as trouble:
            self._found = [Finding(self._title, trouble.what, False, trouble.cure, True)]
        except Exception as error:  # whatever a driver or package may raise is a finding
            text = f"{type(error).__name__}: {error}"
            self._found = [Finding(self._title, text, False, "Install glutetimer again", True)]

    def findings(self) -> Sequence[Finding]:
        self.join(PATIENCE_S)
        if self._found is not None:
            return self._found
        cure = "Restart it, or the computer"
        return [Finding(self._title, f"does not answer within {PATIENCE_S:g} s", False, cure)]

    @property
    def _title(self) -> str:
        return self._check.__name__.removeprefix("check_")


def check_programs(places: Folders) -> Sequence[Finding]:
    """The versions of what the program is made of."""
    python_ok = (3, 11) <= sys.version_info[:2] <= (3, 14)
    sqlite_ok = sqlite3.sqlite_version_info >= OLDEST_SQLITE
    newer = "Use a Python with SQLite 3.37 or newer"
    return [
        Finding("glutetimer", f"{__version__} on {platform.platform()}"),
        Finding("python", platform.python_version(), python_ok, "Use Python 3.11 to 3.14", True),
        Finding("sqlite", sqlite3.sqlite_version, sqlite_ok, newer, True),
        *(_package(name) for name in PACKAGES),
    ]


def _package(name: str) -> Finding:
    try:
        return Finding(name, version(name))
    except PackageNotFoundError:
        cure = "Install glutetimer again with all of its packages"
        return Finding(name, "is not installed", False, cure)


def check_window(places: Folders) -> Sequence[Finding]:
    """Qt and the display, tried in a child: Qt ends a process that it cannot serve."""
    missing = missing_display()
    words = [] if missing else ["open"]
    command = [*child_command(QT_PROBE), *words]
    try:
        child = subprocess.run(
            command,
            capture_output=True,
            text=True,
            env=child_environment(),
            timeout=PATIENCE_S - 1,
            check=False,
        )
        said, status = child.stdout, child.returncode
        wrong = child.stderr.strip().rpartition("\n")[2]  # the last line says why
    except subprocess.TimeoutExpired as late:
        said = (late.stdout or b"").decode(errors="replace")
        wrong, status = "the display does not answer", 1
    return list(_qt_findings(said.split(), wrong, status, missing))


def _qt_findings(
    said: Sequence[str], wrong: str, status: int, missing: Trouble | None
) -> Iterator[Finding]:
    if not said:
        cure = "Install the library that it names; run.py does that on Debian and Ubuntu"
        yield Finding("qt", wrong or "cannot be imported", False, cure, is_essential=True)
        return
    yield Finding("qt", said[0])
    if missing is not None:
        yield Finding("display", missing.what, False, missing.cure)
    elif status or len(said) < 2:
        name = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
        cure = "Look whether it runs and lets you in, and whether Qt's libraries are installed"
        yield Finding("display", f"{name} cannot be opened: {wrong}".strip(), False, cure)
    else:
        yield Finding("display", said[1])


def check_sound(places: Folders) -> Sequence[Finding]:
    """The voice engine and the audio device."""
    settings = told_settings(str(places.data))
    found = diagnose(settings.voice, output_device=settings.output_device, voices_dir=places.voices)
    return [Finding(one.name.lower(), one.text, one.is_ok, one.cure) for one in found]


def check_media(places: Folders) -> Sequence[Finding]:
    """Whether the desktop's media keys reach a session, and we the music of others."""
    if sys.platform != "linux":
        return [Finding("media", "only Linux lets us show a session, or lower other music")]
    from glutetimer.media.diagnosis import bus_trouble, ways_to_music  # jeepney: Linux only

    trouble = bus_trouble()
    keys = f"cannot control a session: no session bus, {trouble}" if trouble else "control sessions"
    cure = "Start glutetimer from your desktop, or a bus with dbus-run-session"
    ways = ways_to_music(not trouble)
    settings, _ = SettingsFile(places.settings, SystemClock()).load()  # check_sound tells of it
    is_wanted = settings.other_music is not MusicWay.LEAVE
    told = f"can be reached: {ways}" if ways else "cannot be lowered or paused"
    return [
        Finding("media-keys", keys, not trouble, cure),
        Finding(
            "other-music",
            told if is_wanted else f"{told}; the settings leave it as it is",
            bool(ways) or not is_wanted,
            "Start glutetimer from your desktop, or install pactl (pulseaudio-utils)",
        ),
    ]


def check_folders(places: Folders) -> Sequence[Finding]:
    """Whether the folders can be written."""
    return [_folder("data", places.data), _folder("cache", places.cache)]


def _folder(name: str, path: Path) -> Finding:
    there = path
    while not there.exists() and there != there.parent:
        there = there.parent  # it is made when it is needed: its parent counts
    try:
        with tempfile.TemporaryFile(dir=there):
            return Finding(name, str(path))
    except OSError as error:
        text = f"{path} cannot be written: {error.strerror or error}"
        cure = "Change its rights, or choose another folder with --data-dir"
        return Finding(name, text, False, cure, is_essential=True)


def check_history(places: Folders) -> Sequence[Finding]:
    """Whether the history can be opened and is whole."""
    if not places.history.exists():
        return [Finding("history", "none yet")]
    with closing(app.open_history_at(places)) as store:
        if store.notices:
            notice = store.notices[0]
            return [Finding("history", notice.text, False, notice.cure, is_essential=True)]
        problems = store.verify()
        size_mb = places.history.stat().st_size / 1e6
    if problems:
        cure = "Start the window: it sets the file aside and offers the newest backup"
        return [Finding("history", f"is damaged: {problems[0]}", False, cure, is_essential=True)]
    return [Finding("history", f"whole, {size_mb:.1f} MB, {places.history}")]


def check_routines(places: Folders) -> Sequence[Finding]:
    """Whether all routine files can be played, and where the person's own belong."""
    listings = app.open_library(places).listings(Settings())
    broken = {listing.path: listing.problems for listing in listings if listing.problems}
    text = f"{len(listings) - len(broken)} can be played; your own belong in {places.routines}"
    return [Finding("routines", text), *_faulty("routine", broken)]


def check_exercises(places: Folders) -> Sequence[Finding]:
    """Whether all exercise files can be used, and where the person's own belong."""
    library = app.open_library(places)
    broken = library.faulty_exercises()
    text = f"{len(library.exercises())} can be used; your own belong in {places.exercises}"
    return [Finding("exercises", text), *_faulty("exercise", broken)]


def check_plans(places: Folders) -> Sequence[Finding]:
    """Whether all plan files can be followed, and where the person's own belong."""
    listings = app.open_library(places).plans()
    broken = {listing.path: listing.problems for listing in listings if listing.problems}
    text = f"{len(listings) - len(broken)} can be followed; your own belong in {places.plans}"
    return [Finding("plans", text), *_faulty("plan", broken)]


def _faulty(name: str, broken: Mapping[_Path, Sequence[object]]) -> Iterator[Finding]:
    for path, problems in broken.items():
        count = "a mistake" if len(problems) == 1 else f"{len(problems)} mistakes"
        which = "" if len(problems) == 1 else "the first in "
        text = f"{path} has {count}: {which}{problems[0]}"
        yield Finding(name, text, False, command("check", str(path)))


CHECKS: tuple[Check, ...] = (
    check_programs,
    check_window,
    check_sound,
    check_media,
    check_folders,
    check_history,
    check_routines,
    check_exercises,
    check_plans,
)
