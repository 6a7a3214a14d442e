"""How long after a session is asked for its first words are there to be heard, by voice.

python -m tests.bench.first_word [RUNS]

Cold: no clip is kept, and no engine runs. Warm: all clips are on the disk. The machine's caches are
warm in both. Beside the first words stand the time of the tenth text and of the last.
"""

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event
from time import perf_counter

from glutetimer.audio.clips import Samples
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.speech import Speech, speeches
from glutetimer.audio.voice import VoiceService
from glutetimer.core.cues.placing import texts
from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.plan.plan import plan
from glutetimer.core.settings import Settings
from tests.golden_cues import built_in_routines

VOICES = ("natural/heart", "gmw/en-us")
ROUTINE = "first-session"


def times_s(said: Sequence[Speech], cache: Path) -> list[float]:
    """Seconds until each text was answered, in their order."""
    begun_s, answered = perf_counter(), []
    are_all = Event()

    def take(speech: Speech, samples: Samples | None) -> None:
        assert samples is not None, f"no clip of {speech.text!r}"
        answered.append(perf_counter() - begun_s)
        if len(answered) == len(said):
            are_all.set()

    with closing(VoiceService(cache, NoticeBox(), take)) as voice:
        voice.say(said)
        assert are_all.wait(120), "the voice does not answer"
    return answered


def main(arguments: Sequence[str]) -> None:
    """Print medians of so many runs for each voice."""
    runs = int(arguments[0]) if arguments else 5
    with TemporaryDirectory() as folder:
        (routine,) = (one for one in built_in_routines(Path(folder)) if one.id == ROUTINE)
        wanted = texts(plan(routine, Settings()), CueStyle.of(Settings()))
        for voice in VOICES:
            said = speeches(wanted, Settings(voice=voice), routine.language)
            cold, warm = [], []
            for run in range(runs):
                cache = Path(folder) / f"{voice.replace('/', '-')}-{run}"
                cold.append(times_s(said, cache))
                warm.append(times_s(said, cache))
            print(f"{voice}, {len(said)} texts of {ROUTINE}, {runs} runs, medians")
            for name, seen in (("cold", cold), ("warm", warm)):
                first, tenth, last = (median(one[at] for one in seen) for at in (0, 9, -1))
                print(f"  {name}: first {first:.3f} s, tenth {tenth:.3f} s, all {last:.3f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
