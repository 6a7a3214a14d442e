"""Kills a recording session at random moments and looks whether all that had ended is there.

    python -m tests.bench.kill9 [KILLS [SEED]]

Prints a line at the end; any loss is an AssertionError that names it.
"""

import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.store.killing import kill_one


def main(words: Sequence[str]) -> None:
    kills, seed = [*map(int, words), *(200, 9)[len(words) :]]
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.sqlite3"
        committed = [kill_one(path, chance) for _ in range(kills)]
    print(f"{kills} kills, {sum(committed)} finished sets, none lost, the database whole each time")


if __name__ == "__main__":
    main(sys.argv[1:])
