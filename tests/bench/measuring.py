"""What the benchmarks share: displays, children, medians."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from statistics import median

from glutetimer.kept_file import KeptFile
from tests.bench.history_fill import fill

ROOT = Path(__file__).parents[2]


def environment(home: Path, display: str) -> dict[str, str]:
    """The environment of a child; `display` is an X display, or empty for offscreen."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if name not in names}
    where = {"DISPLAY": display} if display else {"QT_QPA_PLATFORM": "offscreen"}
    # Compiled modules as every person has them, but none in the checkout.
    ours = {"PYTHONPYCACHEPREFIX": str(home / "cache" / "bytecode"), "PYTHONPATH": str(ROOT)}
    return kept | where | ours | {"GLUTETIMER_HOME": str(home)}


@contextmanager
def xvfb() -> Iterator[str]:
    """A display of its own; empty if there is no Xvfb here."""
    if which("Xvfb") is None:
        yield ""
        return
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1920x1080x24"]
    with subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


@contextmanager
def displays() -> Iterator[Sequence[tuple[str, str]]]:
    """(name, display) of every way to show a window here."""
    with xvfb() as display:
        yield [("offscreen", ""), *([("Xvfb", display)] if display else [])]


def full_home(home: Path, sets: int = 300_000) -> None:
    """Fill a data folder with so many sets, as the program leaves it when it is closed.

    The words on safety count as read.
    """
    home.mkdir(parents=True, exist_ok=True)
    fill(home / "history.db", sessions=max(1, sets // 30), sets=sets)
    (home / "settings.toml").write_text("safety_read = true\n", "utf-8")
    KeptFile(home / "cache" / "window").store({"geometry": "", "theme": "system", "text_size": 100})


def said_by(program: Path, home: Path, display: str, *words: str) -> list[str]:
    """The words that a child prints on its last line."""
    done = subprocess.run(
        [sys.executable, str(program), *words],
        env=environment(home, display),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[-1].split()


def spread(values: Sequence[float]) -> str:
    """Median, smallest and largest, each with one digit."""
    return f"{median(values):.1f} ({min(values):.1f} to {max(values):.1f})"
