"""The rules that ask for less: after pain, and after a long break."""

from collections.abc import Sequence
from datetime import date

from glutetimer.core.advice import steps
from glutetimer.core.advice.answers import PastAnswers
from glutetimer.core.advice.change import Change
from glutetimer.core.advice.current_dose import Standing
from glutetimer.core.advice.past_sessions import hurt_most, was_done, was_trained
from glutetimer.core.advice.rules import AFTER, BREAK, HURT, LONG_BREAK_DAYS, MORNING, Rule
from glutetimer.core.advice.suggestion import Suggestion
from glutetimer.core.history.totals import PastExercise
from glutetimer.core.pain import falls, is_settled, is_too_much


def step_back(
    standing: Standing, past: Sequence[PastExercise], said: PastAnswers
) -> Suggestion | None:
    """A step back if the last session with the exercise hurt too much, in it or after it."""
    for rule, reason in ((HURT, _hurt), (AFTER, _after), (MORNING, _morning)):
        fresh = [one for one in said.fresh_for_less(rule, past) if was_done(one)]
        # Only the last session counts: a good one since then says that it was settled.
        if not fresh or fresh[0] is not next(one for one in past if was_done(one)):
            continue
        sentence = reason(fresh[0])
        if sentence and not said.is_off(rule):
            return _suggest(standing, rule, _step_back(standing), sentence)
    return None


def after_break(
    standing: Standing, past: Sequence[PastExercise], said: PastAnswers, today: date
) -> Suggestion | None:
    """A lighter start if the exercise was not done for long."""
    days = days_since(past, today)
    if not is_long_break(days) or said.is_off(BREAK):
        return None
    if days_since(said.fresh_for_less(BREAK, past), today) != days:
        return None
    change = steps.one_set_fewer(standing) or steps.to_low_end(standing)
    return _suggest(standing, BREAK, change, f"You last did it {days} days ago.")


def days_since(past: Sequence[PastExercise], today: date) -> int | None:
    """Days since the exercise was last done; None if it never was."""
    done = [one.session.day for one in past if was_trained(one)]
    return (today - max(done)).days if done else None


def is_long_break(days: int | None) -> bool:
    """Whether so many days are a long break."""
    return days is not None and days >= LONG_BREAK_DAYS


def _step_back(standing: Standing) -> Change | None:
    return (
        steps.to_low_end(standing)
        or steps.one_set_fewer(standing)
        or steps.easier(standing)
        or steps.quarter_less(standing)
    )


def _suggest(
    standing: Standing, rule: Rule, change: Change | None, reason: str
) -> Suggestion | None:
    if change is None:
        return None
    return Suggestion(standing.id, standing.now.exercise.name, rule, change, reason)


def _hurt(past: PastExercise) -> str:
    level = hurt_most(past)
    if not is_too_much(level):
        return ""
    return f"It hurt at {level} of 10 during this exercise, the last time you did it."


def _after(past: PastExercise) -> str:
    level = past.session.pain_after
    if not is_too_much(level):
        return ""
    if falls(past.session.pain_before, level):
        return ""  # above 5, but less than it was: the dose may stay
    return f"Pain was {level} of 10 after the last session with it."


def _morning(past: PastExercise) -> str:
    session = past.session
    morning = session.pain_morning
    before = session.pain_before
    if morning is None or is_settled(morning, before) or falls(before, morning):
        return ""
    return f"Pain was {morning} of 10 the morning after the last session with it."
