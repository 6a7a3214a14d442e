"""What every reader of another program's routine files is, and what it is given."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from glutetimer.core.draft import SourceContent
from glutetimer.core.errors import Trouble


@dataclass(frozen=True)
class SourceFile:
    """A file by its name ("": pasted or piped in) and text; as JSON it is parsed once for all."""

    name: str
    text: str

    @cached_property
    def json(self) -> Any:
        """The value of a JSON text; None if it is none, or has a number as large as a book."""
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            return None

    def is_named(self, *endings: str) -> bool:
        """Whether the name, if there is one, ends so."""
        return not self.name or self.name.casefold().endswith(endings)


class RoutineSource(Protocol):
    """A reader of one format."""

    @property
    def name(self) -> str:
        """The program or format as people know it: "OpenHIIT"."""
        ...

    def recognises(self, file: SourceFile) -> bool:
        """Whether a file is in this format, by its name and its beginning; never raises."""
        ...

    def read(self, file: SourceFile) -> SourceContent:
        """Take a file apart. Raises Trouble where it is not in this format after all.

        What cannot be taken or had to be guessed is told in `lost`, never left out in silence.
        """
        ...


def not_readable(format_name: str, why: str, line: int = 0) -> Trouble:
    """The trouble with a text that a reader cannot take apart."""
    where = f"line {line}" if line else ""
    return Trouble(f"This is no file of {format_name}: {why}", where, "Look whether it is whole")
