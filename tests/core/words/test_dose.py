"""Amounts in words, also of one."""

import pytest

from glutetimer.core.exercise import Amount, Hold, Reps, Steps
from glutetimer.core.words.dose import amount_text, said_amount


@pytest.mark.parametrize(
    ("amount", "shown", "said"),
    [
        (Reps(10, 12), "10-12 reps", "10 reps"),
        (Reps(1, 1), "1 rep", "1 rep"),
        (Reps(1, 3), "1-3 reps", "1 rep"),
        (Steps(1), "1 step", "1 step"),
        (Steps(5), "5 steps", "5 steps"),
        (Hold(30), "30 s hold", "30 seconds"),
        (Hold(1), "1 s hold", "1 second"),
    ],
)
def test_one_is_no_many(amount: Amount, shown: str, said: str) -> None:
    assert (amount_text(amount), said_amount(amount)) == (shown, said)
