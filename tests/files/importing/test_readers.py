"""Files in the shape of other programs' own, all of our making, and what comes of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from glutetimer.cli.bring import as_json, as_lines
from glutetimer.core.draft import PlanDraft, PlannedDay
from glutetimer.core.errors import Trouble
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.ports.bringing import Brought
from glutetimer.files.importer import Importer
from glutetimer.files.importing.fitting import Fitting
from glutetimer.files.library import Library
from glutetimer.resources import assets_dir, routines_dir

DATA = Path(__file__).parents[2] / "data" / "importing"
SAMPLES = sorted(path.name for path in DATA.iterdir() if path.suffix != ".expected")


def library_in(home: Path) -> Library:
    """The exercises that come along, and a person's own folder."""
    return Library(assets_dir() / "exercises", routines_dir(), home, home / "cache")


@pytest.fixture(scope="module")
def importer(tmp_path_factory: pytest.TempPathFactory) -> Importer:
    """An importer into a folder of its own, with the exercises that come along."""
    home = tmp_path_factory.mktemp("importing")
    return Importer(library_in(home), home / "routines")


def bring(importer: Importer, name: str) -> Brought:
    return importer.bring(name, (DATA / name).read_bytes())


@pytest.mark.parametrize("name", SAMPLES)
def test_what_comes_of_a_file_is_as_written_beside_it(importer: Importer, name: str) -> None:
    expected = (DATA / f"{name}.expected").read_text(encoding="utf-8")
    assert "\n".join(as_lines(bring(importer, name))) + "\n" == expected


# The sums of the sources, by hand: all their intervals but a rest at the very end, and what
# glutetimer lets a person get ready.
@pytest.mark.parametrize(
    ("name", "seconds"),
    [
        ("workout.json", [60 + 3 * (40 + 20 + 30 + 15) + 4 * 25 + 3 * 10]),
        ("backup.json", [60, 45]),
        ("openhiit.json", [90 + 20 + 2 * (3 * 40 + 2 * 20) + 60 + 30, 8 * 20 + 7 * 10]),
        ("openhiit-old.json", [3 * (2 * 30 + 15) + 2 * 15]),
        ("timer-machine.json", [30 + 2 * (60 + 15 + 3 * 30.5) - 10]),
        ("legs.feeel", [30 + 20 + 45 + 10 + 30]),
        ("exercise-timer.json", [5 * 60 + 4 * 20, 2 * 30 + 10]),
        ("ramp.zwo", [300 + 4 * 150 + 600 + 120]),
        ("steps.json", [2 * (40 + 20 + 45.5) + 15]),
    ],
)
def test_no_second_is_lost_or_added(importer: Importer, name: str, seconds: list[float]) -> None:
    totals = []
    for routine in bring(importer, name).routines:
        timeline = plan(routine)
        ready = [s for s in timeline.steps if s.kind is StepKind.GET_READY]
        totals.append(timeline.total_s - sum(step.duration_s or 0.0 for step in ready))
    assert totals == seconds


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_kept_reads_as_what_was_shown(
    importer: Importer, name: str, tmp_path: Path
) -> None:
    library = library_in(tmp_path)
    brought = bring(Importer(library, tmp_path / "routines"), name)
    paths = Importer(library, tmp_path / "routines").keep(brought).routines
    assert [library.check_file(path).problems for path in paths] == [()] * len(brought.routines)
    kept = [plan(library.routine(path)) for path in paths]
    assert [one.steps for one in kept] == [plan(one).steps for one in brought.routines]


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("wger.json", ["hips", ""]),
        ("plan.liftlogplan", ["day-a", "day-b"]),
    ],
)
def test_a_plan_is_kept_with_the_routines_that_were_just_written(
    name: str, days: list[str], tmp_path: Path
) -> None:
    library = library_in(tmp_path)
    importer = Importer(library, tmp_path / "routines")
    brought = bring(importer, name)
    for number in ("", "-2"):  # kept twice: the second plan has the second files
        kept = importer.keep(brought)
        [path] = kept.plans
        checked = library.check_file(path)
        assert checked.problems == ()
        assert checked.plan is not None
        wanted = [f"{day}{number}" if day else "" for day in days]
        assert [day.routine_id for day in checked.plan.days] == wanted
        assert kept.counts.endswith(" and 1 plan")
    assert len(library.plans()) == 2


