"""The shapes of the phases and of the buttons: told apart without any colour."""

from enum import StrEnum, auto

from glutetimer.core.exercise import Side
from glutetimer.core.timeline import StepKind


class Shape(StrEnum):
    """Every shape that we draw, by the name of its icon; each fills a square."""

    ARROW_UP = auto()
    ARROW_DOWN = auto()
    ARROW_LEFT = auto()
    ARROW_RIGHT = auto()
    BARS_LEVEL = auto()  # hold: stay at this height
    FEET_TOGETHER = auto()
    DOT = auto()
    MOON = auto()
    SWAP = auto()
    TURN = auto()
    CHEVRONS = auto()
    BARS_UPRIGHT = auto()  # paused
    PLAY = auto()
    SKIP = auto()
    BACK = auto()
    CHECK = auto()
    PLUS = auto()
    HEART = auto()
    SPEAKER = auto()
    SPEAKER_OFF = auto()
    CORNERS = auto()
    QUESTION = auto()
    SQUARE = auto()


_KINDS = {
    StepKind.GET_READY: Shape.CHEVRONS,
    StepKind.LIFT: Shape.ARROW_UP,
    StepKind.TOP: Shape.BARS_LEVEL,
    StepKind.LOWER: Shape.ARROW_DOWN,
    StepKind.PAUSE: Shape.DOT,
    StepKind.HOLD: Shape.BARS_LEVEL,
    StepKind.OPEN_REPS: Shape.ARROW_UP,
    StepKind.SWITCH_SIDES: Shape.SWAP,
    StepKind.REST: Shape.MOON,
    StepKind.CHANGE_POSITION: Shape.TURN,
}

_DIRECTIONS = {
    Side.LEFT: Shape.ARROW_LEFT,
    Side.RIGHT: Shape.ARROW_RIGHT,
    Side.FORWARD: Shape.ARROW_UP,
    Side.BACK: Shape.ARROW_DOWN,
}


def shape_of(kind: StepKind, direction: Side | None = None) -> Shape:
    """The shape of a phase; `direction` is that of a step, None for everything else."""
    if direction is not None and kind is StepKind.LIFT:
        return _DIRECTIONS[direction]
    if direction is not None and kind is StepKind.LOWER:
        return Shape.FEET_TOGETHER
    return _KINDS[kind]


def side_shape(side: Side) -> Shape:
    """The arrow that goes with a side."""
    return _DIRECTIONS[side]
