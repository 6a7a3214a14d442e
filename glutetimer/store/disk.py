"""Files as such: moving one out of the way so that nothing is lost, and saying what failed."""

import itertools
from datetime import UTC, datetime
from pathlib import Path

from glutetimer.core.errors import Trouble


def stamp(at: datetime) -> str:
    """Return an aware time as it stands in file names: sortable, in UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def set_aside(path: Path, why: str, at: datetime, suffixes: tuple[str, ...] = ()) -> Path:
    """Rename a file and its companions (name + suffix) and return the new path.

    Companions go first: were they left behind, they would be taken for a new file's own.

    Raises:
        OSError: the folder cannot be written; what was moved before stays moved.
    """
    for number in itertools.count(1):
        again = f"-{number}" if number > 1 else ""
        target = path.with_name(f"{path.stem}.{why}-{stamp(at)}{again}{path.suffix}")
        if not any(target.with_name(target.name + end).exists() for end in ("", *suffixes)):
            break
    for end in suffixes:
        companion = path.with_name(path.name + end)
        if companion.exists():
            companion.rename(target.with_name(target.name + end))
    path.rename(target)
    return target


def explain_os(error: OSError, what: str, path: Path) -> Trouble:
    """Turn an error of the operating system into what to say; `what` says what failed."""
    reason = error.strerror or type(error).__name__
    return Trouble(
        f"{what}: {reason}",
        str(path),
        "Check that the folder can be written and the disk has space",
    )
