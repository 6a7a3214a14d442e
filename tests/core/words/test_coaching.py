"""Words on the screen."""

from dataclasses import replace

import pytest

from glutetimer.core.exercise import (
    FirstPhase,
    Hold,
    Kind,
    Limb,
    OpenReps,
    Position,
    Reps,
    Side,
    Sides,
    Tempo,
)
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.routine import Prescription
from glutetimer.core.words.clock_text import clock_text, minutes_text
from glutetimer.core.words.coaching import (
    phase_word,
    screen_cue,
    side_name,
    working_side,
)
from glutetimer.core.words.dose import dose_text, tempo_text
from tests.built_in import library
from tests.core.builders import entry, exercise, plan, routine

WALK = exercise("Walk", Kind.STEPS, Position.STANDING)
SQUAT = replace(exercise("Squat"), first=FirstPhase.LOWER)


@pytest.mark.parametrize(
    ("prescription", "text"),
    [
        (entry(Reps(10, 12), sets=3), "3 x 10-12 reps, rest 30 s"),
        (entry(Reps(12, 12), sides=Sides.EACH), "12 reps each side"),
        (entry(Hold(30), sets=2), "2 x 30 s hold, rest 30 s"),
        (entry(OpenReps(), sides=Sides.EACH), "as many reps as you like each side"),
        (entry(what=WALK), "4 steps each way"),
        (entry(Reps(5, 5), sides=Sides.ALTERNATING), "5 reps a side in turns"),
    ],
)
def test_doses_in_words(prescription: Prescription, text: str) -> None:
    """As a person would write them down."""
    assert dose_text(prescription) == text


@pytest.mark.parametrize(
    ("prescription", "text"),
    [
        (entry(Reps(5, 5)), "lift 2 s, hold 1 s, lower 2 s, pause 1 s"),
        (entry(Reps(5, 5), what=SQUAT), "lower 2 s, pause 1 s, lift 2 s, hold 1 s"),
        (
            replace(entry(Reps(5, 5), what=SQUAT), tempo=Tempo(2.0, 0.0, 3.0, 1.0)),
            "lower 3 s, pause 1 s, lift 2 s",
        ),
        (entry(Hold(5)), ""),
        (entry(what=WALK), "step 2 s, stand 1 s, follow 2 s, pause 1 s"),
    ],
)
def test_tempos_in_words(prescription: Prescription, text: str) -> None:
    """In the order of the movement."""
    assert tempo_text(prescription) == text


@pytest.mark.parametrize(
    ("kind", "prescription", "word"),
    [
        (StepKind.LIFT, entry(), "LIFT"),
        (StepKind.TOP, entry(), "HOLD"),
        (StepKind.PAUSE, entry(), "BREATHE"),
        (StepKind.PAUSE, entry(what=SQUAT), "BOTTOM"),
        (StepKind.LIFT, entry(what=SQUAT), "UP"),
        (StepKind.TOP, entry(what=SQUAT), "SQUEEZE"),
        (StepKind.LIFT, entry(what=WALK), "STEP"),
        (StepKind.SWITCH_SIDES, entry(), "SWITCH SIDES"),
    ],
)
def test_phase_words(kind: StepKind, prescription: Prescription, word: str) -> None:
    """One word that fits the movement."""
    assert phase_word(kind, prescription) == word


def one_sided() -> list[str]:
    """The ids of our exercises that are done with one side at a time."""
    known = library().exercises().values()
    return [one.id for one in known if one.sides is not Sides.BOTH]


def test_sides_and_directions() -> None:
    """A side of the body, or where to step."""
    assert side_name(Side.LEFT) == "left side"
    assert side_name(Side.LEFT, Kind.STEPS) == "to the left"
    assert side_name(None) == ""
    kick = replace(exercise("Kick", position=Position.ALL_FOURS), limb=Limb.LEG)
    assert working_side(Side.LEFT, exercise()) == "left side"
    assert working_side(Side.LEFT, kick) == "left leg"
    assert working_side(Side.LEFT, exercise(position=Position.SIDE_LYING)) == "left leg on top"
    assert working_side(Side.LEFT, WALK) == "to the left"
    single = replace(kick, works="{side} foot pushes, {other} leg up")
    assert working_side(Side.LEFT, single) == "left foot pushes, right leg up"


@pytest.mark.parametrize("exercise_id", one_sided())
def test_each_of_our_one_sided_exercises_says_which_limb_does_what(exercise_id: str) -> None:
    ours = library().exercises()[exercise_id]
    left, right = working_side(Side.LEFT, ours), working_side(Side.RIGHT, ours)
    limbs = {"leg", "foot", "knee", "arm", "elbow"}
    assert limbs & set(left.replace(",", "").split())
    assert left != right


def test_the_screen_shows_the_set_up_while_waiting_and_form_cues_in_effort() -> None:
    """Form cues change slowly enough to be read."""
    timeline = plan(routine(entry(Reps(6, 6))))
    assert screen_cue(timeline, 0, 1.0) == "Set up for the Bridge."
    shown = [screen_cue(timeline, i, 0.0) for i in range(1, len(timeline.steps))]
    assert len(set(shown)) == 3
    assert shown[:8] == [shown[0]] * 8
    bare = replace(exercise(), cues=())
    assert screen_cue(plan(routine(entry(Hold(5), what=bare))), 1, 0.0) == ""


def test_times_in_words() -> None:
    """Clock and minutes."""
    assert [clock_text(s) for s in (-1, 45, 845.4, 3723)] == ["0:00", "0:45", "14:05", "1:02:03"]
    assert [minutes_text(s) for s in (55.2, 119, 845)] == ["55 s", "119 s", "14 min"]
