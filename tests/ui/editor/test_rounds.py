"""Circuits of a draft: neighbours join, sets become rounds and rounds sets again."""

from dataclasses import replace

from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.exercise import Hold, OpenHold, Reps, Tempo, Work
from glutetimer.core.routine import Circuit
from glutetimer.ui.editor.rounds import Intervals, in_intervals, joined_above, ungrouped
from tests.built_in import library

A = EntryDraft("A", sets=2, most_sets=3, amounts=(Reps(8, 8),))
B, C, D = EntryDraft("B", sets=2), EntryDraft("C"), EntryDraft("D")
DRAFT = RoutineDraft("Mine", (A, B, C, D))
TWENTY = Intervals(40.0, 20.0, 3, 60.0)


def letters(draft: RoutineDraft) -> str:
    return "".join(entry.circuit or "-" for entry in draft.entries)


def test_neighbours_become_a_circuit_and_their_sets_rounds() -> None:
    draft = joined_above(DRAFT, 1)
    assert letters(draft) == "AA--"
    assert draft.circuits == (Circuit("A", 2, 60.0, 3),)
    assert [entry.sets for entry in draft.entries[:2]] == [None, None]
    assert draft.entries[0].amounts == A.amounts


def test_more_join_it_and_another_has_another_letter() -> None:
    draft = joined_above(joined_above(DRAFT, 1), 3)
    assert letters(draft) == "AABB"
    assert draft.circuits[1] == Circuit("B", 3, 60.0)
    assert letters(joined_above(draft, 2)) == "AAAB"
    assert letters(joined_above(joined_above(draft, 2), 3)) == "AAAA"
    assert joined_above(joined_above(draft, 2), 3).circuits == draft.circuits[:1]
    below = replace(DRAFT, entries=(A, replace(B, circuit="X"), C), circuits=(Circuit("X", 2, 9),))
    assert letters(joined_above(below, 1)) == "XX-"


def test_the_first_has_none_above_it() -> None:
    assert joined_above(DRAFT, 0) is DRAFT
    assert joined_above(RoutineDraft("Mine"), -1) == RoutineDraft("Mine")


def test_without_the_circuit_its_rounds_are_sets_again() -> None:
    draft = ungrouped(joined_above(DRAFT, 1), 1)
    assert letters(draft) == "----"
    assert draft.circuits == ()
    assert draft.entries == (A, replace(B, most_sets=3), C, D)
    assert ungrouped(draft, 0) is draft


def test_intervals_are_a_circuit_in_which_holds_stay_holds() -> None:
    entries = (
        replace(A, tempos=(Tempo(), Tempo(1.0)), loads=("4 kg", "6 kg"), rests_s=(30.0,)),
        replace(B, amounts=(OpenHold(),)),
        EntryDraft("Iso", "hip-thrust-iso-hold"),
        replace(C, amounts=(Work(10.0),)),
    )
    made = in_intervals(RoutineDraft("Mine", entries), range(4), TWENTY, library().exercises())
    amounts = [entry.amounts for entry in made.entries]
    assert amounts == [(Work(40.0),), (Hold(40.0),), (Hold(40.0),), (Work(40.0),)]
    assert made.circuits == (Circuit("A", 3, 60.0),)
    for entry in made.entries:
        assert (entry.circuit, entry.sets, entry.most_sets) == ("A", None, 0)
        assert (entry.rests_s, entry.rest_after_s) == ((), 20.0)
    assert (made.entries[0].tempos, made.entries[0].loads) == ((Tempo(),), ("4 kg",))


def test_intervals_of_some_leave_the_others() -> None:
    made = in_intervals(joined_above(DRAFT, 1), range(2, 4), TWENTY, {})
    assert letters(made) == "AABB"
    assert made.entries[0].amounts == A.amounts
    over = in_intervals(joined_above(DRAFT, 1), range(4), TWENTY, {})
    assert letters(over) == "BBBB"
    assert [circuit.letter for circuit in over.circuits] == ["B"]
