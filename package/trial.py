"""Starts a package that was built, away from the checkout, and looks whether all of it is there."""

import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from glutetimer import __version__

PATIENCE_S = 60.0
ROUTINE = "desk-squeeze"


class Trial:
    """A package that is tried: `command` starts it, in an environment that knows no Python."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._command = command
        self._home = folder
        kept = {name: value for name, value in os.environ.items() if name in _KEPT}
        self._environ = kept | {
            "GLUTETIMER_HOME": str(folder / "data"),
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
        }
        if os.name != "nt":
            self._environ["PATH"] = "/usr/bin:/bin"

    def run(self) -> None:
        """Try everything; the first thing that is not as it must be ends the packaging."""
        self._said("--version", expected=__version__)
        report = self._said("doctor", expected="natural voice hibari")
        for line in report.splitlines():
            print(f"    {line}")
        routine = self._home / "evening.toml"
        routine.write_text('format = 1\ntitle = "Evening"\n[[exercise]]\nuse = "clam-shell"\n')
        self._said("check", str(routine))
        self._said("play", ROUTINE, "--speed", "60", "--voice", "off")
        self._said("history", "list", expected="squeeze")
        sound = self._home / "session.mp3"
        self._said("render", ROUTINE, "-o", str(sound))
        sheet = self._home / "sheet.pdf"
        self._said("handout", ROUTINE, "-o", str(sheet))
        for file in (sound, sheet):
            if not file.is_file() or file.stat().st_size < 10_000:
                sys.exit(f"{file.name} was not made.")
        self._said("plans", expected="twelve weeks")
        self._said("remind", "--status", expected="no reminder")
        if sys.platform == "linux":
            self._stand_in_menu()
        self._open_window()

    def _stand_in_menu(self) -> None:
        """Go into the menu and out again; a timer starts the same program as the entry."""
        self._said("desktop", "install")
        share = self._home / ".local/share"
        entry = (share / "applications/glutetimer.desktop").read_text("utf-8")
        started = [line[5:] for line in entry.splitlines() if line.startswith("Exec=")]
        program = Path(self._command[0]).resolve()
        if {Path(shlex.split(line)[0]).resolve() for line in started} != {program}:
            sys.exit(f"The entry in the menu does not start {program}: {started}")
        self._said("desktop", "remove")
        left = [path for path in share.rglob("*glutetimer*") if path.is_file()]
        if left:
            sys.exit(f"The entry is out of the menu, and these are left: {left}")

    def _said(self, *words: str, expected: str = "") -> str:
        """What a command prints; it has to succeed, and to say what is expected."""
        done = subprocess.run(
            [*self._command, *words],
            cwd=self._home, env=self._environ, stdin=subprocess.DEVNULL, capture_output=True,
            encoding="utf-8", errors="replace", timeout=5 * PATIENCE_S, check=False,
        )  # fmt: skip
        print(f"  {'ok' if not done.returncode else 'failed'}  {' '.join(words)}", flush=True)
        if done.returncode or expected.lower() not in done.stdout.lower():
            sys.exit(f"{done.stdout}\n{done.stderr}\nThe package does not work: {' '.join(words)}")
        return done.stdout

    def _open_window(self) -> None:
        """Open the window until it stands and listens for others, and close it in order."""
        data = self._home / "data"
        window = subprocess.Popen(self._command, cwd=self._home, env=self._environ)
        deadline_s = time.monotonic() + PATIENCE_S
        while not self._is_open(data) and window.poll() is None and time.monotonic() < deadline_s:
            time.sleep(0.1)
        is_open = self._is_open(data)
        if os.name != "nt":  # where there are no signals it is only ended
            time.sleep(2.0)  # what is done late shall be done, too
        window.terminate()
        status = window.wait(PATIENCE_S)
        errors = data / "errors.log"
        told = errors.read_text("utf-8") if errors.exists() else ""
        if not is_open or told or (status and os.name != "nt"):
            sys.exit(f"The window did not open and close as it should ({status}).\n{told}")
        print("  ok  window", flush=True)

    def _is_open(self, data: Path) -> bool:
        if os.name == "nt":  # a named pipe, which is no file: it keeps its listings then
            return (data / "cache" / "listings").exists()
        return (data / "cache" / "window.socket").exists()


_KEPT = ("SYSTEMROOT", "TEMP", "TMP", "PATH", "APPDATA", "LOCALAPPDATA", "TMPDIR", "PULSE_SERVER")


def try_out(command: Sequence[str]) -> None:
    """Start a package in a folder of its own, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="gt-") as folder:
        Trial(command, Path(folder)).run()
