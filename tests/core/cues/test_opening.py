"""The side of every set is said, whatever the waits before it are, and a new exercise named."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.cues.placing import cue_sheet, estimated_length_s
from glutetimer.core.cues.sheet import CueKind, CueSheet, CueStyle
from glutetimer.core.exercise import Hold, Reps, Sides, Tempo
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import SetSpan, Timeline
from glutetimer.core.routine import Routine
from glutetimer.core.settings import RepCount, Settings, Verbosity
from glutetimer.core.words.coaching import shown_side, working_side
from tests.core.builders import entry, exercise, routine, routines
from tests.golden_cues import built_in_routines, clip_lengths_s

SPEAKING = (Verbosity.COACH, Verbosity.BRIEF, Verbosity.COUNTS)
NO_WAITS = Settings(rest_s=0.0, rest_after_s=0.0, switch_s=0.0, change_s=0.0)


def told(timeline: Timeline, cues: CueSheet, span: SetSpan) -> list[str]:
    """What is said from the set before on until the first rep (or the hold) is over."""
    first, end = timeline.steps[span.first], span.first + 1
    while end < span.end and timeline.steps[end].rep == first.rep:
        end += 1
    return [cue.text for cue in cues.cues if span.lead_in <= cue.step < end and not cue.is_tone]


def silent_sets(timeline: Timeline, cues: CueSheet) -> list[str]:
    """The sets of one side that nobody who listens could know the side of."""
    found = []
    for span in timeline.sets:
        dose, side = timeline.entry_of(span), timeline.steps[span.first].side
        if side is None or dose.sides is Sides.ALTERNATING:
            continue
        # where there is little room the brief words tell the side: "left foot pushes"
        sides = (working_side(side, dose.exercise), shown_side(side, dose.exercise))
        words, texts = [one.casefold() for one in sides], told(timeline, cues, span)
        if not any(_tells(text.casefold(), words) or text.casefold() == side for text in texts):
            found.append(f"set {span.index} of {dose.exercise.name}, {words[0]}: {texts}")
    return found


def _tells(text: str, sides: list[str]) -> bool:
    return any(side in text for side in sides)


@pytest.fixture(scope="module")
def built_in(tmp_path_factory: pytest.TempPathFactory) -> list[Routine]:
    """The routines that come with the program."""
    scratch: Path = tmp_path_factory.mktemp("built_in")
    return built_in_routines(scratch)


@pytest.mark.parametrize("verbosity", SPEAKING)
@pytest.mark.parametrize("slowness", [1.0, 1.8])
def test_the_side_is_said_in_every_routine_whatever_waits_are_left_out(
    built_in: list[Routine], verbosity: Verbosity, slowness: float
) -> None:
    """With a slow voice as well: 90 words a minute instead of 165."""
    measured_s = clip_lengths_s()

    def length_s(text: str) -> float:
        return slowness * measured_s.get(text, estimated_length_s(text))

    for some, (rest_s, wait_s) in product(built_in, product((None, 0.0, 1.0), repeat=2)):
        settings = Settings(
            rest_s=rest_s, rest_after_s=rest_s, switch_s=wait_s, change_s=wait_s, get_ready_s=3.0
        )
        timeline = plan(some, settings)
        cues = cue_sheet(timeline, CueStyle(verbosity), length_s)
        assert not silent_sets(timeline, cues), (some.id, rest_s, wait_s)


@given(routines(), st.sampled_from(SPEAKING), st.sampled_from(RepCount))
def test_the_side_is_said_in_any_routine(
    some: Routine, verbosity: Verbosity, count: RepCount
) -> None:
    """As long as a phase of a rep has room for one word."""
    roomy = [replace(one, tempo=replace(one.tempo, lift_s=1.0)) for one in some.entries]
    timeline = plan(replace(some, entries=tuple(roomy)))
    cues = cue_sheet(timeline, CueStyle(verbosity, count), estimated_length_s)
    assert not silent_sets(timeline, cues)


def opening(some: Routine, verbosity: Verbosity = Verbosity.COACH) -> list[str]:
    """What the sets without a wait open with."""
    cues = cue_sheet(plan(some, NO_WAITS), CueStyle(verbosity), estimated_length_s)
    return [cue.text for cue in cues.cues if cue.kind is CueKind.OPENING]


def test_a_set_without_a_wait_opens_with_its_side_and_if_it_is_new_its_name() -> None:
    """At once; the first count gives way."""
    clam = exercise("Clam shell", sides=Sides.EACH)
    some = routine(entry(Hold(5)), entry(Reps(3, 3), 2, Sides.EACH, clam))
    for verbosity in SPEAKING:
        words = ["Clam shell, left side", "Right side", "Left side", "Right side"]
        assert opening(some, verbosity) == words
    timeline = plan(some, NO_WAITS)
    cues = cue_sheet(timeline, CueStyle(), estimated_length_s)
    at = {cue.step: cue.offset_s for cue in cues.cues if cue.kind is CueKind.OPENING}
    assert at == dict.fromkeys((span.first for span in timeline.sets[1:]), 0.0)


def test_a_new_exercise_without_sides_is_named() -> None:
    """And a hold says so after its name."""
    some = routine(entry(Reps(3, 3)), entry(Hold(9), what=exercise("Plank")))
    assert opening(some) == ["Plank"]
    cues = cue_sheet(plan(some, NO_WAITS), CueStyle(), estimated_length_s)
    assert [cue.text for cue in cues.cues if cue.text in ("Plank", "Hold")][-2:] == [
        "Plank",
        "Hold",
    ]


def test_a_short_phase_says_the_bare_side_and_a_long_name_in_a_later_one() -> None:
    """The side comes first; the name takes the room that is left in the first rep."""
    dip = exercise("Single-leg Romanian dip", sides=Sides.EACH)
    quick = replace(entry(Reps(3, 3), 1, Sides.EACH, dip), tempo=Tempo(0.6, 3.0, 1.0, 0.0))
    some = routine(entry(Hold(5)), quick)
    assert opening(some) == ["Left", "Single-leg Romanian dip", "Right"]


def test_tones_and_silence_say_nothing() -> None:
    """Whoever wants no words gets none."""
    some = routine(entry(Hold(5)), entry(Reps(3, 3), 2, Sides.EACH))
    assert opening(some, Verbosity.TONES) == opening(some, Verbosity.SILENT) == []
