"""Where the person's own files are."""

import os
import sys
from pathlib import Path

NAME = "glutetimer"


class Folders:
    """The folders and files of the program; none of them needs to exist yet.

    `data` holds what is the person's own, `cache` what can be made again.
    """

    def __init__(self, data: Path, cache: Path) -> None:
        self.data = data
        self.history = data / "history.db"
        self.settings = data / "settings.toml"
        self.routines = data / "routines"
        self.exercises = data / "exercises"
        self.plans = data / "plans"
        self.voices = data / "voices"  # those of Piper that the person puts there
        self.errors = data / "errors.log"  # of our own bugs
        self.cache = cache
        self.clips = cache / "clips"  # the spoken ones
        self.listings = cache / "listings"  # the list of routines as it was read last
        self.pictures = cache / "pictures"  # of exercises, for the desktop's players
        self.lowered = cache / "lowered"  # the volumes of others before we lowered them
        self.window_place = cache / "window"  # where the window stood last
        self.told = cache / "reminders"  # what was told of them
        self.socket = cache / "window.socket"  # where the window that is open can be told


def folders(data_dir: str | None = None) -> Folders:
    """The folders under `data_dir` or GLUTETIMER_HOME, else those that the system has for it."""
    home = data_dir or os.environ.get("GLUTETIMER_HOME")
    if home:
        top = Path(home).expanduser().absolute()
        return Folders(top, top / "cache")
    return _usual_folders()


def naming_words(places: Folders) -> tuple[str, ...]:
    """The words that name these folders to a program started anew; none for the usual ones."""
    if places.data == _usual_folders().data:
        return ()
    return "--data-dir", str(places.data)


# What platformdirs says on Linux, without the fifth of a start that its import takes.
if sys.platform == "linux":

    def _usual_folders() -> Folders:
        return Folders(
            _xdg("XDG_DATA_HOME", ".local/share") / NAME, _xdg("XDG_CACHE_HOME", ".cache") / NAME
        )

    def _xdg(variable: str, fallback: str) -> Path:
        value = os.environ.get(variable, "").strip()
        return Path(value) if value.startswith("/") else Path.home() / fallback

else:
    from platformdirs import PlatformDirs

    def _usual_folders() -> Folders:
        dirs = PlatformDirs(NAME, appauthor=False, roaming=False)
        return Folders(dirs.user_data_path, dirs.user_cache_path)
