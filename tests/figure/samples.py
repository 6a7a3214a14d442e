"""The exercises that come with the program and have a movement."""

from functools import cache

from glutetimer import resources
from glutetimer.core.exercise import Exercise
from glutetimer.core.problem import Problem
from glutetimer.files.exercise_file import read_exercise
from glutetimer.toml_text.document import read_document


@cache
def moving_exercises() -> dict[str, Exercise]:
    files = sorted((resources.assets_dir() / "exercises").glob("*.toml"))
    known = tuple(file.stem for file in files)
    found = {}
    for file in files:
        document = read_document(file)
        assert not isinstance(document, Problem), document
        read = read_exercise(document, file.stem, known)
        assert read.exercise is not None, read.problems
        if read.exercise.motion is not None:
            found[file.stem] = read.exercise
    return found
