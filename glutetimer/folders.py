"""Where the person's own files are."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

NAME = "glutetimer"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of the program; none of them needs to exist yet.

    `data` holds the history, the settings, the error log and the person's own routine and
    exercise files, `cache` what can be made again.
    """

    data: Path
    cache: Path

    @property
    def history(self) -> Path:
        """The database of sessions."""
        return self.data / "history.db"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.data / "settings.toml"

    @property
    def clips(self) -> Path:
        """The spoken clips."""
        return self.cache / "clips"

    @property
    def listings(self) -> Path:
        """The list of routines as it was read last."""
        return self.cache / "listings"

    @property
    def window_place(self) -> Path:
        """Where the window stood last."""
        return self.cache / "window"

    @property
    def routines(self) -> Path:
        """The person's own routine files."""
        return self.data / "routines"

    @property
    def exercises(self) -> Path:
        """The person's own exercise files."""
        return self.data / "exercises"

    @property
    def errors(self) -> Path:
        """The log of our own bugs."""
        return self.data / "errors.log"


def folders(data_dir: str | None = None) -> Folders:
    """The folders under `data_dir` or GLUTETIMER_HOME, else those that the system has for it."""
    home = data_dir or os.environ.get("GLUTETIMER_HOME")
    if home:
        top = Path(home).expanduser().absolute()
        return Folders(top, top / "cache")
    return _usual_folders()


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
