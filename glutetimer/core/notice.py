"""What the person is told without being asked."""

from typing import NamedTuple


class Notice(NamedTuple):
    """Something the person should know: cause and cure, each a plain sentence."""

    text: str
    cure: str = ""

    def __str__(self) -> str:
        """Both in one line, each with its full stop."""
        parts = (part.strip().rstrip(".") for part in (self.text, self.cure))
        return " ".join(f"{part}." for part in parts if part)
