"""What the window costs in a session at ten updates a second, paused, and minimised.

python -m tests.bench.session_cpu [SECONDS] [--sound]

With --sound it plays through whatever sound server is there.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measuring import displays, full_home, said_by

CHILD = Path(__file__).parent / "children" / "session_window.py"


def main(words: Sequence[str]) -> None:
    """Print percents of a core for every display."""
    how, sound = ((), "with sound") if "--sound" in words else (("silent",), "without sound")
    seconds = next((word for word in words if not word.startswith("-")), "20")
    with TemporaryDirectory() as folder, displays() as found:
        home = Path(folder) / "home"
        full_home(home, 30_000)
        print(f"percent of a core over {seconds} s each, {sound}")
        for name, display in found:
            running, paused, minimised = said_by(CHILD, home, display, seconds, *how)
            print(f"  {name:10} running {running}  paused {paused}  minimised {minimised}")


if __name__ == "__main__":
    main(sys.argv[1:])
