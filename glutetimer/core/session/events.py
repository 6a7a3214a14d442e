"""What a session reports: one frozen value per thing that happened."""

from dataclasses import dataclass
from enum import StrEnum

from glutetimer.core.history.records import SessionEnd, SetResult


class PauseReason(StrEnum):
    """Why a session stands still."""

    PERSON = "person"
    GAP = "gap"  # nobody asked for the time for too long: asleep, stopped, lid closed
    HURT = "hurt"


@dataclass(frozen=True, slots=True)
class StepBegan:
    """A step began in the natural course; `clock_s` is its exact clock time."""

    step: int
    clock_s: float


@dataclass(frozen=True, slots=True)
class Jumped:
    """The session goes on elsewhere (next, previous, repeat, more rest), `elapsed_s` in.

    `is_out_of_order`: at a place that it had not come to by itself, in a wait whose words were
    not heard.
    """

    step: int
    elapsed_s: float
    clock_s: float
    is_out_of_order: bool = False


@dataclass(frozen=True, slots=True)
class SetEnded:
    """A set ended, done or not."""

    result: SetResult
    clock_s: float


@dataclass(frozen=True, slots=True)
class Paused:
    """The session stands still; `gap_s` is the length of the gap that paused it, else 0."""

    reason: PauseReason
    clock_s: float
    gap_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Resumed:
    """The session runs (again): it stood at `elapsed_s` within the step at `clock_s`."""

    step: int
    elapsed_s: float
    clock_s: float


@dataclass(frozen=True, slots=True)
class Ended:
    """The session is over; `active_s` is the time that was not paused."""

    end: SessionEnd
    clock_s: float
    active_s: float


Event = StepBegan | Jumped | SetEnded | Paused | Resumed | Ended
