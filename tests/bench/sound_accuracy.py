"""What is heard of real sessions at real speed, recorded behind a private sound server.

python -m tests.bench.sound_accuracy [SECONDS] [ROUTINE ...] [OPTIONS]

SECONDS is 0 for whole sessions. Every cue is looked for in the recording sample by sample; its
place is compared with that on the sheet that was in force when it had to be sent. One core is kept
busy (--three: three, --idle: none). With --window the session runs in the window; with --heart as
well, the window's heartbeat of 10 ms is compared with that of a silent session. The clips are those
that an earlier session left; with --cold there are none, and the sheet is made anew as they come;
with --at-once the session does not wait for the first of them.
"""

import os
import pickle
import subprocess
import sys
import time
from array import array
from collections.abc import Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from glutetimer.audio.clips import RATE_HZ
from glutetimer.audio.device import BUFFERED_S
from tests.audio.sound_server import MISSING, Recording, SoundServer, busy_cores
from tests.bench.children.sound_report import Expected, Report, came_late, expected_cues
from tests.bench.measuring import environment, full_home

CHILD = Path(__file__).parent / "children" / "sounding_session.py"
NEAR_S = 0.25
WHOLE_S = 7_200.0
WORST = 5
HUSH = 16  # what keeps the loudspeaker awake is no sound
ROUTINES = ("desk-squeeze", "first-session")


class Found(NamedTuple):
    """A cue that was heard whole, and how late it was."""

    expected: Expected
    frame: int
    late_s: float


def find(recording: Recording, wanted: Sequence[Expected]) -> tuple[list[Found], list[Expected]]:
    """The cues that were heard whole, to the sample, and the others."""
    data = recording.samples.tobytes()
    found: list[Found] = []
    lost: list[Expected] = []
    after = 0
    for expected in wanted:
        sound = expected.samples.strip(b"\0")  # silence tells nothing of its place
        lead = expected.samples.index(sound)
        around = recording.frame_at(expected.due_s)
        first = max(after, around - round(NEAR_S * RATE_HZ)) * 2
        last = (around + round(NEAR_S * RATE_HZ)) * 2 + len(expected.samples)
        place = data.find(sound, first, last)
        if place < 0:
            lost.append(expected)
            continue
        frame = (place - lead) // 2
        found.append(Found(expected, frame, recording.clock_s(frame) - expected.due_s))
        after = frame + len(expected.samples) // 2
    return found, lost


