"""Rows of intervals in rounds: every second of them, in their order."""

from glutetimer.core.exercise import OpenReps, Work
from glutetimer.files.importing.intervals import Group, Interval, IntervalDraft

WORK, REST = Interval("Squat", 30.0), Interval("Rest", 10.0, is_rest=True)


def draft_of(*parts: Interval | Group) -> IntervalDraft:
    draft = IntervalDraft("Test")
    for part in parts:
        draft.add(part)
    return draft


def told(draft: IntervalDraft) -> list[str]:
    return [lost.what for lost in draft.lost]


def test_the_last_round_has_its_rest_or_has_it_not() -> None:
    with_rest, without = (
        draft_of(Group(3, [WORK, REST], has_last_rest=given), Interval("Plank", 20.0))
        for given in (True, False)
    )
    assert [entry.rest_after_s for entry in with_rest.entries] == [10.0, 0.0]
    assert [entry.rest_after_s for entry in without.entries] == [0.0, 0.0]
    assert without.entries[0].rests_s == (10.0,)


def test_a_round_that_opens_with_its_rest_ends_without() -> None:
    draft = draft_of(Interval("Plank", 20.0), Group(2, [REST, WORK, Interval("Bridge", 5.0)]))
    assert [entry.rest_after_s for entry in draft.entries] == [10.0, 0.0, 0.0]
    assert draft.circuits[0].rest_s == 10.0


def test_more_rounds_than_a_circuit_has_are_done_in_several() -> None:
    draft = draft_of(Group(45, [WORK, Interval("Bridge", 5.0), REST]))
    assert [circuit.rounds for circuit in draft.circuits] == [20, 20, 5]
    sets = draft_of(Group(45, [WORK, REST]))
    sets.close()
    assert [entry.sets for entry in sets.entries] == [20, 20, 5]
    assert draft.lost == sets.lost[1:] == []


def test_a_group_within_a_group_is_written_out() -> None:
    draft = draft_of(Group(2, [WORK, Group(2, [Interval("Bridge", 5.0), REST])]))
    assert [entry.name for entry in draft.entries] == ["Squat", "Bridge", "Bridge"]
    assert draft.circuits[0].rounds == 2


def test_more_than_an_hour_is_done_in_parts_of_the_same_time() -> None:
    draft = draft_of(Interval("Ride", 4800.0))
    draft.close()
    [entry] = draft.entries
    assert (entry.sets, entry.amounts, entry.rests_s) == (2, (Work(2400.0),), (0.0,))
    assert told(draft) == ["Test: “Ride” of 4800 s is longer than 60 min and is done as 2 in a row"]


def test_a_day_of_one_exercise_is_open() -> None:
    draft = draft_of(Interval("Ride", 90_000.0))
    assert draft.entries[0].amounts == (OpenReps(),)
    assert told(draft) == ["Test: “Ride” of 90000 s is longer than 60 min and is open"]


def test_rests_without_any_work_are_no_exercise() -> None:
    draft = draft_of(Group(1_000_000, [REST]))
    assert draft.entries == []
    assert told(draft) == [
        "Test: “Rest” before the first exercise is left out: one gets ready then"
    ]


def test_what_is_too_much_is_told() -> None:
    draft = draft_of(*[Interval(f"Step {n}", 1.0) for n in range(1001)])
    assert len(draft.entries) == 1000
    assert told(draft) == ["Test: only the first 1,000 intervals are read"]


def test_hardly_any_time_is_some() -> None:
    assert draft_of(Interval("Blink", 1e-320)).entries[0].amounts == (Work(1e-320),)
