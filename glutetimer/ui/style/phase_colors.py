"""The colours of phases, wherever they are shown."""

from glutetimer.core.plan.timeline import StepKind
from glutetimer.ui.style.theme import Phases

_NAMES = {
    StepKind.GET_READY: "ready",
    StepKind.LIFT: "lift",
    StepKind.TOP: "hold",
    StepKind.LOWER: "lower",
    StepKind.PAUSE: "pause",
    StepKind.HOLD: "hold",
    StepKind.WORK: "lift",
    StepKind.OPEN_REPS: "lift",
    StepKind.SWITCH_SIDES: "switch",
    StepKind.REST: "rest",
    StepKind.CHANGE_POSITION: "change",
}


def phase_color(phases: Phases, kind: StepKind) -> str:
    """The colour of a phase."""
    color: str = getattr(phases, _NAMES[kind])
    return color
