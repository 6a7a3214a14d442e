"""What a screen reader is told as a session goes on: what changed from one picture to the next."""

from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.picture import SessionPicture

_IN_REPS = (StepKind.LIFT, StepKind.TOP, StepKind.LOWER, StepKind.PAUSE, StepKind.OPEN_REPS)
"""Phases that are too short to tell how long they last."""


def announcement(before: SessionPicture | None, now: SessionPicture, is_spoken: bool) -> str:
    """What is new since `before` (None: nothing was shown yet), in one sentence or none.

    With `is_spoken` the coach's own voice says phases, sides and reps, and only is told what no
    voice says: a jump in a pause, and that it goes on. Why it stands still is a message of its own.
    """
    if now.is_paused:  # a jump then is silent
        has_jumped = before is not None and _where(now) != _where(before)
        return _place(now) if has_jumped else ""
    goes_on = before is not None and before.is_paused
    first = "Going on" if goes_on else ""
    if is_spoken:
        return first
    if before is None or goes_on or now.set_name != before.set_name:
        return ". ".join(filter(None, (first, _place(now))))
    if (now.kind, now.side_text, now.rep) == (before.kind, before.side_text, before.rep):
        return ""
    side = now.side_text if now.side_text != before.side_text else ""
    rep = f"rep {now.rep}" if now.rep is not None and now.rep != before.rep else ""
    return ", ".join(filter(None, (_phase(now), side, rep)))


def _phase(now: SessionPicture) -> str:
    """The word of the phase, with how long it lasts where there is time to say so."""
    word = now.word.capitalize()
    if now.phase_left_s is None or now.kind in _IN_REPS:
        return word
    return f"{word}, {now.phase_left_s:.0f} seconds"


def _place(now: SessionPicture) -> str:
    """Everything that one has to know at the begin of a set, or of the wait for it."""
    # Which set it is stands in the name as well; a load, or an amount, does not.
    amount = "" if now.set_text.lower() in now.set_name.lower() else now.set_text
    words = (_phase(now), now.set_name, amount, now.cue if now.is_ahead else "")
    return ". ".join(word.rstrip(".") for word in words if word)


def _where(picture: SessionPicture) -> tuple[str, bool]:
    return picture.set_name, picture.is_ahead
