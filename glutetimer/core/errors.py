"""Errors that a person can understand and act on."""

from dataclasses import dataclass


class Trouble(Exception):
    """Something in the world went wrong (a file, a device, a disk); it is shown and survived.

    `what` happened, `where` (a file, a setting, a device; may be empty) and the `cure`,
    each one a short plain sentence or name without a trailing full stop.
    """

    def __init__(self, what: str, where: str = "", cure: str = "") -> None:
        super().__init__(what, where, cure)
        self.what = what
        self.where = where
        self.cure = cure

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        cure = f" {self.cure}." if self.cure else ""
        return f"{self.what}{place}.{cure}"


class IllegalCommandError(Exception):
    """A command that the session's state does not allow; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake of a file: its line (from 1; 1 where the text as a whole is meant) and what it is.

    The line is 0 if there is no text: the file is missing or cannot be read.

    The message says what was found and what is allowed, without a full stop. It is plain text
    that is safe to print: nothing of the file reaches it without being escaped.
    """

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}" if self.line else self.message

    def of_file(self, name: str) -> str:
        """The mistake as compilers print theirs: "name:line: message"."""
        return f"{name}:{self.line}: {self.message}" if self.line else f"{name}: {self.message}"
