"""Making a sound file of a session of half an hour whose clips are in the cache.

python -m tests.bench.render_speed [RUNS]
"""

import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from glutetimer.audio.encoders import SoundFormat
from glutetimer.audio.render import Renderer
from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.ports.rendering import RenderedFile, RenderOrder
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import Settings
from tests.bench.measuring import spread
from tests.golden_cues import built_in_routines

WANTED_S = 1800.0
LIMIT_S = 10.0


def half_an_hour(scratch: Path) -> Timeline:
    """The exercises of our routines, one after another, as many as half an hour holds.

    What is missing then is added to the time to get ready.
    """
    entries = [
        entry
        for routine in built_in_routines(scratch)
        if not routine.circuits
        for entry in routine.entries
    ]
    count = 1
    while _planned(entries[: count + 1], 0.0).total_s < WANTED_S:
        count += 1
    return _planned(entries[:count], WANTED_S - _planned(entries[:count], 0.0).total_s)


def _planned(entries: Sequence[Prescription], get_ready_s: float) -> Timeline:
    half_hour = Routine("half-an-hour", "Half an hour", tuple(entries))
    return plan(half_hour, Settings(get_ready_s=get_ready_s))


def main(words: Sequence[str]) -> None:
    """Print seconds; the first file of all makes the clips."""
    runs = int(words[0]) if words else 3
    with TemporaryDirectory() as name:
        folder = Path(name)
        timeline = half_an_hour(folder)
        renderer = Renderer(folder / "clips")
        begun_s = time.perf_counter()
        done = _render(renderer, timeline, folder / "first.wav")
        made_s = time.perf_counter() - begun_s
        print(f"{timeline.total_s / 60:.1f} minutes, {done.texts} texts ({done.lacking} lacking)")
        print(f"  with all clips made  {made_s:.1f} s")
        for sound_format in SoundFormat:
            seen: list[float] = []
            for _ in range(runs):
                begun_s = time.perf_counter()
                done = _render(renderer, timeline, folder / f"file.{sound_format}")
                seen.append(time.perf_counter() - begun_s)
            verdict = "ok" if max(seen) < LIMIT_S else "TOO SLOW"
            size = f"{done.size_bytes / 1e6:5.1f} MB"
            print(f"  {sound_format:5} {size}  {spread(seen)} s of {LIMIT_S:g}  {verdict}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"  largest memory {peak} MB")


def _render(renderer: Renderer, timeline: Timeline, path: Path) -> RenderedFile:
    order = RenderOrder(timeline, CueStyle(), Settings(), str(path), may_replace=True)
    return renderer.render(order, _go_on)


def _go_on(share: float) -> None:
    pass


if __name__ == "__main__":
    main(sys.argv[1:])
