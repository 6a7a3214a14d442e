"""Files for the person that are there only once they are whole: a sheet, a calendar, a history."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from glutetimer.core.errors import Trouble


def check_target(path: Path, suffix: str, may_replace: bool) -> None:
    """Raise Trouble if a file of this name cannot be made, as far as can be known before.

    `suffix` is how the name has to end, such as ".pdf".
    """
    if path.suffix.lower() != suffix:
        what = f"This is to be a {suffix.removeprefix('.').upper()} file"
        raise Trouble(what, str(path), f"Let the name end in {suffix}")
    check_place(path, may_replace)


def check_place(path: Path, may_replace: bool) -> None:
    """Raise Trouble if no file can be made at this place, whatever it is to be."""
    if path.exists() and not path.is_file():
        what = "There is a folder of this name" if path.is_dir() else "This is no ordinary file"
        raise Trouble(what, str(path), "Choose another name")
    if path.exists() and not may_replace:
        cure = "Choose another name, or give --force to replace it"
        raise Trouble("There is a file of this name already", str(path), cure)
    if not path.parent.is_dir():
        raise Trouble("There is no such folder", str(path.parent), "Make it, or choose another one")


def write_whole(content: bytes, path: Path, *, may_replace: bool = False) -> None:
    """Write a file in one step; on Trouble what was there before stays, and nothing else."""
    check_place(path, may_replace)
    with part_of(path) as part:
        part.write_bytes(content)
        check_place(path, may_replace)  # it may have come meanwhile


@contextmanager
def part_of(path: Path) -> Iterator[Path]:
    """Yield a name beside a file; what was written there takes the file's place at the end.

    Whatever is raised meanwhile, the file is as it was, and nothing else is there. OSError
    becomes Trouble.
    """
    try:
        with replaced(path.resolve()) as part:  # a link stays a link
            yield part
    except OSError as error:
        raise not_written(error, path) from error


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """Do as `part_of`, but OSError is raised as it is, and a link is replaced itself."""
    sweep(target.parent)
    part = target.with_name(f".glutetimer-{os.urandom(6).hex()}.part")
    try:
        with held(part):
            yield part
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.replace(target)
    finally:
        with suppress(OSError):  # its folder may not exist
            part.unlink(missing_ok=True)


def sweep(folder: Path, pattern: str = ".glutetimer-*.part") -> None:
    """Remove the half-written files of processes that were killed; never raises.

    `pattern` says which are ours: every one in our own folders.
    """
    with suppress(OSError):
        for part in folder.glob(pattern):
            with suppress(OSError), held(part):  # in use: on Windows it cannot be removed then
                part.unlink()


if sys.platform == "win32":

    @contextmanager
    def held(part: Path) -> Iterator[None]:
        """Nothing: a file that is open cannot be removed there."""
        yield

else:
    import fcntl

    @contextmanager
    def held(part: Path) -> Iterator[None]:
        """Make a file, unless it is there, and show that a living process writes it.

        Raises OSError: another one does, or the file cannot be made.
        """
        with part.open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                if error.errno in {errno.EAGAIN, errno.EACCES}:
                    raise
                # The folder has no locks: nobody is kept out.
            yield


def make_folder(folder: Path) -> None:
    """Make a folder, unless it is there. Raises Trouble with the reason if it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(error, folder) from error


def not_written(error: OSError, path: Path) -> Trouble:
    """Make the trouble of a file that could not be written."""
    reason = error.strerror or str(error) or type(error).__name__
    return Trouble(f"Cannot write the file: {reason}", str(path), "Choose another one")
