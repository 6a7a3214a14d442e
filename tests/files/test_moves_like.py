"""Exercises that borrow the figure of another: what comes along, and what cannot be borrowed."""

from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import CueMoment, Exercise, FirstPhase, Position, Reps, Tempo
from glutetimer.files.library import Library
from glutetimer.resources import assets_dir
from glutetimer.toml_text.problem import FaultyFile

HEAD = 'title = "Mine"\n[[exercise]]\nname = "Clock"\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of the person's own exercises."""
    folder = tmp_path / "data" / "exercises"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def real(tmp_path: Path, own: Path) -> Library:
    """The exercises that come along, and one's own."""
    (tmp_path / "routines").mkdir()
    return Library(
        assets_dir() / "exercises", tmp_path / "routines", own.parent, tmp_path / "cache"
    )


def write(own: Path, name: str, text: str) -> Path:
    file = own / f"{name}.toml"
    file.write_text(f'name = "{name.title()}"\n{text}', encoding="utf-8")
    return file


def problems(library: Library, file: Path) -> list[str]:
    return [str(one) for one in library.check_file(str(file)).problems]


def entry(library: Library, more: str) -> Exercise:
    return library.routine_of(HEAD + more, "mine").entries[0].exercise


def mistake(library: Library, more: str) -> str:
    with pytest.raises(FaultyFile) as caught:
        entry(library, more)
    [problem] = caught.value.problems
    return str(problem)


# In a routine


def test_an_exercise_without_a_file_borrows_a_figure_and_its_position(real: Library) -> None:
    clam = real.exercises()["clam-shell"]
    borrower = entry(real, 'moves_like = "clam-shell"\nreps = 8\n')
    assert borrower.motion is clam.motion
    assert borrower.motion is not None
    assert borrower.position is Position.SIDE_LYING
    assert (borrower.name, borrower.cues, borrower.setup) == ("Clock", (), "")
    assert borrower.dose.amount == Reps(10, 10)
    assert borrower.sides is not clam.sides
    assert borrower.tempo == Tempo()


def test_its_own_position_and_tempo_stay(real: Library) -> None:
    text = 'moves_like = "Clam shell"\nposition = "prone"\ntempo = "3-1-2"\n'
    prescription = real.routine_of(HEAD + text, "mine").entries[0]
    assert prescription.exercise.position is Position.PRONE
    assert prescription.exercise.motion is not None
    assert prescription.tempo == Tempo(2.0, 0.0, 3.0, 1.0)


def test_what_goes_down_first_does_so_in_the_session_too(real: Library) -> None:
    assert entry(real, 'moves_like = "squat"\n').first is FirstPhase.LOWER
    assert entry(real, "").first is FirstPhase.LIFT


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("clam-shel", 'the unknown exercise "clam-shel"; did you mean "clam-shell"?'),
        (
            "lateral-walk",
            '"lateral-walk", which walks in steps, and this exercise stays in its place; '
            "name another, or leave moves_like out",
        ),
        (
            "still",
            '"still", which has no [motion]; name one that has, or leave moves_like out',
        ),
        ("copy", '"copy", which borrows itself; write moves_like = "squat"'),
        (
            "broken",
            '"broken", whose file has mistakes: line 2: position is "floating"; write one of ',
        ),
    ],
)
def test_what_cannot_be_borrowed_is_a_mistake(
    real: Library, own: Path, value: str, message: str
) -> None:
    write(own, "still", 'position = "supine"\n')
    write(own, "copy", 'moves_like = "squat"\n')
    write(own, "broken", 'position = "floating"\n')
    assert mistake(real, f'moves_like = "{value}"\n').startswith(
        f"line 4: moves_like names {message}"
    )


def test_an_exercise_with_a_file_borrows_nothing_in_a_routine(real: Library) -> None:
    text = 'title = "Mine"\n[[exercise]]\nuse = "squat"\nmoves_like = "clam-shell"\n'
    with pytest.raises(FaultyFile, match="line 4: moves_like goes with name"):
        real.routine_of(text, "mine")


