"""`glutetimer plans`: the person's plans with their days, and what is next in the followed one."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from glutetimer import app
from glutetimer.cli.opened import opened_history, told_settings
from glutetimer.clock import SystemClock
from glutetimer.command import command
from glutetimer.core.schedule.followed import FollowedPlan, followed_plan
from glutetimer.core.schedule.plan_words import plan_facts, then_line
from glutetimer.core.schedule.routine_plan import PlanListing, RoutinePlan
from glutetimer.folders import folders
from glutetimer.terminal.text import clean


def plans(given: Namespace) -> int:
    """Print what is next in the followed plan, then all plans; returns 1 if a file has mistakes."""
    places = folders(given.data_dir)
    listings = app.open_library(places).plans()
    found = _followed(given, listings)
    if found is not None:
        print("\n".join(map(clean, _next(found))))
    if not listings:
        print(f"No plan yet. They belong in {clean(str(places.plans))}")
        print(f"Bring one in: {command('import', 'FILE')}")
    for listing in listings:
        print()
        print("\n".join(map(clean, _lines(listing))))
    return 1 if any(listing.problems for listing in listings) else 0


def _followed(given: Namespace, listings: Sequence[PlanListing]) -> FollowedPlan | None:
    settings = told_settings(given.data_dir)
    if not settings.followed_plan:
        return None
    now = SystemClock().utc_now().astimezone()
    with opened_history(given.data_dir) as history:
        return followed_plan(settings, listings, history.sessions, now)


def _next(found: FollowedPlan) -> Iterator[str]:
    yield found.sentence
    if found.standing is not None:
        if found.standing.day is not None and found.standing.day.note:
            yield f"  {found.standing.day.note}"
        if then := then_line(found.standing):
            yield f"  {then}"
        if session := found.standing.session:
            yield f"  Begin it: {command('play', session.routine_id)}"


def _lines(listing: PlanListing) -> Iterator[str]:
    if listing.plan is None:
        yield f"{listing.title} ({listing.path}) has mistakes"
        yield from (f"  {problem}" for problem in listing.problems)
    else:
        yield f"{listing.title} ({listing.id}): {plan_facts(listing.plan)}"
        yield from (f"  {line}" for line in listing.plan.notes.splitlines())
        yield from _days(listing.plan)


def _days(plan: RoutinePlan) -> Iterator[str]:
    for day in plan.in_order():
        note = f"; {day.note}" if day.note else ""
        yield f"  {day.when}: {day.what}{note}"
