"""What the sources of other programs do, in a few lines of their shape."""

import json
from pathlib import Path
from typing import Any

import pytest

from glutetimer.core.draft import EntryDraft, RoutineDraft, SourceContent
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Amount, OpenReps, Reps, Work
from glutetimer.files.importer import Importer
from glutetimer.files.importing.reading import read_source
from tests.files.importing.test_readers import library_in


def read(value: Any, name: str = "x.json") -> SourceContent:
    text = value if isinstance(value, str) else json.dumps(value)
    return read_source(name, text.encode())[1]


def told(content: SourceContent) -> str:
    return "\n".join(lost.what for lost in content.lost)


def only(content: SourceContent) -> RoutineDraft:
    [routine] = content.routines
    return routine


def test_openhiit_does_only_its_active_intervals() -> None:
    settings = {"workTime": 20, "restTime": 10, "breakTime": 0, "restarts": 1}
    timer = {"name": "T", "activeIntervals": 1, "activities": ["A", "B"], "timeSettings": settings}
    [entry] = only(read([timer])).entries
    assert (entry.name, entry.sets, entry.rests_s, entry.rest_after_s) == ("A", 2, (10.0,), 0.0)


def test_a_timer_without_any_time_is_told() -> None:
    settings = {"workTime": 0, "restTime": 10, "restarts": 0}
    empty = {"name": "None", "activeIntervals": 2, "timeSettings": settings}
    full = empty | {"name": "Full", "timeSettings": settings | {"workTime": 5}}
    content = read([empty, full])
    assert [routine.title for routine in content.routines] == ["Full"]
    assert "None: it has no interval with a time, and is left out" in told(content)


def test_timer_machine_tells_where_it_waits() -> None:
    halt = {"label": "Plank", "length": 5000, "behaviour": [{"type": "HALT"}]}
    assert "“Plank” waits at its end" in told(read([{"name": "T", "loop": 1, "steps": [halt]}]))


@pytest.mark.parametrize(
    "text",
    [
        """'[{"Title":"Legs","Sets":2,"ExerciseSec":30,"RestSec":10,"PreparationSec":5}]'""",
        """"[{\\"Title\\":\\"Legs\\",\\"Sets\\":2,\\"ExerciseSec\\":30,\\"RestSec\\":10}]\"""",
        """[/]\nbeep-volume=0.5\nexercise-json-list='[{"name":"Legs","sets":2,"exercise_s":30,"""
        """"rest_s":10}]'\nwindow-width=400""",
    ],
)
def test_exercise_timer_as_its_setting_is_printed(text: str) -> None:
    [entry] = only(read(text, "")).entries
    assert (entry.name, entry.sets, entry.rests_s, entry.rest_after_s) == ("Legs", 2, (10.0,), 0.0)


def test_wger_knows_distances_kinds_and_supersets() -> None:
    def entry(name: str, sets: int, **more: Any) -> dict[str, Any]:
        reps = {"repetitions_configs": [{"value": "8.00"}]}
        return {"exercise_name": name, "set_nr_configs": [{"value": sets}], **reps, **more}

    slots = [
        {"order": 2, "entries": [entry("Run", 1, repetition_unit=6)]},
        {"order": 1, "entries": [entry("A", 3, type="warmup"), entry("B", 2)]},
    ]
    content = read({"name": "R", "days": [{"name": "D", "slots": slots}]})
    routine = only(content)
    assert [(one.name, one.circuit) for one in routine.entries] == [
        ("A", "A"),
        ("B", "A"),
        ("A", ""),
        ("Run", ""),
    ]
    assert routine.entries[0].note == "warm-up set"
    assert routine.entries[3].amounts == (OpenReps(),)
    assert "Run: 8 km have no time; the set is open" in told(content)


def test_liftlog_cardio_has_only_the_rests_it_names() -> None:
    def one(**more: Any) -> dict[str, Any]:
        return {"target": {"type": "time", "value": "PT1M"}, **more}

    rest = {"restBetweenSets": {"minRest": "PT20S", "maxRest": "PT20S"}}
    exercises = [
        {"type": "CardioExerciseBlueprint", "name": "Jog", "sets": [one(), one()]},
        {"type": "CardioExerciseBlueprint", "name": "Row", "sets": [one(**rest), one(**rest)]},
    ]
    content = read({"sessions": [{"name": "S", "exercises": exercises}]})
    assert [entry.rests_s for entry in only(content).entries] == [(0.0,), (20.0,)]


def test_liftlog_says_of_growth_only_what_there_is() -> None:
    def one(rules: list[Any]) -> SourceContent:
        exercise = {"type": "WeightedExerciseBlueprint", "name": "A", "progression": rules}
        sets = {"plannedSets": [{"reps": {"min": 5, "max": 5}}]}
        return read({"sessions": [{"name": "S", "exercises": [exercise | sets]}]})

    assert told(one([])) == ""
    assert told(one([{"axis": "load"}])) == "A: how the load grows is left out"


def test_liftoscript_takes_templates_by_week_and_supersets() -> None:
    content = read(
        """\
# Week 1
## Day 1
t1[1-2] / used: none / 3x5 / 60s
Squat[2,1-2] / ...t1 / superset: A
Plank[1,1-2] / 3x1 20s|30s / superset: A

# Week 2
## Day 1
t1 / 4x6
""",
        "x.liftoscript",
    )
    first, second = content.routines
    assert [entry.name for entry in first.entries] == ["Plank", "Squat"]
    assert first.circuits[0].rounds == 3
    assert first.entries[1].amounts == (Reps(5, 5),)
    assert second.entries[1].amounts == (Reps(6, 6),)
    assert [entry.name for entry in second.entries][2:] == ["Squat"]


