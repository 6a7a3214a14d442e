"""Whole sheets as physiotherapists, people and apps write them; all of our own making."""

from textwrap import dedent

import pytest

from glutetimer.core.draft import RoutineDraft, SourceContent
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Amount, Hold, Reps, Sides, Work
from glutetimer.files.importing.plain_text import PlainText
from glutetimer.files.importing.source import SourceFile


def content(text: str) -> SourceContent:
    return PlainText().read(SourceFile("sheet.txt", dedent(text)))


def routine(text: str) -> RoutineDraft:
    [made] = content(text).routines
    return made


def doses(made: RoutineDraft) -> list[tuple[str, int | None, list[Amount]]]:
    return [(entry.name, entry.sets, list(entry.amounts)) for entry in made.entries]


def test_a_dose_below_a_name_is_that_of_the_exercise() -> None:
    made = routine("""\
        HOME PROGRAMME

        1. Bridge
        Lie on your back with bent knees and lift the hips slowly off the floor.
        Repeat 10 times. Hold 5 seconds. Do 3 sets.

        2. Clam
        Reps: 15   Sets: 2   Hold: 2 sec
        Each side

        BIRD DOG
        Repeat 8 Times
        Hold 3 Seconds
        Complete 2 Sets
        Perform 1 Time(s) a Day
        """)
    assert doses(made) == [
        ("Bridge", 3, [Reps(10, 10)]),
        ("Clam", 2, [Reps(15, 15)]),
        ("BIRD DOG", 2, [Reps(8, 8)]),
    ]
    assert [tempo.top_s for entry in made.entries for tempo in entry.tempos] == [5.0, 2.0, 3.0]
    assert made.entries[0].note.startswith("Lie on your back")
    assert made.entries[1].sides is Sides.EACH


@pytest.mark.parametrize(
    "table",
    [
        "| Exercise | Sets | Reps | Rest |\n|---|---|---|---|\n| Bridge | 3 | 12 | 60s |\n"
        "| Plank | 2 | 30 sec | 45 s |",
        "Exercise,Sets,Reps,Rest (s)\nBridge,3,12,60\nPlank,2,30s,45",
        "| Exercise | Sets x Reps | Rest |\n|---|---|---|\n| Bridge | 3 x 12 | 60s |\n"
        "| Plank | 2 x 30 sec | 45 s |",
        "Bridge\t3\t12\t\t60 s\nPlank\t2\t\t30 sec\t45s",
        "Übung\tSätze\tWdh.\tPause\nBridge\t3\t12\t60 Sek.\nPlank\t2\t30 Sek.\t45 Sek.",
    ],
)
def test_a_table_is_read_by_its_columns(table: str) -> None:
    made = routine(table)
    assert doses(made) == [("Bridge", 3, [Reps(12, 12)]), ("Plank", 2, [Hold(30.0)])]
    assert [entry.rests_s for entry in made.entries] == [(60.0,), (45.0,)]


def test_days_and_weeks_are_routines_and_a_plan() -> None:
    made = content("""\
        Week 1
        Day 1
        Squats 3x10

        Day 2
        Plank 3 x 30 sec
        Week 2
        Day 1
        Squats 4x10
        """)
    assert [one.title for one in made.routines] == [
        "Week 1, Day 1",
        "Week 1, Day 2",
        "Week 2, Day 1",
    ]
    assert [(day.week, day.day) for day in made.plans[0].days] == [
        (1, "Day 1"),
        (1, "Day 2"),
        (2, "Day 1"),
    ]


def test_letters_are_supersets() -> None:
    made = routine("A1. Hip thrust 3 x 10\nA2. Plank 3 x 30s\nRest 90 sec\n\nB1) Squat 2x8\n")
    assert [entry.circuit for entry in made.entries] == ["A", "A", ""]
    assert [(one.rounds, one.rest_s) for one in made.circuits] == [(3, 90.0)]


