"""Edits of the history and their reverses."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from glutetimer.core.history.records import Achieved, Outcome, SessionReview
from glutetimer.core.session.edits import Deletion, PainBeforeEdit, ReviewEdit, SetEdit, with_reps
from tests.fakes_history import FakeHistory
from tests.ui.samples import records, session

AT = datetime(2026, 3, 20, 17, 0, tzinfo=UTC)


@pytest.fixture
def history() -> FakeHistory:
    """One session with eight sets, of which the third was skipped."""
    made = FakeHistory()
    made.add(session(1, AT), records(AT))
    return made


def test_every_edit_is_taken_back_by_its_reverse(history: FakeHistory) -> None:
    summary = replace(history.summaries[1], sets_done=6)
    history.summaries[1] = summary
    skipped = history.records[1][2]
    done = replace(skipped, result=replace(skipped.result, outcome=Outcome.DONE), note="All well")
    for edit in (
        ReviewEdit(summary, summary.review, SessionReview(3, 6, "New", 1)),
        PainBeforeEdit(summary, None, 4),
        SetEdit(summary, skipped, done),
        Deletion(summary),
    ):
        before = dict(history.summaries), list(history.records[1]), set(history.deleted)
        edit.write(history)
        assert (history.summaries, history.records[1], history.deleted) != before
        if not isinstance(edit, Deletion):
            assert edit.applied_to(summary) == history.summaries[1]
        edit.reverse().write(history)
        assert (history.summaries, history.records[1], history.deleted) == before


@pytest.mark.parametrize(
    ("done", "planned", "reps", "seconds"),
    [
        (Achieved(4, 20.0), Achieved(10, 55.0), 8, 40.0),  # as long a rep as it took
        (Achieved(0, 0.0), Achieved(10, 55.0), 2, 11.0),  # as long as planned
        (Achieved(0, 3.0), Achieved(None, None), 2, 3.0),  # nobody knows
        (Achieved(4, 20.0), Achieved(10, 55.0), 0, 0.0),
    ],
)
def test_other_reps_take_their_time(
    done: Achieved, planned: Achieved, reps: int, seconds: float
) -> None:
    record = records(AT)[2]
    record = replace(record, result=replace(record.result, done=done, planned=planned))
    assert with_reps(record, reps) == Achieved(reps, seconds)