def left_over_s(recording: Recording, found: Sequence[Found]) -> float:
    """Seconds of sound that belong to no cue that was found: doubled, cut or strange."""
    last = found[-1]  # what came after it was cut by the end of the session
    rest = recording.samples[: last.frame + len(last.expected.samples) // 2]
    for one in found:
        count = len(one.expected.samples) // 2
        rest[one.frame : one.frame + count] = array("h", bytes(2 * count))
    return sum(1 for sample in rest if abs(sample) > HUSH) / RATE_HZ


def drift_ppm(found: Sequence[Found]) -> float:
    """The slope of lateness over time, in millionths."""
    xs = [one.expected.due_s for one in found]
    ys = [one.late_s for one in found]
    x0, y0 = fmean(xs), fmean(ys)
    below = sum((x - x0) ** 2 for x in xs)
    return 1e6 * sum((x - x0) * (y - y0) for x, y in zip(xs, ys, strict=True)) / below


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that so many percent do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def judge(report: Report, recording: Recording) -> None:
    """Print how exact, how complete, and what else was heard."""
    wanted = expected_cues(report)
    found, lost = find(recording, wanted)
    if not found:
        print(f"  nothing of {len(wanted)} cues was heard {report.notices}")
        return
    offset_s = median(one.late_s for one in found)
    off_ms = [1_000 * abs(one.late_s - offset_s) for one in found]
    fixed_ms = [
        1_000 * abs(one.late_s - offset_s) for one in found if one.expected.cue.kind.priority < 3
    ]
    print(
        f"  {len(found)} of {len(wanted)} cues whole to the sample, at an offset of "
        f"{1_000 * offset_s:+.1f} ms; from it in ms: p50 {median(off_ms):.1f}, "
        f"p99 {percentile(off_ms, 99):.1f}, max {max(off_ms):.1f} "
        f"(counts and first words {max(fixed_ms, default=0.0):.1f})"
    )
    span_s = found[-1].expected.due_s - found[0].expected.due_s
    print(
        f"  drift {drift_ppm(found):+.1f} ppm over {span_s:.0f} s; "
        f"{left_over_s(recording, found):.3f} s of other sound {report.notices or ''}"
    )
    for before_s, at_s in pairwise(report.asked_s):
        if at_s - before_s > BUFFERED_S:
            in_session_s = at_s - report.runs[0].clock_s
            print(
                f"  an underrun at {in_session_s:.1f} s: the device waited {at_s - before_s:.2f} s"
            )
    if report.gaps:
        print(f"  the machine stood still and the session paused itself {report.gaps} times")
    late = [one.cue for one in wanted if one.cue.is_tone and came_late(one.cue, report)]
    if late:
        print(f"  {len(late)} tones in place of words whose clips were not there yet")
    for missing in lost:
        cue = missing.cue
        print(f"  not found: {cue.session_s:.2f} s {cue.kind} {cue.text!r}")
    for one in found:
        if abs(one.late_s - offset_s) > 0.005:
            late_ms = 1_000 * (one.late_s - offset_s)
            cue = one.expected.cue
            print(f"  {late_ms:+.1f} ms: {cue.session_s:.2f} s {cue.kind} {cue.text!r}")


def print_heart(report: Report, silent: Report) -> None:
    """Print the gaps between the beats of the window's heart, and what sound has to do with it."""
    for name, one in (("with sound", report), ("silent", silent)):
        gaps_ms = [1_000 * beat.gap_s for beat in one.beats]
        print(
            f"  {len(gaps_ms)} beats {name}: longest {max(gaps_ms):.1f} ms, p99.9 "
            f"{percentile(gaps_ms, 99.9):.1f}, p99 {percentile(gaps_ms, 99):.1f}"
        )
    for what, late_s in (
        ("because of what sound computed", [beat.by_sound_s for beat in report.beats]),
        ("with what others did to its threads", [beat.near_sound_s for beat in report.beats]),
    ):
        print(
            f"  late {what}, at most: longest {1_000 * max(late_s):.1f} ms, p99.9 "
            f"{1_000 * percentile(late_s, 99.9):.1f}, p99 {1_000 * percentile(late_s, 99):.1f}"
        )
    ends_s = accumulate(beat.gap_s for beat in report.beats)
    timed = zip(report.beats, ends_s, strict=True)
    for beat, end_s in sorted(timed, key=lambda one: -one[0].near_sound_s)[:WORST]:
        gap_ms, calls_ms, held_ms, waited_ms = (1_000 * value for value in beat)
        print(
            f"    {end_s:.1f} s: gap {gap_ms:.1f} ms, calls {calls_ms:.1f}, held {held_ms:.1f}, "
            f"its threads waited {waited_ms:.1f}"
        )


def play(home: Path, server: SoundServer, *words: str) -> Report:
    """Run a session in a child."""
    path = home / "report"
    variables = environment(home, "") | dict(server.variables) | {"HOME": os.environ["HOME"]}
    subprocess.run([sys.executable, str(CHILD), *words[:2], str(path), *words[2:]],
                   env=variables, check=True)  # fmt: skip
    report = pickle.loads(path.read_bytes())  # our own child wrote it
    assert isinstance(report, Report)
    return report


def main(words: Sequence[str]) -> None:
    """Print figures for every routine."""
    if MISSING:
        sys.exit(f"not installed: {', '.join(MISSING)}")
    plain = [word for word in words if not word.startswith("-")]
    seconds = plain.pop(0) if plain and plain[0].replace(".", "").isdigit() else "60"
    seconds = seconds if float(seconds) else str(WHOLE_S)
    how = [word for word in ("window", "cold") if f"--{word}" in words]
    with TemporaryDirectory(dir="/tmp") as folder:
        home = Path(folder) / "h"
        full_home(home, 3_000)
        if "--at-once" in words:
            with (home / "settings.toml").open("a", encoding="utf-8") as settings:
                settings.write('first_wait = "none"\n')
        server = SoundServer(Path(folder), RATE_HZ)
        server.start()
        busy = busy_cores(0 if "--idle" in words else 3 if "--three" in words else 1)
        try:
            for routine in plain or ROUTINES:
                server.record()
                print(routine, flush=True)
                report = play(home, server, routine, seconds, *how)
                time.sleep(0.5)
                judge(report, server.recording())
                if "--heart" in words:
                    silent = play(home, server, routine, seconds, *how, "silent")
                    print_heart(report, silent)
        finally:
            for process in busy:
                process.kill()
                process.wait()
            server.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
