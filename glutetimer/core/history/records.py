"""What was done: the records that a session leaves behind."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from glutetimer.core.side import Side


class Outcome(StrEnum):
    """How a set ended."""

    DONE = "done"  # to its end, or ended by the person as done
    SKIPPED = "skipped"  # left by "next" or "repeat", perhaps after some reps; "done" with none
    HURT = "hurt"  # ended by "it hurts"
    STOPPED = "stopped"  # the session was stopped in the middle of it
    MEASURED = "measured"  # no set: see core.progress.measures


class Feel(StrEnum):
    """How an exercise was for the person, as they say at the end."""

    EASY = "easy"  # too easy
    RIGHT = "right"
    HARD = "hard"  # too hard


class SessionEnd(StrEnum):
    """How a session ended."""

    FINISHED = "finished"
    STOPPED = "stopped"  # by the person, before its end
    INTERRUPTED = "interrupted"  # the program ended; what was done was kept later


@dataclass(frozen=True, slots=True)
class Achieved:
    """Reps (or steps) and seconds under effort; reps is None for a hold.

    As a plan: `reps` None and `seconds` None mean open-ended.
    """

    reps: int | None
    seconds: float | None


@dataclass(frozen=True, slots=True)
class SetResult:
    """A set that ended: what was planned and what was done.

    `entry` is the exercise's place in the routine (0-based); `round`, `set` and `attempt`
    count from 1. `index` is the set's place in the whole session (0-based).
    `side` is None where both sides work.
    """

    index: int
    entry: int
    exercise_id: str
    exercise_name: str
    round: int
    set: int
    side: Side | None
    attempt: int
    planned: Achieved
    done: Achieved
    outcome: Outcome
    load: str = ""


@dataclass(frozen=True, slots=True)
class Pain:
    """Where it hurts (free text) and how much: 0 to 10, None if only the place was told.

    ValueError for neither: that is no pain.
    """

    where: str
    level: int | None

    def __post_init__(self) -> None:
        if not self.where and self.level is None:
            raise ValueError("a pain without place and level")


@dataclass(frozen=True, slots=True)
class SetRecord:
    """A stored set: its result, when it ended, and the pain that ended it, if any.

    `note` is what the person wrote about it later, such as why it was skipped; `feel` how its
    exercise was, None where that was not told.
    """

    result: SetResult
    ended_at: datetime
    pain: Pain | None = None
    note: str = ""
    feel: Feel | None = None


@dataclass(frozen=True, slots=True)
class SessionStart:
    """What is known in the first second of a session.

    `dose` is how much the person wanted that day: "normal", "gentle", "strong" or "20 min".
    """

    routine_id: str
    routine_title: str
    started_at: datetime
    planned_s: float
    planned_sets: int
    pain_before: int | None = None
    dose: str = "normal"


@dataclass(frozen=True, slots=True)
class SessionReview:
    """What the person says afterwards; None where not answered. Pain and effort are 0 to 10.

    `pain_morning` is the pain of the next morning.
    """

    pain_after: int | None = None
    effort: int | None = None
    note: str = ""
    pain_morning: int | None = None


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A row of the history: one session without its sets.

    `end` is None while it runs (or after a crash, until the person decided).
    `active_s` is the time that was not paused.
    """

    id: int
    start: SessionStart
    end: SessionEnd | None
    ended_at: datetime | None
    active_s: float
    sets_done: int
    review: SessionReview


@dataclass(frozen=True, slots=True)
class WholeSession:
    """All of a session that is to be stored, for a place other than the history.

    `end` and `ended_at` are None while it runs; `sets` are in the order in which they ended.
    """

    start: SessionStart
    sets: tuple[SetRecord, ...]
    end: SessionEnd | None
    ended_at: datetime | None
    active_s: float
    review: SessionReview
