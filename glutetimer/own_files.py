"""The files that a person has or is given: what they are, and which have changed.

Routines and exercises are read by `files`, settings by `store`; here both are known.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock

from glutetimer.core.ports.checking import CheckedFile, FileKind
from glutetimer.core.ports.own_files import FoundFile, ReadAgain
from glutetimer.core.problem import Problem
from glutetimer.core.settings import Settings, specs
from glutetimer.files.library import Library
from glutetimer.files.ours import is_ours
from glutetimer.files.toml_folder import toml_files
from glutetimer.folders import Folders
from glutetimer.resources import routines_dir
from glutetimer.store.settings_values import from_plain
from glutetimer.toml_text.document import EMPTY_FILE, read_bytes, read_document
from glutetimer.toml_text.problem import ProblemLog

_KEYS_OF_OTHERS = {"format", "title", "exercise", "name", "position", "day"}


class FilesOfFolders:
    """Implements core.ports.own_files.OwnFiles.

    Its library is its own: a thread may read with it while the window uses another. Both share
    the listings on the disk, so what is read here the window need not read.
    """

    def __init__(self, places: Folders, library: Library) -> None:
        self._library = library
        self._lock = Lock()
        self._folders = (places.routines, places.exercises, places.plans)
        self._settings = places.settings

    def paths(self) -> Sequence[str]:
        """Every own file, the settings last; see the port."""
        settings = [str(self._settings)] if self._settings.is_file() else []
        return [*self._stamps(), *settings]

    def check(self, path: str) -> CheckedFile:
        """What a file is; see the port."""
        problems = _settings_problems(Path(path))
        if problems is not None:
            return CheckedFile(FileKind.SETTINGS, tuple(problems))
        with self._lock:
            return self._library.check_file(path)

    def find(self, path: str) -> FoundFile:
        """What a file is that is to be opened; see the port."""
        place = self._as_listed(Path(path).absolute())
        if not is_ours(place.name, _text_of(place)):
            return FoundFile(str(place), None)
        return FoundFile(str(place), self.check(str(place)))

    def read_again(
        self, settings: Settings, known: Mapping[str, tuple[int, int]] | None
    ) -> ReadAgain:
        """Read what has changed; see the port."""
        stamps, places = self._stamps(), tuple(dict.fromkeys(map(_place, self._folders)))
        if known is None or stamps == known:
            return ReadAgain(stamps, places)
        with self._lock:
            self._library.listings(settings)
        new = [path for path, stamp in stamps.items() if known.get(path) != stamp]
        faulty = [path for path in new if self.check(path).problems]
        gone = [path for path in known if path not in stamps]
        return ReadAgain(stamps, places, (*new, *gone), faulty)

    def _stamps(self) -> Mapping[str, tuple[int, int]]:
        return {
            path: (changed_ns, size)
            for folder in self._folders
            for path, changed_ns, size in toml_files(folder)
        }

    def _as_listed(self, path: Path) -> Path:
        """The path as the library writes it, whatever links and dots lead to the file."""
        for folder in (self._folders[0], routines_dir()):
            try:
                if path.parent.samefile(folder):
                    return folder / path.name
            except (OSError, ValueError):  # one of them is not there
                continue
        return path


def _text_of(path: Path) -> str:
    """What is in a file as far as it is text; "" if it cannot be read."""
    try:
        return read_bytes(path).decode(errors="replace")
    except (OSError, ValueError):
        return ""


def _place(folder: Path) -> str:
    """A folder, or the nearest around it that is there: what brings it back happens in that."""
    there = (place for place in (folder, *folder.parents) if place.is_dir())
    return str(next(there, folder))


def _settings_problems(path: Path) -> Sequence[Problem] | None:
    """The mistakes of a settings file by line; None if the file is another one.

    It is a settings file by its name, or if it has settings and nothing that a routine or an
    exercise begins with.
    """
    document = read_document(path)
    is_named_so = path.name == "settings.toml"
    if isinstance(document, Problem):
        problems = () if document == EMPTY_FILE else (document,)
        return problems if is_named_so else None
    keys = document.values.keys()
    if not is_named_so and (keys & _KEYS_OF_OTHERS or not keys & {"exercises", *specs(Settings)}):
        return None
    log = ProblemLog()
    for mistake in from_plain(document.values)[1]:
        log.add(document.line_of(mistake.path), f"the setting {mistake.sentence.rstrip('.')}")
    return log.sorted()
