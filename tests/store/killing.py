"""Kills a process that records a session, and looks what is left."""

import random
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

from glutetimer.core.history.records import SessionEnd
from glutetimer.store.history import History
from tests.fakes import FakeClock
from tests.store.builders import MONDAY, a_set

ROOT = Path(__file__).parents[2]


class Child:
    """A started tests.store.writing_child that waits for `go`."""

    def __init__(self, path: Path, *words: str) -> None:
        command = [sys.executable, "-m", "tests.store.writing_child", str(path), *words]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        self.expect("ready")

    def go(self) -> None:
        """Let it begin, or let it end."""
        self._pipe(self._process.stdin).write("\n")
        self._pipe(self._process.stdin).flush()

    def line(self) -> str:
        """Wait for the next line that it says; empty if it has ended."""
        return self._pipe(self._process.stdout).readline().strip()

    def expect(self, start: str) -> str:
        """Wait for a line and return what follows its start."""
        line = self.line()
        assert line.startswith(start), f"expected {start!r}, got {line!r}"
        return line.removeprefix(start).strip()

    def kill(self) -> list[str]:
        """Kill it with no warning and return what it had said before."""
        self._process.kill()
        # Not communicate(): it knows nothing of what readline() has read ahead.
        said = self._pipe(self._process.stdout).read()
        self._end()
        return said.split("\n")[:-1]  # the last one may be cut

    def wait(self) -> None:
        """Let it end by itself."""
        self.go()
        self._pipe(self._process.stdout).read()
        assert self._end() == 0

    def _end(self) -> int:
        for pipe in (self._process.stdin, self._process.stdout):
            self._pipe(pipe).close()
        return self._process.wait(timeout=60)

    def _pipe(self, pipe: IO[str] | None) -> IO[str]:
        assert pipe is not None
        return pipe


def kill_many(folder: Path, kills: int, seed: int) -> int:
    """Kill so many recording sessions, ten in each of several histories; see `kill_one`."""
    chance = random.Random(seed)
    return sum(kill_one(folder / f"{number // 10}.sqlite3", chance) for number in range(kills))


def kill_one(path: Path, chance: random.Random) -> int:
    """Kill a recording session at some moment; returns how many sets it had said to be stored.

    Raises AssertionError if one of them is lost, the file is not whole, or the session is not
    found as interrupted. The session is kept as interrupted then.
    """
    child = Child(path)
    child.go()
    # From the first moments, when the file is made and opened, to far within the sets.
    said = [child.line() for _ in range(chance.choice((0, 0, 1, 2, chance.randint(3, 60))))]
    until_s = time.perf_counter() + chance.uniform(0, 0.01 if not said else 0.001)
    while time.perf_counter() < until_s:
        pass
    said += child.kill()

    history = History(path, FakeClock())
    try:
        assert history.notices == ()
        assert history.verify() == ()
        found = history.interrupted()
        if not said and found is None:
            return 0  # killed before it could begin
        assert found is not None, "the session is lost"
        committed = [int(line) for line in said[1:]]
        assert not said or said[0] == f"session {found.id}"
        sets = history.sets(found.id)
        # One more may be stored that it could not tell of any more.
        assert len(committed) <= len(sets), f"{len(committed) - len(sets)} sets are lost"
        assert len(sets) <= len(committed) + 1
        assert sets == [a_set(index) for index in range(len(sets))]
        history.finish(found.id, SessionEnd.INTERRUPTED, MONDAY, 1.0)
        assert history.interrupted() is None
        return len(committed)
    finally:
        history.close()
