"""What was done: the result of each set when it is left, and the time that was not paused."""

from collections.abc import Iterable
from dataclasses import replace

from glutetimer.core.history.counting import is_something
from glutetimer.core.history.records import Achieved, Outcome, SetResult
from glutetimer.core.plan.phase import achieved, planned
from glutetimer.core.plan.timeline import SetSpan, Timeline
from glutetimer.core.session.playhead import Playhead

BEGUN_HOLD_S = 1.0


class Tally:
    """Makes the result of a set, counts how often each was tried, and how long the session ran.

    `active_s` are the seconds without pauses. `is_closed` says that the set of the step that
    still stands has ended ("it hurts"); whoever moves on takes it back.
    """

    def __init__(self, earlier: Iterable[SetResult] = (), active_s: float = 0.0) -> None:
        """`earlier` are the sets of a session that goes on, `active_s` how long it had run."""
        self._attempts = {result.index: result.attempt for result in earlier}
        self.active_s = active_s
        self.is_closed = False
        self._counted_s = 0.0  # the clock time up to which active_s has been counted

    def count_from(self, clock_s: float) -> None:
        """The session runs from this clock time on."""
        self._counted_s = clock_s

    def count_until(self, clock_s: float) -> None:
        """It ran until this clock time."""
        self.active_s += clock_s - self._counted_s
        self._counted_s = clock_s

    def close(
        self, head: Playhead, outcome: Outcome, is_whole: bool, only_if_begun: bool
    ) -> SetResult | None:
        """The result of the set in which `head` stands; counts as one more try of it.

        `is_whole` says that it was done to its end. None, and no try, if nobody works on it
        (now or any more), or if `only_if_begun` and nothing of it was done. "Done" before
        anything was becomes "skipped".
        """
        if not head.now.kind.is_effort or self.is_closed:
            return None
        timeline, span = head.timeline, head.span
        step = span.end if is_whole else head.step
        done = achieved(timeline, span, step, head.elapsed_s)
        is_begun = bool(done.reps) or (done.reps is None and (done.seconds or 0.0) >= BEGUN_HOLD_S)
        if only_if_begun and not is_begun:
            return None
        self.is_closed = not is_whole
        result = self._result(timeline, span, done, outcome)
        if outcome is Outcome.DONE and not is_something(result):
            result = replace(result, outcome=Outcome.SKIPPED)
        return result

    def hurt_ahead(self, timeline: Timeline, span: SetSpan) -> SetResult:
        """The result of a set that hurt before it began; a try of it as any other."""
        reps = None if planned(timeline.entry_of(span)).reps is None else 0
        return self._result(timeline, span, Achieved(reps, 0.0), Outcome.HURT)

    def _result(
        self, timeline: Timeline, span: SetSpan, done: Achieved, outcome: Outcome
    ) -> SetResult:
        attempt = self._attempts[span.index] = self._attempts.get(span.index, 0) + 1
        first, entry = timeline.steps[span.first], timeline.entry_of(span)
        return SetResult(
            index=span.index,
            entry=first.entry,
            exercise_id=entry.exercise.id,
            exercise_name=entry.exercise.name,
            round=first.round,
            set=first.set,
            side=timeline.side_of(span),
            attempt=attempt,
            planned=planned(entry),
            done=done,
            outcome=outcome,
            load=entry.load,
        )
