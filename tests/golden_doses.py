"""What becomes of every routine in so many minutes, as one readable text.

`python -m tests.golden_doses` writes tests/data/doses.txt anew.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from glutetimer.core.routine import Routine
from glutetimer.core.settings import Settings
from glutetimer.core.today import Today
from glutetimer.core.words.clock_text import clock_text
from glutetimer.core.words.dose import dose_text
from glutetimer.core.words.dose_changes import todays_plan
from tests.golden_cues import DATA, built_in_routines

DOSES = DATA / "doses.txt"
DAYS = ("normal", "gentle", "strong", "5 min", "10 min", "15 min", "20 min", "30 min", "45 min")


def doses_text(scratch: Path) -> str:
    """Every routine on every such day; `scratch` is any empty folder."""
    return "\n".join(line for some in built_in_routines(scratch) for line in _of(some))


def _of(routine: Routine) -> Iterator[str]:
    yield f"=== {routine.title} ==="
    for day in DAYS:
        told = todays_plan(routine, Settings(), Today.parse(day))
        yield f"{day}: {clock_text(told.timeline.total_s)}. {told.headline}."
        for done, one in zip(told.timeline.entries, told.exercises, strict=True):
            below = f" ({one.below})" if one.below else ""
            yield f"    {one.name}: {dose_text(done)}{below}"
        yield from (f"    {line}" for line in told.others)
    yield ""


def main() -> None:
    """Write the file."""
    with tempfile.TemporaryDirectory() as folder:
        DOSES.write_text(doses_text(Path(folder)), "utf-8")


if __name__ == "__main__":
    main()
