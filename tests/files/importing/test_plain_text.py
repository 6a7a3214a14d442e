"""What people write down of a routine, line by line."""

import pytest

from glutetimer.core.exercise import Amount, Hold, OpenReps, Reps, Sides, Work
from glutetimer.files.importing.plain_text import PlainText
from glutetimer.files.importing.source import SourceFile
from glutetimer.files.importing.text_exercise import read_line


@pytest.mark.parametrize(
    ("line", "name", "sets", "amounts"),
    [
        ("Clam shell 3 x 12 each side, hold 5 s, rest 45s", "Clam shell", 3, [Reps(12, 12)]),
        ("Plank 30s", "Plank", 1, [Hold(30.0)]),
        ("Plank 3x20s rest 30s", "Plank", 3, [Hold(20.0)]),
        ("Squat 8-6-4", "Squat", 3, [Reps(8, 8), Reps(6, 6), Reps(4, 4)]),
        ("Glute bridge 3x10-12, rest 60 sec", "Glute bridge", 3, [Reps(10, 12)]),
        ("Side plank, 3 sets of 20 seconds per side", "Side plank", 3, [Hold(20.0)]),
        ("Dead bug 10 reps each side", "Dead bug", 1, [Reps(10, 10)]),
        ("Push-ups AMRAP", "Push-ups", 1, [OpenReps()]),
        ("Cat cow for 1 minute", "Cat cow", 1, [Work(60.0)]),
        ("3 sets of 15 Donkey kicks", "Donkey kicks", 3, [Reps(15, 15)]),
        ("10 x Squats", "Squats", 1, [Reps(10, 10)]),
        ("Side plank 20/15/10 s left side only", "Side plank", 3, [Hold(20), Hold(15), Hold(10)]),
        ("Hamstring stretch 2 x 30-60 sec each side", "Hamstring stretch", 2, [Hold(30.0, 60.0)]),
    ],
)
def test_a_line_is_an_exercise_with_its_dose(
    line: str, name: str, sets: int, amounts: list[Amount]
) -> None:
    entry, _ = read_line(line)
    assert (entry.name, entry.sets, list(entry.amounts)) == (name, sets, amounts)


@pytest.mark.parametrize(
    ("line", "name", "sets", "amounts"),
    [
        ("Plank 3x 10 sec hold, 5 sec rest", "Plank", 3, [Hold(10.0)]),
        ("Plank 3 x 10 sec hold", "Plank", 3, [Hold(10.0)]),
        ("Plank 3 x :30", "Plank", 3, [Hold(30.0)]),
        ("Plank 3 times 30 sec", "Plank", 3, [Hold(30.0)]),
        ("Plank 3 reps of 30 seconds", "Plank", 3, [Hold(30.0)]),
        ("Hold plank 30 to 45 seconds, 3 times", "plank", 3, [Hold(30.0, 45.0)]),
        ("Side plank: 20s each side, x 3", "Side plank", 3, [Hold(20.0)]),
        ("Balance 30s each leg x 3", "Balance", 3, [Work(30.0)]),
        ("Bridge [3 x 10]", "Bridge", 3, [Reps(10, 10)]),
        ("Bridge 3 by 10", "Bridge", 3, [Reps(10, 10)]),
        ("Bridge / 3 / 10", "Bridge", 3, [Reps(10, 10)]),
        ("Bridge 3 sets of ten", "Bridge", 3, [Reps(10, 10)]),
        ("Bridge 12x3", "Bridge", 3, [Reps(12, 12)]),
        ("Squat 80kg x 5 x 3", "Squat", 3, [Reps(5, 5)]),
        ("Squat at 80kg 3x5", "Squat", 3, [Reps(5, 5)]),
        ("Clam x 12 x 2 sets each side", "Clam", 2, [Reps(12, 12)]),
        ("Push-ups: max reps x 3", "Push-ups", 3, [OpenReps()]),
        ("Bridges. Do 3 sets of 10.", "Bridges", 3, [Reps(10, 10)]),
        ("Bridge, single leg 3x8", "Bridge, single leg", 3, [Reps(8, 8)]),
        ("Quad set 10 x 5 sec", "Quad set", 10, [Work(5.0)]),
        ("Quad sets: 10 reps", "Quad sets", 1, [Reps(10, 10)]),
        ("Squats 10/8/6", "Squats", 3, [Reps(10, 10), Reps(8, 8), Reps(6, 6)]),
    ],
)
def test_unusual_ways_to_write_a_dose(
    line: str, name: str, sets: int, amounts: list[Amount]
) -> None:
    entry, told = read_line(line)
    assert (entry.name, entry.sets, list(entry.amounts)) == (name, sets, amounts)
    assert told == (["“12 x 3” is taken as 3 sets of 12"] if "12x3" in line else [])


