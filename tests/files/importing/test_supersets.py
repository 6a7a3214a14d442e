"""Supersets: sets in turn, for as long as each exercise has one left."""

from glutetimer.core.draft import EntryDraft
from glutetimer.core.exercise import Reps
from glutetimer.core.routine import Circuit
from glutetimer.files.importing.supersets import circuit_letter, in_turn


def exercise(name: str, *reps: int, rest_s: float | None = None) -> EntryDraft:
    amounts = tuple(Reps(count, count) for count in reps)
    return EntryDraft(name, sets=len(reps), amounts=amounts, rest_after_s=rest_s)


def test_equal_sets_are_rounds_with_the_rest_of_the_last() -> None:
    circuits: list[Circuit] = []
    made = in_turn([exercise("A", 8, 6), exercise("B", 5, 5, rest_s=90.0)], circuits)
    assert circuits == [Circuit("A", 2, 90.0)]
    assert [entry.sets for entry in made] == [1, 1]
    assert made[0].amounts == (Reps(8, 8), Reps(6, 6))
    assert made[1].amounts == (Reps(5, 5),)
    assert [entry.rest_after_s for entry in made] == [0.0, 90.0]


def test_who_has_more_sets_goes_on_alone() -> None:
    circuits: list[Circuit] = []
    a, b = exercise("A", 9, 8, 7, 6, rest_s=20.0), exercise("B", 5, 5, rest_s=60.0)
    made = in_turn([a, b], circuits)
    assert [(entry.name, entry.circuit, entry.sets) for entry in made] == [
        ("A", "A", 1),
        ("B", "A", 1),
        ("A", "", 2),
    ]
    assert made[2].amounts == (Reps(7, 7), Reps(6, 6))


def test_one_round_is_no_circuit() -> None:
    circuits: list[Circuit] = []
    made = in_turn([exercise("A", 5), exercise("B", 5)], circuits)
    assert (circuits, [entry.circuit for entry in made]) == ([], ["", ""])


def test_letters_go_on_after_the_last() -> None:
    assert [circuit_letter(n) for n in (0, 25, 26)] == ["A", "Z", "A2"]
