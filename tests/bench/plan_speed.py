"""Planning 20,000 steps, also for so many minutes, and making their cue sheet.

python -m tests.bench.plan_speed [RUNS]
"""

import sys
import time
from collections.abc import Sequence

from glutetimer.core.cues.placing import cue_sheet, estimated_length_s, texts
from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.exercise import Reps, Tempo
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.today import plan_today
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import Settings
from glutetimer.core.today import Today
from tests.bench.measuring import spread
from tests.core.builders import entry, exercise


def longest() -> Routine:
    """A routine of nearly 20,000 steps: 49 exercises of 4 sets of 25 quick reps."""
    return Routine("long", "Long", tuple(_entry(number) for number in range(49)))


def _entry(number: int) -> Prescription:
    from dataclasses import replace

    quick = entry(Reps(25, 25), sets=4, what=exercise(f"Bridge {number}"))
    return replace(quick, tempo=Tempo(0.1, 0.1, 0.2, 0.1), rest_s=1.0, rest_after_s=1.0)


def main(words: Sequence[str]) -> None:
    """Print milliseconds."""
    runs = int(words[0]) if words else 10
    routine = longest()
    plans: list[float] = []
    fitted: list[float] = []
    text_lists: list[float] = []
    sheets: list[float] = []
    for _ in range(runs):
        at_s = [time.perf_counter()]
        plan_today(routine, Settings(), Today(minutes=60))
        at_s.append(time.perf_counter())
        timeline = plan(routine)
        at_s.append(time.perf_counter())
        texts(timeline, CueStyle())
        at_s.append(time.perf_counter())
        sheet = cue_sheet(timeline, CueStyle(), estimated_length_s)
        at_s.append(time.perf_counter())
        for figures, before, after in zip(
            (fitted, plans, text_lists, sheets), at_s, at_s[1:], strict=False
        ):
            figures.append((after - before) * 1000)
    print(f"{len(timeline.steps):,} steps, {len(sheet.cues):,} cues, {runs} runs, ms")
    print(f"  60 minutes {spread(fitted)}")
    print(f"  plan       {spread(plans)}")
    print(f"  texts      {spread(text_lists)}")
    print(f"  cue sheet  {spread(sheets)}")


if __name__ == "__main__":
    main(sys.argv[1:])
