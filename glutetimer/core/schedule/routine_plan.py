"""A plan: routines by week and day, in order."""

from dataclasses import dataclass, replace

from glutetimer.core.schedule.phase import Named, PlanPhase
from glutetimer.core.today import Today

MAX_WEEKS = 104
MAX_DAYS = 400


@dataclass(frozen=True, slots=True)
class PlanDay:
    """A day of a plan: `week` from 1 (0: every week), `day` as the plan calls it.

    `routine_id` is the routine's, "" on a day of rest; `others` are routines that may be done in
    its place, `minutes` those that its own is to fit into. `note` is text for the person.
    """

    week: int
    day: str
    routine_id: str = ""
    routine_title: str = ""
    note: str = ""
    others: tuple[Named, ...] = ()
    minutes: int | None = None

    @property
    def is_rest(self) -> bool:
        """Whether nothing is done on it."""
        return not self.routine_id

    @property
    def what(self) -> str:
        """What is done on it: "rest", a routine's title, "Bridges in 20 minutes or Walks"."""
        within = f" in {self.minutes} minutes" if self.minutes else ""
        titles = [self.routine_title + within, *(other.title for other in self.others)]
        return " or ".join(titles) or "rest"

    @property
    def when(self) -> str:
        """Its place in the plan, to go on a sentence with: "week 2, Monday", "Monday"."""
        return f"week {self.week}, {self.day}" if self.week else self.day

    @property
    def today(self) -> Today:
        """How much of its own routine is done."""
        return Today(minutes=self.minutes)

    @property
    def choices(self) -> tuple[Named, ...]:
        """The routines of which one is done; none on a day of rest."""
        first = Named(self.routine_id, self.routine_title)
        return (first, *self.others) if self.routine_id else ()

    def has(self, routine_id: str) -> bool:
        """Whether a session of this routine is one of this day."""
        return any(choice.id == routine_id for choice in self.choices)


@dataclass(frozen=True, slots=True)
class RoutinePlan:
    """Days in the order of the file, at least one of them with a routine.

    `notes` says as text how to progress. Phases, where there are any, share out all weeks.
    """

    id: str
    title: str
    days: tuple[PlanDay, ...]
    source: str = ""
    notes: str = ""
    phases: tuple[PlanPhase, ...] = ()

    @property
    def weeks(self) -> int:
        """Its last week; 0 for a plan of one week that is repeated without end."""
        return max(day.week for day in self.days)

    def phase_of(self, week: int) -> PlanPhase | None:
        """The phase of a week; the last one behind the end, None for a plan without phases."""
        here = (phase for phase in self.phases if week <= phase.last_week)
        return next(here, self.phases[-1] if self.phases else None)

    def days_of(self, week: int) -> tuple[PlanDay, ...]:
        """The days of a week (from 1) in their order, those of every week among them."""
        return tuple(replace(day, week=week) for day in self.days if day.week in (0, week))

    def in_order(self) -> tuple[PlanDay, ...]:
        """All days, week after week; of a plan without end those of one week, with week 0."""
        if not self.weeks:
            return self.days
        return tuple(day for week in range(1, self.weeks + 1) for day in self.days_of(week))


@dataclass(frozen=True, slots=True)
class PlanListing:
    """A plan file: the plan, or, as `problems`, the "line N: message" lines of its mistakes.

    `path` is the file's path as text; `is_own`: it did not come with the program.
    """

    id: str
    title: str
    path: str
    plan: RoutinePlan | None
    problems: tuple[str, ...] = ()
    is_own: bool = True
