"""The routines and exercises that come with the program, without anybody's own."""

from functools import cache
from pathlib import Path

from glutetimer.core.routine import Routine
from glutetimer.core.schedule.routine_plan import RoutinePlan
from glutetimer.files.library import Library
from glutetimer.resources import assets_dir, routines_dir


@cache
def library() -> Library:
    """The library of a person who has written nothing; never ask it for listings: it keeps them."""
    nowhere = Path(__file__) / "no-such-folder"  # below a file: nothing can be kept there
    assets, kept = assets_dir(), nowhere / "listings"
    return Library(assets / "exercises", routines_dir(), nowhere, kept, assets / "plans")


def routines() -> list[Routine]:
    """All routines that come with the program."""
    return [library().routine(path.stem) for path in sorted(routines_dir().glob("*.toml"))]


def built_in_plan(plan_id: str) -> RoutinePlan:
    """A plan that comes with the program."""
    return next(one.plan for one in library().plans() if one.id == plan_id and one.plan)
