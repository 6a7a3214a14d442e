"""What a routine file can say beyond one dose for all sets, and what the timeline makes of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from glutetimer.core.exercise import Hold, OpenReps, Position, Reps, Side, Sides, Tempo, Work
from glutetimer.core.plan.dose import SCALES, USUAL
from glutetimer.core.plan.plan import length_s, plan
from glutetimer.core.plan.timeline import StepKind, Timeline
from glutetimer.core.routine import Prescription, Routine
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.core.today import DayDose
from glutetimer.core.words.dose import dose_text
from glutetimer.files.library import Library
from tests.files.conftest import CheckText

Read = Callable[[str], Routine]
PLANK = 'title = "Mine"\n[[exercise]]\nname = "Plank"\n'
CLAM = 'title = "Mine"\n[[exercise]]\nuse = "clam"\nsides = "both"\n'


@pytest.fixture
def read(library: Library, tmp_path: Path) -> Read:
    """Reads a text as a routine; it must have no mistake."""

    def read_text(text: str) -> Routine:
        file = tmp_path / "mine.toml"
        file.write_text(text, encoding="utf-8")
        return library.routine(str(file))

    return read_text


def only(routine: Routine) -> Prescription:
    [entry] = routine.entries
    return entry


def counts(timeline: Timeline) -> list[object]:
    """The amount of every set, in order."""
    return [timeline.entry_of(span).amount for span in timeline.sets]


def kinds(timeline: Timeline) -> list[tuple[StepKind, float | None]]:
    return [(step.kind, step.duration_s) for step in timeline.steps]


# An exercise without a file


def test_an_exercise_needs_no_file(read: Read) -> None:
    entry = only(read(PLANK + 'hold = "30s"\nnote = "On the knees"\ncues = ["Breathe."]\n'))
    assert (entry.exercise.id, entry.exercise.name) == ("plank", "Plank")
    assert entry.exercise.position is None
    assert (entry.amount, entry.note, entry.cues) == (Hold(30.0), "On the knees", ("Breathe.",))


def test_it_may_say_its_position_and_how_it_is_spoken(read: Read) -> None:
    entry = only(read(PLANK + 'position = "plank"\n[exercise.say]\nRDL = "R D L"\n'))
    assert entry.exercise.position is Position.PLANK
    assert entry.exercise.say == (("RDL", "R D L"),)


def test_without_a_position_no_change_of_it_takes_time(read: Read) -> None:
    text = (
        PLANK + 'hold = "30s"\nrest_after = 20\nsets = 1\n[[exercise]]\nuse = "bridge"\nsets = 1\n'
    )
    waits = [step.kind for step in plan(read(text)).steps if not step.kind.is_effort]
    assert waits == [StepKind.GET_READY, StepKind.REST]


def test_use_and_name_exclude_each_other(check_text: CheckText) -> None:
    assert check_text(PLANK + 'use = "bridge"\n') == [
        "line 4: use and name exclude each other; keep use for an exercise file"
    ]


# Values for each set


def test_each_set_has_its_own_number_of_reps(read: Read) -> None:
    timeline = plan(read(CLAM + "reps = [8, 6, 4]\n"))
    assert counts(timeline) == [Reps(8, 8), Reps(6, 6), Reps(4, 4)]
    assert [span.end - span.first for span in timeline.sets] == [32, 24, 16]
    assert dose_text(timeline.entries[0]) == "8, 6, 4 reps, rest 30 s"


def test_the_last_set_may_be_open(read: Read) -> None:
    timeline = plan(read(CLAM + 'reps = [10, 10, "open"]\n'))
    assert counts(timeline) == [Reps(10, 10), Reps(10, 10), OpenReps()]
    assert timeline.steps[-1].kind is StepKind.OPEN_REPS


def test_rest_load_and_tempo_may_differ_as_well(read: Read) -> None:
    text = CLAM + 'sets = 3\nreps = 5\nrest = ["30s", "1m"]\nload = ["4 kg", "6 kg", "8 kg"]\n'
    timeline = plan(read(text + 'tempo = ["2-0-2-0", "2-0-2-0", "4-0-2-0"]\n'))
    rests = [s.duration_s for s in timeline.steps if s.kind is StepKind.REST]
    assert rests == [30.0, 60.0]
    entries = [timeline.entry_of(span) for span in timeline.sets]
    assert [entry.load for entry in entries] == ["4 kg", "6 kg", "8 kg"]
    assert [entry.tempo.lower_s for entry in entries] == [2.0, 2.0, 4.0]


def test_holds_differ_too_and_each_side_has_them(read: Read) -> None:
    timeline = plan(read(PLANK + 'hold = ["20s", "15s", "10s"]\nsides = "each"\n'))
    held = [step.duration_s for step in timeline.steps if step.kind is StepKind.HOLD]
    assert held == [20.0, 20.0, 15.0, 15.0, 10.0, 10.0]


def test_in_a_circuit_each_round_has_its_own(read: Read) -> None:
    text = (
        CLAM + 'reps = [12, 10, 8]\ncircuit = "A"\n[[exercise]]\nuse = "bridge"\nreps = 5\n'
        'circuit = "A"\n[circuits.A]\nrounds = 3\nrest = 30\n'
    )
    timeline = plan(read(text))
    first = [
        timeline.entry_of(s).amount for s in timeline.sets if timeline.steps[s.first].entry == 0
    ]
    assert first == [Reps(12, 12), Reps(10, 10), Reps(8, 8)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("sets = 2\nreps = [8, 6, 4]\n", "reps has 3 values for 2 sets; write one for each set"),
        ("reps = []\n", "reps is an empty list; give it a value for each set"),
        ("reps = [8, 0, 4]\n", "reps is 0; write 1 to 100 reps"),
        ('sets = 3\nrest = ["10s"]\n', "rest has 1 values for 3 sets; write one for each set"),
    ],
)
def test_lists_must_have_a_value_for_each_set(
    check_text: CheckText, line: str, expected: str
) -> None:
    [problem] = check_text(CLAM + line)
    assert problem.partition(": ")[2] == expected


def test_what_a_person_set_keeps_the_shape_of_the_sets(read: Read) -> None:
    routine = read(CLAM + 'reps = [8, 6, "open"]\n')
    own = Settings(exercises={"clam": ExerciseSettings(reps=10)})
    assert counts(plan(routine, own)) == [Reps(10, 10), Reps(8, 8), OpenReps()]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (DayDose.GENTLE, [Reps(6, 6), Reps(5, 5)]),
        (DayDose.STRONG, [Reps(10, 10), Reps(8, 8), Reps(5, 5)]),
    ],
)
def test_the_day_scales_each_set(read: Read, day: DayDose, expected: list[Reps]) -> None:
    assert counts(plan(read(CLAM + "reps = [8, 6, 4]\n"), None, SCALES[day])) == expected


def test_the_length_agrees_with_the_timeline(read: Read) -> None:
    routine = read(CLAM + 'reps = [8, 6, 4]\nrest = ["30s", "45s", "1m"]\n')
    assert length_s(routine, Settings(), USUAL) == plan(routine).total_s


# Ranges


def test_ranges_begin_with_their_least(read: Read) -> None:
    entry = only(read(PLANK + 'hold = "5-10s"\nsets = "2-3"\nrest = "30 to 60 s"\n'))
    assert (entry.amount, entry.sets, entry.rest_s) == (Hold(5.0, 10.0), 2, 30.0)
    assert dose_text(entry) == "2-3 x 5-10 s hold, rest 30-60 s"


def test_rounds_may_be_a_range(read: Read) -> None:
    text = CLAM + 'reps = 5\ncircuit = "A"\n[circuits.A]\nrounds = "2-3"\n'
    [circuit] = read(text).circuits
    assert (circuit.rounds, circuit.most_rounds) == (2, 3)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('sets = "3-2"\n', 'sets is "3-2"; write a range from 1 to 20, the smaller number first'),
        ('sets = "many"\n', 'sets is "many"; write a whole number from 1 to 20, or a range such'),
        ('hold = "10-5s"\n', 'hold is "10-5s"; write a range from 1 to 3600 s, the shorter one'),
    ],
)
def test_a_range_begins_with_the_smaller(check_text: CheckText, line: str, expected: str) -> None:
    [problem] = check_text(PLANK + line)
    assert problem.partition(": ")[2].startswith(expected)


# One side, work, limits


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_one_side_alone_has_no_switch(read: Read, side: Side) -> None:
    timeline = plan(read(f'{PLANK}hold = "10s"\nsets = 2\nsides = "{side}"\n'))
    assert {step.side for step in timeline.steps if step.kind.is_effort} == {side}
    assert StepKind.SWITCH_SIDES not in {step.kind for step in timeline.steps}
    assert timeline.entries[0].sides is Sides(side.value)


def test_work_is_no_hold(read: Read) -> None:
    routine = read(PLANK + 'work = "30s"\nsets = 2\nrest = 10\n')
    assert only(routine).amount == Work(30.0)
    assert kinds(plan(routine))[1:] == [
        (StepKind.WORK, 30.0),
        (StepKind.REST, 10.0),
        (StepKind.WORK, 30.0),
    ]
    assert dose_text(only(routine)) == "2 x 30 s work, rest 10 s"


def test_what_is_counted_can_be_timed_as_work(read: Read) -> None:
    assert only(read(CLAM + 'work = "40s"\n')).amount == Work(40.0)


def test_a_hold_may_last_an_hour(read: Read) -> None:
    assert only(read(PLANK + 'hold = "60 min"\nsets = 1\n')).amount == Hold(3600.0)


def test_a_routine_may_have_two_hundred_entries(read: Read) -> None:
    entry = '[[exercise]]\nname = "Plank"\nwork = 5\nsets = 1\nrest_after = 1\n'
    assert len(read('title = "Mine"\n' + entry * 200).entries) == 200


def test_digits_and_phases_of_a_tempo_mean_the_same(read: Read) -> None:
    entry = only(read(CLAM + 'tempo = "3-1-X"\n'))
    assert entry.tempo == Tempo(lift_s=0.5, top_s=0.0, lower_s=3.0, pause_s=1.0)


# What people write


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ('reps = "3x10"\n', 'reps is "3x10"; write sets = 3 and reps = 10'),
        ('reps = "10 per side"\n', 'reps is "10 per side"; write reps = 10 and sides = "each"'),
        ('reps = "10/side"\n', 'reps is "10/side"; write reps = 10 and sides = "each"'),
        ('reps = "10,8,6"\n', 'reps is "10,8,6"; write a number for each set: [10, 8, 6]'),
        ('reps = "8-6-4"\n', 'reps is "8-6-4"; write a number for each set: [8, 6, 4]'),
        ('reps = "AMRAP"\n', 'reps is "AMRAP"; write "open": the set counts up until you end it'),
        ('reps = "12 reps"\n', 'reps is "12 reps"; write 12'),
        (
            'reps = 10\nhold = "5s"\n',
            "hold and reps exclude each other; keep one; a hold in each rep is written "
            'tempo = { top = "5s" }',
        ),
    ],
)
def test_what_people_write_leads_to_the_cure(check_text: CheckText, line: str, cure: str) -> None:
    [problem] = check_text(CLAM + line)
    assert problem.partition(": ")[2] == cure


@pytest.mark.parametrize("rest", ['"45"', '"45sec"', '"0:45"', '"45 s"', "45", '"0,75 min"'])
def test_a_rest_is_read_as_people_write_it(read: Read, rest: str) -> None:
    assert only(read(f"{CLAM}rest = {rest}\n")).rest_s == 45.0


SLIPS = """\
format = 1
title = \u201cMine\u201d
[[exercise]]
use = "bridge"
rest = 45s
sets = 3
reps = "3x10"
rest_after = 2,5
[[exercise]]
use = "clam"
hold = 1:30
sets = 2
sets = 3
tempo = "2-0"
"""


def test_one_run_shows_the_mistakes_of_form_and_those_of_sense(check_text: CheckText) -> None:
    assert check_text(SLIPS) == [
        'line 2: this is not TOML: the quotes are curly; write title = "..." with straight ones',
        'line 5: this is not TOML: the value cannot be read; write rest = "45s", in quotes',
        'line 7: reps is "3x10"; write sets = 3 and reps = 10',
        "line 8: this is not TOML: 2,5 has a comma; write rest_after = 2.5",
        'line 11: this is not TOML: the value cannot be read; write hold = "1:30", in quotes',
        "line 13: this is not TOML: sets stands twice, first in line 12; keep one",
        'line 14: tempo is "2-0"; write { lift = "2s", top = "1s", lower = "2s", pause = "0.5s" } '
        'or "2-0-2-1"',
    ]


def test_a_head_that_is_broken_is_the_only_mistake_told(check_text: CheckText) -> None:
    [problem] = check_text(PLANK.replace("]]", "]") + "rest = 45s\n")
    assert problem.startswith("line 2: this is not TOML")


@pytest.mark.parametrize("key", ["reps", "tempo", "rest", "load"])
def test_an_empty_list_is_a_mistake_like_others(check_text: CheckText, key: str) -> None:
    assert check_text(f'title = "A"\n[[exercise]]\nuse = "bridge"\n{key} = []\n') == [
        f"line 4: {key} is an empty list; give it a value for each set"
    ]
