"""The wait before a set for somebody who comes from elsewhere: its name and its length."""

from dataclasses import replace

import pytest

from glutetimer.core.exercise import Hold, Position, Reps, Sides
from glutetimer.core.plan.lead_in import LeadWait, after_wait, lead_in, stances_at, way_to
from glutetimer.core.plan.timeline import SetSpan, Step, StepKind, Timeline
from glutetimer.core.routine import Prescription
from glutetimer.core.session.session import Session
from glutetimer.core.session.states import Command
from tests.core.builders import entry, exercise, plan, routine

READY, REST = StepKind.GET_READY, StepKind.REST
SWITCH, CHANGE = StepKind.SWITCH_SIDES, StepKind.CHANGE_POSITION
FOURS, SIDE_LYING = Position.ALL_FOURS, Position.SIDE_LYING


def of(name: str, position: Position, sides: Sides = Sides.BOTH, sets: int = 1) -> Prescription:
    what = exercise(name, position=position, sides=sides)
    made = entry(Hold(20.0) if sides is Sides.BOTH else Reps(5, 5), sets, sides, what)
    return replace(made, change_s=20.0, switch_s=8.0)


TIMELINE = plan(
    routine(
        of("Bridge", Position.SUPINE, sets=2),  # sets 0 and 1
        of("Clam", SIDE_LYING, Sides.EACH),  # 2 left, 3 right
        of("Raise", SIDE_LYING, Sides.EACH),  # 4 left, 5 right
        of("Squat", Position.STANDING, sets=2),  # 6 and 7
    )
)
"""Get ready 10 s, then rests of 30 and 40 s, changes of 20 s and switches of 8 s."""


@pytest.mark.parametrize(
    ("here", "there", "kind", "seconds"),
    [
        (1, 1, REST, 6.0),  # again, in place
        (1, 0, READY, 6.0),
        (2, 2, READY, 6.0),  # the routine's own wait here is a change: there is none
        (3, 3, READY, 6.0),  # ... a switch
        (3, 2, SWITCH, 8.0),
        (2, 1, CHANGE, 20.0),
        (2, 0, CHANGE, 20.0),
        (4, 3, SWITCH, 8.0),  # another exercise, but lying on the other side
        (5, 3, READY, 6.0),
        (7, 4, CHANGE, 20.0),
        (6, 6, READY, 6.0),
        (7, 6, READY, 6.0),
    ],
)
def test_what_there_is_to_do_on_the_way_back(
    here: int, there: int, kind: StepKind, seconds: float
) -> None:
    stances = stances_at(TIMELINE, TIMELINE.sets[here].first)
    assert lead_in(TIMELINE, there, stances) == LeadWait(kind, seconds)
    timeline, step, elapsed_s = way_to(TIMELINE, there, stances)
    wait = timeline.steps[step]
    assert (wait.kind, (wait.duration_s or 0.0) - elapsed_s) == (kind, seconds)
    assert timeline.set_of(step).index == there
    assert timeline.steps[step + 1] == TIMELINE.steps[TIMELINE.sets[there].first]
    assert len(timeline.sets) == len(TIMELINE.sets)


@pytest.mark.parametrize(("there", "seconds"), [(1, 20.0), (3, 20.0)])
def test_a_start_in_the_middle_leaves_time_to_get_into_place(there: int, seconds: float) -> None:
    assert lead_in(TIMELINE, there, ()) == LeadWait(READY, seconds)


def test_a_start_in_the_middle_takes_ten_seconds_at_least() -> None:
    quick = plan(routine(replace(entry(Hold(20.0), sets=2), change_s=3.0)))
    assert lead_in(quick, 1, ()) == LeadWait(READY, 10.0)


def test_whoever_changes_may_be_in_both_places() -> None:
    change = TIMELINE.sets[2].first - 1
    assert TIMELINE.steps[change].kind is CHANGE
    for there in (1, 2):
        assert lead_in(TIMELINE, there, stances_at(TIMELINE, change)) == LeadWait(CHANGE, 20.0)
    rest = change - 1
    assert lead_in(TIMELINE, 1, stances_at(TIMELINE, rest)) == LeadWait(REST, 6.0)


