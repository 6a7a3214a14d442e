"""What the moving figure costs against a bare ring of the same size at the same rate.

python -m tests.bench.figure_cost [SECONDS [EXERCISE ...]]

Both are painted at 30 frames a second in a window of 1280 x 720.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measuring import displays, full_home, said_by

CHILD = Path(__file__).parent / "children" / "figure_window.py"
EXERCISES = ("bird-dog", "squat", "lateral-walk")


def main(words: Sequence[str]) -> None:
    """Print percents of a core and milliseconds for every display."""
    seconds = words[0] if words else "10"
    with TemporaryDirectory() as folder, displays() as found:
        home = Path(folder) / "home"
        full_home(home, 300)
        for name, display in found:
            ring = said_by(CHILD, home, display, "ring", seconds)
            print(f"{name}: ring {ring[0]} % of a core, {ring[3]} ms a painting (median)")
            for exercise in words[1:] or EXERCISES:
                said = said_by(CHILD, home, display, exercise, seconds)
                moving, paused, hidden, middle, most, count, first, idle, unseen = said
                ratio = float(moving) / float(ring[0])
                print(
                    f"  {exercise:16} {moving} % = {ratio:.2f} x ring; {count} paintings, median "
                    f"{middle} ms, most {most} ms; first reps {first} ms; paused {paused} % "
                    f"({idle} painted), hidden {hidden} % ({unseen} painted)"
                )


if __name__ == "__main__":
    main(sys.argv[1:])
