"""Reading a history that lies where nothing can be written."""

import atexit
import shutil
import tempfile
from pathlib import Path

from glutetimer.store.disk import explain_os
from glutetimer.store.troubles import explain


def copy_to_read(path: Path, why: Exception) -> Path:
    """Copy a history with its journals into a new folder, which `remove_copy` or the exit removes.

    Where it lies, SQLite would leave out what is in a write-ahead log, or refuse.

    Raises:
        Trouble: it cannot be read either; `why` is the error with which writing failed.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="glutetimer-"))
    except OSError as error:
        raise explain_os(error, "The history cannot be copied to be read", path) from error
    try:
        for end in ("", "-wal", "-journal"):
            part = path.with_name(path.name + end)
            if part.exists():
                shutil.copyfile(part, folder / part.name)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise explain(why, path) from error
    atexit.register(remove_copy, folder / path.name)
    return folder / path.name


def remove_copy(copy: Path) -> None:
    """Remove what `copy_to_read` has made; doing so twice is harmless."""
    shutil.rmtree(copy.parent, ignore_errors=True)
