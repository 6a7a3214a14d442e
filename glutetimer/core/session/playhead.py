"""Where a session stands on its timeline, and where a move takes it."""

from glutetimer.core.plan.lead_in import Stance, after_wait, stances_at, way_to
from glutetimer.core.plan.timeline import SetSpan, Step, Timeline

RESTART_WITHIN_S = 2.0
"""Later than this in a set, "previous" begins the set again instead of the one before."""


class Playhead:
    """A step, and the seconds in it; knows no states, and no clock but the times it is told.

    `added_s` is the rest that the person added to this step. `origin_s` is the clock time at
    which the step's elapsed time was zero, meaningless while the session stands still.
    """

    def __init__(self, timeline: Timeline, first_set: int = 0) -> None:
        """At the first step, or ahead of a later set with time to get into place."""
        self._planned = timeline
        self.timeline = timeline
        self.step = 0
        self.elapsed_s = self.added_s = self.origin_s = 0.0
        self._stances: tuple[Stance, ...] = ()  # before the jump to the set that is waited for
        if first_set:
            self.step, self.elapsed_s = self._way_to(first_set, ())

    @property
    def now(self) -> Step:
        """The step that it stands in."""
        return self.timeline.steps[self.step]

    @property
    def span(self) -> SetSpan:
        """The set that is worked on or that comes next."""
        return self.timeline.set_of(self.step)

    @property
    def duration_s(self) -> float | None:
        """The length of the step with the rest that was added; None where it waits."""
        duration_s = self.now.duration_s
        return None if duration_s is None else duration_s + self.added_s

    @property
    def is_last(self) -> bool:
        """Whether no step comes after this one."""
        return self.step + 1 == len(self.timeline.steps)

    def elapsed_in(self, seconds: float) -> float:
        """The seconds in the step when so many more have passed; never beyond its end."""
        elapsed_s = self.elapsed_s + seconds
        return elapsed_s if self.duration_s is None else min(elapsed_s, self.duration_s)

    def run_from(self, clock_s: float) -> None:
        """Let the step's time pass from this clock time on."""
        self.origin_s = clock_s - self.elapsed_s

    def go(self, step: int, elapsed_s: float, clock_s: float) -> None:
        """Stand elsewhere at a clock time."""
        self.step, self.elapsed_s, self.added_s = step, elapsed_s, 0.0
        self._arrive()
        self.run_from(clock_s)

    def pass_step(self, clock_s: float) -> None:
        """Go on to the next step, which begins at this clock time."""
        self.step += 1
        self._arrive()
        self.added_s, self.origin_s = 0.0, clock_s

    def after_wait(self) -> tuple[int, float]:
        """A little ahead of the set that is waited for; if it stands there already, its start."""
        return after_wait(self.timeline, self.step, self.elapsed_s)

    def back(self, is_previous: bool) -> tuple[int, float]:
        """Ahead of this set, or of the one before: while waiting, or at its beginning.

        `is_previous` is False where this very set is wanted again, though it has only begun. The
        timeline gets the lead-in that this takes.
        """
        span, starts_s = self.span, self.timeline.starts_s
        in_set_s = starts_s[self.step] - starts_s[span.first] + self.elapsed_s
        is_at_start = is_previous and in_set_s < RESTART_WITHIN_S
        goes_back = not self.now.kind.is_effort or is_at_start
        index = span.index - 1 if goes_back and span.index > 0 else span.index
        return self._way_to(index, self._stances_now())

    def swap(self, timeline: Timeline, index: int) -> tuple[int, float]:
        """Ahead of a set of another timeline, which takes the place of this one."""
        stances = self._stances_now()
        self._planned = timeline
        return self._way_to(index, stances)

    def end_of_exercise(self) -> int:
        """One past the last step of the sets that this exercise has in a row."""
        steps, span = self.timeline.steps, self.span
        end = span.end
        for later in self.timeline.sets[span.index + 1 :]:
            if steps[later.first].entry != steps[span.first].entry:
                break
            end = later.end
        return end

    def _stances_now(self) -> tuple[Stance, ...]:
        """How the person may be placed: on the way to a set also as they were before the jump."""
        return (*self._stances, *stances_at(self.timeline, self.step))

    def _arrive(self) -> None:
        if self.now.kind.is_effort:
            self._stances = ()

    def _way_to(self, index: int, stances: tuple[Stance, ...]) -> tuple[int, float]:
        self._stances = stances
        self.timeline, step, elapsed_s = way_to(self._planned, index, stances)
        return step, elapsed_s
