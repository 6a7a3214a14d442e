"""Where a session stands on its timeline, and where a move takes it."""

from glutetimer.core.plan.timeline import SetSpan, Step, Timeline

LEAD_S = 6.0
"""After a jump to a set this much of its lead-in is left: for its name and side, and "3-2-1"."""

START_LEAD_S = 10.0
"""The same when a session begins in the middle (after a crash, or by choice)."""

RESTART_WITHIN_S = 2.0
"""Later than this in a set, "previous" begins the set again instead of the one before."""


class Playhead:
    """A step, and the seconds in it; knows no states, and no clock but the times it is told.

    `added_s` is the rest that the person added to this step. `origin_s` is the clock time at
    which the step's elapsed time was zero, meaningless while the session stands still.
    """

    def __init__(self, timeline: Timeline, first_set: int = 0) -> None:
        """At the first step, or ten seconds ahead of a later set."""
        self.timeline = timeline
        self.step = 0
        self.elapsed_s = self.added_s = self.origin_s = 0.0
        if first_set:
            self.step, self.elapsed_s = self._ahead_of(timeline.sets[first_set], START_LEAD_S)

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
        self.run_from(clock_s)

    def pass_step(self, clock_s: float) -> None:
        """Go on to the next step, which begins at this clock time."""
        self.step += 1
        self.added_s, self.origin_s = 0.0, clock_s

    def before_set(self, index: int) -> tuple[int, float]:
        """The step and its seconds a little ahead of a set."""
        return self._ahead_of(self.timeline.sets[index], LEAD_S)

    def after_wait(self) -> tuple[int, float]:
        """A little ahead of the set that is waited for; if it stands there already, its start."""
        target = self.before_set(self.span.index)
        return target if (self.step, self.elapsed_s) < target else (self.span.first, 0.0)

    def back(self, is_previous: bool) -> tuple[int, float]:
        """A little ahead of this set, or of the one before: while waiting, or at its beginning.

        `is_previous` is False where this very set is wanted again, though it has only begun.
        """
        span, starts_s = self.span, self.timeline.starts_s
        in_set_s = starts_s[self.step] - starts_s[span.first] + self.elapsed_s
        is_at_start = is_previous and in_set_s < RESTART_WITHIN_S
        goes_back = not self.now.kind.is_effort or is_at_start
        return self.before_set(span.index - 1 if goes_back and span.index > 0 else span.index)

    def end_of_exercise(self) -> int:
        """One past the last step of the sets that this exercise has in a row."""
        steps, span = self.timeline.steps, self.span
        end = span.end
        for later in self.timeline.sets[span.index + 1 :]:
            if steps[later.first].entry != steps[span.first].entry:
                break
            end = later.end
        return end

    def _ahead_of(self, span: SetSpan, lead_s: float) -> tuple[int, float]:
        """The place `lead_s` before a set, in its last lead-in step if it has one."""
        if span.lead_in == span.first:
            return span.first, 0.0
        waiting_s = self.timeline.steps[span.first - 1].duration_s or 0.0
        return span.first - 1, max(0.0, waiting_s - lead_s)