@pytest.mark.parametrize(
    ("head", "rounds", "times"),
    [
        ("30s on / 15s off x 8 rounds", 8, (30.0, 15.0)),
        ("8 rounds: 20 sec on, 10 sec off", 8, (20.0, 10.0)),
        ("Circuit - 3 rounds\n40 sec work, 20 sec rest", 3, (40.0, 20.0)),
        ("Tabata", 8, (20.0, 10.0)),
    ],
)
def test_times_above_names_are_those_of_each(
    head: str, rounds: int, times: tuple[float, float]
) -> None:
    made = routine(f"{head}\nSquat\nBridge\n")
    assert doses(made) == [("Squat", 1, [Work(times[0])]), ("Bridge", 1, [Work(times[0])])]
    assert [entry.rest_after_s for entry in made.entries] == [times[1], times[1]]
    assert made.circuits[0].rounds == rounds


def test_a_rest_of_all_sets_and_of_all_rounds() -> None:
    made = routine("Bridge 3x10\nPlank 2 x 20s\nRest 30-60 seconds between sets\n")
    assert [(entry.rests_s, entry.most_rest_s) for entry in made.entries] == [((30.0,), 60.0)] * 2
    made = routine("3 rounds:\nBridge 10\nSquat 10\n2 min rest between rounds\n")
    assert [(one.rounds, one.rest_s) for one in made.circuits] == [(3, 120.0)]


@pytest.mark.parametrize(
    ("line", "name", "sets", "amounts"),
    [
        ("Brücke 3 Sätze à 12 Wdh. je Seite", "Brücke", 3, [Reps(12, 12)]),
        ("Pont fessier 2 séries de 15 de chaque côté", "Pont fessier", 2, [Reps(15, 15)]),
        ("Dehnung 1,5 Min pro Seite", "Dehnung", 1, [Hold(90.0)]),
        ("Plank 1 min 30", "Plank", 1, [Hold(90.0)]),
        ("✓ Plank: 3×45″", "Plank", 3, [Hold(45.0)]),
        ("- [x] Bridge: two sets of ten reps", "Bridge", 2, [Reps(10, 10)]),
        ("10 reps x 3 sets single leg bridge", "single leg bridge", 3, [Reps(10, 10)]),
        ("Plank 20-30 sec x 3", "Plank", 3, [Hold(20.0, 30.0)]),
        ("Stretch - hold 20s each side, 3 reps", "Stretch", 3, [Hold(20.0)]),
    ],
)
def test_a_line_in_other_words(line: str, name: str, sets: int, amounts: list[Amount]) -> None:
    assert doses(routine(line)) == [(name, sets, amounts)]


def test_sets_below_one_another_are_those_of_one_exercise() -> None:
    made = routine("Split squat\nSet 1: 10 kg x 12\nSet 2: 12,5 kg x 8\n")
    assert doses(made) == [("Split squat", 2, [Reps(12, 12), Reps(8, 8)])]
    assert made.entries[0].loads == ("10 kg", "12,5 kg")


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("Bridge 12x3", 1, "“12 x 3” is taken as 3 sets of 12"),
        ("Bridge 10\n\nWarm hands first", 3, "“Warm hands first” has no dose"),
        ("Bridge 10\nCarry 3 x 20 m", 2, "20 m have no time; the set is open"),
        ("Walk 15-20 min", 1, "the shorter time is taken"),
        ("3 rounds:\nBridge 10", 1, "no rest between rounds is given; 60 s are taken"),
        ("12 min AMRAP\nBridge 10", 1, "as many rounds as fit in 12 min"),
        ("Bridge 3x10, twice a day", 1, "how often it is done is left out"),
        ("Squat 3x5 @ RPE 8", 1, "how hard it should feel is left out"),
    ],
)
def test_what_is_guessed_or_left_out_is_told_with_its_line(text: str, line: int, told: str) -> None:
    assert any(lost.line == line and told in lost.what for lost in content(text).lost)


def test_a_text_without_any_dose_is_none() -> None:
    with pytest.raises(Trouble, match="no line has an exercise"):
        content("Just a letter.\nWith no number at all.\n")


def test_what_stands_indented_below_an_exercise_is_said_of_it() -> None:
    made = routine("1) Bridge 3x10\n   Squeeze at the top for 3 seconds.\n2) Clam 3x10 each side\n")
    assert [entry.name for entry in made.entries] == ["Bridge", "Clam"]
    assert made.entries[0].tempos[0].top_s == 3.0


