"""The list of voices: natural first, our texts' language first, regions that a person knows."""

import pytest

from glutetimer.core.ports.player import Voice
from glutetimer.ui.settings.voice_names import in_order, voice_name


@pytest.mark.parametrize(
    ("voice", "shown"),
    [
        (Voice("n", "Heart", "en-us", is_natural=True), "Heart, natural, English (United States)"),
        (Voice("s", "Samantha", "en-us"), "Samantha, English (United States)"),
        (Voice("g", "English (Great Britain)", "en-gb"), "English (Great Britain)"),
        (Voice("w", "Microsoft David - English (United States)", "en-us"),
         "Microsoft David - English (United States)"),
        (Voice("d", "Anna", "de"), "Anna, German"),
        (Voice("c", "Ting", "cmn-latn-pinyin"), "Ting, cmn-latn-pinyin"),
        (Voice("x", "Odd", "zz-q"), "Odd, zz-q"),
        (Voice("0", "Caribbean", "en-029"), "Caribbean, English"),
        (Voice("e", "Plain", ""), "Plain"),
        (Voice("l", "Two\nlines", ""), "Two lines"),
    ],
)  # fmt: skip
def test_names(voice: Voice, shown: str) -> None:
    assert voice_name(voice) == shown


def test_order() -> None:
    voices = [
        Voice("fr", "Marie", "fr"),
        Voice("de", "Anna", "de"),
        Voice("en", "Samantha", "en-us"),
        Voice("", "Nobody knows", ""),
        Voice("piper/de", "thorsten", "de-de", is_natural=True),
        Voice("natural", "Heart", "en-us", is_natural=True),
    ]
    ids = [voice.id for voice in in_order(voices)]
    assert ids[:3] == ["natural", "piper/de", "en"]
    assert set(ids[3:]) == {"fr", "de", ""}
    assert in_order(()) == ()
    assert len(in_order([Voice(str(n), f"V {n}", "en") for n in range(500)])) == 500
