"""Starting the real program from the outside."""

import os
import subprocess
import sys
from pathlib import Path

COMMAND = [sys.executable, "-P", "-m", "glutetimer"]
ROOT = Path(__file__).parents[2]


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a person without a display whose data are in `home`."""
    lacking = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if name not in lacking}
    return kept | {"GLUTETIMER_HOME": str(home), "PYTHONPATH": str(ROOT)} | more


def run(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program to its end."""
    return subprocess.run(
        [*COMMAND, *words],
        env=environment(home, **more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def start(home: Path, *words: str, **more: str) -> subprocess.Popen[str]:
    """Start the program and return at once; its output can be read line by line."""
    return subprocess.Popen(
        [*COMMAND, *words],
        env=environment(home, **more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
