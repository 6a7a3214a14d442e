"""A mistake of a file that a person can find and mend."""

from typing import NamedTuple


class Problem(NamedTuple):
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
