"""The shelf of clips: what sounds where a clip is there, is being made, or cannot be made."""

from array import array
from dataclasses import replace

from glutetimer.audio.clip_shelf import ClipShelf
from glutetimer.audio.clips import Samples
from glutetimer.core.cues.sheet import CueKind, SheetCue
from glutetimer.core.settings import Settings, Verbosity

TONE = SheetCue(0.7, 0.7, 0.25, CueKind.BEGIN, "Get ready", 0, is_tone=True, can_wait=True)
CLIP: Samples = array("h", [1, 2, 3])


def test_no_tone_takes_the_place_of_words_that_can_wait_while_they_are_made() -> None:
    shelf = ClipShelf()
    (speech,) = shelf.ask(["Get ready"], Settings(), "en", (), ())
    assert shelf.sound_of(TONE) is None
    on_time = shelf.sound_of(replace(TONE, can_wait=False))
    assert on_time is not None
    assert on_time.is_tone
    shelf.put(speech, CLIP)
    words = shelf.sound_of(replace(TONE, is_tone=False))
    assert words is not None
    assert words.samples == CLIP
    assert shelf.sound_of(TONE) is None, "the next sheet will have the words"


def test_their_tone_sounds_once_they_cannot_be_made_or_tones_are_wanted() -> None:
    shelf = ClipShelf()
    (speech,) = shelf.ask(["Get ready"], Settings(), "en", (), ())
    shelf.put(speech, None)
    assert shelf.sound_of(TONE) is not None
    shelf.ask(["Get ready"], Settings(verbosity=Verbosity.TONES), "en", (), ())
    assert shelf.sound_of(TONE) is not None
