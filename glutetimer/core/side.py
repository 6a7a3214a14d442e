"""The sides of the body."""

from enum import StrEnum


class Side(StrEnum):
    """A side of the body, or the direction of a step."""

    LEFT = "left"
    RIGHT = "right"
    FORWARD = "forward"
    BACK = "back"

    @property
    def other(self) -> "Side":
        """The opposite side or direction."""
        return _OPPOSITE[self]


_OPPOSITE = {
    Side.LEFT: Side.RIGHT,
    Side.RIGHT: Side.LEFT,
    Side.FORWARD: Side.BACK,
    Side.BACK: Side.FORWARD,
}
