"""What strikes a session: kills, cuts at a system call, locks of the history, a full disk."""

import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Timer

from tests.e2e.program import COMMAND
from tests.faults.judge import judge
from tests.faults.subjects import TERMINAL, WINDOW, Kind, Strike, Told, play, prepare

CALLS = ("pwrite64", "fdatasync", "ftruncate", "unlink", "rename")
NEXT_START = Kind(
    "next start", (*COMMAND, "history", "list"), (), (), "never", "never", ("never",) * 3
)
LACKING = "" if shutil.which("strace") else "cuts need strace (Linux), which is not installed"
"""Why cuts are impossible; empty if they are possible."""


@dataclass(frozen=True)
class Outcome:
    """What was done to a session, and what was wrong afterwards."""

    what: str
    faults: list[str]
    told: Told

    @property
    def has_hit(self) -> bool:
        """Whether it ended by what struck it; else it came to its end before."""
        return self.told.status is None


def kill(chance: random.Random, home: Path) -> Outcome:
    """Kill a session at a random moment, also on its end page and in the questions."""
    for _ in range(5):  # a busy machine may be at the end before the moment is seen
        kind = TERMINAL if chance.random() < 0.7 else WINDOW
        moment, delay_s = chance.choice(kind.moments), _delay_s(chance)
        if not moment:
            delay_s = chance.uniform(0, 1.5)
        prepare(home)
        told = play(kind, home, moment, delay_s, _signalling(signal.SIGKILL))
        what = f"{kind.name}: killed {delay_s:.3f} s after {moment!r}"
        outcome = Outcome(what, judge(kind, home, told), told)
        if outcome.has_hit or outcome.faults:
            break
    return outcome


def block(chance: random.Random, home: Path) -> Outcome:
    """Hold the history or fill the disk from a random moment on, for a while or to the end.

    Some are asked to end, or killed, meanwhile.
    """
    kind = TERMINAL if chance.random() < 0.7 else WINDOW
    moment, delay_s = chance.choice(kind.moments[1:]), _delay_s(chance)
    for_s = chance.choice((0.3, 1.5, None))
    ending = chance.choice((None, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL))
    after_s = chance.uniform(0, 0.5)
    how = chance.choice(("lock", "lock", "little room", "no room"))
    if how == "no room" and ending is signal.SIGKILL:
        ending = None  # nothing can be kept, and nobody is left to say so

    def strike(process: subprocess.Popen[bytes]) -> Callable[[], None]:
        undo = _lock(home) if how == "lock" else _fill(home, process, how == "no room")
        timers = [Timer(for_s, undo)] if for_s is not None else []
        if ending is not None:
            timers.append(Timer(after_s, process.send_signal, [ending]))
        for timer in timers:
            timer.start()

        def end() -> None:
            for timer in timers:
                timer.cancel()
            undo()

        return end

    prepare(home)
    told = play(kind, home, moment, delay_s, strike)
    what = (
        f"{kind.name}: {how} {delay_s:.3f} s after {moment!r} for {for_s or 'ever'}, "
        f"{ending.name if ending else 'no signal'} {after_s:.3f} s later"
    )
    return Outcome(what, judge(kind, home, told, may_lose=how == "no room"), told)


@dataclass(frozen=True)
class Cuts:
    """Ends a process at its n-th system call of a kind, which is not carried out any more.

    `counts` is how many there are of each in each case, `waiting` a home in which a session waits
    in a file for the next start.
    """

    counts: Mapping[str, Mapping[str, int]]
    waiting: Path
    told: Told

    @classmethod
    def measured(cls, folder: Path) -> "Cuts":
        """Count the calls of a whole session. Raises AssertionError if it does not succeed."""
        counts, log = {}, folder / "calls"
        for case in ("terminal", "locked", "window", "next start"):
            home = folder / case
            told = _play_case(case, home, folder / "locked", ["-o", str(log)])
            if case == "locked":
                waiting = told
            counts[case] = Counter(re.findall(r"^(\w+)\(", log.read_text(), re.MULTILINE))
        return cls(counts, folder / "locked", waiting)

    def cut(self, chance: random.Random, home: Path) -> Outcome:
        """Cut a session, with the history free or held, or the start after one that was held."""
        case = chance.choice(list(self.counts))
        call = chance.choice([call for call in CALLS if self.counts[case].get(call)])
        number = chance.randint(1, self.counts[case][call])
        return cut_at(case, call, number, home, self.waiting, self.told)


def cut_at(case: str, call: str, number: int, home: Path, waiting: Path, told: Told) -> Outcome:
    """Cut at that call of this kind; see `Cuts`."""
    words = ["-e", f"inject={call}:signal=KILL:when={number}", "-o", "/dev/null"]
    struck = _play_case(case, home, waiting, words)
    if case == "next start":
        struck = replace(told, status=struck.status, is_hanging=struck.is_hanging)
    kind = WINDOW if case == "window" else TERMINAL
    return Outcome(f"{case}: cut at {call} {number}", judge(kind, home, struck), struck)


def _play_case(case: str, home: Path, waiting: Path, words: list[str]) -> Told:
    strace = ["strace", "-qq", "-e", f"trace={','.join(CALLS)}", *words]
    if case == "next start":
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(waiting, home)
        return play(NEXT_START, home, wrapper=strace)
    prepare(home)
    if case == "locked":
        return play(TERMINAL, home, "set 3 of 4", 0.0, lambda process: _lock(home), wrapper=strace)
    return play(WINDOW if case == "window" else TERMINAL, home, wrapper=strace)


def _delay_s(chance: random.Random) -> float:
    return chance.choice((0.0, chance.uniform(0, 0.01), chance.uniform(0, 0.1)))


def _signalling(number: signal.Signals) -> Strike:
    def strike(process: subprocess.Popen[bytes]) -> None:
        process.send_signal(number)

    return strike


def _lock(home: Path) -> Callable[[], None]:
    """Write to the history as another program does, until it is undone."""
    connection = sqlite3.connect(
        home / "history.db", timeout=10, isolation_level=None, check_same_thread=False
    )
    connection.execute("BEGIN IMMEDIATE")
    return connection.close


def _fill(home: Path, process: subprocess.Popen[bytes], is_all: bool) -> Callable[[], None]:
    """Let no file of a process grow, or none beyond what the journal of the history has."""
    assert sys.platform == "linux"
    journal = home / "history.db-wal"
    room = 0 if is_all else journal.stat().st_size if journal.exists() else 4096
    _limit(process.pid, room)
    return lambda: _limit(process.pid, resource.RLIM_INFINITY)


def _limit(pid: int, size: int) -> None:
    assert sys.platform == "linux"
    with suppress(ProcessLookupError):
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
