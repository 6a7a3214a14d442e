"""What a start computes until its first painted window: a busy machine does not change the figure.

Two figures of each program: the instructions that valgrind counts, offscreen and of all threads,
and the least time of the processor of so many runs in turns. Without valgrind the second alone; it
says so. How long a person waits, `startup.py` tells.

python -m tests.bench.startup_instructions [RUNS [SETS]]
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from tests.bench.measuring import environment, full_home

CHILDREN = Path(__file__).parent / "children"
PROGRAMS = {"bare": "bare_window.py", "a word": "label_window.py", "ours": "our_window.py"}
CACHEGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


def instructions(program: Path, home: Path) -> int:
    """The instructions of a start under valgrind."""
    command = [*CACHEGRIND, sys.executable, str(program)]
    done = subprocess.run(
        command,
        # One order of sets and of dictionaries' keys, so that runs can be compared.
        env=environment(home, "") | {"PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=True,
    )
    total = next(
        line for line in done.stderr.splitlines() if "I refs:" in line or "I   refs:" in line
    )
    return int(total.split()[-1].replace(",", ""))


def processor_ms(program: Path, home: Path) -> float:
    """Milliseconds that a start kept the processor busy, in the program and in the system."""
    command = [sys.executable, str(program)]
    with subprocess.Popen(command, env=environment(home, ""), stdout=subprocess.DEVNULL) as child:
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return (used.ru_utime + used.ru_stime) * 1000


def main(words: Sequence[str]) -> None:
    """Print a line for each figure."""
    runs, sets = (int(word) for word in (*words, *("20", "300000")[len(words) :]))
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        full_home(home, sets)
        least = dict.fromkeys(PROGRAMS, float("inf"))
        for run in range(runs + 1):
            for name, program in PROGRAMS.items():
                used_ms = processor_ms(CHILDREN / program, home)
                if run:  # in the first the caches warm up
                    least[name] = min(least[name], used_ms)
        tell(f"processor, least of {runs} runs, ms", least)
        if which("valgrind") is None:
            print("valgrind is not on this machine: no instructions are counted")
            return
        counted = {n: instructions(CHILDREN / p, home) / 1e6 for n, p in PROGRAMS.items()}
        tell("instructions, millions", counted)


def tell(what: str, figures: dict[str, float]) -> None:
    """Print the figures of the three programs and what ours is of the others."""
    said = "  ".join(f"{name} {figure:.0f}" for name, figure in figures.items())
    ratios = [figures["ours"] / figures[name] for name in ("bare", "a word")]
    print(f"{what:36} {said}  x {ratios[0]:.2f} of bare, x {ratios[1]:.2f} of a word")


if __name__ == "__main__":
    main(sys.argv[1:])
