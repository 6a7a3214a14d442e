"""What the open window costs while nobody touches it.

python -m tests.bench.idle_cpu [SECONDS]
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measuring import displays, environment, full_home

SETTLE_S = 8.0


def usage(pid: int) -> tuple[float, int]:
    """CPU seconds so far, and how often any thread has woken up."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    cpu_s = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    wakes = 0
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        for line in status.read_text("ascii", "replace").splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                wakes += int(line.split()[1])
    return cpu_s, wakes


def main(words: Sequence[str]) -> None:
    """Print a line for every display."""
    seconds = float(words[0]) if words else 10.0
    with TemporaryDirectory() as folder, displays() as found:
        home = Path(folder) / "home"
        full_home(home)
        for name, display in found:
            command = [sys.executable, "-P", "-m", "glutetimer"]
            with subprocess.Popen(command, env=environment(home, display)) as child:
                time.sleep(SETTLE_S)
                cpu_s, wakes = usage(child.pid)
                time.sleep(seconds)
                cpu_after_s, wakes_after = usage(child.pid)
                child.terminate()
            print(
                f"{name}: {cpu_after_s - cpu_s:.2f} s of CPU and "
                f"{wakes_after - wakes} wake-ups in {seconds:g} s"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
