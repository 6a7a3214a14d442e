"""Files in the shape of other programs' own, all of our making, and what comes of them."""

from pathlib import Path
from typing import Any

import pytest

from glutetimer.cli.bring import as_json, as_lines
from glutetimer.core.errors import Trouble
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.ports.bringing import Brought
from glutetimer.files.importer import Importer
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
    paths = Importer(library, tmp_path / "routines").keep(brought)
    assert [library.check_file(path).problems for path in paths] == [()] * len(brought.routines)
    kept = [plan(library.routine(path)) for path in paths]
    assert [one.steps for one in kept] == [plan(one).steps for one in brought.routines]


def test_nothing_is_written_over_another_file(tmp_path: Path) -> None:
    library = library_in(tmp_path)
    importer = Importer(library, tmp_path / "routines")
    first = importer.keep(bring(importer, "sheet.txt"))
    second = importer.keep(bring(importer, "sheet.txt"))
    assert [Path(path).name for path in (*first, *second)] == [
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
    [path] = importer.keep(importer.bring("", b"First session\n\nPlank 30s\nBridges 2 x 10\n"))
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
