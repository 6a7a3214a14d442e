"""The words that go with a moment, on the screen and in the voice."""

from glutetimer.core.exercise import Kind, Side
from glutetimer.core.routine import Prescription
from glutetimer.core.timeline import StepKind, Timeline


def phase_word(kind: StepKind, entry: Prescription) -> str:
    """The big word of a phase: "LIFT", "HOLD", "LOWER", "REST", "SWITCH SIDES" ..."""
    raise NotImplementedError


def side_name(side: Side | None) -> str:
    """ "left side", "to the right", "forward" ...; empty where both sides work."""
    raise NotImplementedError


def dose_text(entry: Prescription) -> str:
    """A dose in words: "3 x 10-12 each side, rest 45 s"."""
    raise NotImplementedError


def tempo_text(entry: Prescription) -> str:
    """A tempo in words: "lift 2 s, top 1 s, lower 2 s, pause 0.5 s"; empty for a hold."""
    raise NotImplementedError


def screen_cue(timeline: Timeline, step: int, elapsed_s: float) -> str:
    """The cue to show at a moment: form cues in effort, the set-up while waiting."""
    raise NotImplementedError


def next_up(timeline: Timeline, step: int) -> str:
    """What comes after the current set (or, while waiting, the set that is waited for)."""
    raise NotImplementedError
