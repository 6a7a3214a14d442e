"""Where the screen stands: as far behind the session as the sound needs to the ear."""

from collections import deque
from dataclasses import replace
from typing import NamedTuple

from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.session.events import Event, Jumped, Resumed, StepBegan
from glutetimer.core.session.states import Place, State


class _Stretch(NamedTuple):
    """From a clock time on the session stood in a step, first at `elapsed_s`."""

    clock_s: float
    step: int
    elapsed_s: float = 0.0
    added_s: float = 0.0


class ScreenPlace:
    """Follows the events of a session; `delay_s` is how much later than sent a cue is heard.

    Cues are sent on their beat, so what a person hears now is where the session was `delay_s`
    ago; there the screen is. What the person asks for is shown at once: after a start or a jump
    the screen stands at the new place until its sound arrives, and a pause shows where it is.
    """

    def __init__(self, delay_s: float) -> None:
        self._delay_s = delay_s
        self._stretches: deque[_Stretch] = deque()

    def hear(self, event: Event, added_s: float) -> None:
        """Note where the session stands from now on, in a step with this much added rest."""
        match event:
            case StepBegan(step, clock_s):
                self._stretches.append(_Stretch(clock_s, step))
            case Jumped(step, elapsed_s, clock_s) | Resumed(step, elapsed_s, clock_s):
                self._stretches.clear()
                self._stretches.append(_Stretch(clock_s, step, elapsed_s, added_s))
            case _:
                pass

    def at(self, clock_s: float, place: Place, timeline: Timeline) -> Place:
        """The place to show at a clock time, at which the session itself stands at `place`.

        Clock times must not go back.
        """
        if not self._delay_s or place.state is not State.RUNNING or not self._stretches:
            return place
        heard_s = clock_s - self._delay_s
        while len(self._stretches) > 1 and self._stretches[1].clock_s <= heard_s:
            self._stretches.popleft()
        began_s, step, elapsed_s, added_s = self._stretches[0]
        elapsed_s += max(0.0, heard_s - began_s)
        if step == place.step:
            return replace(place, elapsed_s=min(elapsed_s, place.elapsed_s))
        duration_s = timeline.steps[step].duration_s
        duration_s = None if duration_s is None else duration_s + added_s
        return replace(
            place, step=step, elapsed_s=elapsed_s, duration_s=duration_s, added_s=added_s
        )
