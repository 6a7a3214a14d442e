"""Kills, cuts and blocks sessions, and looks whether anything is lost or said falsely.

    python -m tests.bench.faults [--kills N] [--cuts N] [--blocks N] [--seed N] [--jobs N]

Prints a table, and for every failure its kind and seed, which `--only KIND:SEED` repeats. Cuts
need strace, disks that fill up Linux. The exit status is 1 if anything failed.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from tests.faults import strikes

Run = Callable[[random.Random, Path], strikes.Outcome]


def attempt(run: Run, name: str, folder: Path, seed: int) -> tuple[str, int, strikes.Outcome]:
    home = folder / f"{name}-{seed}"
    outcome = run(random.Random(seed), home)
    if not outcome.faults:
        shutil.rmtree(home, ignore_errors=True)
    return name, seed, outcome


def main() -> int:
    parser = argparse.ArgumentParser()
    for name, number in (("kills", 1000), ("cuts", 500), ("blocks", 100), ("seed", 9), ("jobs", 2)):
        parser.add_argument(f"--{name}", type=int, default=number)
    parser.add_argument("--only", default="", metavar="KIND:SEED")
    given = parser.parse_args()
    wanted = {"kill": given.kills, "cut": given.cuts, "block": given.blocks}
    seeds = {name: range(given.seed, given.seed + number) for name, number in wanted.items()}
    if given.only:
        kind, seed = given.only.split(":")
        seeds = {kind: range(int(seed), int(seed) + 1)}
    if strikes.LACKING and seeds.pop("cut", range(0)):
        print(f"skipped: {strikes.LACKING}")
    with tempfile.TemporaryDirectory() as place, ProcessPoolExecutor(given.jobs) as pool:
        folder = Path(place)
        runs: dict[str, Run] = {"kill": strikes.kill, "block": strikes.block}
        if seeds.get("cut"):
            runs["cut"] = strikes.Cuts.measured(folder).cut
        waiting = [
            pool.submit(partial(attempt, runs[name], name, folder), seed)
            for name, numbers in seeds.items()
            for seed in numbers
        ]
        hit, failed, sets = Counter[str](), Counter[str](), Counter[str]()
        for future in waiting:
            name, seed, outcome = future.result()
            hit[name] += outcome.has_hit
            sets[name] += outcome.told.sets
            if outcome.faults:
                failed[name] += 1
                print(f"{name}:{seed}  {outcome.what}: {'; '.join(outcome.faults)}", flush=True)
                if given.only:
                    print(outcome.told.status, outcome.told.text)
    print(f"{'':8}{'done':>8}{'killed':>8}{'sets told':>11}{'failed':>8}")
    for name, numbers in seeds.items():
        row = len(numbers), hit[name], sets[name], failed[name]
        print("{:8}{:8}{:8}{:11}{:8}".format(f"{name}s", *row))
    return 1 if failed.total() else 0


if __name__ == "__main__":
    sys.exit(main())