def test_a_line_may_hold_several_exercises() -> None:
    made = routine("Bridge 2x10, Clam 2x12 each side, hold 3 s; Plank 30 s\nSquat 3x5, 2 sec up\n")
    assert [entry.name for entry in made.entries] == ["Bridge", "Clam", "Plank", "Squat"]
    assert [entry.sides for entry in made.entries] == [None, Sides.EACH, None, None]
    assert made.entries[1].tempos[0].top_s == 3.0


@pytest.mark.parametrize(
    "text",
    [
        "Day 1: Bridge 2x10, Clam 2x10\nDay 2: rest\nDay 3: Bridge 2x12\n",
        "Day 1\nBridge 2x10\nClam 2x10\nDay 2\nRest\nDay 3\nBridge 2x12\n",
        "Mon: Bridge 2x10\nClam 2x10\nTue: rest day\nWed: Bridge 2x12\n",
    ],
)
def test_days_with_a_day_of_rest(text: str) -> None:
    made = content(text)
    assert [[entry.name for entry in one.entries] for one in made.routines] == [
        ["Bridge", "Clam"],
        ["Bridge"],
    ]
    [plan] = made.plans
    titles = [one.title for one in made.routines]
    assert [day.routine for day in plan.days] == [titles[0], "", titles[1]]
    assert made.lost == ()


@pytest.mark.parametrize(
    "line",
    [
        *("2x täglich", "3x pro Woche", "täglich 3x", "Täglich 2 mal durchführen"),
        *("Daily x 2", "3 times a day", "2x/day", "2 fois par jour", "Tel: 0123 456 789"),
    ],
)
@pytest.mark.parametrize("place", [0, 1])
def test_how_often_and_whom_to_call_is_no_exercise(line: str, place: int) -> None:
    lines = ["Bridge 3x10"]
    lines.insert(place, line)
    made = content("\n".join(lines))
    assert [entry.name for one in made.routines for entry in one.entries] == ["Bridge"]
    assert made.routines[0].notes == line
    assert [lost.line for lost in made.lost] == [place + 1]


def test_a_rest_before_all_exercises_is_that_of_all() -> None:
    made = routine("Rest 60s between sets\nBridge 3x10\n\nClam 2x10, rest 30 s\n")
    assert [entry.rests_s for entry in made.entries] == [(60.0,), (30.0,)]


def test_a_circuit_with_its_rests_in_brackets() -> None:
    made = routine("""\
        Circuit (3 rounds, 30 seconds rest between exercises, 1 min between rounds)
        - Squat 40s
        - Bridge 40s
        """)
    assert [(one.rounds, one.rest_s) for one in made.circuits] == [(3, 60.0)]
    assert [entry.rest_after_s for entry in made.entries] == [30.0, None]


@pytest.mark.parametrize("word", ["Then", "Finally:", "# Core", "Danach"])
def test_a_circuit_ends_where_the_text_goes_on(word: str) -> None:
    made = routine(f"3 rounds:\n10 squats\n15 bridges\nrest 45 s\n{word}\nPlank 2 min\n")
    assert [entry.circuit for entry in made.entries] == ["A", "A", ""]
    assert made.circuits[0].rest_s == 45.0


def test_tabata_with_names_below_it() -> None:
    made = routine("Tabata: 20s work / 10s rest x 8\nSquats\nBridges\n")
    assert [(entry.name, entry.circuit) for entry in made.entries] == [
        ("Squats", "A"),
        ("Bridges", "A"),
    ]
    assert made.circuits[0].rounds == 8


def test_an_exercise_in_fields() -> None:
    made = content("Name: Bridge\nSets: 3\nReps: 10\nSide: left\nRest: 45 seconds\n")
    [entry] = made.routines[0].entries
    assert (entry.name, entry.sets, entry.sides) == ("Bridge", 3, Sides.LEFT)
    assert entry.rests_s == (45.0,)
    assert [lost.what for lost in made.lost] == ["the rest of 45 s is taken between the sets, too"]
