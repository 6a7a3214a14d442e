"""Edits of the core, made and taken back in a real history."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from glutetimer.core.history.records import Outcome, Pain, SessionEnd, SessionReview, SessionSummary
from glutetimer.core.session.edits import (
    Deletion,
    Edit,
    PainBeforeEdit,
    ReviewEdit,
    SetEdit,
    with_reps,
)
from glutetimer.store.history import History
from tests.store.builders import MONDAY, a_set, a_start


@pytest.fixture
def summary(history: History) -> SessionSummary:
    """A session with three sets, the second skipped."""
    number = history.begin(a_start())
    for index, outcome in enumerate((Outcome.DONE, Outcome.SKIPPED, Outcome.DONE)):
        history.add_set(number, a_set(index, outcome=outcome))
    history.finish(number, SessionEnd.FINISHED, MONDAY + timedelta(minutes=9), 540.0)
    history.review(number, SessionReview(2, 5, "Note"))
    return history.sessions()[0]


def _edits(summary: SessionSummary, history: History) -> tuple[Edit, ...]:
    skipped = history.sets(summary.id)[1]
    result = replace(skipped.result, outcome=Outcome.DONE, done=with_reps(skipped, 3), load="")
    corrected = replace(skipped, result=result, pain=Pain("hip", 3), note="The phone rang")
    return (
        SetEdit(summary, skipped, corrected),
        SetEdit(summary, corrected, replace(corrected, note="")),
        ReviewEdit(summary, summary.review, SessionReview(None, 7, "", 1)),
        PainBeforeEdit(summary, 3, None),
        Deletion(summary),
    )


def test_edits_in_a_row_are_taken_back_one_by_one(
    history: History, summary: SessionSummary
) -> None:
    def state() -> object:
        return history.sessions(), history.sets(summary.id), history.progress.totals()

    edits = _edits(summary, history)
    states = [state()]
    for edit in edits:
        edit.write(history)
        states.append(state())
    for one, other in pairwise(states):
        assert one != other
    for edit in reversed(edits):
        assert state() == states.pop()
        edit.reverse().write(history)
    assert state() == states.pop()


def test_the_row_on_the_screen_is_that_of_the_history(
    history: History, summary: SessionSummary
) -> None:
    shown = summary
    for edit in _edits(summary, history)[:-1]:
        edit.write(history)
        shown = edit.applied_to(shown)
        assert list(history.sessions()) == [shown]
