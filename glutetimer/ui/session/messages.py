"""What is said of an event on the session page, in place of the cue."""

from glutetimer.core.session.coach import Coach
from glutetimer.core.session.events import Event, Jumped, Paused, PauseReason, Resumed
from glutetimer.core.session.picture import GAP_REASONS
from glutetimer.core.session.states import State
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.ui.session.view import GO_ON


def message_on(event: Event, coach: Coach | None) -> str | None:
    """What to say of an event in place of the cue; empty: the cue again; None: as before."""
    match event:
        case Paused(PauseReason.GAP, _, gap_s):
            why = GAP_REASONS[coach.wakefulness.has_slept if coach is not None else None]
            lasted = minutes_text(gap_s)
            return f"Paused: {why} for {lasted}. You are where you left. {GO_ON} to go on."
        case Paused(PauseReason.HURT):
            return f"Paused. Take your time. {GO_ON} when you are ready."
        case Paused():
            return f"Paused. {GO_ON} to go on."
        case Jumped() if coach is not None and coach.session.place.state is State.PAUSED:
            return f"Paused. {GO_ON} to go on."
        case Resumed():
            return ""
        case _:
            return None
