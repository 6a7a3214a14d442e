"""Sentences in long rests: few, other ones each time, and never in place of a cue."""

from dataclasses import replace

import pytest

from glutetimer.core.cues.asides import LONG_REST_S, MOST
from glutetimer.core.cues.placing import cue_sheet, estimated_length_s
from glutetimer.core.cues.sheet import CueKind, CueStyle, SheetCue
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import StepKind, Timeline
from glutetimer.core.settings import Settings, Verbosity
from tests.built_in import library

TOLD = (
    "band-activation",
    "daily-glute-strength",
    "five-of-ten",
    "hip-thrust-variations",
    "ten-glute-exercises",
    "under-active-glutes",
)


def timeline_of(routine_id: str) -> Timeline:
    return plan(library().routine(routine_id), Settings())


def cues(timeline: Timeline, style: CueStyle) -> tuple[SheetCue, ...]:
    return cue_sheet(timeline, style, estimated_length_s).cues


def told(timeline: Timeline, times_done: int) -> list[SheetCue]:
    style = CueStyle(times_done=times_done, tells_why=True)
    return [cue for cue in cues(timeline, style) if cue.kind is CueKind.ASIDE]


@pytest.mark.parametrize("routine_id", TOLD)
@pytest.mark.parametrize("times_done", [0, 1, 5])
def test_they_take_the_place_of_nothing(routine_id: str, times_done: int) -> None:
    timeline = timeline_of(routine_id)
    without = CueStyle(times_done=times_done)
    all_told = cues(timeline, replace(without, tells_why=True))
    assert cues(timeline, without) == tuple(c for c in all_told if c.kind is not CueKind.ASIDE)


@pytest.mark.parametrize("routine_id", TOLD)
def test_at_most_two_in_long_rests_and_in_time_each_is_heard(routine_id: str) -> None:
    timeline = timeline_of(routine_id)
    heard = set()
    before: list[str] = []
    for times_done in range(8):
        found = told(timeline, times_done)
        assert len(found) <= MOST
        for cue in found:
            step = timeline.steps[cue.step]
            assert step.kind is StepKind.REST
            assert (step.duration_s or 0.0) >= LONG_REST_S
        texts = [cue.text for cue in found]
        assert texts != before or not texts
        heard.update(texts)
        before = texts
    assert heard == set(timeline.routine.asides)


def test_they_are_told_to_who_wants_them_and_is_coached() -> None:
    timeline = timeline_of("hip-thrust-variations")
    assert told(timeline, 0)
    assert not CueStyle.of(Settings()).tells_why
    wanted = CueStyle.of(Settings(tell_why=True))
    for verbosity in (Verbosity.BRIEF, Verbosity.COUNTS, Verbosity.TONES):
        quiet = cues(timeline, replace(wanted, verbosity=verbosity))
        assert [cue for cue in quiet if cue.kind is CueKind.ASIDE] == []


def test_one_sentence_is_told_once() -> None:
    timeline = timeline_of("hip-thrust-variations")
    one = replace(timeline, routine=replace(timeline.routine, asides=("Once.",)))
    assert [cue.text for cue in told(one, 3)] == ["Once."]
