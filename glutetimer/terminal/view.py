"""What the terminal player shows of a session, as text."""

from math import ceil

from glutetimer.core.counts import count_text
from glutetimer.core.exercise import Reps, Sides, Steps
from glutetimer.core.history.records import Achieved, Outcome, SetResult
from glutetimer.core.notice import Notice
from glutetimer.core.plan.phase import Phase, phase_at
from glutetimer.core.plan.timeline import StepKind, Timeline
from glutetimer.core.routine import Prescription
from glutetimer.core.session.events import PauseReason
from glutetimer.core.session.remaining import remaining_text, share_done
from glutetimer.core.session.session import Session, State
from glutetimer.core.words.clock_text import seconds_text
from glutetimer.core.words.coaching import (
    amount_text,
    next_up,
    phase_word,
    screen_cue,
    set_name,
    side_name,
)
from glutetimer.terminal.text import bar

WIDTH = len("CHANGE POSITION 120 s")

KEYS = "space pause  n next  p back  + rest  Enter done  r redo  h hurt  q stop  ? keys"
PAUSED_KEYS = KEYS.replace("pause", "go on")

KEY_LINES = (
    "space       pause, and go on",
    "n or right  on to the next set or wait",
    "p or left   back to the one before",
    "+ or up     more rest",
    "Enter       the set is done; ends a set that is open-ended",
    "r           the set once more",
    "h           it hurts: something easier, or an end",
    "m           mute, and sound again",
    "0 to 9      the pain before, while you get ready; Backspace takes it back",
    "q or Esc    stop (asks first)",
    "?           these keys",
)

_REASONS = {
    PauseReason.PERSON: "PAUSED",
    PauseReason.GAP: "PAUSED (nothing moved)",
    PauseReason.HURT: "PAUSED (it hurts)",
}
GAP_REASONS = {
    True: "The computer slept",
    False: "The program stood still",
    None: "Nothing moved",
}
"""Why nothing moved, by whether the machine has slept; None where it does not tell."""

_OUTCOMES = {
    Outcome.DONE: "done",
    Outcome.SKIPPED: "skipped",
    Outcome.HURT: "it hurt",
    Outcome.STOPPED: "stopped",
}


def live_lines(session: Session, muted: bool, columns: int) -> list[str]:
    """The lines of this moment: phase, progress, cue, keys."""
    place, timeline = session.place, session.timeline
    entry = timeline.entry_of(session.current_set)
    phase = phase_at(timeline, place.step, place.elapsed_s)
    word = phase_word(phase.kind, entry)
    if place.state is State.PAUSED:
        word = f"{_REASONS[place.reason or PauseReason.PERSON]} - {word}"
    parts = [word, phase_text(phase, place.duration_s), rep_text(phase, entry)]
    parts.append(set_name(timeline, session.current_set))
    if entry.sides is Sides.ALTERNATING:
        parts.append(side_name(phase.side, entry.exercise.kind))
    if muted:
        parts.append("muted")
    head = "  ".join(part for part in parts if part)
    is_wait = not timeline.steps[place.step].kind.is_effort
    cue = screen_cue(timeline, place.step, place.elapsed_s)
    after = "" if is_wait else f"Next: {next_up(timeline, place.step)}"
    keys = PAUSED_KEYS if place.state is State.PAUSED else KEYS
    return [head, progress_text(session, columns), cue, after, keys]


def progress_text(session: Session, columns: int) -> str:
    """The overall progress: bar, percent, time left."""
    share = share_done(session.timeline, session.place)
    left = f" {share:4.0%}  {remaining_text(session.timeline, session.place)}"
    return bar(share, max(12, min(60, columns - len(left) - 2))) + left


def phase_text(phase: Phase, duration_s: float | None) -> str:
    """What is left of a phase; of an open-ended one, how long it has lasted.

    `duration_s` is the length of the step with the rest that was added to it.
    """
    if phase.kind.is_effort:
        duration_s = phase.duration_s
    if duration_s is None:
        return f"{int(phase.elapsed_s)} s, Enter when done"
    left_s = max(0.0, duration_s - phase.elapsed_s)
    is_short = phase.kind.is_effort and phase.kind is not StepKind.HOLD
    return f"{left_s:.1f} s" if is_short else f"{ceil(left_s)} s"


def rep_text(phase: Phase, entry: Prescription) -> str:
    """The rep or step that is done now, "rep 3 of 8"; empty where none is counted."""
    if phase.rep is None:
        return ""
    match entry.amount:
        case Reps(low, _):
            return f"rep {phase.rep} of {low}"
        case Steps(count):
            return f"step {phase.rep} of {count}"
        case _:
            return f"rep {phase.rep}, Enter when done"


def sets_text(count: int) -> str:
    """How many sets, in words: "1 set", "8 sets"."""
    return count_text(count, "set")


def notice_line(notice: Notice) -> str:
    """A notice as a line of the log."""
    sentences = [text.strip().rstrip(".") for text in (notice.text, notice.cure) if text]
    return f"Note: {'. '.join(sentences)}."


def step_line(timeline: Timeline, step: int) -> str:
    """A step as a line of the log: a wait with its seconds, or the set that begins."""
    span, now = timeline.set_of(step), timeline.steps[step]
    entry = timeline.entry_of(span)
    name = set_name(timeline, span)
    if now.kind.is_effort:
        return f"{'GO':{WIDTH}} {name}: {amount_text(entry.amount)}"
    head = f"{phase_word(now.kind, entry)} {now.duration_s or 0:g} s"
    return f"{head:{WIDTH}} next: {name}"


def set_line(result: SetResult) -> str:
    """A set that ended as a line of the log."""
    side = side_name(result.side)
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
