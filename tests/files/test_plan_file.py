"""Plan files: what they give, every mistake with its line and cure, and how they are listed."""

from pathlib import Path

import pytest

from glutetimer.core.ports.checking import FileKind
from glutetimer.core.schedule.phase import (
    DoseTest,
    Named,
    OwnTest,
    PainTest,
    PlanPhase,
    PlanWalks,
)
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
PHASE = DAY + 'week = "1-2"\n'  # what follows begins at line 7
TWO = '[[phase]]\ntitle = "Begin"\nweeks = "1-2"\n'  # and at line 10
TEST = PHASE + TWO + "[[phase.exit]]\n"  # and at line 11
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
    # Days of several weeks, and of several routines
    (DAY + 'week = "2-1"\n',
     ['line 6: week is "2-1"; write a range from 1 to 104, the smaller number first']),
    (DAY + 'or = "other"\n', ['line 6: or is "other"; write a list of texts, for example ["..."]']),
    (DAY + 'or = ["other", "othr"]\n', ['line 6: unknown routine "othr"; did you mean "other"?']),
    (DAY + "minutes = 4\n", ["line 6: minutes is 4; write a whole number from 5 to 120"]),
    (DAY + '[[day]]\nday = "Sunday"\nrest = true\nminutes = 9\n',
     ['line 8: a day of rest has no "or" and no minutes; leave them out']),
    (HEAD + '[[day]]\nday = "Monday"\nweek = "1-104"\nroutine = "first"\n' * 20,
     ["line 1: the weeks have 2,080 days; at most 2,000 are allowed"]),
    # Phases
    (PHASE + "[phase]\n", ["line 7: write [[phase]] with two brackets on each side"]),
    (PHASE + "[[phase]]\n",
     ['line 7: title is missing; write for example title = "Strengthen"',
      'line 7: weeks is missing; write for example weeks = "3-6"']),
    (PHASE + TWO.replace("1-2", "2-3"),
     ['line 9: this phase begins with week 2, but week 1 comes next; write weeks = "1-3"']),
    (PHASE + TWO + TWO,
     ['line 12: this phase begins with week 1, but week 3 comes next; write weeks = "3-4"']),
    (PHASE + TWO.replace('"1-2"', "1"),
     ["line 7: week 2 is in no phase; let the last one reach to it"]),
    (PHASE + TWO + TWO.replace('"1-2"', "3"),
     ["line 12: its last week, 3, has no day with a routine; give it one, since it is repeated "
      "until the person goes on"]),
    (PHASE + TWO + "sessions = 3\n",
     ['line 10: unknown key "sessions"; known are "besides", "entry", "exit", "notes", '
      '"title", "walks", "weeks"']),
    (PHASE + TWO + 'besides = "desk"\n',
     ['line 10: unknown routine "desk"; known are "bad", "first", "other"']),
    (PHASE + TWO + "walks = 3\n", ["line 10: walks is 3; write a table: [walks]"]),
    (PHASE + TWO + 'walks = { days = 8, minutes = "10-15" }\n',
     ["line 10: days is 8; write a whole number from 1 to 7"]),
    (PHASE + TWO + "walks = { days = 3 }\n",
     ['line 10: minutes is missing; write for example minutes = "10-15"']),
    (TEST,
     ['line 10: this test asks nothing; give it one of pain = 5, exercise = "...", ask = "..."']),
    (TEST + 'pain = 5\nask = "Is it?"\n',
     ['line 10: this test has pain and ask; give it one of pain = 5, exercise = "...", ask = '
      '"..."']),
    (TEST + "pain = 11\n", ["line 11: pain is 11; write a whole number from 0 to 10"]),
    (TEST + "pain = 5\nsets = 3\n", ['line 12: unknown key "sets"; known are "ask", "exercise", '
     '"pain", "sessions"']),
    (TEST + 'exercise = "bridge"\nsets = 3\n',
     ['line 11: give this test either reps = 12 or hold = "20s"']),
    (TEST + 'exercise = "bridge"\nreps = 3\n',
     ["line 10: sets is missing; write for example sets = 3"]),
    (TEST + 'exercise = ["bridge", "bridg"]\nsets = 3\nreps = 12\n',
     ['line 11: unknown exercise "bridg"; did you mean "bridge"?']),
    (TEST + "exercise = []\nsets = 3\nreps = 12\n",
     ["line 11: exercise is an empty list; name one"]),
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


def test_a_plan_may_have_phases(home: Path, library: Library) -> None:
    text = (
        'title = "P"\n'
        + '[[phase]]\ntitle = "Begin"\nweeks = 1\nnotes = "Slowly"\nbesides = "other"\n'
        + 'walks = { days = 3, minutes = "10-15" }\n'
        + '[[phase.entry]]\nask = "Are you well?"\n[[phase.exit]]\npain = 5\nsessions = 3\n'
        + '[[phase]]\ntitle = "Keep"\nweeks = "2-3"\n[[phase.exit]]\nexercise = "bridge"\n'
        + 'sets = 3\nreps = 12\n[[phase.exit]]\nexercise = ["bridge"]\nsets = 2\nhold = "20s"\n'
        + '[[day]]\nday = "Monday"\nweek = "1-3"\nroutine = "first"\nor = ["other"]\nminutes = 20\n'
    )
    plan_file(home, text)

    [listing] = library.plans()

    assert listing.problems == ()
    assert listing.plan is not None
    other, bridge = Named("other", "The second one"), Named("bridge", "Bridge")
    assert listing.plan.phases == (
        PlanPhase(
            "Begin",
            1,
            1,
            "Slowly",
            (OwnTest("Are you well?"),),
            (PainTest(5, 3),),
            other,
            PlanWalks(3, 10, 15),
        ),
        PlanPhase(
            "Keep", 2, 3, exit=(DoseTest((bridge,), 3, 12), DoseTest((bridge,), 2, None, 20.0))
        ),
    )
    assert listing.plan.days == tuple(
        PlanDay(week, "Monday", "first", "First", others=(other,), minutes=20) for week in (1, 2, 3)
    )


def test_own_plans_come_first_and_hide_a_built_in_one_of_their_name(home: Path) -> None:
    ours = home / "ours"
    ours.mkdir()
    for name in ("mine", "long"):
        (ours / f"{name}.toml").write_text(DAY)
    library = Library(
        home / "no-exercises", home / "built-in", home, home / "cache.json", plans_dir=ours
    )
    assert [(one.id, one.is_own) for one in library.plans()] == [("long", False), ("mine", False)]
    assert library.plans(is_own_only=True) == ()

    plan_file(home, DAY)

    assert [(one.id, one.is_own) for one in library.plans()] == [("mine", True), ("long", False)]
    assert [one.id for one in library.plans(is_own_only=True)] == ["mine"]


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
