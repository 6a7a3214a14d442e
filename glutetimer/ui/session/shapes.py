"""The shapes of phases and buttons, told apart without any colour."""

from enum import StrEnum, auto

from glutetimer.core.exercise import Side
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.picture import SessionPicture


class PhaseShape(StrEnum):
    """Every shape that we draw, by the name of its icon; each fills a square."""

    ARROW_UP = auto()
    ARROW_DOWN = auto()
    ARROW_LEFT = auto()
    ARROW_RIGHT = auto()
    BARS_LEVEL = auto()  # hold: stay at this height
    WAVES = auto()  # work: keep moving
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
    PLASTER = auto()
    SPEAKER = auto()
    SPEAKER_OFF = auto()
    CORNERS = auto()
    QUESTION = auto()
    SQUARE = auto()
    TAP = auto()


_KINDS = {
    StepKind.GET_READY: PhaseShape.CHEVRONS,
    StepKind.LIFT: PhaseShape.ARROW_UP,
    StepKind.TOP: PhaseShape.BARS_LEVEL,
    StepKind.LOWER: PhaseShape.ARROW_DOWN,
    StepKind.PAUSE: PhaseShape.DOT,
    StepKind.HOLD: PhaseShape.BARS_LEVEL,
    StepKind.WORK: PhaseShape.WAVES,
    StepKind.OPEN_REPS: PhaseShape.ARROW_UP,
    StepKind.SWITCH_SIDES: PhaseShape.SWAP,
    StepKind.REST: PhaseShape.MOON,
    StepKind.CHANGE_POSITION: PhaseShape.TURN,
}

_DIRECTIONS = {
    Side.LEFT: PhaseShape.ARROW_LEFT,
    Side.RIGHT: PhaseShape.ARROW_RIGHT,
    Side.FORWARD: PhaseShape.ARROW_UP,
    Side.BACK: PhaseShape.ARROW_DOWN,
}


def shape_of(kind: StepKind, direction: Side | None = None) -> PhaseShape:
    """The shape of a phase; `direction` is that of a step, None for everything else."""
    if direction is not None and kind is StepKind.LIFT:
        return _DIRECTIONS[direction]
    if direction is not None and kind is StepKind.LOWER:
        return PhaseShape.FEET_TOGETHER
    return _KINDS[kind]


def picture_shape(picture: SessionPicture) -> PhaseShape:
    """The shape of what a session shows: arrows follow the steps of an exercise that travels."""
    return shape_of(picture.kind, picture.side if picture.exercise.directions else None)


def side_shape(side: Side) -> PhaseShape:
    """The arrow that goes with a side."""
    return _DIRECTIONS[side]
