"""A session whose clips come while it runs: what is said stands on the sheet of its moment."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest

from glutetimer.audio.clip_shelf import ClipShelf
from glutetimer.audio.clips import RATE_HZ
from glutetimer.audio.conductor import Conductor
from glutetimer.audio.device import BUFFERED_S
from glutetimer.audio.mixer import Mixer
from glutetimer.audio.playing import Sound
from glutetimer.audio.speech import Speech
from glutetimer.audio.stream_clock import StreamClock
from glutetimer.core.cues.placing import estimated_length_s
from glutetimer.core.cues.pronunciation import Say
from glutetimer.core.cues.sheet import TONE_LENGTHS_S, CueKind, CueSheet, SheetCue
from glutetimer.core.cues.tongues import Own
from glutetimer.core.session.coach import Coach
from glutetimer.core.settings import FirstWait, Settings
from tests import built_in
from tests.audio.rig import clip
from tests.bench.children.sound_report import Report, Run, expected_cues, sound_key
from tests.fakes import FakeClock
from tests.fakes_history import FakeHistory
from tests.fakes_player import FakePlayer

BLOCK_S = 0.04
TICK_BLOCKS = 3
SECONDS = 60.0


class Stage(FakePlayer):
    """A player with a real shelf, conductor and mixer, a virtual clock, and a voice by hand.

    Every sound has samples of one value of its own.
    """

    def __init__(self, clock: FakeClock) -> None:
        super().__init__()
        self.clock = clock
        self.report = Report()
        self.waiting: list[Speech] = []
        self.output = array("h")
        self.began_s = clock.now_s()
        self._mixer = Mixer()
        self._timing = StreamClock(BUFFERED_S)
        self._shelf = ClipShelf()
        self._values: dict[str, int] = {}
        self.conductor = Conductor(self._mixer, self._timing, self._sound_of, self._tone_of)

    def prepare(
        self,
        texts: Iterable[str],
        settings: Settings,
        language: str = "en",
        say: Say = (),
        own: Own = (),
    ) -> None:
        self.waiting = list(self._shelf.ask(texts, settings, language, say, own))

    def make_clips(self, count: int) -> None:
        """The voice has made so many more."""
        for speech in self.waiting[:count]:
            value = self._value(f"words {speech.text}")
            self._shelf.put(speech, clip(value, estimated_length_s(speech.text)))
        del self.waiting[:count]

    def progress(self) -> tuple[int, int]:
        return self._shelf.progress

    def lengths_s(self) -> dict[str, float]:
        return dict(self._shelf.lengths_s)

    def load(self, sheet: CueSheet) -> None:
        self.report.sheets.append((self.clock.now_s(), sheet))
        self.conductor.load(sheet)

    def run_from(self, step: int, elapsed_s: float, at_s: float, added_s: float = 0.0) -> None:
        self.report.runs.append(Run(step, elapsed_s, at_s, added_s))
        self.conductor.run_from(step, elapsed_s, at_s, added_s)

    def play_block(self) -> None:
        """Let the device ask once; the player's thread looks right after it."""
        self._timing.asked(self._mixer.position, self.clock.now_s())
        self.output.frombytes(self._mixer.read(round(BLOCK_S * RATE_HZ)))
        self.conductor.pump(self.clock.now_s())
        self.clock.advance(BLOCK_S)

    def sounds(self, cue: SheetCue) -> bytes:
        sound = self._tone_of(cue.kind) if cue.is_tone else self._shelf.spoken(cue.text)
        assert sound is not None
        return sound.samples.tobytes()

    def _sound_of(self, cue: SheetCue) -> Sound | None:
        sound = self._shelf.sound_of(cue)
        return self._tone_of(cue.kind) if sound is not None and sound.is_tone else sound

    def _tone_of(self, kind: CueKind) -> Sound:
        return Sound(clip(self._value(f"tone {kind}"), TONE_LENGTHS_S[kind]), is_tone=True)

    def _value(self, name: str) -> int:
        return self._values.setdefault(name, 100 * (1 + len(self._values)))


def played(coach: Coach, stage: Stage, clips_at: Sequence[int]) -> None:
    """Play SECONDS; `clips_at` are the blocks at which each further clip comes."""
    coach.begin()
    for number in range(round(SECONDS / BLOCK_S)):
        stage.make_clips(clips_at.count(number))
        stage.play_block()
        if number % TICK_BLOCKS == 0:
            coach.tick()
    stage.report.holds_s.append(stage.clock.now_s() - BUFFERED_S)


@pytest.mark.parametrize("wait", [FirstWait.WORDS, FirstWait.NONE])
@pytest.mark.parametrize("first_block", [3, 25, 60])
@pytest.mark.parametrize("every", [1, 11])
def test_every_cue_is_whole_and_in_its_place_however_slowly_clips_come(
    wait: FirstWait, first_block: int, every: int
) -> None:
    clock = FakeClock()
    stage = Stage(clock)
    routine = built_in.library().routine("first-session")
    settings = Settings(first_wait=wait, voice_volume=100, tone_volume=100)
    coach = Coach(routine, settings, clock, FakeHistory(), stage)
    played(coach, stage, range(first_block, 1_500, every))
    sheets = (sheet for _, sheet in stage.report.sheets)
    stage.report.sounds = {sound_key(cue): stage.sounds(cue) for s in sheets for cue in s.cues}

    silence = array("h", bytes(len(stage.output) * 2))
    expected = expected_cues(stage.report)
    for one in expected:
        at = round((one.due_s - stage.began_s - BUFFERED_S) * RATE_HZ)
        samples = array("h", one.samples)
        heard = stage.output[at : at + len(samples)]
        assert heard == samples, f"{one.cue.text!r} at {one.cue.session_s:.2f} s"
        stage.output[at : at + len(samples)] = silence[: len(samples)]
    end = round((expected[-1].due_s - stage.began_s) * RATE_HZ)
    assert not any(stage.output[:end]), "sound that no sheet had"
    for one, other in pairwise(expected):
        assert one.due_s + one.cue.duration_s <= other.due_s
