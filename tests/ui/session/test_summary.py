"""What was done, in lines."""

from dataclasses import replace

from glutetimer.core.exercise import Hold, Tempo
from glutetimer.core.history.records import Achieved, Outcome, SetResult
from glutetimer.core.plan.plan import plan
from glutetimer.core.routine import Routine, SetDose
from glutetimer.ui.session.summary import SummaryLine, lines
from tests.ui.samples import BRIDGE, CLAM, ISO_HOLD, dose

TIMELINE = plan(Routine("own", "Own", (dose(BRIDGE, 2), dose(CLAM, 1), dose(ISO_HOLD, 1))))


def _result(
    index: int, entry: int, reps: int | None, outcome: Outcome, **other: object
) -> SetResult:
    exercise = TIMELINE.entries[entry].exercise
    made = SetResult(
        index=index,
        entry=entry,
        exercise_id=exercise.id,
        exercise_name=exercise.name,
        round=1,
        set=1,
        side=None,
        attempt=1,
        planned=Achieved(10, 55.0),
        done=Achieved(reps, 20.0),
        outcome=outcome,
    )
    return replace(made, **other)  # type: ignore[arg-type]


def test_a_whole_exercise_has_no_remark() -> None:
    results = [_result(0, 0, 10, Outcome.DONE), _result(1, 0, 10, Outcome.DONE)]
    assert lines(TIMELINE, results)[0] == SummaryLine(
        "Glute bridge",
        "2 of 2 sets",
        "20 of 20 reps",
        remark="",
        is_whole=True,
        entry=0,
        exercise_id=BRIDGE.id,
        is_begun=True,
        has_reps=True,
    )


def test_a_set_that_is_repeated_counts_once() -> None:
    results = [_result(0, 0, 10, Outcome.DONE), _result(0, 0, 4, Outcome.SKIPPED, attempt=2)]
    line = lines(TIMELINE, results)[0]
    assert (line.sets, line.amount) == ("1 of 2 sets", "10 of 20 reps")
    assert line.remark == "not all begun", "a set that is done was not skipped"


def test_one_rep_is_one_rep() -> None:
    hurt = _result(0, 0, 1, Outcome.HURT, exercise_id="squeeze", exercise_name="Glute squeeze")
    assert lines(TIMELINE, [hurt])[0].amount == "1 rep"


def test_pain_comes_before_every_other_remark() -> None:
    results = [_result(0, 0, 3, Outcome.HURT), _result(1, 0, 0, Outcome.SKIPPED)]
    assert lines(TIMELINE, results)[0].remark == "it hurt"


def test_an_easier_exercise_has_a_line_of_its_own() -> None:
    swapped = {"exercise_id": "glute-squeeze", "exercise_name": "Glute squeeze"}
    results = [
        _result(0, 0, 3, Outcome.HURT, **swapped),
        _result(1, 0, 10, Outcome.DONE),
    ]
    first, second = lines(TIMELINE, results)[:2]
    assert (first.name, first.sets, first.remark) == ("Glute squeeze", "0 sets", "it hurt")
    assert (second.name, second.sets) == ("Glute bridge", "1 of 1 set")


def test_a_session_that_goes_on_shows_the_rest_only() -> None:
    rest = lines(TIMELINE, [], first_set=2)
    assert [line.name for line in rest] == ["Clam shell", "Hip thrust iso hold"]


def test_sets_that_differ_are_summed_each_by_its_own() -> None:
    doses = tuple(SetDose(Hold(seconds), Tempo(), 30.0) for seconds in (20.0, 15.0, 10.0))
    entry = replace(dose(ISO_HOLD, 3), amount=Hold(20.0), set_doses=doses)
    timeline = plan(Routine("own", "Own", (entry,)))
    assert lines(timeline, [])[0].amount == "0 of 45 s"


def test_what_stood_in_for_what_is_said() -> None:
    """The squeezes have as many sets as were left for them, beside the bridges that were done."""
    squeeze = replace(dose(ISO_HOLD, 4), instead_of=BRIDGE.name)
    timeline = plan(Routine("own", "Own", (squeeze, dose(CLAM, 1))))
    as_squeeze = {"exercise_id": ISO_HOLD.id, "exercise_name": ISO_HOLD.name}
    results = [
        _result(0, 0, 10, Outcome.DONE),
        _result(1, 0, 4, Outcome.HURT),
        _result(0, 0, None, Outcome.DONE, attempt=2, **as_squeeze),
        _result(1, 0, None, Outcome.DONE, attempt=2, **as_squeeze),
    ]
    first, second, *_ = lines(timeline, results)
    assert (first.name, first.sets, first.remark) == ("Glute bridge", "1 set", "it hurt")
    assert (second.name, second.sets) == (ISO_HOLD.name, "2 of 4 sets")
    assert second.remark == "in place of Glute bridge, not all begun"
