"""From exec to the first painted window, and memory then, against a bare PySide6 window.

Beside it stands a window with one centred word: names of Qt's own enums alone take PySide6 longer
than all of ours, and no program with a word in its window does without them. Of ours a second
time is told: until menus, the words of Today and the pictures of the cards are there, too.

python -m tests.bench.startup [RUNS [SETS]]
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.measuring import displays, full_home, said_by, spread

CHILDREN = Path(__file__).parent / "children"


Figures = tuple[float, float, float]


def measure(program: str, home: Path, display: str, *words: str) -> Figures:
    """Milliseconds to the painted window, PSS and RSS in megabytes."""
    begun_ms = time.clock_gettime(time.CLOCK_MONOTONIC) * 1000
    painted_ms, pss_kb, rss_kb = said_by(CHILDREN / program, home, display, *words)
    return float(painted_ms) - begun_ms, int(pss_kb) / 1024, int(rss_kb) / 1024


def main(words: Sequence[str]) -> None:
    """Print a block of figures for every display."""
    runs, sets = (int(word) for word in (*words, *("15", "300000")[len(words) :]))
    with TemporaryDirectory() as folder, displays() as found:
        home = Path(folder) / "home"
        full_home(home, sets)
        for name, display in found:
            programs = ("bare_window.py", "label_window.py", "our_window.py")
            for program in programs:  # caches warm up
                measure(program, home, display)
            seen: dict[str, list[Figures]] = {p: [] for p in programs}
            whole: list[float] = []
            for _ in range(runs):
                for program in programs:
                    seen[program].append(measure(program, home, display))
                whole.append(measure("our_window.py", home, display, "whole")[0])
            tell(name, runs, *(seen[program] for program in programs))
            print(f"  all of the first page, ms   ours {spread(whole)}")


def tell(name: str, runs: int, *seen: Sequence[Figures]) -> None:
    """Print the figures of one display: bare, with a word, ours."""
    print(f"{name}, {runs} runs each, in turns: median (smallest to largest)")
    for column, what in enumerate(("first painted window, ms", "PSS, MB", "RSS, MB")):
        bare, label, ours = ([row[column] for row in rows] for rows in seen)
        ratios = [median(ours) / median(other) for other in (bare, label)]
        print(
            f"  {what:25} bare {spread(bare):24} a word {spread(label):24} ours {spread(ours):24}"
            f" x {ratios[0]:.2f} of bare, x {ratios[1]:.2f} of a word"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
