"""What the person said to earlier suggestions of an exercise, and what may speak again."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from glutetimer.core.advice.rules import DECLINED_DAYS, RULES, Rule
from glutetimer.core.history.totals import Answer, PastExercise, SuggestionAnswer

_LOWERING = {rule.id for rule in RULES if not rule.is_up}


class PastAnswers:
    """The answers to the suggestions of one exercise."""

    def __init__(
        self, exercise_id: str, answers: Sequence[SuggestionAnswer], now: datetime
    ) -> None:
        self._answers = tuple(one for one in answers if one.exercise_id == exercise_id)
        self._now = now

    def is_off(self, rule: Rule) -> bool:
        """Whether it is not to be suggested again."""
        return any(one.rule == rule.id and one.answer is Answer.NEVER for one in self._answers)

    def wants_no_more(self) -> bool:
        """Whether a step up was declined not long ago, for now or for good."""
        since = self._now - timedelta(days=DECLINED_DAYS)
        return any(
            one.rule not in _LOWERING and one.answer is not Answer.TAKEN and one.answered_at > since
            for one in self._answers
        )

    def fresh_for_more(self, past: Sequence[PastExercise]) -> tuple[PastExercise, ...]:
        """The sessions since anything was last taken: they were done at the new dose."""
        taken = (one.answered_at for one in self._answers if one.answer is Answer.TAKEN)
        return _since(past, max(taken, default=None))

    def fresh_for_less(self, rule: Rule, past: Sequence[PastExercise]) -> tuple[PastExercise, ...]:
        """The sessions since a step back was taken or this one was declined."""
        settled = (
            one.answered_at
            for one in self._answers
            if (one.answer is Answer.TAKEN and one.rule in _LOWERING)
            or (one.answer is Answer.DECLINED and one.rule == rule.id)
        )
        return _since(past, max(settled, default=None))


def _since(past: Sequence[PastExercise], at: datetime | None) -> tuple[PastExercise, ...]:
    return tuple(one for one in past if at is None or one.session.started_at > at)
