"""What statistics ask for is the same as counting the records one by one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from glutetimer.core.exercise import Side
from glutetimer.core.history.records import (
    Achieved,
    Outcome,
    Pain,
    SessionEnd,
    SessionReview,
    SessionStart,
    SetRecord,
    SetResult,
)
from glutetimer.core.history.totals import (
    Answer,
    ExerciseTotals,
    ProgressStore,
    SessionTotals,
    SuggestionAnswer,
)
from glutetimer.store.history import History
from glutetimer.store.progress import Progress
from tests.bench.history_fill import fill
from tests.fakes import FakeClock
from tests.fakes_history import FakeProgress
from tests.store.archive.histories import Session, histories, store
from tests.store.builders import MONDAY, a_set, a_start
from tests.store.conftest import Open

DAY = timedelta(days=1)
IN_INDIA = timezone(timedelta(hours=5, minutes=30))
IN_NEW_YORK = timezone(timedelta(hours=-5))


@pytest.fixture
def progress(history: History) -> Progress:
    return history.progress


def done(history: History, start: SessionStart, *sets: SetRecord) -> int:
    """Store a whole session."""
    number = history.begin(start)
    for record in sets:
        history.add_set(number, record)
    history.finish(number, SessionEnd.FINISHED, start.started_at + timedelta(minutes=9), 500.0)
    return number


def of(
    exercise: str,
    index: int,
    done: Achieved,
    side: Side | None = None,
    outcome: Outcome = Outcome.DONE,
) -> SetRecord:
    result = SetResult(
        index, 0, exercise, exercise.title(), 1, 1, side, 1, Achieved(10, 30.0), done, outcome
    )
    return SetRecord(result, MONDAY)


def counted(history: History) -> FakeProgress:
    """The same history, counted by going through all its records."""
    return FakeProgress(
        lambda: [(one, history.sets(one.id)) for one in reversed(history.sessions())]
    )


def test_it_is_what_the_core_asks_for(progress: Progress) -> None:
    port: ProgressStore = progress
    assert not any([port.totals(), port.exercises_done(), port.answers()])
    assert not any([port.recent("squat", 3), port.exercise_totals("squat")])


def test_the_totals_of_a_session(history: History, progress: Progress) -> None:
    begun = datetime(2026, 1, 5, 23, 50, tzinfo=IN_NEW_YORK)  # ends on the next day
    number = done(
        history,
        SessionStart("mine", "My routine", begun, 840.0, 12, 3, "gentle"),
        a_set(0, pain=Pain("hip", 2)),
        a_set(1, outcome=Outcome.HURT, pain=Pain("back", 7)),
        of("plank", 2, Achieved(None, 30.0), outcome=Outcome.SKIPPED),
        of("plank", 3, Achieved(None, None)),
    )
    history.review(number, SessionReview(2, 6, "", 1))
    expected = SessionTotals(
        id=number,
        day=date(2026, 1, 5),
        started_at=begun,
        routine_id="mine",
        routine_title="My routine",
        dose="gentle",
        active_s=500.0,
        under_s=50.5 + 50.5 + 30.0,
        sets_done=2,
        sets_planned=12,
        pain_before=3,
        pain_after=2,
        pain_morning=1,
        effort=6,
        worst_pain=7,
    )
    assert progress.totals() == [expected]
    assert progress.totals()[0].started_at.utcoffset() == timedelta(hours=-5)


def test_the_totals_of_an_exercise_by_side(history: History, progress: Progress) -> None:
    number = done(
        history,
        a_start(started_at=datetime(2026, 1, 6, 1, 0, tzinfo=IN_INDIA)),  # 5 January in UTC
        of("clam", 0, Achieved(10, 50.0), Side.LEFT),
        of("clam", 1, Achieved(8, 40.0), Side.RIGHT),
        of("clam", 2, Achieved(3, 12.5), Side.LEFT, Outcome.SKIPPED),
        of("plank", 3, Achieved(None, 30.0)),
        of("plank", 4, Achieved(None, 20.0), outcome=Outcome.HURT),
    )
    day = date(2026, 1, 6)
    assert progress.exercise_totals("clam") == [
        ExerciseTotals(number, day, Side.LEFT, 1, 13, 0.0, 62.5),
        ExerciseTotals(number, day, Side.RIGHT, 1, 8, 0.0, 40.0),
    ]
    assert progress.exercise_totals("plank") == [
        ExerciseTotals(number, day, None, 1, 0, 50.0, 50.0)
    ]


def test_only_ended_sessions_count_that_are_not_deleted(
    history: History, progress: Progress
) -> None:
    kept = done(history, a_start("a", MONDAY), a_set(0))
    deleted = done(history, a_start("b", MONDAY + DAY), of("squat", 0, Achieved(5, 9.0)))
    history.add_set(history.begin(a_start("c", MONDAY + DAY)), of("squat", 0, Achieved(5, 9.0)))
    history.delete(deleted)
    assert [totals.id for totals in progress.totals()] == [kept]
    assert not any([progress.exercise_totals("squat"), progress.recent("squat", 9)])
    assert progress.exercises_done() == [("glute-bridge", "Glute bridge")]
    history.restore(deleted)
    assert [totals.id for totals in progress.totals()] == [kept, deleted]
    assert len(progress.exercise_totals("squat")) == 1


def test_days_are_those_of_the_person_wherever_that_was(
    history: History, progress: Progress
) -> None:
    # All within four hours; in UTC they are of the 5th, 5th, 6th.
    india = datetime(2026, 1, 6, 1, 0, tzinfo=IN_INDIA)
    new_york = datetime(2026, 1, 5, 18, 30, tzinfo=IN_NEW_YORK)
    late = datetime(2026, 1, 5, 19, 30, tzinfo=IN_NEW_YORK)
    ids = [done(history, a_start(started_at=at), a_set()) for at in (india, new_york, late)]
    fifth, sixth = date(2026, 1, 5), date(2026, 1, 6)
    assert [totals.day for totals in progress.totals()] == [sixth, fifth, fifth]
    assert [totals.id for totals in progress.totals(since=sixth)] == ids[:1]
    assert [totals.id for totals in progress.totals(until=fifth)] == ids[1:]
    assert [one.id for one in history.sessions(since=fifth, until=fifth)] == ids[:0:-1]
    found = progress.exercise_totals("glute-bridge", sixth, sixth)
    assert [totals.session_id for totals in found] == ids[:1]


def test_exercises_have_their_newest_name(history: History, progress: Progress) -> None:
    def named(name: str, days: int) -> None:
        record = of("clam", 0, Achieved(5, 9.0))
        record = replace(record, result=replace(record.result, exercise_name=name))
        done(history, a_start(started_at=MONDAY + DAY * days), record)

    named("New name", 3)
    named("Zebra", 1)  # an import brings old ones later
    done(history, a_start(), of("bridge", 0, Achieved(5, 9.0)))
    assert progress.exercises_done() == [("bridge", "Bridge"), ("clam", "New name")]


def test_the_last_sessions_with_an_exercise(history: History, progress: Progress) -> None:
    both = [of("clam", n, Achieved(5, 9.0), side) for n, side in enumerate((Side.LEFT, Side.RIGHT))]
    third = done(history, a_start(started_at=MONDAY + DAY * 3), *both, a_set(2))
    done(history, a_start(started_at=MONDAY + DAY * 4), a_set(0))
    done(history, a_start(started_at=MONDAY), *both)
    second = done(history, a_start(started_at=MONDAY + DAY), *both)
    found = progress.recent("clam", 2)
    assert [past.session.id for past in found] == [third, second]
    assert [past.sets for past in found] == [tuple(both)] * 2
    assert found[0].session.sets_done == 3


def test_answers_are_kept_in_their_order_and_taken_back(
    history: History, progress: Progress
) -> None:
    later = SuggestionAnswer("squat", "add-reps", Answer.DECLINED, MONDAY + DAY)
    first = SuggestionAnswer("squat", "add-reps", Answer.NEVER, MONDAY)
    for answer in (later, first, later):
        progress.answer(answer)
    assert progress.answers() == [first, later, later]
    progress.take_back_answer(later)
    assert progress.answers() == [first, later]
    progress.take_back_answer(later)
    progress.take_back_answer(later)
    assert progress.answers() == [first]


# Against counting


@settings(max_examples=40)
@given(found=histories)
def test_whatever_was_done_is_counted_right(found: Sequence[Session]) -> None:
    with TemporaryDirectory() as name:
        history = History(Path(name) / "history.sqlite3", FakeClock())
        try:
            store(history, found)
            agree(history)
        finally:
            history.close()


def test_a_long_history_is_counted_right_and_stays_so_when_it_is_changed(
    path: Path, open_history: Open
) -> None:
    fill(path, 40, 1200)
    history = open_history()
    agree(history)
    one, other, *_ = history.sessions()
    first, second, *_ = history.sets(one.id)
    # A set that is stored again is another exercise now, and hurt.
    moved = of("plank", first.result.index, Achieved(None, 99.5), outcome=Outcome.HURT)
    history.add_set(one.id, moved)
    history.note_pain(one.id, second.result.index, second.result.attempt, Pain("hip", 10))
    agree(history)
    assert history.progress.totals()[-1].worst_pain == 10
    history.delete(other.id)
    agree(history)
    history.close()
    history = open_history()  # which purges it
    agree(history)
    assert history._database.read(
        "SELECT count(*) FROM exercise_sum WHERE session_id = ?", other.id
    ) == [(0,)]


def agree(history: History) -> None:
    """See that progress and counting come to the same; ids in lists of equal times may differ."""
    ours, counts = history.progress, counted(history)
    assert _rounded(ours.totals()) == _rounded(counts.totals())
    since, until = date(2025, 12, 20), date(2026, 1, 1)
    assert _rounded(ours.totals(since, until)) == _rounded(counts.totals(since, until))
    exercises = ours.exercises_done()
    assert {id_ for id_, _ in exercises} == {id_ for id_, _ in counts.exercises_done()}
    for exercise, _ in exercises:
        mine, other = ours.exercise_totals(exercise), counts.exercise_totals(exercise)
        assert sorted(map(_exercise, mine)) == sorted(map(_exercise, other))
        recent = ours.recent(exercise, 100)
        assert [past.session.id for past in recent] == [
            past.session.id for past in counts.recent(exercise, 100)
        ]
        assert [past.sets for past in recent] == [
            past.sets for past in counts.recent(exercise, 100)
        ]


def _rounded(found: Sequence[SessionTotals]) -> list[SessionTotals]:
    return [one._replace(under_s=round(one.under_s, 3)) for one in found]


def _exercise(one: ExerciseTotals) -> tuple[object, ...]:
    seconds = round(one.hold_s, 3), round(one.under_s, 3)
    return one.session_id, one.day, str(one.side), one.sets, one.reps, *seconds
