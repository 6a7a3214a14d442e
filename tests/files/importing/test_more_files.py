"""Files of kinds that are like those of other programs, or that are none."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from glutetimer.cli.bring import as_json
from glutetimer.core.draft import RoutineDraft, SourceContent
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import OpenReps, Reps, Sides, Work
from glutetimer.files.importer import Importer
from glutetimer.files.importing.plain_text import PlainText
from glutetimer.files.importing.reading import read_source
from glutetimer.files.importing.source import SourceFile
from tests.files.importing.test_readers import library_in


def read(text: str, name: str) -> SourceContent:
    return read_source(name, text.encode())[1]


def only(content: SourceContent) -> RoutineDraft:
    [routine] = content.routines
    return routine


def told(content: SourceContent) -> str:
    return "\n".join(lost.what for lost in content.lost)


def test_yaml_whose_repeats_have_steps_of_their_own() -> None:
    content = read(
        """\
name: "Rounds"
steps:
  - type: warmup
  - type: repeat
    iterations: 4
    steps:
      - { type: interval, duration: "1:00" }
      - { type: recovery, duration: "0:30" }
  - type: cooldown
    distance: 1km
""",
        "x.yaml",
    )
    made = [(entry.name, entry.sets, entry.amounts) for entry in only(content).entries]
    assert made == [
        ("Warm-up", 1, (OpenReps(),)),
        ("Interval", 4, (Work(60.0),)),
        ("Cool-down", 1, (OpenReps(),)),
    ]
    assert [(lost.line, lost.what) for lost in content.lost] == [
        (3, "Rounds: “Warm-up” ends with the lap button; it is open"),
        (9, "Rounds: “Cool-down” takes 1km, which is no time; it is open"),
    ]


@pytest.mark.parametrize("name", ["", "x.yaml"])
def test_yaml_with_a_list_of_workouts(name: str) -> None:
    content = read(
        """\
workouts:
  - name: "Run"
    steps:
      - warmup: 10min
      - repeat(3):
        - run: 1min
        - recovery: 2min
""",
        name,
    )
    made = [(entry.name, entry.sets, entry.amounts) for entry in only(content).entries]
    assert made == [("Warm-up", 1, (Work(600.0),)), ("Run", 3, (Work(60.0),))]


@pytest.mark.parametrize(
    ("name", "content", "cure"),
    [
        ("plan.txt.gz", gzip.compress(b"Bridge 3x10", mtime=0), "gzip"),
        ("x.liftlogbackup.gz", gzip.compress(b"{}", mtime=0), "share the plan"),
        ("all.zip", b"PK\x03\x04 Bridge 3x10", "Unpack"),
        ("sheet.pdf", b"%PDF-1.4 Bridge 3x10", "Copy its text"),
        ("x.fit", b"Bridge 3x10\x00\x01", "copy it"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(name: str, content: bytes, cure: str) -> None:
    with pytest.raises(Trouble) as trouble:
        read_source(name, content)
    assert cure in trouble.value.cure


def test_json_with_the_words_of_many_programs() -> None:
    steps: list[Any] = [
        {"name": "A", "minutes": 1},
        {"name": "B", "duration": "PT45S"},
        {"name": "C", "durationSeconds": 20, "side": "left"},
        {"name": "D", "reps": 12, "sides": "each"},
        {"name": "E", "reps": [10, 8]},
        {"name": "F", "time": 60000},
        {"name": "G", "time": {}},
        5,
    ]
    content = read(json.dumps({"workout": {"title": "W", "exercises": steps}}), "x.json")
    routine = only(content)
    assert routine.title == "W"
    assert [(entry.name, entry.amounts[0], entry.sides) for entry in routine.entries] == [
        ("A", Work(60.0), None),
        ("B", Work(45.0), None),
        ("C", Work(20.0), Sides.LEFT),
        ("D", Reps(12, 12), Sides.EACH),
        ("E", Reps(10, 10), None),
        ("E", Reps(8, 8), None),
        ("F", Work(60.0), None),
    ]
    assert told(content).splitlines() == [
        "W: the 60000 of “F” are taken as milliseconds",
        "W: “G” has no time and is left out",
        "W: “5” is no step and left out",
    ]


def test_json_tells_names_that_are_taken_for_ours_and_those_it_asks_about(tmp_path: Path) -> None:
    importer = Importer(library_in(tmp_path), tmp_path / "routines")
    brought = importer.bring("x.txt", b"Squats 3x10\nHip thrusts 3x10\nGlute bridge 3x5\n")
    lost: Any = as_json(brought)["lost"]
    what = [one["what"] for one in lost]
    assert "“Squats” is taken as Dumbbell or bar squat" in what
    assert any(one.startswith("“Hip thrusts” is taken as an exercise of its own") for one in what)
    assert not any("Glute bridge”" in one for one in what)


def test_the_usual_rest_between_exercises_is_told_once(tmp_path: Path) -> None:
    importer = Importer(library_in(tmp_path), tmp_path / "routines")
    brought = importer.bring("x.txt", b"Hips\n\nSquats 10\nLunges 10\nPlank 30 s\n")
    wanted = "Hips: no rest between exercises is given; it is 45 s"
    assert [lost.what for lost in brought.lost].count(wanted) == 1


def test_the_guessed_rests_of_a_superset_are_told() -> None:
    entries = [{"exercise": name, "reps": 5} for name in ("A", "B")]
    days = [{"name": "D", "slots": [{"entries": entries}, {"entries": entries}]}]
    content = read(json.dumps({"name": "P", "days": days}), "x.json")
    guessed = [line for line in told(content).splitlines() if "superset" in line]
    assert guessed == [
        "D: no rest between the exercises of a superset is given; there is none",
        "D: no rest between the rounds of a superset is given; it is 60 s",
    ]


def test_an_empty_workout_and_times_of_the_week_are_told() -> None:
    step = {"name": "Squat", "duration": 30}
    full = {"title": "Full", "sets": [{"repetitions": 1, "exercises": [step]}]}
    backup = {"workouts": [full, {"title": "Empty", "sets": []}]}
    assert "Empty: it has no interval" in told(read(json.dumps(backup), "x.json"))
    timer = {"name": "T", "loop": 1, "steps": [{"label": "Plank", "length": 5000}]}
    timers = {"timers": [timer], "schedulers": [{"id": 1}]}
    assert "at what times of the week" in told(read(json.dumps(timers), "x.json"))


def test_a_heading_is_told_once() -> None:
    text = "Hips\n\n# Main part\n\n- Bridge 3x10\n\n# Cool-down\n\n- Plank 30s\n"
    content = PlainText().read(SourceFile("x.md", text))
    assert [lost.line for lost in content.lost] == [3, 7]
    assert only(content).notes.splitlines() == ["Main part", "Cool-down"]


def test_what_is_told_of_an_exercise_has_its_line(tmp_path: Path) -> None:
    importer = Importer(library_in(tmp_path), tmp_path / "routines")
    brought = importer.bring("x.txt", b"Hips\n\nSquats 3x10\nClam 10\nHip thrusts 3x10\n")
    lost: Any = as_json(brought)["lost"]
    lines = {one["what"].partition(" ")[0]: one["line"] for one in lost}
    assert lines == {"“Squats”": 3, "Clam:": 4, "“Clam”": 4, "Hips:": 3, "“Hip": 5}
