"""From exec to the first painted window, and memory then, against a bare PySide6 window.

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


def measure(program: str, home: Path, display: str) -> tuple[float, float, float]:
    """Milliseconds to the painted window, PSS and RSS in megabytes."""
    begun_ms = time.clock_gettime(time.CLOCK_MONOTONIC) * 1000
    painted_ms, pss_kb, rss_kb = said_by(CHILDREN / program, home, display)
    return float(painted_ms) - begun_ms, int(pss_kb) / 1024, int(rss_kb) / 1024


def main(words: Sequence[str]) -> None:
    """Print a block of figures for every display."""
    runs, sets = (int(word) for word in (*words, *("15", "300000")[len(words) :]))
    with TemporaryDirectory() as folder, displays() as found:
        home = Path(folder) / "home"
        full_home(home, sets)
        for name, display in found:
            programs = ("bare_window.py", "our_window.py")
            for program in programs:  # caches warm up
                measure(program, home, display)
            seen: dict[str, list[tuple[float, float, float]]] = {p: [] for p in programs}
            for _ in range(runs):
                for program in programs:
                    seen[program].append(measure(program, home, display))
            tell(name, runs, *(seen[program] for program in programs))


def tell(
    name: str,
    runs: int,
    bare: Sequence[tuple[float, float, float]],
    ours: Sequence[tuple[float, float, float]],
) -> None:
    """Print the figures of one display."""
    print(f"{name}, {runs} runs each, in turns: median (smallest to largest)")
    for column, what in enumerate(("first painted window, ms", "PSS, MB", "RSS, MB")):
        first, second = ([row[column] for row in rows] for rows in (bare, ours))
        ratio = median(second) / median(first)
        print(f"  {what:25} bare {spread(first):24} ours {spread(second):24} x {ratio:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