def without_waits() -> Timeline:
    quick = replace(entry(Hold(20.0), sets=2), rest_s=0.0)
    return plan(routine(quick))


def test_where_nothing_leads_to_a_set_a_repeat_begins_at_once() -> None:
    timeline = without_waits()
    second = timeline.sets[1]
    stances = stances_at(timeline, second.first)
    assert way_to(timeline, 1, stances) == (timeline, second.first, 0.0)


def test_a_position_that_is_not_known_is_not_changed() -> None:
    unknown = replace(exercise("Own"), position=None)
    timeline = plan(routine(entry(Hold(20.0)), entry(Hold(20.0), what=unknown)))
    stances = stances_at(timeline, timeline.sets[1].first)
    assert lead_in(timeline, 0, stances) == LeadWait(READY, 6.0)


def test_a_time_that_the_person_set_to_nothing_is_no_wait() -> None:
    own = [replace(one, change_s=0.0) for one in (of("A", FOURS), of("B", SIDE_LYING))]
    timeline = plan(routine(*own))
    stances = stances_at(timeline, timeline.sets[1].first)
    assert lead_in(timeline, 0, stances) == LeadWait(READY, 6.0)


def test_next_in_a_rest_leaves_the_whole_change() -> None:
    change = TIMELINE.sets[2].first - 1
    assert after_wait(TIMELINE, change - 1, 3.0) == (change, 0.0)
    assert after_wait(TIMELINE, change, 3.0) == (change, 14.0)
    assert after_wait(TIMELINE, change, 15.0) == (change + 1, 0.0)


# In a session


def session_at(index: int) -> Session:
    """A session in the effort of a set."""
    session = Session(TIMELINE)
    session.do(Command.START, 0.0)
    while session.current_set.index < index or not _is_effort(session):
        session.do(Command.NEXT, 0.0)
    return session


def _is_effort(session: Session) -> bool:
    return session.timeline.steps[session.place.step].kind.is_effort


def _wait(session: Session) -> tuple[StepKind, float]:
    place = session.place
    kind = session.timeline.steps[place.step].kind
    return kind, (place.duration_s or 0.0) - place.elapsed_s


def test_back_and_forth_keeps_in_mind_where_the_person_is() -> None:
    """Twice back out of standing: the person has not lain down in between."""
    session = session_at(6)
    session.do(Command.PREVIOUS, 0.0)
    assert (session.current_set.index, _wait(session)) == (5, (CHANGE, 20.0))
    session.do(Command.PREVIOUS, 0.0)
    assert (session.current_set.index, _wait(session)) == (4, (CHANGE, 20.0))
    session.do(Command.PREVIOUS, 0.0)
    session.do(Command.PREVIOUS, 0.0)
    assert (session.current_set.index, _wait(session)) == (2, (CHANGE, 20.0))


def test_a_repeat_of_the_set_that_was_gone_back_to_needs_no_change() -> None:
    session = session_at(2)
    session.do(Command.PREVIOUS, 0.0)
    assert _wait(session) == (CHANGE, 20.0)
    session.do(Command.NEXT, 0.0)
    session.do(Command.NEXT, 0.0)
    assert _is_effort(session)
    session.do(Command.REPEAT_SET, 0.0)
    assert (session.current_set.index, _wait(session)) == (1, (REST, 6.0))


def test_the_other_sets_keep_their_waits() -> None:
    session = session_at(6)
    session.do(Command.PREVIOUS, 0.0)
    kinds = [[s.kind for s in _lead(session.timeline, span)] for span in session.timeline.sets]
    planned = [[s.kind for s in _lead(TIMELINE, span)] for span in TIMELINE.sets]
    planned[5] = [CHANGE]
    assert kinds == planned


def _lead(timeline: Timeline, span: SetSpan) -> tuple[Step, ...]:
    return timeline.steps[span.lead_in : span.first]
