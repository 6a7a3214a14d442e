"""How many words of the cues a crude recogniser gets wrong, by voice.

python -m tests.bench.intelligibility [VOICE ...] [--texts N]

Needs PocketSphinx (python -m pip install pocketsphinx), which no other part does. Cues of at least
three words and without digits, the same sample each time. The figure compares voices: a person
understands far more.
"""

import json
import random
import re
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import miniaudio

from glutetimer.audio.clip_collector import collect
from glutetimer.audio.clips import RATE_HZ, Samples
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.speech import speeches
from glutetimer.core.settings import Settings
from tests.golden_cues import LENGTHS

VOICES = ("natural/heart", "gmw/en-us", "gmw/en")
HEARD_HZ = 16_000


def words(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return re.sub(r"[^a-z' ]", " ", text.lower().replace("-", " ")).split()


def wrong(said: Sequence[str], heard: Sequence[str]) -> int:
    """So many words have to change to make one of the other (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for i, one in enumerate(said, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            changed = before + (one != other)
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, changed)
    return row[-1]


def heard(decoder: Any, clip: Samples) -> list[str]:
    """What the recogniser understands, with a moment of silence around it."""
    form = miniaudio.SampleFormat.SIGNED16
    sound = miniaudio.convert_frames(form, 1, RATE_HZ, bytes(clip), form, 1, HEARD_HZ)
    pause = bytes(2 * HEARD_HZ * 3 // 10)
    decoder.start_utt()
    decoder.process_raw(pause + bytes(sound) + pause, full_utt=True)
    decoder.end_utt()
    found = decoder.hyp()
    return words(found.hypstr) if found else []


def main(arguments: Sequence[str]) -> int:
    """Print a line for each voice; 1 without the recogniser."""
    try:
        from pocketsphinx import Decoder  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        print("There is no recogniser here: python -m pip install pocketsphinx")
        return 1
    parser = ArgumentParser()
    parser.add_argument("voices", nargs="*", default=VOICES)
    parser.add_argument("--texts", type=int, default=120)
    given = parser.parse_args(arguments)
    every = [t for t in json.loads(LENGTHS.read_text("utf-8")) if not re.search(r"\d", t)]
    texts = [text for text in every if len(text.split()) >= 3]
    random.Random(1).shuffle(texts)
    texts = texts[: given.texts]
    for voice in given.voices:
        said = speeches(texts, Settings(voice=voice), "en")
        with TemporaryDirectory() as folder:
            clips = collect(said, Path(folder), NoticeBox(), lambda share: None)
        decoder = Decoder(samprate=HEARD_HZ, loglevel="FATAL")
        count = sum(len(words(text)) for text in clips)
        errors = sum(wrong(words(text), heard(decoder, clip)) for text, clip in clips.items())
        share = 100 * errors / count
        print(f"{voice}: {share:.1f} % of {count} words in {len(clips)} texts wrong")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
