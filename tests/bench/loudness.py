"""How loud every cue of a session is, in the file that render makes of it.

python -m tests.bench.loudness [ROUTINE ...]

Each cue is cut out of the file and measured with the tests' own meter, which shares no code with
the program. Of short cues (under 400 ms) it is the weighted mean, of others the gated loudness.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from glutetimer.audio.clip_collector import collect
from glutetimer.audio.clips import frames, seconds
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.render import Renderer, frame_of, heard_cues
from glutetimer.audio.speech import speeches
from glutetimer.core.cues.placing import cue_sheet, texts
from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.rendering import RenderOrder
from glutetimer.core.routine import Routine
from glutetimer.core.settings import Settings
from tests.audio import sound_meter
from tests.audio.sound_files import read_wav
from tests.golden_cues import built_in_routines

ROUTINES = ("first-session",)
LIMIT_LU = 1.0
LIMIT_DBTP = -1.0


def measured(routine: Routine, scratch: Path) -> dict[str, tuple[float, float, float]]:
    """(seconds, LUFS, dBTP) of every cue of a routine, by what is said or the kind of its tone."""
    settings, path = Settings(), scratch / f"{routine.id}.wav"
    timeline, style = plan(routine, settings), CueStyle.of(settings)
    Renderer(scratch / "clips").render(RenderOrder(timeline, style, settings, str(path)), _go_on)
    said = speeches(texts(timeline, style), settings, routine.language)
    clips = collect(said, scratch / "clips", NoticeBox(), _go_on)
    sheet = cue_sheet(timeline, style, {text: seconds(clips[text]) for text in clips}.get)
    heard, found = read_wav(path), {}
    for cue in heard_cues(timeline, sheet):
        name = f"({cue.kind.value})" if cue.is_tone else cue.text
        if name not in found:
            sound = heard[frame_of(cue) : frame_of(cue) + frames(cue.duration_s)]
            peak = sound_meter.true_peak_dbtp(sound)
            found[name] = (cue.duration_s, sound_meter.lufs(sound), peak)
    return found


def main(arguments: Sequence[str]) -> int:
    """Print a line for every cue, the quietest first; 1 if they differ too much."""
    wanted = tuple(arguments) or ROUTINES
    is_good = True
    with TemporaryDirectory() as folder:
        for routine in built_in_routines(Path(folder)):
            if routine.id not in wanted:
                continue
            found = measured(routine, Path(folder))
            print(f"{routine.id}\n  seconds   LUFS   dBTP")
            for name, row in sorted(found.items(), key=lambda item: item[1][1]):
                duration_s, level, peak = row
                print(f"  {duration_s:7.2f} {level:6.1f} {peak:6.1f}  {name}")
            levels = [level for _, level, _ in found.values()]
            spread_lu = max(levels) - min(levels)
            highest = max(peak for _, _, peak in found.values())
            is_ok = spread_lu <= LIMIT_LU and highest < LIMIT_DBTP
            verdict = "ok" if is_ok else "TOO MUCH"
            print(f"  {len(found)} cues within {spread_lu:.2f} LU, {highest:.1f} dBTP  {verdict}")
            is_good = is_good and is_ok
    return 0 if is_good else 1


def _go_on(share: float) -> None:
    pass


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
