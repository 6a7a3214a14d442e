"""A process that records a session: begins it, commits sets, and says so after each.

    python -m tests.store.writing_child FILE [SETS]

Says "ready", waits for a line, says "session ID" and the index of every set that is on the disk.
After SETS of them (never, without a number) it waits for another line, then closes the history.
"""

import itertools
import sys
from collections.abc import Sequence
from pathlib import Path

from glutetimer.store.history import History
from tests.fakes import FakeClock
from tests.store.builders import a_set, a_start


def main(words: Sequence[str]) -> None:
    path, *count = words
    indexes = range(int(count[0])) if count else itertools.count()
    print("ready", flush=True)
    sys.stdin.readline()
    history = History(Path(path), FakeClock(), busy_timeout_s=20)
    session_id = history.begin(a_start())
    print("session", session_id, flush=True)
    for index in indexes:
        history.add_set(session_id, a_set(index))
        print(index, flush=True)
    sys.stdin.readline()
    history.close()


if __name__ == "__main__":
    main(sys.argv[1:])
