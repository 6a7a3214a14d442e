"""What every reader of another program's routine files is."""

from typing import Protocol

from glutetimer.core.draft import SourceContent
from glutetimer.core.errors import Trouble


class RoutineSource(Protocol):
    """A reader of one format."""

    @property
    def name(self) -> str:
        """The program or format as people know it: "OpenHIIT"."""
        ...

    def recognises(self, file_name: str, text: str) -> bool:
        """Whether a file is in this format, by its name and its beginning; never raises."""
        ...

    def read(self, file_name: str, text: str) -> SourceContent:
        """Take a text apart. Raises Trouble where it is not in this format after all.

        What cannot be taken or had to be guessed is told in `lost`, never left out in silence.
        """
        ...


def not_readable(format_name: str, why: str, line: int = 0) -> Trouble:
    """The trouble with a text that a reader cannot take apart."""
    where = f"line {line}" if line else ""
    return Trouble(f"This is no file of {format_name}: {why}", where, "Look whether it is whole")
