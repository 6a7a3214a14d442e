"""Kills a recording session at random moments and looks whether all that had ended is there.

    python -m tests.bench.kill9 [KILLS [SEED]]

Prints a line at the end; any loss is an AssertionError that names it.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.store.killing import kill_many


def main(words: Sequence[str]) -> None:
    kills, seed = [*map(int, words), *(200, 9)[len(words) :]]
    with tempfile.TemporaryDirectory() as folder:
        committed = kill_many(Path(folder), kills, seed)
    print(f"{kills} kills, {committed} finished sets, none lost, the database whole each time")


if __name__ == "__main__":
    main(sys.argv[1:])