@pytest.mark.parametrize(
    "line",
    [
        "Bridge 3x10, pause 3s at the top",
        "Bridge 3 x 10 x 3 sec",
        "Bridge 3*10, hold 3 s",
        "Bridge 3x10, squeeze at the top for 3 s",
        "Bridge 3 x 10 reps x 3 sec hold",
        "Bridge 3 x 10 (hold 3 sec)",
    ],
)
def test_the_hold_at_the_top_is_part_of_each_rep(line: str) -> None:
    entry, told = read_line(line)
    assert (entry.name, entry.sets, entry.amounts) == ("Bridge", 3, (Reps(10, 10),))
    assert [tempo.top_s for tempo in entry.tempos] == [3.0]
    assert (entry.rests_s, told) == ((), [])


def test_ten_times_a_hold_in_brackets_are_reps() -> None:
    entry, _ = read_line("Bridge 10 x (hold 5 sec)")
    assert (entry.sets, entry.amounts, entry.tempos[0].top_s) == (1, (Reps(10, 10),), 5.0)


def test_three_numbers_behind_a_dose_are_its_tempo() -> None:
    assert read_line("Hip thrust 4x10 1-2-1")[0].tempos == read_line("A 4x10 tempo 1-2-1")[0].tempos


@pytest.mark.parametrize(
    ("line", "rest_s", "most_s"),
    [
        ("Bridge 3x10, rest 45s", 45.0, 0.0),
        ("Bridge 3x10 rest: 1 min", 60.0, 0.0),
        ("Bridge 3 x 30 s, 15 s rest", 15.0, 0.0),
        ("Bridge 3x10 rest 90", 90.0, 0.0),
        ("Bridge 3x10 with 30-60 s rest between sets", 30.0, 60.0),
    ],
)
def test_the_rest_is_found_before_and_behind_its_word(
    line: str, rest_s: float, most_s: float
) -> None:
    entry, _ = read_line(line)
    assert (entry.rests_s, entry.most_rest_s) == ((rest_s,), most_s)


@pytest.mark.parametrize(
    ("line", "sides"),
    [
        ("Clams 10 per side", Sides.EACH),
        ("Clams 10/side", Sides.EACH),
        ("Bird dog 8 reps, alternating", Sides.ALTERNATING),
        ("Clams 10 left side only", Sides.LEFT),
        ("Fire hydrants - 2x15 (R)", Sides.RIGHT),
        ("Bridge 10", None),
    ],
)
def test_sides_are_understood(line: str, sides: Sides | None) -> None:
    assert read_line(line)[0].sides is sides


@pytest.mark.parametrize(
    ("line", "load"),
    [
        ("RDL 4 x 8 @ 20 kg", "20 kg"),
        ("Hip thrust 5x5 60kg", "60kg"),
        ("Band walk 10 with red band", "red band"),
        ("Lunges 3 x 10 2 x 5 kg", "2 x 5 kg"),
    ],
)
def test_loads_are_kept(line: str, load: str) -> None:
    assert read_line(line)[0].loads == (load,)


def test_what_is_left_of_a_line_is_a_note_and_told() -> None:
    entry, told = read_line("Step ups (use a low step) x 10 per leg")
    assert (entry.name, entry.note) == ("Step ups", "use a low step")
    assert told == ["“use a low step” is kept as a note"]


def test_a_text_has_a_title_rounds_and_rests() -> None:
    text = "# Hips\n\n3 rounds of:\nBridges 10\nRest 20s\nMarch 1:30\n\nPlank 30 s\n30/15 x 8\n"
    [routine] = PlainText().read(SourceFile("hips.md", text)).routines
    assert routine.title == "Hips"
    assert [entry.name for entry in routine.entries] == ["Bridges", "March", "Plank", "Work"]
    assert [entry.circuit for entry in routine.entries] == ["A", "A", "", ""]
    assert routine.entries[0].rest_after_s == 20.0
    assert (routine.entries[3].sets, routine.entries[3].rests_s) == (8, (15.0,))
    [circuit] = routine.circuits
    assert circuit.rounds == 3
