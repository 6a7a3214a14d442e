"""The list of drafts: every change is undone and redone, typing counts as one."""

import pytest

from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.exercise import Hold
from glutetimer.core.ports.shelf import OpenDraft
from glutetimer.core.routine import Circuit
from glutetimer.ui.editor.editing import Editing
from tests.ui.fakes import FakeShelf

A, B, C = (EntryDraft(name) for name in "ABC")


@pytest.fixture
def editing() -> Editing:
    return Editing(OpenDraft(RoutineDraft("Mine", (A, B)), "text", "/mine.toml"), FakeShelf())


def names(editing: Editing) -> str:
    return "".join(entry.name for entry in editing.draft.entries)


def test_exercises_are_put_in_taken_out_and_moved(editing: Editing) -> None:
    editing.insert(1, C)
    assert names(editing) == "ACB"
    editing.move(0, 2)
    assert names(editing) == "CBA"
    editing.remove(1)
    assert names(editing) == "CA"
    for before in ("CBA", "ACB", "AB", "AB"):
        editing.undo()
        assert names(editing) == before
    assert not editing.can_undo
    for after in ("ACB", "CBA", "CA", "CA"):
        editing.redo()
        assert names(editing) == after
    assert not editing.can_redo


def test_the_file_stays_that_of_the_beginning(editing: Editing) -> None:
    editing.set_title("  Other   one ")
    assert editing.opened == OpenDraft(RoutineDraft("Other one", (A, B)), "text", "/mine.toml")


def test_letters_typed_in_a_row_are_one_change(editing: Editing) -> None:
    for title in ("O", "Ot", "Oth"):
        editing.set_title(title)
    editing.end_typing()
    editing.set_title("Others")
    editing.undo()
    assert editing.draft.title == "Oth"
    editing.undo()
    assert editing.draft.title == "Mine"
    assert not editing.can_undo


def test_each_key_of_each_exercise_is_typed_by_itself(editing: Editing) -> None:
    for at, key, text in ((0, "sets", "1"), (1, "sets", "1"), (1, "note", "n")):
        editing.type(at, key, text)
    editing.undo()
    editing.undo()
    assert editing.draft.entries == (EntryDraft("A", sets=1), B)


def test_a_change_after_undo_forgets_what_was_undone(editing: Editing) -> None:
    editing.set_title("Other")
    editing.undo()
    assert not editing.has_changed
    editing.remove(0)
    assert not editing.can_redo
    assert editing.has_changed


def test_what_changes_nothing_is_no_change(editing: Editing) -> None:
    editing.type(0, "sets", "")
    editing.set_title("Mine")
    assert not editing.can_undo


def test_mistakes_go_along_with_their_exercise(editing: Editing) -> None:
    editing.mistakes[1]["sets"] = ("x", "Write a number")
    editing.move(1, 0)
    editing.insert(0, C)
    assert editing.mistakes == [{}, {"sets": ("x", "Write a number")}, {}]
    editing.remove(1)
    assert editing.mistakes == [{}, {}]


def test_what_cannot_be_taken_leaves_the_value_as_it_was(editing: Editing) -> None:
    editing.type(0, "sets", "1")
    editing.type(0, "sets", "1h")
    assert editing.draft.entries == (A, B)
    assert not editing.can_undo
    editing.type(0, "sets", "2")
    editing.end_typing()
    editing.type(0, "sets", "2h")
    assert editing.draft.entries[0].sets == 2
    [(text, why)] = editing.mistakes[0].values()
    assert text == "2h"
    assert why.startswith("Write a whole number")
    assert editing.drop_mistakes(0)
    assert not editing.drop_mistakes(0)


def test_an_amount_takes_the_place_of_any_other(editing: Editing) -> None:
    editing.type(0, "reps", "x")
    editing.type(0, "hold", "20")
    assert editing.mistakes[0] == {}
    assert editing.draft.entries[0].amounts == (Hold(20.0),)


def test_a_circuit_is_there_as_long_as_an_exercise_is_in_it(editing: Editing) -> None:
    assert editing.circuit(0) is None
    editing.type_circuit(0, "rounds", "2")  # there is none: nothing
    editing.type(0, "circuit", "X")
    assert editing.circuit(0) == Circuit("X", 3, 60.0)
    editing.type_circuit(0, "rounds", "2")
    editing.type_circuit(0, "round_rest", "30")
    editing.type(1, "circuit", "X")
    editing.remove(0)
    assert editing.draft.circuits == (Circuit("X", 2, 30.0),)
    editing.type_circuit(0, "rounds", "99")
    assert editing.circuit(0) == Circuit("X", 2, 30.0)
    editing.type(0, "circuit", "")
    assert not editing.draft.circuits
    editing.undo()
    assert editing.draft.circuits == (Circuit("X", 2, 30.0),)