# In an exercise file


def test_an_exercise_file_may_borrow(real: Library, own: Path) -> None:
    file = write(own, "clock", 'moves_like = "clam-shell"\n[dose]\nreps = 5\n')
    assert problems(real, file) == []
    clock = real.exercises()["clock"]
    clam = real.exercises()["clam-shell"]
    assert (clock.motion, clock.position) == (clam.motion, Position.SIDE_LYING)
    assert (clock.dose.amount, clock.cues) == (Reps(5, 5), ())
    assert real.exercises()["clock"] is clock
    used = real.routine_of('title = "T"\n[[exercise]]\nuse = "clock"\n', "t").entries[0]
    assert used.exercise is clock


def test_the_figure_follows_the_file_that_it_comes_from(real: Library, own: Path) -> None:
    write(own, "clock", 'moves_like = "clam-shell"\n')
    before = real.exercises()["clock"].motion
    clam = (assets_dir() / "exercises" / "clam-shell.toml").read_text(encoding="utf-8")
    other = (assets_dir() / "exercises" / "donkey-kick.toml").read_text(encoding="utf-8")
    (own / "clam-shell.toml").write_text(other, encoding="utf-8")
    donkey = real.exercises()["donkey-kick"]
    assert real.exercises()["clock"].motion == donkey.motion != before
    (own / "clam-shell.toml").write_text(clam[: len(clam) // 2] + "?", encoding="utf-8")
    assert real.exercises()["clock"].motion == before  # a broken own file hides nothing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('moves_like = "clock"\n', "line 2: moves_like names the exercise itself; name another"),
        ('moves_like = "nothing"\n', 'line 2: moves_like names the unknown exercise "nothing"'),
        ('sides = "each"\n\nmoves_like = "still"\n', "line 4: moves_like names"),
        ('moves_like = "copy"\n', "which moves like this one; one of them needs a [motion]"),
        (
            'moves_like = "squat"\nfirst = "lift"\n',
            'first is "lift", but Dumbbell or bar squat opens with "lower"',
        ),
        (
            'moves_like = "squat"\nkind = "steps"\ndirections = ["left", "right"]\n',
            '"squat", which stays in its place, and this exercise walks in steps; name another',
        ),
    ],
)
def test_a_file_that_cannot_borrow_says_why(
    real: Library, own: Path, text: str, expected: str
) -> None:
    write(own, "still", 'position = "supine"\n')
    write(own, "copy", 'moves_like = "clock"\n')
    file = write(own, "clock", text)
    assert any(expected in told for told in problems(real, file)), problems(real, file)
    assert "clock" not in real.exercises()
    assert file in real.faulty_exercises()
    with pytest.raises(Trouble, match="has mistakes: line"):
        real.routine_of('title = "T"\n[[exercise]]\nuse = "clock"\n', "t")


def test_a_figure_of_ones_own_and_a_borrowed_one_exclude_each_other(
    real: Library, own: Path
) -> None:
    file = write(own, "clock", 'moves_like = "squat"\nposition = "standing"\n[motion]\n')
    assert "line 2: moves_like and [motion] exclude each other; keep one" in problems(real, file)


# Cues by moment


def test_cues_by_moment_are_those_of_the_exercise(real: Library) -> None:
    made = entry(
        real, '[exercise.cues]\nsetup = ["On the side.", "Knees bent."]\nlast = ["Nearly."]\n'
    )
    assert made.setup == "On the side. Knees bent."
    assert [cue.say for cue in made.cues_at(CueMoment.LAST)] == ["Nearly."]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[exercise.cues]\nfirst = ["x"]\n', "line 5: unknown key"),
        ('cues = "x"\n', 'line 4: cues is "x"; write a list of texts'),
    ],
)
def test_cues_that_are_written_wrong_are_told(real: Library, text: str, message: str) -> None:
    assert message in mistake(real, text)
