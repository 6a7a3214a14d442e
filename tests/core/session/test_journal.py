"""What is kept, what is not yet, and when it is tried again."""

import pytest

from glutetimer.core.exercise import Hold
from glutetimer.core.history.records import Pain, SessionReview
from glutetimer.core.session.journal import RETRY_S, Keeping, kept_words
from glutetimer.core.session.states import Command
from tests.core.builders import entry
from tests.core.session.test_coach import World


def started(*, is_full: bool = False) -> World:
    world = World(entry(Hold(30), sets=2))
    world.history.is_full = is_full
    world.coach.do(Command.START)
    return world


def test_a_session_is_kept_from_its_first_second() -> None:
    world = started()
    assert world.coach.journal.keeping is Keeping.KEPT
    assert kept_words(world.coach.journal) == "What you have done so far is kept in the history."


def test_nothing_is_to_be_kept_before_it_begins() -> None:
    assert World(entry(Hold(5))).coach.journal.keeping is Keeping.KEPT


def test_what_the_history_refuses_is_in_a_file_at_once() -> None:
    world = started(is_full=True)
    journal = world.coach.journal
    assert journal.keeping is Keeping.ELSEWHERE
    assert journal.place in world.history.elsewhere
    assert "which the next start takes in" in kept_words(journal)
    [notice] = world.coach.take_notices()
    assert "The disk is full" in notice.text
    assert journal.place in notice.cure


def test_with_no_place_at_all_nothing_is_said_to_be_kept() -> None:
    world = World(entry(Hold(30)))
    world.history.is_full, world.history.has_refuge = True, False
    world.coach.do(Command.START)
    assert world.coach.journal.keeping is Keeping.PENDING
    assert kept_words(world.coach.journal).startswith("Not kept yet: The disk is full")
    [notice] = world.coach.take_notices()
    assert "No folder can be written" in notice.cure


def test_it_is_tried_again_by_time_and_not_with_the_next_set_only() -> None:
    world = started(is_full=True)
    world.history.is_full = False
    world.clock.advance(RETRY_S * 0.9)
    world.coach.tick()
    assert world.history.starts == {}
    world.run(2)
    assert world.coach.journal.keeping is Keeping.KEPT
    assert world.history.elsewhere == {}
    assert [notice.text for notice in world.coach.take_notices()][-1].startswith("All that you did")


def test_the_end_is_tried_again_when_asked_to_go() -> None:
    """The last set, the end and the answers: nothing comes after them that could try again."""
    world = started()
    world.history.is_full = True
    world.run(45)
    world.coach.do(Command.STOP)
    world.coach.review(SessionReview(4, 7, "hm"))
    assert world.coach.journal.keep_at_last() is Keeping.ELSEWHERE
    [session] = world.history.elsewhere.values()
    assert session.end is not None
    assert session.review == SessionReview(4, 7, "hm")
    assert len(session.sets) == 1

    world.history.is_full = False
    assert world.coach.journal.keep_at_last() is Keeping.KEPT
    assert world.history.reviews[1] == SessionReview(4, 7, "hm")
    assert 1 in world.history.ends
    assert len(world.history.records[1]) == 1


def test_it_hurts_is_tried_again() -> None:
    world = started()
    world.run(12)
    world.coach.do(Command.HURT)
    world.history.is_full = True
    world.coach.report_pain(Pain("hip", 5))
    [session] = world.history.elsewhere.values()
    assert session.sets[0].pain == Pain("hip", 5)
    world.history.is_full = False
    world.clock.advance(RETRY_S)
    world.coach.tick()
    assert world.history.records[1][0].pain == Pain("hip", 5)


def test_a_trouble_that_lasts_is_told_once() -> None:
    world = started(is_full=True)
    world.run(25)
    told = [notice.text for notice in world.coach.take_notices()]
    assert len(told) == 1


def test_a_gap_is_sleep_only_if_the_machine_slept() -> None:
    for slept_s, has_slept in ((0.0, False), (8.0, True), (None, None)):
        world = started()
        world.run(5)
        world.clock.advance(8.0)
        world.clock.slept_s = slept_s
        world.coach.tick()
        assert world.coach.wakefulness.has_slept is has_slept


def test_a_session_with_nothing_done_leaves_the_history_again() -> None:
    world = started()
    world.run(12)
    world.coach.do(Command.STOP)
    assert world.history.sessions() == []
    assert world.coach.journal.keeping is Keeping.KEPT


@pytest.mark.parametrize("is_begun", [True, False])
def test_nothing_done_is_nowhere_though_the_disk_was_full(is_begun: bool) -> None:
    """Whether the history had its beginning or not: the next start takes nothing in."""
    world = started(is_full=not is_begun)
    world.history.is_full = True
    world.run(12)
    world.coach.do(Command.STOP)
    assert world.history.elsewhere == {}
    world.history.is_full = False
    assert world.coach.journal.keep_at_last() is Keeping.KEPT
    assert world.history.sessions() == []


def test_what_was_said_of_a_pain_is_known_and_taken_back() -> None:
    world = started()
    world.run(12)
    world.coach.do(Command.HURT)
    journal, (result,) = world.coach.journal, world.coach.results
    assert journal.pain_of(None) is journal.pain_of(result) is None
    world.coach.report_pain(Pain("hip", 5))
    assert journal.pain_of(result) == Pain("hip", 5)
    assert len(journal.pains) == 1
    world.coach.report_pain(None)
    assert not journal.pains
    assert world.history.records[1][0].pain is None


def test_pain_told_before_it_begins_is_stored_and_known_afterwards() -> None:
    world = World(entry(Hold(30)))
    world.coach.note_pain_before(7)
    assert world.coach.journal.keeping is Keeping.KEPT, "nothing is to be kept yet"
    world.coach.do(Command.START)
    assert world.coach.journal.pain_before == 7
    assert world.history.starts[1].pain_before == 7
