"""What the history has of the past: totals, answers to advice; a port and its values.

The totals are named tuples: a chart asks for ten thousand, which dataclasses would make in five
times the time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from glutetimer.core.history.records import SetRecord
from glutetimer.core.side import Side


class SessionTotals(NamedTuple):
    """An ended session in one row, for statistics and charts.

    `day` is the day on which it began for the person, wherever that was: a session over midnight
    counts for the day of its beginning. `active_s` is the time that was not paused, `under_s` the
    time under tension (seconds of effort of all its sets, whatever their outcome). Levels are 0 to
    10, None where not answered. `worst_pain` is the highest level given with "it hurts".
    """

    id: int
    day: date
    started_at: datetime
    routine_id: str
    routine_title: str
    dose: str
    active_s: float
    under_s: float
    sets_done: int
    sets_planned: int
    pain_before: int | None = None
    pain_after: int | None = None
    pain_morning: int | None = None
    effort: int | None = None
    worst_pain: int | None = None


class ExerciseTotals(NamedTuple):
    """What one session had of one exercise on one side; `side` is None where both sides work.

    `sets` counts those done; `reps` (0 for holds) and the seconds count every set. `hold_s` is
    the effort of sets without reps, `under_s` that of all.
    """

    session_id: int
    day: date
    side: Side | None
    sets: int
    reps: int
    hold_s: float
    under_s: float


@dataclass(frozen=True, slots=True)
class PastExercise:
    """One session's sets of one exercise, in the order in which they ended."""

    session: SessionTotals
    sets: tuple[SetRecord, ...]


class Answer(StrEnum):
    """What the person said to a suggestion."""

    TAKEN = "taken"
    DECLINED = "declined"  # it may come again
    NEVER = "never"  # not this rule for this exercise again


@dataclass(frozen=True, slots=True)
class SuggestionAnswer:
    """An answer to a suggestion; `rule` is the id of the rule that made it."""

    exercise_id: str
    rule: str
    answer: Answer
    answered_at: datetime


class ProgressStore(Protocol):
    """What statistics and advice ask of the history. Every method raises Trouble.

    Only ended sessions count, and none that is deleted; days are those of the person, both ends
    included, None for no limit.
    """

    def totals(
        self, since: date | None = None, until: date | None = None
    ) -> Sequence[SessionTotals]:
        """A row for every session, oldest first."""

    def exercise_totals(
        self, exercise_id: str, since: date | None = None, until: date | None = None
    ) -> Sequence[ExerciseTotals]:
        """A row for every session and side of an exercise, oldest first."""

    def exercises_done(self) -> Sequence[tuple[str, str]]:
        """(id, newest name) of every exercise in the history, by name."""

    def recent(self, exercise_id: str, count: int) -> Sequence[PastExercise]:
        """The last `count` sessions with this exercise, newest first."""

    def answers(self) -> Sequence[SuggestionAnswer]:
        """What was said to suggestions, oldest first."""

    def answer(self, answer: SuggestionAnswer) -> None:
        """Store what the person said to a suggestion."""

    def take_back_answer(self, answer: SuggestionAnswer) -> None:
        """Undo `answer`."""
