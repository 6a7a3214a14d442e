"""Every cue that is written can be heard: whole, in some dose and tempo that a person can set."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from glutetimer.core.cues.placing import cue_sheet, estimated_length_s
from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.exercise import Amount, Exercise, Hold, Kind, Reps, Sides, Steps, Tempo
from glutetimer.core.plan.plan import plan
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import Settings
from tests.built_in import library
from tests.core.builders import exercise as another
from tests.golden_cues import clip_lengths_s

SLOW = Tempo(lift_s=5.0, top_s=5.0, lower_s=5.0, pause_s=3.0)
SESSIONS = range(12)
LENGTHS_S = clip_lengths_s()


def length_s(text: str) -> float:
    return LENGTHS_S.get(text) or estimated_length_s(text)


def unhurried(exercise: Exercise) -> Routine:
    """Four slow sets of it, each side in turn where it has sides, after something else."""
    amounts: dict[Kind, Amount] = {
        Kind.REPS: Reps(10, 10),
        Kind.HOLD: Hold(60.0),
        Kind.STEPS: Steps(10),
    }
    sides = Sides.EACH if exercise.sides is Sides.ALTERNATING else exercise.sides
    entry = Prescription(
        exercise=exercise,
        sets=4,
        amount=amounts[exercise.kind],
        tempo=SLOW,
        sides=sides,
        rest_s=45.0,
        switch_s=20.0,
        change_s=20.0,
        rest_after_s=45.0,
    )
    before = replace(entry, exercise=another("Before"), amount=Reps(1, 1), sides=Sides.BOTH)
    return Routine(id="slow", title="Slow", entries=(before, entry, before))


def heard(routine: Routine) -> Iterator[str]:
    timeline = plan(routine, Settings())
    for times_done in SESSIONS:
        style = CueStyle.of(Settings(say_less=False), times_done)
        yield from (
            cue.text for cue in cue_sheet(timeline, style, length_s).cues if not cue.is_tone
        )


@pytest.mark.parametrize("exercise", library().exercises().values(), ids=lambda one: one.id)
def test_every_cue_can_be_heard(exercise: Exercise) -> None:
    told = set(heard(unhurried(exercise)))
    written = {cue.say for _, cues in exercise.cues for cue in cues}
    assert written - told == set()
