"""What a report says, as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from glutetimer.core.history.records import SetRecord
from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.progress.points import Grain, Point
from glutetimer.core.progress.weeks import Week
from glutetimer.core.report.period import Period
from glutetimer.core.side import Side


@dataclass(frozen=True, slots=True)
class ReportedSession:
    """An ended session with its sets and what the person wrote about it."""

    totals: SessionTotals
    sets: tuple[SetRecord, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Adherence:
    """Sessions per week against the goal.

    `weeks` are the whole weeks that the period touches, from the one with the first session ever;
    if `is_running`, the last one still goes on and is left out of the counts.
    """

    goal: int
    weeks: tuple[Week, ...]
    is_running: bool

    @property
    def ended(self) -> tuple[Week, ...]:
        """The weeks that are over."""
        return self.weeks[:-1] if self.is_running else self.weeks

    @property
    def reached(self) -> int:
        """How many of the weeks that are over reached the goal."""
        return sum(week.sessions >= self.goal for week in self.ended)

    @property
    def mean(self) -> float | None:
        """Sessions a week over those that are over; None if there is none."""
        ended = self.ended
        return sum(week.sessions for week in ended) / len(ended) if ended else None


@dataclass(frozen=True, slots=True)
class ReportedDose:
    """What one session had of an exercise, of its sets that were done.

    `sets` by side (None where both work); `low` to `high` reps of a set, or seconds if `is_hold`.
    """

    day: date
    sets: Mapping[Side | None, int]
    low: float
    high: float
    is_hold: bool
    load: str = ""


@dataclass(frozen=True, slots=True)
class SideAmount:
    """What a side did in the whole period; `amount` is reps, or seconds of a hold."""

    side: Side
    sets: int
    amount: float


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """An exercise in the whole period.

    `first` and `last` are the doses of the first and last session with a set done, None without
    one. Sets count once however often they were tried; `amount_done` (reps, or seconds of a
    hold) counts every try. `amount_planned` is None where the plan left it open.
    """

    name: str
    sessions: int
    first: ReportedDose | None
    last: ReportedDose | None
    sets_done: int
    sets_planned: int
    is_hold: bool
    amount_done: float
    amount_planned: float | None
    sides: tuple[SideAmount, ...]


class ReportedMoment(StrEnum):
    """When pain was told."""

    BEFORE = "before"
    AFTER = "after"
    MORNING = "next morning"
    DURING = "during"


@dataclass(frozen=True, slots=True)
class Peak:
    """The worst pain; `exercise` and `where` only if it was told during one."""

    level: int
    day: date
    moment: ReportedMoment
    exercise: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Sore:
    """A place that hurt during sets, as the person wrote it; "" where none was named.

    `worst` is None where no level was told.
    """

    where: str
    count: int
    worst: int | None


@dataclass(frozen=True, slots=True)
class Levels:
    """How many answers were 0 to 2, 3 to 5 and above 5: the pain-monitoring model's steps."""

    safe: int
    acceptable: int
    high: int


@dataclass(frozen=True, slots=True)
class PainCourse:
    """Pain and effort over the period; a curve without any answer is empty.

    `grain` is what a point stands for: the median of its sessions, but in `hurts`, which was told
    during sessions, the highest.
    """

    grain: Grain
    before: tuple[Point, ...]
    after: tuple[Point, ...]
    morning: tuple[Point, ...]
    effort: tuple[Point, ...]
    hurts: tuple[Point, ...]
    after_levels: Levels
    peak: Peak | None
    sore: tuple[Sore, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Sets of an exercise that were begun and not done; `reasons` are what the person wrote."""

    name: str
    skipped: int
    hurt: int
    stopped: int
    reasons: tuple[str, ...]

    @property
    def count(self) -> int:
        """All of them."""
        return self.skipped + self.hurt + self.stopped


@dataclass(frozen=True, slots=True)
class DatedNote:
    """What the person wrote about a session."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """A period of the history.

    `sessions` counts those with a set done, `unreached` the sets that were planned and never begun;
    `doses` tells how many sessions had which dose of the day. `measured` has a line for each
    time that something was measured, the last one with what has changed.
    """

    period: Period
    made_on: date
    sessions: int
    active_s: float
    sets_done: int
    sets_planned: int
    unreached: int
    doses: Mapping[str, int]
    adherence: Adherence
    pain: PainCourse
    exercises: Sequence[ExerciseRow]
    left_out: Sequence[LeftOut]
    notes: Sequence[DatedNote]
    measured: Sequence[DatedNote] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was done."""
        return not self.sessions