def wger(*names: str, description: str = "") -> bytes:
    slot = {"entries": [{"exercise": "Plank", "sets": 1, "reps": 5}]}
    days = [{"name": name, "slots": [slot], "description": name} for name in names]
    return json.dumps({"name": "Plan", "days": days, "description": description}).encode()


def test_without_a_place_for_the_plan_no_routine_is_written(tmp_path: Path) -> None:
    (tmp_path / "plans").write_text("a file stands here")
    importer = Importer(library_in(tmp_path), tmp_path / "routines")
    with pytest.raises(Trouble, match="plans"):
        importer.keep(bring(importer, "wger.json"))
    assert list((tmp_path / "routines").iterdir()) == []


def test_a_plan_that_cannot_be_written_is_told_with_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(content: bytes, path: Path) -> None:
        if path.parent.name == "plans":
            raise Trouble("The disk is full", str(path), "Make room")
        path.write_bytes(content)

    monkeypatch.setattr("glutetimer.files.importer.write_whole", write)
    importer = Importer(library_in(tmp_path), tmp_path / "routines")
    with pytest.raises(Trouble, match="The routines are kept, but not the plan"):
        importer.keep(bring(importer, "wger.json"))
    assert [path.name for path in (tmp_path / "routines").iterdir()] == ["hips.toml"]


def test_days_of_one_name_keep_their_own_routines(tmp_path: Path) -> None:
    importer = Importer(library_in(tmp_path), tmp_path / "routines")
    brought = importer.bring("x.json", wger("Push", "Pull", "Push"))
    [path] = importer.keep(brought).plans
    plan_made = library_in(tmp_path).check_file(path).plan
    assert plan_made is not None
    assert [day.routine_id for day in plan_made.days] == ["push", "pull", "push-2"]


def test_a_plan_that_is_too_large_is_cut_and_that_is_told(tmp_path: Path) -> None:
    importer = Importer(library_in(tmp_path), tmp_path / "routines")
    brought = importer.bring("x.json", wger(*(["Day \u001b[2J"] * 401), description="x\n" * 1500))
    [path] = importer.keep(brought).plans
    checked = library_in(tmp_path).check_file(path)
    assert checked.problems == ()
    assert checked.plan is not None
    assert (len(checked.plan.days), len(checked.plan.notes)) == (400, 2000)
    told = [lost.what for lost in brought.lost]
    assert "Plan: only the first 400 of 401 days are taken" in told
    assert "Plan: a text of 2,999 characters is cut to 2000" in told


def test_a_day_whose_routine_is_not_taken_is_left_out_and_that_is_told(tmp_path: Path) -> None:
    fitting = Fitting()
    days = (
        PlannedDay(1, "Monday", "A"),
        PlannedDay(1, "Tuesday", "B"),
        PlannedDay(105, "Fri", "A"),
    )
    assert fitting.fitted_plan(PlanDraft("P", days), {"A": "A…"}) == PlanDraft(
        "P", (PlannedDay(1, "Monday", "A…"),)
    )
    assert fitting.fitted_plan(PlanDraft("Q", days[1:2]), {"A": "A"}) is None
    assert [lost.what for lost in fitting.lost] == [
        "P: Tuesday is left out: its routine B is not taken",
        "P: only the first 104 weeks are taken",
        "Q: Tuesday is left out: its routine B is not taken",
        "Q: the plan is left out: it has no day with a routine",
    ]


