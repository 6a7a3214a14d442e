"""`glutetimer plans`, and what check and doctor say of plan files."""

from datetime import timedelta
from pathlib import Path

import pytest

from glutetimer.cli import doctor
from glutetimer.clock import SystemClock
from glutetimer.core.history.records import SessionEnd, SessionStart
from glutetimer.folders import Folders
from glutetimer.store.history import History
from tests.cli.conftest import Run
from tests.store.builders import a_set

PLAN = """\
format = 1
title = "Eight weeks back"
notes = "Add a rep\\nwhen it was easy"
[[day]]
week = 1
day = "Monday"
routine = "first-session"
note = "Slowly"
[[day]]
week = 1
day = "Tuesday"
rest = true
[[day]]
week = 1
day = "Wednesday"
routine = "desk-squeeze"
"""


@pytest.fixture
def plans(own_home: Path) -> Path:
    """The folder of plans, with one in it."""
    folder = own_home / "plans"
    folder.mkdir(parents=True)
    (folder / "back.toml").write_text(PLAN)
    return folder


def follow(home: Path, name: str, days_ago: int = 5) -> None:
    at = SystemClock().utc_now() - timedelta(days=days_ago)
    text = f'followed_plan = "{name}"\nplan_begun_at = {at.isoformat()}\n'
    (home / "settings.toml").write_text(text)


def do(home: Path, routine_id: str, days_ago: float) -> None:
    clock = SystemClock()
    history = History(home / "history.db", clock)
    at = clock.utc_now() - timedelta(days=days_ago)
    number = history.begin(SessionStart(routine_id, routine_id, at, 600.0, 1))
    history.add_set(number, a_set())
    history.finish(number, SessionEnd.FINISHED, at + timedelta(minutes=9), 540.0)
    history.close()


def test_without_a_plan_it_says_where_they_belong(run: Run, own_home: Path) -> None:
    answer = run("plans")

    assert answer.status == 0
    assert str(own_home / "plans") in answer.out
    assert "glutetimer import FILE" in answer.out
    assert not (own_home / "history.db").exists()


def test_all_days_are_told_with_their_notes(run: Run, plans: Path) -> None:
    answer = run("plans")

    own, built_in = answer.out.split("\n\n")
    assert own == (
        "\nEight weeks back (back): 1 week, 2 days with a routine\n"
        "  Add a rep\n"
        "  when it was easy\n"
        "  week 1, Monday: First session; Slowly\n"
        "  week 1, Tuesday: rest\n"
        "  week 1, Wednesday: Desk squeeze"
    )
    assert built_in.startswith("Twelve weeks (twelve-weeks): 12 weeks, 37 days with a routine\n")
    assert "\n  weeks 3 to 6, Day 3: Under-active glutes or Hip-thrust variations\n" in built_in


def test_what_is_next_comes_from_the_history(run: Run, plans: Path, own_home: Path) -> None:
    follow(own_home, "back")
    assert run("plans").out.splitlines()[:3] == [
        "Next in Eight weeks back: week 1, Monday, First session",
        "  Slowly",
        "  Begin it: glutetimer play first-session",
    ]

    do(own_home, "first-session", 0)
    assert run("plans").out.splitlines()[:3] == [
        "Next in Eight weeks back: week 1, Tuesday, rest",
        "  Then week 1, Wednesday, Desk squeeze",
        "  Begin it: glutetimer play desk-squeeze",
    ]

    do(own_home, "desk-squeeze", 0)
    assert run("plans").out.splitlines()[:2] == ["Eight weeks back is done", ""]


def test_a_plan_that_is_gone_or_faulty_is_said(run: Run, plans: Path, own_home: Path) -> None:
    follow(own_home, "spring")
    assert run("plans").out.startswith("The plan spring is not there any more\n")

    follow(own_home, "back")
    (plans / "back.toml").write_text(PLAN.replace("desk-squeeze", "desk-sqeeze"))
    answer = run("plans")
    assert answer.status == 1
    assert answer.out.startswith("The plan Eight weeks back has mistakes\n")
    assert 'line 16: unknown routine "desk-sqeeze"; did you mean "desk-squeeze"' in answer.out


def test_check_says_what_it_is(run: Run, plans: Path, own_home: Path) -> None:
    follow(own_home, "back")
    path = plans / "back.toml"
    answer = run("check", str(path), str(own_home / "settings.toml"))
    assert (answer.status, answer.out) == (0, "")
    assert answer.err == "1 plan and 1 settings file checked, no mistakes\n"

    path.write_text(PLAN.replace("week = 1", "week = 200", 1))
    answer = run("check", str(plans))
    assert answer.out == f"{path}:5: week is 200; write a whole number from 1 to 104\n"
    assert answer.err == "1 plan checked, 1 mistake\n"


def test_doctor_counts_plans_and_names_those_with_mistakes(plans: Path, own_home: Path) -> None:
    (plans / "other.toml").write_text("day = 1")

    found = doctor.check_plans(Folders(own_home, own_home / "cache"))

    assert [(one.name, one.is_ok) for one in found] == [("plans", True), ("plan", False)]
    assert found[0].text == f"2 can be followed; your own belong in {plans}"
    assert "other.toml has 2 mistakes: the first in line 1: " in found[1].text


def test_an_import_keeps_the_plan_and_says_so(run: Run, own_home: Path, tmp_path: Path) -> None:
    program = tmp_path / "program.txt"
    day = "Plank / 2x30s\nSquat / 3x10\n"
    program.write_text(f"# Week 1\n## Day A\n{day}\n## Day B\nSquat / 2x12\n")

    shown = run("import", str(program), "--dry-run")
    assert "2 routines and 1 plan in a file of Liftoscript" in shown.out
    assert not (own_home / "plans").exists()

    kept = run("import", str(program))
    path = own_home / "plans" / "liftoscript-program.toml"
    assert kept.out.endswith(f"Plan kept as {path}\n")
    assert run("check", str(path)).err == "1 plan checked, no mistakes\n"
