"""In a routine of another language each part of a text is said by a voice of its own language."""

from dataclasses import replace
from pathlib import Path

import pytest

from glutetimer.core.cues.tongues import SpokenPart, own_words, spoken_parts
from tests.golden_cues import built_in_routines

OWN = ("Beckenheben", "Becken hoch", "Beckenheben einbeinig")


def ours(words: str) -> SpokenPart:
    return SpokenPart(words, "en", is_ours=True)


def theirs(words: str) -> SpokenPart:
    return SpokenPart(words, "de")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Becken hoch", [theirs("Becken hoch")]),
        ("Halfway", [ours("Halfway")]),
        ("10", [ours("10")]),
        ("Beckenheben", [theirs("Beckenheben")]),
        (
            "Next: Beckenheben, 10 reps, left leg.",
            [ours("Next:"), theirs("Beckenheben"), ours("10 reps, left leg.")],
        ),
        ("Next: Beckenheben.", [ours("Next:"), theirs("Beckenheben")]),
        ("Beckenheben einbeinig, left leg", [theirs("Beckenheben einbeinig"), ours("left leg")]),
        ("Beckenhebens", [ours("Beckenhebens")]),  # whole words only
        ("Rest, 45 s", [ours("Rest, 45 seconds")]),
        ("...", [theirs("...")]),
    ],
)
def test_each_part_has_its_language(text: str, parts: list[SpokenPart]) -> None:
    assert list(spoken_parts(text, "de", (), OWN)) == parts


@pytest.mark.parametrize("language", ["en", "en-gb", "EN"])
def test_an_english_routine_is_said_in_one(language: str) -> None:
    say = (("RDL", "Romanian deadlift"),)
    assert spoken_parts("RDL, 10-12 reps", language, say, OWN) == (
        SpokenPart("Romanian deadlift, 10 to 12 reps", language),
    )


def test_numbers_of_another_language_are_left_to_its_voice() -> None:
    assert spoken_parts("Halte 45 s", "de", (), ("Halte 45 s",)) == (theirs("Halte 45 s"),)


def test_own_are_the_cues_and_what_does_not_come_with_the_program(tmp_path: Path) -> None:
    routine = replace(built_in_routines(tmp_path)[0], language="de")
    first, *others = routine.entries
    assert first.exercise.language == "en"
    assert own_words(routine) == tuple(text for entry in routine.entries for text in entry.cues)

    own = replace(first.exercise, name="Beckenheben", language="")
    mixed = replace(routine, entries=(replace(first, exercise=own, cues=("Atmen",)), *others))
    words = own_words(mixed)
    assert {"Beckenheben", "Atmen"} < set(words)
    assert {cue.say for _, cues in own.cues for cue in cues} < set(words)
    assert own_words(replace(mixed, language="en-GB")) == ()
