"""The files that an export writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from glutetimer.core.errors import Trouble
from glutetimer.whole_file import not_written, part_of


@contextmanager
def written(path: Path, encoding: str) -> Iterator[TextIO]:
    """Open a file to be written; it is there only once it is whole. Raises Trouble."""
    if path.is_dir():
        raise Trouble("Cannot write the file: there is a folder", str(path), "Choose another name")
    if path.is_file() or not path.exists():
        with part_of(path) as part, _opened(part, encoding) as out:
            yield out
        return
    try:  # a pipe or device is written, never replaced
        with _opened(path, encoding) as out:
            yield out
    except OSError as error:
        raise not_written(error, path) from error


def _opened(path: Path, encoding: str) -> TextIO:
    return path.open("w", encoding=encoding, newline="")
