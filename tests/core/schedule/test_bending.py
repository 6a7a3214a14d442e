"""What bends a plan: a case for every rule, and for what comes before what."""

from dataclasses import replace

import pytest

from glutetimer.core.schedule.bending import Bend, offer
from glutetimer.core.schedule.evidence import PhaseCheck, ToldPain
from glutetimer.core.schedule.following import PlanStanding
from glutetimer.core.schedule.phase import PlanPhase
from tests.core.schedule.builders import plan

PLAN = replace(
    plan("1 Mon a", "2 Mon b", "3 Mon b", "4 Mon c"),
    phases=(PlanPhase("Begin", 1, 1), PlanPhase("Build", 2, 3), PlanPhase("Keep", 4, 4)),
)
PASSED, MISSING = PhaseCheck(True, "3 x 12"), PhaseCheck(False, "3 x 12", "Not done so far")
OWN = PhaseCheck(None, "Do you sleep well?")
GOOD, BAD, WORSE = ToldPain(3, 2), ToldPain(4, 6), ToldPain(5, 8)
FALLING, SILENT, SORE_BEFORE = ToldPain(8, 6), ToldPain(None, None), ToldPain(7, None)


def standing(week: int, is_done: bool = False, in_week: int = 0, away: int = 2) -> PlanStanding:
    return PlanStanding(0, None, None, 0, week, is_done, in_week, away)


CASES = [
    # (standing, checks, pains since the week was chosen, week offered, words)
    (standing(2), (), (), None, ""),
    # Pain
    (standing(2), (), (BAD,), None, ""),  # once: the day is gentle, the phase stays
    (standing(2), (), (GOOD, BAD), None, ""),
    (standing(2), (), (BAD, GOOD), None, ""),
    (standing(2), (), (BAD, SILENT), None, ""),
    (standing(2), (), (BAD, WORSE), 1, "Back to Begin"),
    (standing(4), (), (GOOD, WORSE, BAD), 2, "Back to Build"),
    (standing(2), (), (BAD, SORE_BEFORE), 1, "Back to Begin"),
    (standing(2), (), (BAD, FALLING), None, ""),  # above 5, but less than before
    (standing(2), (), (FALLING, BAD), 1, "Back to Begin"),
    (standing(1), (), (BAD, WORSE), None, ""),  # there is no earlier one
    (standing(3, is_done=True), (PASSED,), (BAD, WORSE), 1, "Back to Begin"),
    # A missed week
    (standing(3, in_week=1, away=7), (), (), None, ""),
    (standing(3, in_week=1, away=8), (), (), 3, "Repeat week 3"),
    (standing(3, in_week=2, away=60), (), (GOOD,), 3, "Repeat week 3"),
    (standing(3, in_week=0, away=60), (), (), None, ""),  # it has yet to begin: none is lost
    (standing(3, is_done=True, in_week=1, away=9), (PASSED,), (), 3, "Repeat week 3"),
    # The test
    (standing(3, is_done=True), (), (), 4, "Go on to Keep"),
    (standing(3, is_done=True), (PASSED, PASSED), (GOOD,), 4, "Go on to Keep"),
    (standing(3, is_done=True), (PASSED, MISSING), (GOOD,), None, ""),
    (standing(3, is_done=True), (PASSED, OWN), (GOOD,), 4, "Go on to Keep"),
    (standing(3, is_done=True), (PASSED,), (BAD,), None, ""),
    (standing(3, is_done=True), (PASSED,), (FALLING,), None, ""),
    (standing(3), (PASSED,), (GOOD,), None, ""),  # not before its weeks are over
    (standing(4, is_done=True), (PASSED,), (), None, ""),  # the end
]


@pytest.mark.parametrize(("where", "checks", "pains", "week", "words"), CASES)
def test_what_is_offered(
    where: PlanStanding,
    checks: tuple[PhaseCheck, ...],
    pains: tuple[ToldPain, ...],
    week: int | None,
    words: str,
) -> None:
    found = offer(PLAN, where, checks, pains)
    assert (found.week if found else None) == week
    assert (found.words if found else "") == words


@pytest.mark.parametrize(
    ("where", "checks", "pains", "bend", "reason"),
    [
        (standing(2), (), (BAD, WORSE), Bend.PAIN,
         "Your pain was 6 and 8 in the last two sessions, which is too much for this phase."),
        (standing(3, in_week=1, away=9), (), (), Bend.MISSED,
         "Your last session of the plan was 9 days ago: a week that was missed is repeated, and "
         "none is lost."),
        (standing(3, is_done=True), (), (), Bend.PASSED, "This phase is done."),
        (standing(3, is_done=True), (PASSED, OWN), (), Bend.PASSED,
         "This phase is done and its test passed. Go on only if you can say yes: Do you sleep "
         "well?"),
    ],
)  # fmt: skip
def test_each_offer_has_its_reason(
    where: PlanStanding,
    checks: tuple[PhaseCheck, ...],
    pains: tuple[ToldPain, ...],
    bend: Bend,
    reason: str,
) -> None:
    found = offer(PLAN, where, checks, pains)
    assert found is not None
    assert (found.bend, found.reason) == (bend, reason)


def test_a_plan_without_phases_is_never_bent() -> None:
    plain = replace(PLAN, phases=())
    assert offer(plain, standing(3, is_done=True, in_week=1, away=30), (), (BAD, WORSE)) is None
