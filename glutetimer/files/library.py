"""The routines and exercises that there are: built-in ones and the person's own."""

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.problem import Problem
from glutetimer.files.listing_cache import ListingCache, cache_key
from glutetimer.files.toml_folder import FileStamp, by_id, file_id, folded, id_of, toml_files
from glutetimer.toml_text.problem import FaultyFile, nearest, printable, shown

if TYPE_CHECKING:
    from glutetimer.core.exercise import Exercise
    from glutetimer.core.ports.checking import CheckedFile
    from glutetimer.core.ports.giving import GivenRoutine
    from glutetimer.core.routine import Routine
    from glutetimer.core.schedule.routine_plan import PlanListing, RoutinePlan
    from glutetimer.core.settings import Settings
    from glutetimer.files.loader import Loader
    from glutetimer.files.phase_reader import PlanNames
    from glutetimer.files.routine_file import ReadRoutine
    from glutetimer.toml_text.document import Document

DEFAULT_ROUTINE = "first-session"


class Library:
    """Implements core.ports.RoutineLibrary on folders of TOML files.

    `data_dir` holds the person's own files in its folders exercises, routines and plans, which
    may be missing; an own file takes the place of the built-in one with the same id. Folders are
    looked at anew with every call. `cache_file` keeps the listings for the next start;
    `plans_dir` has the built-in plans, None for none.
    """

    def __init__(
        self,
        exercises_dir: Path,
        routines_dir: Path,
        data_dir: Path,
        cache_file: Path,
        plans_dir: Path | None = None,
    ) -> None:
        self._exercise_dirs = (exercises_dir, data_dir / "exercises")
        self._routine_dirs = (routines_dir, data_dir / "routines")
        self._own_plan_dir = data_dir / "plans"
        self._plan_dir = plans_dir
        self._cache = ListingCache(cache_file)
        self._kept: tuple[str, tuple[str, tuple[RoutineListing, ...]] | None] = ("", None)

    def listings(self, settings: "Settings") -> Sequence[RoutineListing]:
        """All routine files: the default, built-in ones by title, then own ones by title.

        A file with mistakes has them in `problems`, and no minutes.
        """
        files = self._files()
        key, timings = cache_key(files), settings.timings()
        kept = self._listed(key)
        if kept is not None and kept[0] == timings:
            return kept[1]
        listings = self._made_listings(files, settings)
        self._cache.store(key, timings, listings)
        self._kept = (key, (timings, listings))
        return listings

    def last_listings(self) -> Sequence[RoutineListing] | None:
        """The listings of the last time, if no file has changed since; see the port."""
        kept = self._listed(cache_key(self._files()))
        return None if kept is None else kept[1]

    def _listed(self, key: str) -> tuple[str, tuple[RoutineListing, ...]] | None:
        """The timings and listings that are known for a key."""
        if self._kept[0] != key:
            self._kept = (key, self._cache.load(key))
        return self._kept[1]

    def _made_listings(
        self, files: Sequence[tuple[FileStamp, ...]], settings: "Settings"
    ) -> tuple[RoutineListing, ...]:
        *exercises, built_in, own = files
        loader = self._loader
        loader.restock(*exercises)
        used = by_id(own)
        chosen = (by_id(built_in) | used).values()
        made = [loader.listing(stamp, stamp in own, settings) for stamp in chosen]
        made += [
            loader.unused_listing(stamp, first)
            for stamp in own
            if (first := used[file_id(PurePath(stamp[0]))]) != stamp
        ]
        return tuple(sorted(made, key=_place))

    def _files(self) -> tuple[tuple[FileStamp, ...], ...]:
        """The exercise files and the routine files, of each the built-in ones first."""
        return tuple(map(toml_files, (*self._exercise_dirs, *self._routine_dirs)))

    def routine(self, name_or_path: str) -> "Routine":
        """A routine by id, by title in any case, or by path.

        Raises Trouble with every mistake of the file, or with the nearest known names.
        """
        return self._usable(name_or_path)[1]

    def given(self, name_or_path: str) -> "GivenRoutine":
        """A routine with those of its exercises that only this person has; see the port."""
        from glutetimer.files.giving import given_routine  # no start needs it

        return given_routine(*self._usable(name_or_path), self._loader.shelf)

    def routine_of(self, text: str, routine_id: str) -> "Routine":
        """The routine of a text that is to be its file. Raises Trouble with every mistake."""
        read = self._stocked_loader().read_text(text, routine_id)
        if read.routine is None:
            raise FaultyFile(read.problems, Path(f"{routine_id}.toml"))
        return read.routine

    def exercises(self) -> "Mapping[str, Exercise]":
        """All exercises by id; a broken own file leaves the built-in one in its place."""
        return self._stocked_loader().shelf.exercises()

    def carried_exercises(self, text: str) -> "Mapping[str, Exercise]":
        """The exercises that the text of a routine file holds itself, by id."""
        return self._stocked_loader().carried_exercises(text)

    def faulty_exercises(self) -> Mapping[Path, Sequence[Problem]]:
        """The mistakes of every exercise file that has any, whether a routine uses it or not."""
        return self._stocked_loader().shelf.faulty()

    def built_in_ids(self) -> set[str]:
        """The ids of the routines that come along; an own file of such an id hides one."""
        return set(by_id(toml_files(self._routine_dirs[0])))

    def plans(self, is_own_only: bool = False) -> "Sequence[PlanListing]":
        """The plan files by title, own ones first; see the port."""
        own = toml_files(self._own_plan_dir)
        built_in = () if is_own_only or self._plan_dir is None else toml_files(self._plan_dir)
        if not own and not built_in:
            return ()
        from glutetimer.files.plan_file import plan_listings  # no start needs it

        hidden = {file_id(PurePath(stamp[0])) for stamp in own}
        shown_too = [one for one in built_in if file_id(PurePath(one[0])) not in hidden]
        names = self._plan_names()
        found = [*plan_listings(own, names, is_own=True), *plan_listings(shown_too, names)]
        found.sort(key=lambda one: (not one.is_own, one.title.casefold(), one.path))
        return tuple(found)

    def plan_of(self, document: "Document", plan_id: str) -> "RoutinePlan":
        """The plan of a document that is to be its file. Raises Trouble with every mistake."""
        from glutetimer.files.plan_file import read_plan

        read = read_plan(document, plan_id, self._plan_names())
        if read.plan is None:
            raise FaultyFile(read.problems, Path(f"{plan_id}.toml"))
        return read.plan

    def check_file(self, path: str) -> "CheckedFile":
        """Whether a file is a routine, an exercise or a plan, with its mistakes by line."""
        return self._stocked_loader().check(Path(path), self._plan_names())

    @cached_property
    def _loader(self) -> "Loader":
        from glutetimer.files.loader import Loader  # listings that are kept need none of it

        return Loader()

    def _stocked_loader(self) -> "Loader":
        self._loader.restock(*map(toml_files, self._exercise_dirs))
        return self._loader

    def _plan_names(self) -> "PlanNames":
        from glutetimer.files.plan_names import plan_names

        return plan_names(self._stocked_loader(), self._routine_files())

    def _routine_files(self) -> dict[str, FileStamp]:
        built_in, own = (toml_files(folder) for folder in self._routine_dirs)
        return by_id(built_in) | by_id(own)

    def _usable(self, name_or_path: str) -> "tuple[Path, Routine]":
        path, read = self._find(name_or_path.strip())
        if read.routine is None:
            raise FaultyFile(read.problems, path)
        return path, read.routine

    def _find(self, name: str) -> "tuple[Path, ReadRoutine]":
        loader = self._stocked_loader()
        path = Path(name)
        if name.lower().endswith(".toml") or len(path.parts) > 1 or path.is_absolute():
            return path, _readable(loader, path)
        files = self._routine_files()
        stamp = (files.get(id_of(name)) or loader.titled(files, name)) if name else None
        if stamp is not None:
            return Path(stamp[0]), loader.routine(stamp)
        if name and os.path.lexists(name):
            return path, _readable(loader, path)
        raise self._unknown(loader, files, name)

    def _unknown(self, loader: "Loader", files: Mapping[str, FileStamp], name: str) -> Trouble:
        titles = {loader.routine(stamp).title: key for key, stamp in files.items()}
        close = dict.fromkeys(
            titles.get(word, word) for word in nearest(folded(name), [*files, *titles])
        )
        names = ", ".join(f'"{word}"' for word in close or sorted(files))
        cure = f"The nearest are {names}" if close else f"There are {names}; or give a file's path"
        return Trouble(f"There is no routine {shown(name)}", "", cure)


def _readable(loader: "Loader", path: Path) -> "ReadRoutine":
    """What the file at a path that the person gave holds; Trouble if there is no file."""
    if path.is_dir():
        what = "This is a folder, not a file"
    elif not os.path.lexists(path):
        what = "There is no such file"
    else:
        return loader.read(path)
    raise Trouble(what, printable(str(path)), "Give a routine's name or the path of its file")


def _place(listing: RoutineListing) -> tuple[bool, bool, str, str]:
    return (
        listing.id != DEFAULT_ROUTINE,
        listing.is_own,
        listing.title.casefold(),
        listing.path,
    )