def test_nothing_is_written_over_another_file(tmp_path: Path) -> None:
    library = library_in(tmp_path)
    importer = Importer(library, tmp_path / "routines")
    first = importer.keep(bring(importer, "sheet.txt"))
    second = importer.keep(bring(importer, "sheet.txt"))
    assert [Path(path).name for path in (*first.routines, *second.routines)] == [
        "home-programme-for-the-hips.toml",
        "home-programme-for-the-hips-2.toml",
    ]


def test_a_folder_that_cannot_be_made_is_a_trouble(tmp_path: Path) -> None:
    (tmp_path / "routines").write_text("a file stands here")
    importer = Importer(library_in(tmp_path), tmp_path / "routines")
    with pytest.raises(Trouble, match="routines"):
        importer.keep(bring(importer, "sheet.txt"))


@pytest.mark.parametrize(
    "text",
    [
        '{"timers": [{"name": "x", "loop": 1, "steps": [{"label": "Plank", "length": 1200000}]}]}',
        '{"name": "x", "steps": [{"name": "Plank", "duration_ms": 1200000}]}',
    ],
)
def test_twenty_minutes_in_milliseconds_are_no_number_too_large(
    importer: Importer, text: str
) -> None:
    brought = importer.bring("x.json", text.encode())
    assert any(step.duration_s == 1200 for step in plan(brought.routines[0]).steps)


def test_no_routine_that_comes_along_is_hidden(tmp_path: Path) -> None:
    importer = Importer(library_in(tmp_path), tmp_path / "routines")
    kept = importer.keep(importer.bring("", b"First session\n\nPlank 30s\nBridges 2 x 10\n"))
    [path] = kept.routines
    assert Path(path).name == "first-session-2.toml"


def test_json_has_the_steps_with_their_place_in_the_routine(importer: Importer) -> None:
    made: dict[str, Any] = as_json(bring(importer, "workout.json"))
    assert list(made) == ["routines", "plans", "lost"]
    [routine] = made["routines"]
    assert (routine["title"], routine["id"]) == ("Morning hips", "morning-hips")
    work = [(s["entry"], s["round"], s["set"]) for s in routine["steps"] if s["kind"] == "work"]
    assert work == [
        (0, None, 1),
        *((entry, number, 1) for number in (1, 2, 3) for entry in (1, 2)),
        *((3, None, number) for number in (1, 2, 3, 4)),
    ]


def test_an_answer_says_which_exercise_is_meant(importer: Importer) -> None:
    text = b"Hip thrusts 3 x 10\n"
    asked = importer.bring("", text)
    [question] = asked.questions
    assert question.name == "Hip thrusts"
    assert asked.routines[0].entries[0].exercise.id == "hip-thrusts"
    meant = question.perhaps[-1]
    told = importer.bring("", text, {"Hip thrusts": meant})
    assert told.questions == ()
    assert told.routines[0].entries[0].exercise.id == meant


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.json", b"{}"),
        ("x.json", b"[1, 2"),
        ("x.bin", b"\x00\x01\x02"),
        ("x.txt", b"Nothing to do today"),
        ("x.zwo", b"<workout_file><workout><SteadyState Dur"),
        ("x.zwo", b'<!DOCTYPE x [<!ENTITY a "b">]><workout_file></workout_file>'),
        ("x.yaml", b"steps: [\n"),
        ("x.yaml", b"steps: 5\n"),
        ("x.json", b'{"timers": [{"name": "x", "loop": 1, "steps": []}]}' + b" " * 4_000_000),
    ],
)
def test_what_nobody_can_read_is_a_trouble(importer: Importer, name: str, content: bytes) -> None:
    with pytest.raises(Trouble):
        importer.bring(name, content)


def test_lists_within_lists_cost_no_time(importer: Importer) -> None:
    anchors = ["- &a0 [{duration: 1}, {duration: 2}]"]
    anchors += [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    text = "name: x\nsteps:\n" + "\n".join(f"  {line}" for line in anchors)
    [routine] = importer.bring("bomb.yaml", text.encode()).routines
    assert len(routine.entries) == 200
