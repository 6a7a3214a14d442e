"""What was done and how it ended, in words."""

from glutetimer.core.clocktext import clock_text
from glutetimer.core.records import Achieved, Outcome, SessionEnd
from glutetimer.ui.wording import count_text


def amount_text(amount: Achieved) -> str:
    """Reps or seconds: "10 reps", "0:30"; "open-ended" for a plan that leaves it to the person."""
    if amount.reps is not None:
        return count_text(amount.reps, "rep")
    if amount.seconds is None:
        return "open-ended"
    return f"{round(amount.seconds)} s" if amount.seconds < 60 else clock_text(amount.seconds)


def outcome_text(outcome: Outcome) -> str:
    """How a set ended, in words."""
    match outcome:
        case Outcome.DONE:
            return "Done"
        case Outcome.SKIPPED:
            return "Skipped"
        case Outcome.HURT:
            return "It hurt"
        case Outcome.STOPPED:
            return "Stopped"


def end_text(end: SessionEnd | None) -> str:
    """How a session ended, in words."""
    match end:
        case SessionEnd.FINISHED:
            return "Finished"
        case SessionEnd.STOPPED:
            return "Stopped early"
        case SessionEnd.INTERRUPTED:
            return "Interrupted"
        case None:
            return "Not ended"
