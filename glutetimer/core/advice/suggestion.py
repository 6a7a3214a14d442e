"""What is suggested for an exercise."""

from collections.abc import Sequence
from dataclasses import dataclass

from glutetimer.core.advice.change import Change
from glutetimer.core.advice.rules import Rule
from glutetimer.core.history.totals import Answer, SuggestionAnswer


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One step for one exercise, with its reason in a sentence.

    `exercise_id` is the exercise as it is done now, under which answers are kept; the settings
    that change may be those of the exercise in whose place it stands.
    """

    exercise_id: str
    exercise_name: str
    rule: Rule
    change: Change
    reason: str

    @property
    def words(self) -> str:
        """What changes: "Clam shell: 3 x 10 -> 3 x 11 reps"."""
        change = f"{self.change.before} -> {self.change.after}"
        if self.change.before.startswith(f"{self.exercise_name}, "):
            return change  # the exercise itself changes, so both are named already
        return f"{self.exercise_name}: {change}"


@dataclass(frozen=True, slots=True)
class SwitchedOff:
    """A rule that is not to speak of an exercise again."""

    exercise_id: str
    rule: str
    answers: tuple[SuggestionAnswer, ...]


def switched_off(answers: Sequence[SuggestionAnswer]) -> tuple[SwitchedOff, ...]:
    """Every rule that the person switched off, in the order of the first time."""
    never: dict[tuple[str, str], list[SuggestionAnswer]] = {}
    for one in answers:
        if one.answer is Answer.NEVER:
            never.setdefault((one.exercise_id, one.rule), []).append(one)
    return tuple(
        SwitchedOff(exercise_id, rule, tuple(found)) for (exercise_id, rule), found in never.items()
    )