@pytest.mark.parametrize(
    "text",
    [
        "About it.\n\n```liftoscript\nSquat / 3x8 / 90s\n```\n\nMore.",
        json.dumps(
            {"program": {"planner": {"weeks": [{"days": [{"exerciseText": "Squat / 3x8 90s"}]}]}}}
        ),
        "Squat / 3x8 \\\n  90s",
        "Lunge | ! Squat / 1x5 / ! 3x8 / 90s",
    ],
)
def test_liftoscript_stands_in_pages_and_exports(text: str) -> None:
    [entry] = only(read(text, "")).entries
    assert (entry.name, entry.sets, entry.rests_s) == ("Squat", 3, (90.0,))


def test_a_sheet_with_slashes_is_no_liftoscript() -> None:
    assert read_source("", b"Bridge 3x10 / rest 30s\n")[0] == "plain text"


def test_zwift_tells_distances_unknown_blocks_and_messages() -> None:
    blocks = "<SteadyState Duration='500'/><Odd/><textevent message='Go'/>"
    content = read(
        "<!-- a --><workout_file><durationType>distance</durationType>"
        f"<workout>{blocks}</workout></workout_file>",
        "x.zwo",
    )
    assert only(content).entries[0].amounts == (OpenReps(),)
    for what in ("500 m and no time", "“Odd” is not known", "1 message to be shown"):
        assert what in told(content)


def test_garmin_counts_reps_names_exercises_and_refuses_what_is_too_deep() -> None:
    steps = '- {exerciseName: GLUTE_BRIDGE, duration: 12reps}\n- {type: rest, duration: "0:30"}\n'
    content = read(f"name: !!str W1\nsteps:\n{steps}- {{duration: 5km}}\n", "x.yaml")
    first, second = only(content).entries
    assert (first.name, first.amounts, first.rest_after_s) == ("Glute bridge", (Reps(12, 12),), 30)
    assert second.amounts == (OpenReps(),)
    assert "takes 5km, which is no time" in told(content)
    huge = f"0x{'f' * 5000}"
    [entry] = only(read(f"name: {huge}\nsteps:\n- {{power: {huge}}}\n- {huge}\n", "x.yaml")).entries
    assert entry.note == "power ?"
    with pytest.raises(Trouble, match="deeper than a workout"):
        read("steps:\n- " + "[" * 3000, "x.yaml")


def test_json_with_times_for_all_its_names() -> None:
    value = {"name": "HIIT", "rounds": 2, "work": 40, "rest": 20, "exercises": ["A", "B"]}
    routine = only(read(value | {"restBetweenRounds": 60}))
    assert [(one.name, one.amounts) for one in routine.entries] == [
        ("A", (Work(40.0),)),
        ("B", (Work(40.0),)),
    ]
    assert routine.circuits[0].rest_s == 80.0


def a_session(*exercises: dict[str, Any]) -> dict[str, Any]:
    return {"name": "Plan", "sessions": [{"name": "A", "exercises": list(exercises)}]}


@pytest.mark.parametrize(
    ("config", "amounts"),
    [
        ({"type": "fixed", "reps": 10}, [Reps(10, 10)]),
        ({"type": "range", "min": 8, "max": 12}, [Reps(8, 12)]),
        (
            {"type": "perSet", "targets": [{"min": 12, "max": 12}, {"min": 10, "max": 10}]},
            [Reps(12, 12), Reps(10, 10), Reps(10, 10)],
        ),
    ],
)
def test_liftlog_sets_of_its_versions_3_and_4(config: Any, amounts: list[Amount]) -> None:
    blueprint = {"type": "WeightedExerciseBlueprint", "name": "Bridge", "sets": 3}
    [entry] = only(read(a_session(blueprint | {"repsConfig": config}))).entries
    assert (entry.sets, list(entry.amounts)) == (3, amounts)


def test_a_time_and_a_distance_in_one_exercise_lose_no_session(tmp_path: Path) -> None:
    time = {"target": {"type": "time", "value": "PT10M"}}
    distance = {"target": {"type": "distance", "value": {"value": "2", "unit": "km"}}}
    bike = {"type": "CardioExerciseBlueprint", "name": "Bike", "sets": [time, distance]}
    text = json.dumps(a_session(bike)).encode()
    brought = Importer(library_in(tmp_path), tmp_path / "routines").bring("x.json", text)
    [draft] = brought.drafts
    assert [entry.amounts for entry in draft.entries] == [(Work(600.0),), (OpenReps(),)]
    lost = [one.what for one in brought.lost]
    assert "Bike: a distance of 2 km has no time; the set is open" in lost
    assert any("unlike kinds" in one for one in lost)


def test_an_exercise_that_no_file_can_have_costs_no_routine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty = EntryDraft("Bike", amounts=(Work(60.0), OpenReps()))
    monkeypatch.setattr("glutetimer.files.importing.fitting.parts_alike", lambda entry: (entry,))
    monkeypatch.setattr(
        "glutetimer.files.importer.read_source",
        lambda *_: (
            "x",
            SourceContent((RoutineDraft("R", (faulty, EntryDraft("Squats"))),)),
        ),
    )
    brought = Importer(library_in(tmp_path), tmp_path / "routines").bring("x.json", b"")
    [draft] = brought.drafts
    assert [entry.name for entry in draft.entries] == ["Squats"]
    assert any(one.what.startswith("Bike cannot be taken: ") for one in brought.lost)
