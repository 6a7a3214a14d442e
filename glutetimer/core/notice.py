"""What the person is told without being asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the person should know: cause and cure, each a plain sentence."""

    text: str
    cure: str = ""
