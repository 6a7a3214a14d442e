"""What the window costs in a session at ten updates a second, paused, and minimised.

python -m tests.bench.session_cpu [SECONDS]
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measuring import displays, full_home, said_by

CHILD = Path(__file__).parent / "children" / "session_window.py"


def main(words: Sequence[str]) -> None:
    """Print percents of a core for every display, without sound."""
    seconds = words[0] if words else "20"
    with TemporaryDirectory() as folder, displays() as found:
        home = Path(folder) / "home"
        full_home(home, 30_000)
        print(f"percent of a core over {seconds} s each, without sound")
        for name, display in found:
            running, paused, minimised = said_by(CHILD, home, display, seconds, "silent")
            print(f"  {name:10} running {running}  paused {paused}  minimised {minimised}")


if __name__ == "__main__":
    main(sys.argv[1:])
