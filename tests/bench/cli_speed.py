"""How long commands take to answer, against Python alone.

python -m tests.bench.cli_speed [RUNS]
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measuring import environment, full_home, spread

COMMANDS = (
    "--version",
    "--help",
    "play --help",
    "plan first-session --json",
    "plan ten-glute-exercises",
    "cues first-session --verbosity tones",
    "history list",
    "history show 5000",
    "check routines/first-session.toml",
)


def main(words: Sequence[str]) -> None:
    """Print a line for every command."""
    runs = int(words[0]) if words else 15
    python = [sys.executable, "-P"]
    with TemporaryDirectory() as folder:
        home = Path(folder)
        full_home(home)
        lines = [("python alone", [*python, "-c", "pass"])]
        lines += [(words, [*python, "-m", "glutetimer", *words.split()]) for words in COMMANDS]
        print(f"milliseconds of {runs} runs each: median (smallest to largest)")
        for name, command in lines:
            seen = [_once(command, home) for _ in range(runs + 1)][1:]
            print(f"  {name:40} {spread(seen)}")


def _once(command: list[str], home: Path) -> float:
    begun_s = time.perf_counter()
    subprocess.run(command, env=environment(home, ""), stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - begun_s) * 1000


if __name__ == "__main__":
    main(sys.argv[1:])
