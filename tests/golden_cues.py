"""The whole cue sheet of every routine as readable text, with measured clip lengths.

`python -m tests.golden_cues` writes tests/data/cue_sheets/ anew; with `--measure` it first
renders every clip that has no length yet with this machine's voice, and forgets those of no use.
"""

import json
import sys
import time
from pathlib import Path

from glutetimer.core.cues.placing import cue_sheet, texts
from glutetimer.core.cues.pronunciation import pronunciations
from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.routine import Routine
from glutetimer.core.settings import Settings, Verbosity
from glutetimer.core.words.clock_text import clock_text
from glutetimer.core.words.coaching import set_name
from glutetimer.files.library import Library
from glutetimer.resources import assets_dir, routines_dir

DATA = Path(__file__).parent / "data"
SHEETS = DATA / "cue_sheets"
LENGTHS = DATA / "clip_lengths_s.json"
"""Seconds of every clip of our routines: espeak-ng 1.52, voice gmw/en, 165 words a minute.

Not of the natural voice that speaks by default: espeak's are the same on every machine, whatever
runtime a model has there. With the natural one 105 of 7,223 cues would be others of their kind.
"""

MEASURED_WITH = Settings(voice="gmw/en")


def built_in_routines(scratch: Path) -> list[Routine]:
    """The routines that come with the program, by id; `scratch` is any empty folder."""
    library = Library(assets_dir() / "exercises", routines_dir(), scratch, scratch / "cache.json")
    return [library.routine(path.stem) for path in sorted(routines_dir().glob("*.toml"))]


def clip_lengths_s() -> dict[str, float]:
    """The measured seconds of every text."""
    lengths: dict[str, float] = json.loads(LENGTHS.read_text("utf-8"))
    return lengths


def sheet_text(routine: Routine, lengths_s: dict[str, float]) -> str:
    """The sheets of a routine in every verbosity, a line a cue, a heading a step."""
    timeline = plan(routine)
    return "\n".join(_one_sheet(timeline, verbosity, lengths_s) for verbosity in Verbosity)


def _one_sheet(timeline: Timeline, verbosity: Verbosity, lengths_s: dict[str, float]) -> str:
    lines = [f"=== {timeline.routine.title}, {verbosity.value} ==="]
    step = -1
    for cue in cue_sheet(timeline, CueStyle(verbosity), lengths_s.get).cues:
        if cue.session_s >= timeline.starts_s[cue.step + 1]:
            continue  # an open-ended step goes on beyond its typical end
        if cue.step != step:
            lines += _heading(timeline, step, cue.step)
            step = cue.step
        voice = "(tone)" if cue.is_tone else f"{cue.duration_s:.1f} s"
        lines.append(f"  {cue.session_s:8.2f}  {voice:7} {cue.kind.value:10} {cue.text}")
    return "\n".join(lines) + "\n"


def _heading(timeline: Timeline, before: int, number: int) -> list[str]:
    """A heading where a set or a wait begins; the phases of a set share one."""
    step, span = timeline.steps[number], timeline.set_of(number)
    is_same = before >= 0 and timeline.set_of(before) == span
    if is_same and step.kind.is_effort and timeline.steps[before].kind.is_effort:
        return []
    what = "SET" if step.kind.is_effort else step.kind.value.replace("_", " ").upper()
    return [f"{clock_text(timeline.starts_s[number])} {what}: {set_name(timeline, span)}"]


def wanted_texts(scratch: Path) -> list[str]:
    """Every text that any routine may speak in any verbosity."""
    found: dict[str, None] = {}
    for routine in built_in_routines(scratch):
        for verbosity in Verbosity:
            found.update(dict.fromkeys(texts(plan(routine), CueStyle(verbosity))))
    return list(found)


def _measure(scratch: Path) -> None:
    from glutetimer.audio.player import Player
    from glutetimer.clock import SystemClock

    known_s, wanted = clip_lengths_s(), wanted_texts(scratch)
    kept_s = {text: known_s[text] for text in wanted if text in known_s}
    new = [text for text in wanted if text not in known_s]
    player = Player(SystemClock(), scratch)
    say = (pair for routine in built_in_routines(scratch) for pair in pronunciations(routine))
    player.prepare(new, MEASURED_WITH, "en", tuple(dict.fromkeys(say)))
    until_s = time.monotonic() + 120
    while len(player.lengths_s()) < len(new) and time.monotonic() < until_s:
        time.sleep(0.1)
    kept_s |= {text: round(seconds, 3) for text, seconds in player.lengths_s().items()}
    player.close()
    lengths_s = dict(sorted(kept_s.items()))
    LENGTHS.write_text(json.dumps(lengths_s, indent=0, ensure_ascii=False) + "\n", "utf-8")


def main() -> None:
    """Write the sheets."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        if "--measure" in sys.argv:
            _measure(scratch)
        SHEETS.mkdir(exist_ok=True)
        for routine in built_in_routines(scratch):
            text = sheet_text(routine, clip_lengths_s())
            (SHEETS / f"{routine.id}.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
