"""What is said when a session is over: its tone follows the pain, not the clock."""

from collections.abc import Sequence
from dataclasses import dataclass

from glutetimer.core.counts import sentence
from glutetimer.core.history.counting import is_worth_keeping
from glutetimer.core.history.records import SessionEnd, SetResult
from glutetimer.core.pain import (
    ACCEPTABLE_MOST,
    SAFE_MOST,
    SAFETY_FROM,
    calls_for_safety,
    is_easing,
    is_in_leg,
    words_after,
)
from glutetimer.core.session.journal import Journal

NOTHING_KEPT = "No set was done, so nothing is kept."


@dataclass(frozen=True, slots=True)
class Ending:
    """How a session ended, as far as words depend on it.

    `levels` are the pains told with "it hurts", `places` where; `before` is the pain before the
    session, None where it was not told. `is_kept` is False where nothing of it is worth keeping.
    """

    is_finished: bool
    is_kept: bool = True
    before: int | None = None
    levels: Sequence[int] = ()
    places: Sequence[str] = ()

    @property
    def is_in_leg(self) -> bool:
        """Whether it hurt down the leg."""
        return any(map(is_in_leg, self.places))

    def worst(self, after: int | None) -> int:
        """The most pain in the session and after it (None: not told); 0 if none was told."""
        return max((*self.levels, *(() if after is None else (after,))), default=0)

    def needs_safety(self, after: int | None) -> bool:
        """Whether the words on safety should be offered."""
        return self.is_in_leg or calls_for_safety(self.worst(after))

    def title(self, after: int | None) -> str:
        """The first words of the end; `after` is the pain now, None as long as it is not told."""
        worst = self.worst(after)
        if not self.is_kept:
            return "Nothing this time. That is fine."
        if self.is_in_leg or worst >= SAFETY_FROM:
            return "Take care of yourself now."
        if worst > ACCEPTABLE_MOST:
            return "Enough for today."
        if not self.is_finished:
            return "Stopped early. That is fine."
        is_more = self.before is not None and after is not None and after > self.before
        return "Done." if is_more or worst > SAFE_MOST else "Well done!"

    def compared(self, after: int | None) -> str:
        """Pain before and after in a sentence; "" where one of them was not told."""
        before = self.before
        if before is None or after is None:
            return ""
        if after == before:
            return f"As much pain as before: {after}." if after else "No pain, before and after."
        more = "More" if after > before else "Less"
        return f"{more} pain than before: {before}, then {after}."

    def on_pain(self, after: int | None) -> str:
        """Pain before and after, and what that now means; "" as long as it is not told."""
        if after is None:
            return ""
        compared, means = self.compared(after), words_after(after, self.before)
        if is_easing(self.before, after):
            return means  # it compares
        return f"{compared} {sentence(means.removeprefix(f'{after}: '))}" if compared else means

    def advice(self, after: int | None) -> str:
        """What matters most now; "" where the words on the pain itself say it."""
        if self.is_in_leg:
            return (
                "It hurt down the leg. See a physician or physiotherapist before you train again."
            )
        if max(self.levels, default=0) >= SAFETY_FROM and (after is None or after < SAFETY_FROM):
            return "It hurt a lot on the way. See someone if it does not ease soon."
        return ""


def ending_of(journal: Journal, results: Sequence[SetResult], end: SessionEnd) -> Ending:
    """What the words at the end depend on, once a session has ended."""
    pains = journal.pains
    return Ending(
        is_finished=end is SessionEnd.FINISHED,
        is_kept=is_worth_keeping(results),
        before=journal.pain_before,
        levels=[pain.level for pain in pains if pain.level is not None],
        places=[pain.where for pain in pains],
    )


WEEK_DONE = "Your goal for this week is reached."


def week_words(done: int, goal: int) -> str:
    """How the week stands with this session."""
    if done > goal:
        return f"{done} sessions this week, {done - goal} more than your goal."
    if done == goal:
        return WEEK_DONE
    sessions = "session" if goal == 1 else "sessions"
    return f"{done} of {goal} {sessions} this week."
