"""The files that an export writes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from glutetimer.core.errors import Trouble


@contextmanager
def written(path: Path) -> Iterator[TextIO]:
    """Open a file to be written; it is there only once it is whole. Raises Trouble."""
    if path.is_dir():
        raise Trouble("Cannot write the file: there is a folder", str(path), "Choose another name")
    # A pipe or device is written, never replaced.
    is_plain = path.is_file() or not path.exists()
    target = path.with_name(f"{path.name}.{os.getpid()}.part") if is_plain else path
    try:
        with target.open("w", encoding="utf-8", newline="") as out:
            yield out
            if is_plain:
                out.flush()
                os.fsync(out.fileno())
        if is_plain:
            target.replace(path)
    except OSError as error:
        what = f"Cannot write the file: {error.strerror or error}"
        raise Trouble(what, str(path), "Choose another one") from error
    finally:
        if is_plain:
            with suppress(OSError):  # its folder may not exist
                target.unlink(missing_ok=True)
