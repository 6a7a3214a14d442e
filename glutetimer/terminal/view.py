"""What the terminal player shows of a session, as text."""

from glutetimer.core.exercise import Exercise
from glutetimer.core.history.records import Achieved, Outcome, SetResult
from glutetimer.core.notice import Notice
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.session.events import PauseReason
from glutetimer.core.session.picture import SessionPicture
from glutetimer.core.words.clock_text import seconds_text
from glutetimer.core.words.coaching import phase_word, set_name, shown_side
from glutetimer.core.words.dose import amount_text
from glutetimer.terminal.session_keys import SessionKeys
from glutetimer.terminal.text import bar

WIDTH = len("CHANGE POSITION 120 s")

_REASONS = {
    PauseReason.PERSON: "PAUSED",
    PauseReason.GAP: "PAUSED (nothing moved)",
    PauseReason.HURT: "PAUSED (it hurts)",
}

_OUTCOMES = {
    Outcome.DONE: "done",
    Outcome.SKIPPED: "skipped",
    Outcome.HURT: "it hurt",
    Outcome.STOPPED: "stopped",
    Outcome.MEASURED: "measured",
}


def live_lines(picture: SessionPicture, muted: bool, columns: int, keys: SessionKeys) -> list[str]:
    """The lines of this moment: phase, progress, cue, what comes next, keys."""
    word = f"{_REASONS[picture.pause]} - {picture.word}" if picture.pause else picture.word
    parts = [word, _time_text(picture, keys), _rep_text(picture, keys), picture.set_name]
    if picture.is_in_turns:  # the name of the set does not say which side it is now
        parts.append(picture.side_text)
    if muted:
        parts.append("muted")
    head = "  ".join(part for part in parts if part)
    hints = keys.hints(is_paused=picture.is_paused)
    return [head, _progress_text(picture, columns), picture.cue, picture.next_text, hints]


def _progress_text(picture: SessionPicture, columns: int) -> str:
    """The overall progress: bar, percent, time left."""
    left = f" {picture.done:4.0%}  {picture.remaining_text}"
    return bar(picture.done, max(12, min(60, columns - len(left) - 2))) + left


def _time_text(picture: SessionPicture, keys: SessionKeys) -> str:
    """What is left of a phase; of an open-ended one, how long it has lasted."""
    if picture.phase_left_s is None:
        return f"{picture.digits} s, {keys.done_word} when done"
    if picture.rep is not None:
        return f"{picture.phase_left_s:.1f} s"
    return f"{picture.digits} s"


def _rep_text(picture: SessionPicture, keys: SessionKeys) -> str:
    """The rep or step that is done now, "rep 3 of 8"; empty where none is counted."""
    if picture.rep is None:
        return ""
    if picture.is_open:
        return f"rep {picture.rep}, {keys.done_word} when done"
    return picture.caption.lower()


def notice_line(notice: Notice) -> str:
    """A notice as a line of the log."""
    return f"Note: {notice}"


def step_line(timeline: Timeline, step: int) -> str:
    """A step as a line of the log: a wait with its seconds, or the set that begins."""
    span, now = timeline.set_of(step), timeline.steps[step]
    entry = timeline.entry_of(span)
    name = set_name(timeline, span)
    if now.kind.is_effort:
        return f"{'GO':{WIDTH}} {name}: {amount_text(entry.amount)}"
    head = f"{phase_word(now.kind, entry)} {now.duration_s or 0:g} s"
    gear = f"; {now.gear}" if now.gear else ""
    return f"{head:{WIDTH}} next: {name}{gear}"


def set_line(result: SetResult, exercise: Exercise | None = None) -> str:
    """A set that ended as a line of the log; `exercise` says what its side does."""
    side = shown_side(result.side, exercise)
    name = f"{result.exercise_name}, {side}" if side else result.exercise_name
    return f"{_OUTCOMES[result.outcome]:{WIDTH}} {name}: {done_text(result.planned, result.done)}"


def done_text(planned: Achieved, done: Achieved) -> str:
    """What was done of what was planned: "6 of 8 reps", "15 s of 15 s"."""
    if done.reps is not None:
        return (
            f"{done.reps} reps" if planned.reps is None else f"{done.reps} of {planned.reps} reps"
        )
    has_tenths = bool((planned.seconds or 0.0) % 1)
    done_s = done.seconds or 0.0
    seconds = f"{seconds_text(done_s if has_tenths else round(done_s))} s"
    return seconds if planned.seconds is None else f"{seconds} of {seconds_text(planned.seconds)} s"
