"""What today's dose changes, in words."""

from dataclasses import replace

from glutetimer.core.exercise import Hold, Kind, OpenReps, Reps, Sides, Steps
from glutetimer.core.routine import Circuit, DoseSource
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.core.today import DayDose, Today
from glutetimer.core.words.dose_changes import todays_plan
from tests.core.builders import entry, exercise, routine

TEN = Settings(get_ready_s=10.0)
GENTLE, STRONG = Today(DayDose.GENTLE), Today(DayDose.STRONG)
CLAM = exercise("Clam", sides=Sides.EACH)
WALK = exercise("Walk", Kind.STEPS)
ISO = exercise("Iso", Kind.HOLD)


def test_every_exercise_that_changes_has_a_line() -> None:
    """Sets, amounts and rests; and what is below the article's dose, or below ours."""
    some = routine(
        entry(Reps(10, 12), sets=3),
        replace(entry(Hold(20), what=ISO), dose_source=DoseSource.EDITORIAL),
        entry(Steps(5), sets=2, what=WALK),
        entry(OpenReps(), what=CLAM, sides=Sides.EACH),
    )
    told = todays_plan(some, TEN, GENTLE)
    assert told.lines() == (
        "Bridge: 3 x 10-12 -> 2 x 8-9 reps, rest 30 -> 38 s (below the article's 3 x 10-12 reps)",
        "Iso: 20 -> 15 s hold (below the routine's 20 s hold)",
        "Walk: 2 x 5 -> 1 x 4 steps each way (below the article's 2 x 5 steps)",
        "Rest between exercises: 40 -> 50 s",
    )
    assert todays_plan(some, TEN, STRONG).lines() == (
        "Bridge: 3 x 10-12 -> 3 x 13-15 reps",
        "Iso: 20 -> 25 s hold",
        "Walk: 2 x 5 -> 2 x 7 steps each way",
    )


def test_open_sets_stay_open() -> None:
    """Only their number changes."""
    some = routine(entry(OpenReps(), sets=2))
    [line] = todays_plan(some, TEN, GENTLE).lines()
    assert line == (
        "Bridge: 2 x as many reps as you like -> 1 x as many reps as you like "
        "(below the article's 2 x as many reps as you like)"
    )


def test_a_usual_day_has_no_lines_but_keeps_the_articles_dose_in_view() -> None:
    """Also where it is the person's own settings that are below."""
    settings = replace(TEN, exercises={"bridge": ExerciseSettings(reps=6)})
    told = todays_plan(routine(entry(Reps(8, 10))), settings, Today())
    assert (told.lines(), told.is_changed) == ((), False)
    assert told.exercises[0].below == "below the article's 8-10 reps"
    assert not todays_plan(routine(entry(Reps(8, 10))), TEN, Today()).exercises[0].below


def test_more_sets_do_not_make_up_for_fewer_reps() -> None:
    """Nor the other way round; each is told as it is."""
    settings = replace(TEN, exercises={"bridge": ExerciseSettings(sets=5, reps=9)})
    told = todays_plan(routine(entry(Reps(10, 12), sets=3)), settings, Today())
    assert told.exercises[0].below == "below the article's 3 x 10-12 reps"


def test_nothing_is_asked_of_an_alternative() -> None:
    """The article says nothing about it."""
    easy = exercise("Easy")
    bridge = replace(exercise(), easier=("easy",))
    some = replace(routine(entry(sets=3, what=bridge)), alternatives={"easy": easy})
    settings = replace(TEN, exercises={"bridge": ExerciseSettings(instead="easy")})
    [easy_today] = todays_plan(some, settings, GENTLE).exercises
    assert (easy_today.name, easy_today.below) == ("Easy", "")
    assert easy_today.change == "3 x 8 -> 2 x 6 reps, rest 30 -> 38 s"
    lost = replace(TEN, exercises={"bridge": ExerciseSettings(instead="gone")})
    [hint] = todays_plan(some, lost, Today()).hints
    assert "“gone”" in hint


def test_rounds_are_told_and_count_for_the_articles_dose() -> None:
    """One set in each of two rounds is less than one in each of four."""
    circuit = entry(Hold(60), what=exercise("Round", Kind.HOLD), circuit="A")
    some = routine(circuit, entry(Hold(60), what=ISO), circuits=(Circuit("A", 4, 60.0),))
    told = todays_plan(some, TEN, Today(minutes=5))
    assert "Circuit A: 4 -> 2 rounds" in told.others
    assert told.exercises[0].change == ""
    assert told.exercises[0].below == "below the article's 4 x 60 s hold"
    assert told.exercises[1].below == ""


def test_rests_of_different_length_are_summed_up() -> None:
    """A line for each would say little."""
    long = replace(entry(), rest_after_s=60.0)
    some = routine(entry(), long, entry())
    assert todays_plan(some, TEN, GENTLE).others == ("Rests between exercises: longer",)


def test_the_headline_says_what_fits() -> None:
    """And why it does not, in either direction."""
    some = routine(*(entry(Reps(10, 10), sets=3, what=exercise(f"Bridge {n}")) for n in range(4)))
    heads = {
        minutes: todays_plan(some, TEN, Today(minutes=minutes)).headline
        for minutes in (5, 12, 18, 60)
    }
    assert heads == {
        5: "Today 5 min instead of 18 min",
        12: "Today 12 min instead of 18 min",
        18: "Today 18 min, nearly as usual",
        60: "Today 22 min instead of 18 min: no more than the strong dose",
    }
    many = routine(*(entry(Reps(10, 10), what=exercise(f"Bridge {n}")) for n in range(12)))
    least = todays_plan(many, TEN, Today(minutes=5))
    assert least.headline == "Today 11 min instead of 20 min: the least that this routine can be"
    assert todays_plan(some, TEN, Today()).headline == "Today 18 min, as usual"
