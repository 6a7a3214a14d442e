"""Undo and redo of the history's edits."""

from copy import deepcopy
from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionReview
from glutetimer.core.session.edits import Deletion, Edit, PainBeforeEdit, ReviewEdit, SetEdit
from glutetimer.ui.history.edit_stack import MOST_STEPS, EditStack
from tests.fakes_history import FakeHistory
from tests.ui.fakes import World
from tests.ui.samples import records, session

FULL = Trouble("The disk is full", "history.sqlite3", "Make room")


def _random_edit(history: FakeHistory, random: Random) -> Edit:
    summary = history.summaries[random.randrange(1, 4)]
    match random.randrange(4):
        case 0:
            review = replace(summary.review, pain_after=random.randrange(11))
            return ReviewEdit(summary, summary.review, review)
        case 1:
            return PainBeforeEdit(summary, summary.start.pain_before, random.randrange(11))
        case 2:
            record = random.choice(history.records[summary.id])
            return SetEdit(summary, record, replace(record, note=f"{random.random()}"))
        case _:
            return Deletion(summary, summary.id in history.deleted)


def _state(history: FakeHistory) -> object:
    return deepcopy((history.summaries, history.records, history.deleted))


@pytest.mark.parametrize("seed", range(12))
def test_undo_and_redo_walk_through_the_same_states(qtbot: QtBot, world: World, seed: int) -> None:
    """Against the simplest model: the list of all states, and a place in it."""
    random, history = Random(seed), world.history
    for number in (1, 2, 3):
        history.add(session(number, world.ago(number)), records(world.ago(number)))
    for number in (1, 2, 3):  # the fake counts the sets done only when one is stored
        history.add_set(number, history.records[number][0])
    owner = QObject()
    stack = EditStack(history, owner)
    states, place = [_state(history)], 0
    for _ in range(80):
        history.trouble = FULL if random.random() < 0.2 else None
        match random.randrange(5):
            case 0 | 1:
                is_done = stack.do(_random_edit(history, random))
                assert is_done is (history.trouble is None)
                if is_done:
                    states = [*states[: place + 1], _state(history)]
                    place += 1
            case 2 | 3:
                stack.undo()
                place -= 1 if place and history.trouble is None else 0
            case _:
                stack.redo()
                place += 1 if place + 1 < len(states) and history.trouble is None else 0
        assert _state(history) == states[place]
        assert stack.can_undo() is (place > 0)
        assert stack.can_redo() is (place + 1 < len(states))


def test_every_change_is_told_as_it_is_in_the_history(qtbot: QtBot, world: World) -> None:
    world.history.add(session(1, world.ago(1)))
    summary = world.history.summaries[1]
    owner = QObject()
    stack = EditStack(world.history, owner)
    told: list[tuple[Edit, bool]] = []
    stack.edited.connect(lambda edit, was_undone: told.append((edit, was_undone)))
    edit = ReviewEdit(summary, summary.review, SessionReview(7))
    stack.do(edit)
    stack.undo()
    stack.redo()
    assert told == [(edit, False), (edit.reverse(), True), (edit, False)]


def test_trouble_is_told_and_nothing_moves(qtbot: QtBot, world: World) -> None:
    world.history.add(session(1, world.ago(1)))
    owner = QObject()
    stack = EditStack(world.history, owner)
    stack.do(Deletion(world.history.summaries[1]))
    world.history.trouble = FULL
    with qtbot.waitSignal(stack.trouble_met), qtbot.assertNotEmitted(stack.edited):
        stack.undo()
    world.history.trouble = None
    stack.undo()
    assert world.history.deleted == set()


def test_so_many_steps_are_kept_and_all_are_forgotten(qtbot: QtBot, world: World) -> None:
    world.history.add(session(1, world.ago(1)))
    summary = world.history.summaries[1]
    owner = QObject()
    stack = EditStack(world.history, owner)
    for level in range(MOST_STEPS + 5):
        stack.do(PainBeforeEdit(summary, level % 10, (level + 1) % 10))
    count = 0
    while stack.can_undo():
        stack.undo()
        count += 1
    assert count == MOST_STEPS
    stack.forget()
    assert not stack.can_redo()
