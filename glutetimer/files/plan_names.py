"""Which routine or exercise a name in a plan means."""

from collections.abc import Mapping
from functools import lru_cache, partial
from pathlib import PurePath

from glutetimer.files.exercise_shelf import ExerciseShelf
from glutetimer.files.loader import Loader
from glutetimer.files.phase_reader import FoundName, PlanNames
from glutetimer.files.toml_folder import FileStamp, file_id, folded, id_of
from glutetimer.toml_text.problem import first_of, printable, shown, suggestion


def plan_names(loader: Loader, files: Mapping[str, FileStamp]) -> PlanNames:
    """Names as these routine files and the loader's exercises have them; each is looked up once."""
    return PlanNames(
        lru_cache(partial(_routine, loader, files)), lru_cache(partial(_exercise, loader.shelf))
    )


def _routine(loader: Loader, files: Mapping[str, FileStamp], name: str) -> FoundName:
    stamp = files.get(id_of(name)) or loader.titled(files, name)
    if stamp is None:
        hint = suggestion(folded(name), sorted(files))
        return FoundName("", "", f"unknown routine {shown(name)}; {hint}")
    path, read = PurePath(stamp[0]), loader.routine(stamp)
    if read.problems:
        told = first_of(read.problems)
        return FoundName("", "", f"the routine file {printable(path.name)} has mistakes: {told}")
    return FoundName(file_id(path), read.title)


def _exercise(shelf: ExerciseShelf, name: str) -> FoundName:
    exercise = shelf.usable(name)
    if exercise is None:
        return FoundName("", "", f"unknown exercise {shown(name)}; {suggestion(name, shelf.ids())}")
    return FoundName(exercise.id, exercise.name)
