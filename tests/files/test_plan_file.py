"""Plan files: what they give, every mistake with its line and cure, and how they are listed."""

from pathlib import Path

import pytest

from glutetimer.core.ports.checking import FileKind
from glutetimer.core.schedule.routine_plan import PlanDay
from glutetimer.files.library import Library
from tests.files.conftest import write_exercises

HEAD = 'format = 1\ntitle = "Eight weeks back"\n'  # what follows begins at line 3
DAY = HEAD + '[[day]]\nday = "Monday"\nroutine = "first"\n'  # and at line 6
GOOD = (
    HEAD
    + 'source = "My physiotherapist"\nnotes = """\nOne rep more\n\neach week."""\n'
    + '[[day]]\nweek = 1\nday = "Monday"\nroutine = "first"\nnote = "Slowly"\n'
    + '[[day]]\nday = "Tuesday"\nrest = true\n'
    + '[[day]]\nweek = 2\nday = "Day 3"\nroutine = "The Second one"\n'
)
ROUTINE = '[[exercise]]\nuse = "bridge"\n'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder with two routines, one with mistakes, and no plan."""
    write_exercises(tmp_path / "exercises")
    for folder in ("built-in", "routines", "plans"):
        (tmp_path / folder).mkdir()
    (tmp_path / "built-in" / "first.toml").write_text(f'title = "First"\n{ROUTINE}')
    (tmp_path / "routines" / "other.toml").write_text(f'title = "The second one"\n{ROUTINE}')
    (tmp_path / "routines" / "bad.toml").write_text(f'title = "Bad"\n{ROUTINE}sets = -1\nx = 1\n')
    return tmp_path


@pytest.fixture
def library(home: Path) -> Library:
    return Library(home / "no-exercises", home / "built-in", home, home / "cache.json")


def plan_file(home: Path, text: str, name: str = "mine.toml") -> Path:
    path = home / "plans" / name
    path.write_text(text, "utf-8")
    return path


def test_a_plan_has_its_days_in_order(home: Path, library: Library) -> None:
    checked = library.check_file(str(plan_file(home, GOOD)))

    assert (checked.kind, checked.problems) == (FileKind.PLAN, ())
    plan = checked.plan
    assert plan is not None
    assert (plan.id, plan.title, plan.source) == ("mine", "Eight weeks back", "My physiotherapist")
    assert plan.notes == "One rep more\n\neach week."
    assert plan.days == (
        PlanDay(1, "Monday", "first", "First", "Slowly"),
        PlanDay(0, "Tuesday"),
        PlanDay(2, "Day 3", "other", "The second one"),
    )
    [listing] = library.plans()
    assert (listing.plan, listing.problems) == (plan, ())


MISTAKES = [
    ("", ["line 1: the file is empty"]),
    (HEAD, ['line 1: the plan has no day; add [[day]] with day = "..." and routine = "..."']),
    (HEAD + "day = []\n", ["line 3: day is an empty list; write [[day]] tables"]),
    (HEAD + "[day]\nday = 1\n", ["line 3: write [[day]] with two brackets on each side"]),
    (DAY.replace("format = 1", "format = 2"),
     ["line 1: format is 2; write format = 1, the one that this version knows"]),
    (DAY.replace("title", "titel"),
     ['line 1: title is missing; write for example title = "Eight weeks back"',
      'line 2: unknown key "titel"; did you mean "title"?']),
    (HEAD + "[[day]]\nrest = true\n",
     ['line 3: day is missing; write for example day = "Monday"']),
    (HEAD + '[[day]]\nday = "Monday"\n',
     ['line 3: routine is missing; write for example routine = "first-session", or rest = true']),
    (HEAD + '[[day]]\nday = "Monday"\nrest = true\n',
     ['line 3: the plan has only days of rest; give one of them routine = "..."']),
    (DAY + "rest = true\n", ["line 6: rest and routine exclude each other; keep one of them"]),
    (DAY + 'rest = "yes"\n', ['line 6: rest is "yes"; write true, or leave it out']),
    (DAY + "week = 0\n", ["line 6: week is 0; write a whole number from 1 to 104"]),
    (DAY + "week = 105\n", ["line 6: week is 105; write a whole number from 1 to 104"]),
    (DAY + "week = true\n", ["line 6: week is true; write a whole number from 1 to 104"]),
    (DAY + 'weak = 1\n', ['line 6: unknown key "weak"; did you mean "week"?']),
    (DAY.replace('"first"', '"frist"'),
     ['line 5: unknown routine "frist"; did you mean "first"?']),
    (DAY.replace('"first"', '"bad"'),
     ["line 5: the routine file bad.toml has mistakes: line 4: sets is -1; write a whole number "
      "from 1 to 20 (and 1 more)"]),
    (DAY.replace('"first"', "5"), ['line 5: routine is 5; write a text in quotes: "..."']),
    (DAY.replace("Monday", "x" * 81),
     ["line 4: day has 81 characters; at most 80 are allowed"]),
    (DAY.replace("Monday", "A\\u001b[2J"),
     ["line 4: day has the control character U+001B; write plain text"]),
    (DAY.replace("first", "A\u202eB"),
     ["line 5: routine has the control character U+202E; write plain text"]),
    (DAY + 'note = "' + "x" * 401 + '"\n',
     ["line 6: note has 401 characters; at most 400 are allowed"]),
    ('notes = "' + "x" * 2001 + '"\n' + DAY,
     ["line 1: notes has 2,001 characters; at most 2,000 are allowed"]),
    (DAY + "week = 2 weeks\n",
     ['line 6: this is not TOML: the value cannot be read; write week = "2 weeks", in quotes']),
    (HEAD + '[[day]]\nday = "Monday"\nroutine = "first"\n' * 401,
     ["line 1203: day has 401 items; at most 400 are allowed"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_every_mistake_has_its_line_and_cure(
    home: Path, library: Library, text: str, expected: list[str]
) -> None:
    path = plan_file(home, text)

    told = [str(problem) for problem in library.check_file(str(path)).problems]

    assert told == expected
    [listing] = library.plans()
    assert listing.plan is None
    assert list(listing.problems) == told


def test_two_years_of_days_are_allowed(home: Path, library: Library) -> None:
    day = '[[day]]\nweek = 104\nday = "Monday"\nroutine = "first"\n'
    plan_file(home, HEAD + day * 400)
    [listing] = library.plans()
    assert listing.problems == ()


def test_a_plan_is_told_from_a_routine_by_its_days(home: Path, library: Library) -> None:
    elsewhere = home / "mine.toml"
    for text, kind in ((DAY, FileKind.PLAN), (HEAD, FileKind.ROUTINE)):
        elsewhere.write_text(text)
        assert library.check_file(str(elsewhere)).kind is kind
    # A slip of the most important word does not make a routine of it.
    slip = plan_file(home, DAY.replace("[[day]]", "[[days]]"))
    assert library.check_file(str(slip)).kind is FileKind.PLAN
    routine = plan_file(home, f'title = "R"\n{ROUTINE}')
    assert library.check_file(str(routine)).kind is FileKind.ROUTINE


def test_a_routine_that_goes_is_a_mistake_of_the_plan(home: Path, library: Library) -> None:
    plan_file(home, GOOD)
    (home / "routines" / "other.toml").unlink()

    [listing] = library.plans()

    assert listing.plan is None
    assert listing.problems == (
        'line 19: unknown routine "The Second one"; known are "bad", "first"',
    )


def test_plans_are_listed_by_title_and_read_anew(home: Path, library: Library) -> None:
    assert library.plans() == ()
    plan_file(home, DAY.replace("Eight", "Ten"), "a.toml")
    plan_file(home, DAY, "b.toml")
    assert [one.title for one in library.plans()] == ["Eight weeks back", "Ten weeks back"]
    plan_file(home, "x =", "b.toml")
    assert [one.title for one in library.plans()] == ["b", "Ten weeks back"]


def test_two_plans_of_one_id_are_both_named(home: Path, library: Library) -> None:
    plan_file(home, DAY, "One.toml")
    plan_file(home, DAY, "one .toml")
    found = library.plans()
    assert [one.plan for one in found] == [None, None]
    assert all('have the same id, "one"; rename one of them' in one.problems[0] for one in found)
