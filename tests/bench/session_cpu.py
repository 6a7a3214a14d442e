"""What the window costs in a session with its figure, running, paused, and minimised.

Beside it stands a bare ring of the window's size at the figure's rate: a session should cost no
more. Megabytes are the memory that is its own (PSS) before the session, and what it grew by.

python -m tests.bench.session_cpu [SECONDS] [--sound]

With --sound it plays through whatever sound server is there.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measuring import displays, full_home, said_by

CHILD = Path(__file__).parent / "children" / "session_window.py"
RING = Path(__file__).parent / "children" / "figure_window.py"


def main(words: Sequence[str]) -> None:
    """Print percents of a core for every display."""
    how, sound = ((), "with sound") if "--sound" in words else (("silent",), "without sound")
    seconds = next((word for word in words if not word.startswith("-")), "20")
    with TemporaryDirectory() as folder, displays() as found:
        home = Path(folder) / "home"
        full_home(home, 30_000)
        print(f"percent of a core over {seconds} s each, {sound}")
        for name, display in found:
            ring = said_by(RING, home, display, "window-ring", seconds)[0]
            running, paused, minimised, before_mb, grown_mb, painted = said_by(
                CHILD, home, display, seconds, *how
            )
            print(
                f"  {name:10} running {running} = {float(running) / float(ring):.2f} x ring of "
                f"{ring}, {painted} figures a second  paused {paused}  minimised {minimised}  "
                f"{before_mb} MB and {grown_mb}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
