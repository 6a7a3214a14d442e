"""What happens in a session as lines of a log."""

from collections.abc import Iterable

from glutetimer.core.history.counting import done_sets, sets_text
from glutetimer.core.history.records import SessionEnd
from glutetimer.core.notice import Notice
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.events import (
    Ended,
    Event,
    Jumped,
    Paused,
    PauseReason,
    Resumed,
    SetEnded,
    StepBegan,
)
from glutetimer.core.session.picture import GAP_REASONS
from glutetimer.core.words.clock_text import clock_text
from glutetimer.terminal.screen import Screen
from glutetimer.terminal.view import notice_line, set_line, step_line


class SessionLog:
    """Logs sets, pauses and notices; without a person, who sees it live, the steps as well."""

    def __init__(self, coach: Coach, screen: Screen, go_on: str, speed: float) -> None:
        """`go_on` is the key that goes on after a pause, "" where there is no person.

        `speed`: how many times as fast as the clock on the wall the session's time passes.
        """
        self._coach = coach
        self._screen = screen
        self._go_on = go_on
        self._speed = speed
        self._told_step = -1
        self._told_notices: set[Notice] = set()
        self._end: SessionEnd | None = None

    def tell(self, events: tuple[Event, ...]) -> None:
        """Log what happened."""
        for event in events:
            match event:
                case SetEnded(result):
                    exercise = self._coach.timeline.entries[result.entry].exercise
                    is_it = (
                        exercise.id == result.exercise_id
                    )  # else something easier took its place
                    self.add(set_line(result, exercise if is_it else None))
                case Paused(PauseReason.GAP, _, gap_s):
                    self._tell_gap(gap_s / self._speed)
                case StepBegan(step) | Jumped(step) | Resumed(step):
                    self._tell_step(step)
                case Ended(end):
                    self._end = end
                case _:
                    pass

    def tell_notices(self) -> None:
        """Log what the person should know; in a log once is enough."""
        for notice in self._coach.take_settled():
            if notice in self._told_notices:
                self._told_notices.remove(notice)  # when it comes again it is told again
                self._screen.log(f"No longer so: {notice.text.rstrip('.')}.")
        for notice in self._coach.take_notices():
            if notice not in self._told_notices:
                self._told_notices.add(notice)
                self._screen.log(notice_line(notice))

    def add(self, line: str) -> None:
        """Log a line with the time that the session has run."""
        self._screen.log(f"{clock_text(self._coach.session.active_s):>7}  {line}")

    def tell_keys(self, lines: Iterable[str]) -> None:
        """Log what the keys do."""
        for line in lines:
            self._screen.log(f"{'':7}  {line}")

    def summary(self) -> str:
        """What was done, in one line."""
        done = len(done_sets(self._coach.results))
        sets = sets_text(done, self._coach.planned_sets)
        word = "Finished" if self._end is SessionEnd.FINISHED else "Stopped"
        return f"{word}: {sets} in {clock_text(self._coach.session.active_s)}."

    def _tell_gap(self, gap_s: float) -> None:
        after = f"{self._go_on} goes on." if self._go_on else "Going on from there."
        why = GAP_REASONS[self._coach.wakefulness.has_slept].capitalize()
        self.add(f"{why} for {gap_s:.0f} s: paused where it was. {after}")

    def _tell_step(self, step: int) -> None:
        """Log the steps that matter in a log: waits, and the first of a set."""
        timeline = self._coach.timeline
        span = timeline.set_of(step)
        is_effort = timeline.steps[step].kind.is_effort
        step = span.first if is_effort else step
        if not self._go_on and step != self._told_step:
            self.add(step_line(timeline, step))
        self._told_step = step
