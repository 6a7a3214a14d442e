"""Every routine read aloud against the clock, as somebody with closed eyes hears it.

At each moment they know what and which side, how long, when to move, and what comes next.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from glutetimer.core.cues.placing import cue_sheet, estimated_length_s
from glutetimer.core.cues.sheet import CueKind, CueSheet, CueStyle, SheetCue
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import SetSpan, Timeline
from glutetimer.core.settings import ExerciseSettings, HoldCount, Settings, Verbosity
from glutetimer.core.words.coaching import working_side
from glutetimer.core.words.dose import said_amount
from tests.built_in import routines
from tests.golden_cues import clip_lengths_s

IN_WORK_S = 8.0
IN_WAITS_S = 20.0

SPEAKING = (Verbosity.COACH, Verbosity.BRIEF, Verbosity.COUNTS)
HEARD = (*SPEAKING, Verbosity.TONES)
LONG_HOLDS = {
    name: ExerciseSettings(hold_s=75.0) for name in ("hip-thrust-iso-hold", "glute-squeeze")
}
SETTINGS = {
    "usual": Settings(),
    "long rests": Settings(rest_s=110.0, rest_after_s=125.0),
    "long holds": Settings(exercises=LONG_HOLDS),
    "tens": Settings(exercises=LONG_HOLDS, hold_count=HoldCount.TENS),
}
ROUTINES = {routine.id: routine for routine in routines()}
LENGTHS_S = clip_lengths_s()

Case = tuple[Timeline, CueSheet]


def length_s(text: str) -> float:
    return LENGTHS_S.get(text) or estimated_length_s(text)


def cases(routine: str, verbosity: Verbosity) -> Iterator[Case]:
    """The first session of a routine and a later one, in several settings."""
    for settings in SETTINGS.values():
        timeline = plan(ROUTINES[routine], settings)
        for times_done in (0, 3):
            style = replace(CueStyle.of(settings, times_done), verbosity=verbosity)
            yield timeline, cue_sheet(timeline, style, length_s)


def silences_s(
    timeline: Timeline, cues: CueSheet, first: int, end: int
) -> Iterator[tuple[float, float]]:
    """The silences between two steps: when each begins in the session, and its seconds."""
    from_s, until_s = timeline.starts_s[first], timeline.starts_s[end]
    for cue in cues.cues:
        if first <= cue.step < end and cue.session_s < until_s:
            yield from_s, cue.session_s - from_s
            from_s = max(from_s, cue.session_s + cue.duration_s)
    yield from_s, until_s - from_s


each_routine = pytest.mark.parametrize("routine", ROUTINES)
each_heard = pytest.mark.parametrize("verbosity", HEARD)


@each_routine
@each_heard
def test_no_silence_is_long(routine: str, verbosity: Verbosity) -> None:
    for timeline, cues in cases(routine, verbosity):
        for span in timeline.sets:
            waits = silences_s(timeline, cues, span.lead_in, span.first)
            assert max(waits, key=_seconds)[1] <= IN_WAITS_S
            work = silences_s(timeline, cues, span.first, span.end)
            assert max(work, key=_seconds)[1] <= IN_WORK_S


def _seconds(silence: tuple[float, float]) -> float:
    return silence[1]


@each_routine
@each_heard
def test_nothing_overlaps_and_every_set_begins_on_three_two_one(
    routine: str, verbosity: Verbosity
) -> None:
    for timeline, cues in cases(routine, verbosity):
        for before, after in pairwise(cues.cues):
            if after.step < len(timeline.steps) and timeline.steps[before.step].duration_s:
                assert before.session_s + before.duration_s <= after.session_s + 1e-9
        for span in timeline.sets:
            counted = [
                timeline.starts_s[span.first] - cue.session_s
                for cue in _of(cues, span.first - 1, span.first)
                if cue.kind is CueKind.COUNTDOWN
            ]
            assert counted == pytest.approx([3.0, 2.0, 1.0])


def _of(cues: CueSheet, first: int, end: int) -> list[SheetCue]:
    return [cue for cue in cues.cues if first <= cue.step < end]


@each_routine
@pytest.mark.parametrize("verbosity", SPEAKING)
def test_before_each_set_one_knows_what_which_side_how_much_and_with_what(
    routine: str, verbosity: Verbosity
) -> None:
    unknown = [
        f"{timeline.starts_s[span.first]:.0f} s: {wanted}"
        for timeline, cues in cases(routine, verbosity)
        for span in timeline.sets
        for wanted in _to_know(timeline, span, verbosity)
        if not any(
            wanted.casefold() in cue.text.casefold()
            for cue in _of(cues, span.lead_in, span.first + 1)
            if not cue.is_tone
        )
    ]
    assert unknown == []


def _to_know(timeline: Timeline, span: SetSpan, verbosity: Verbosity) -> Iterator[str]:
    entry = timeline.entry_of(span)
    before = timeline.sets[span.index - 1] if span.index else None
    yield working_side(timeline.side_of(span), entry.exercise)
    if span.lead_in < span.first:
        yield timeline.steps[span.lead_in].gear
    is_new = (
        before is None or timeline.steps[before.first].entry != timeline.steps[span.first].entry
    )
    if is_new and verbosity is not Verbosity.COUNTS:
        yield entry.exercise.name
        yield said_amount(entry.amount)


@each_routine
@each_heard
def test_each_rep_says_when_to_move(routine: str, verbosity: Verbosity) -> None:
    """Each rep begins with its number, each hold with its word and ends on three, two, one."""
    for timeline, cues in cases(routine, verbosity):
        for span in timeline.sets:
            heard = _of(cues, span.first, span.end)
            steps = timeline.steps[span.first : span.end]
            reps = {step.rep for step in steps if step.rep is not None}
            counts = [cue for cue in heard if cue.kind is CueKind.COUNT and cue.offset_s < 1e-9]
            if reps:
                assert len(counts) >= len(reps)
            elif steps[0].duration_s is not None:
                assert sum(cue.kind is CueKind.COUNTDOWN for cue in heard) == 3
                assert heard[0].offset_s == 0.0
