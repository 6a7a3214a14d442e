"""Our own mistakes: written to a file, so that the person can send it to us."""

import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from glutetimer import __version__

MAX_LOG_BYTES = 1_000_000


def write_down(bug: BaseException, path: Path) -> Path | None:
    """Append a bug with its traceback to a log file; returns None if that is not possible.

    A log that has grown too large is begun anew, the old one kept beside it.
    """
    system = f"{sys.version.split()[0]} {sys.platform}"
    trace = "".join(traceback.format_exception(bug))
    return write_line(f"glutetimer {__version__} Python {system}\n{trace}", path)


def write_line(text: str, path: Path) -> Path | None:
    """Append a text with the time to a log file; returns None if that is not possible."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > MAX_LOG_BYTES:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{at} {text}\n")
    except OSError:
        return None
    return path


class BugReports:
    """Takes the mistakes of all threads: each is written down, each kind told to the person once.

    `tell` is given a sentence, in the thread of the mistake.
    """

    def __init__(self, log: Path, tell: Callable[[str], None]) -> None:
        self._log = log
        self._tell = tell
        self._told: set[str] = set()

    def take(self, bug: BaseException) -> None:
        """Write a mistake down, and tell of it if its kind is new."""
        path = write_down(bug, self._log)
        kind = type(bug).__name__
        if kind in self._told:
            return
        self._told.add(kind)
        where = f"Details are in {path}" if path else "Details could not be written to a file"
        self._tell(f"A mistake in glutetimer itself ({kind}). {where}.")

    @contextmanager
    def of_all_threads(self) -> Iterator[None]:
        """Take what any thread, or an object that goes, has not handled: no raw traceback."""
        before = threading.excepthook, sys.unraisablehook
        threading.excepthook = self._take_of_thread
        sys.unraisablehook = self._take_unraisable
        try:
            yield
        finally:
            threading.excepthook, sys.unraisablehook = before

    def _take_of_thread(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None and found.exc_type is not SystemExit:
            self.take(found.exc_value)

    def _take_unraisable(self, found: "sys.UnraisableHookArgs") -> None:
        if found.exc_value is not None:
            self.take(found.exc_value)
