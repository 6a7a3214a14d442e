"""What the history's tab costs with a large history: opening, every chart, scrolling.

python -m tests.bench.history_tab [RUNS [SESSIONS [SETS]]]

Every run is a process of its own, offscreen, 1280x800. Milliseconds are on the clock and, in
brackets, of the processor: the median of the runs; of scrolling also the worst frame of all.
"""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.history_fill import fill
from tests.bench.measuring import environment

CHILD = Path(__file__).parent / "children" / "history_window.py"
Figures = dict[str, list[tuple[float, float]]]


def run(home: Path, found: Figures) -> None:
    """Add the figures of one process."""
    done = subprocess.run(
        [sys.executable, str(CHILD), str(home / "history.db")],
        env=environment(home, ""),
        capture_output=True,
        text=True,
        check=True,
    )
    for line in done.stdout.splitlines():
        name, wall, busy = line.split("\t")
        found[name].append((float(wall), float(busy)))


def main(words: Sequence[str]) -> None:
    """Print a line for everything that was measured."""
    runs, sessions, sets = (int(word) for word in (*words, *("5", "10000", "300000")[len(words) :]))
    found: Figures = defaultdict(list)
    with TemporaryDirectory() as folder:
        home = Path(folder)
        fill(home / "history.db", sessions, sets)
        run(home, defaultdict(list))  # caches warm up
        for _ in range(runs):
            run(home, found)
    print(f"{sessions} sessions, {sets} sets, {runs} runs: median ms on the clock (busy)")
    frames = found.pop("frame")
    for name, pairs in found.items():
        wall, busy = (median(pair[k] for pair in pairs) for k in (0, 1))
        print(f"  {name:44}{wall:8.1f} ({busy:.1f})")
    for k, clock in ((0, "on the clock"), (1, "busy")):
        times = [pair[k] for pair in frames]
        print(
            f"  scrolling, {clock:14}: {1000 / median(times):.0f} frames/s, "
            f"slowest {1000 / max(times):.0f} ({max(times):.1f} ms) of {len(times)}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
