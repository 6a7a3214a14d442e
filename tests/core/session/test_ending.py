"""What is said when a session is over."""

import pytest

from glutetimer.core.history.counting import is_worth_keeping
from glutetimer.core.history.records import Achieved, Outcome, SetResult
from glutetimer.core.session.ending import Ending, week_words


@pytest.mark.parametrize(
    ("ending", "after", "title"),
    [
        (Ending(True), None, "Well done!"),
        (Ending(True), 0, "Well done!"),
        (Ending(True, before=3), 2, "Well done!"),
        (Ending(True, before=2), 2, "Well done!"),
        (Ending(True, before=0), 2, "Done."),  # more than before
        (Ending(True, before=3), 3, "Done."),
        (Ending(True), 5, "Done."),
        (Ending(True), 6, "Enough for today."),
        (Ending(True, before=7), 6, "Enough for today."),
        (Ending(True, levels=(7,)), 0, "Enough for today."),
        (Ending(True), 8, "Take care of yourself now."),
        (Ending(True, levels=(9,)), None, "Take care of yourself now."),
        (Ending(True, levels=(1,), places=("leg",)), 0, "Take care of yourself now."),
        (Ending(False), None, "Stopped early. That is fine."),
        (Ending(False), 4, "Stopped early. That is fine."),
        (Ending(False), 8, "Take care of yourself now."),
        (Ending(False, is_kept=False), None, "Nothing this time. That is fine."),
    ],
)
def test_the_tone_follows_the_pain(ending: Ending, after: int | None, title: str) -> None:
    assert ending.title(after) == title
    assert ("done!" in title) <= (ending.worst(after) <= 2)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, None, ""),
        (None, 3, ""),
        (3, None, ""),
        (3, 2, "Less pain than before: 3, then 2."),
        (2, 5, "More pain than before: 2, then 5."),
        (4, 4, "As much pain as before: 4."),
        (0, 0, "No pain, before and after."),
    ],
)
def test_before_and_after_in_a_sentence(before: int | None, after: int | None, words: str) -> None:
    ending = Ending(True, before=before)
    assert ending.compared(after) == words
    assert ending.on_pain(after).startswith(words)


def test_what_it_means_comes_after_the_comparison() -> None:
    assert Ending(True, before=3).on_pain(2) == (
        "Less pain than before: 3, then 2. In the safe range."
    )
    assert Ending(True).on_pain(2) == "2: in the safe range."
    assert Ending(True, before=3).on_pain(None) == ""


def test_pain_above_5_that_falls_keeps_the_dose_and_is_compared_once() -> None:
    words = Ending(True, before=7).on_pain(6)
    assert words == "6: less than before (7), but above 5. Keep the dose, or go lighter next time."


@pytest.mark.parametrize("before", [None, 6, 5])
def test_pain_above_5_that_does_not_fall_is_a_step_back(before: int | None) -> None:
    assert "step back" in Ending(True, before=before).on_pain(6)


@pytest.mark.parametrize(
    ("levels", "places", "after", "word", "is_safety_offered"),
    [
        ((), (), 2, "", False),
        ((4,), ("low back",), 2, "", False),
        ((4,), ("low back, leg",), 2, "down the leg", True),
        ((9,), (), 3, "on the way", True),
        ((9,), (), 9, "", True),  # the words on the pain now say it
        ((), (), 8, "", True),
    ],
)
def test_pain_on_the_way_is_not_forgotten(
    levels: tuple[int, ...],
    places: tuple[str, ...],
    after: int,
    word: str,
    is_safety_offered: bool,
) -> None:
    ending = Ending(True, levels=levels, places=places)
    assert word in ending.advice(after)
    assert bool(word) is bool(ending.advice(after))
    assert ending.needs_safety(after) is is_safety_offered


@pytest.mark.parametrize(
    ("done", "goal", "words"),
    [
        (1, 3, "1 of 3 sessions this week."),
        (1, 1, "Your goal for this week is reached."),
        (3, 3, "Your goal for this week is reached."),
        (5, 3, "5 sessions this week, 2 more than your goal."),
    ],
)
def test_the_week_in_words(done: int, goal: int, words: str) -> None:
    assert week_words(done, goal) == words


def result(outcome: Outcome, reps: int) -> SetResult:
    achieved = Achieved(reps, 5.0 * reps)
    return SetResult(
        0,
        0,
        "b",
        "Bridge",
        1,
        1,
        None,
        1,
        planned=Achieved(8, 40.0),
        done=achieved,
        outcome=outcome,
    )


@pytest.mark.parametrize(
    ("outcome", "reps", "expected"),
    [
        (Outcome.DONE, 8, True),
        (Outcome.DONE, 1, True),
        (Outcome.DONE, 0, False),
        (Outcome.SKIPPED, 7, False),
        (Outcome.STOPPED, 7, False),
        (Outcome.HURT, 0, True),  # what hurt is not thrown away
    ],
)
def test_a_session_is_kept_if_a_set_is_done_or_hurt(
    outcome: Outcome, reps: int, expected: bool
) -> None:
    assert is_worth_keeping([result(outcome, reps)]) is expected
    assert not is_worth_keeping([])
