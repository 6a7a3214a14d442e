"""`glutetimer plans`: the person's plans with their days, and what is next in the followed one."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from glutetimer import app
from glutetimer.cli.opened import opened_history, told_settings
from glutetimer.clock import SystemClock
from glutetimer.command import command
from glutetimer.core.counts import sentence
from glutetimer.core.schedule.followed import FollowedPlan, followed_plan
from glutetimer.core.schedule.plan_words import (
    check_line,
    phase_lines,
    plan_facts,
    then_line,
    where_line,
)
from glutetimer.core.schedule.routine_plan import PlanDay, PlanListing, RoutinePlan
from glutetimer.core.schedule.walks import walks_line
from glutetimer.folders import folders
from glutetimer.terminal.text import clean


def plans(given: Namespace) -> int:
    """Print what is next in the followed plan, then all plans; returns 1 if a file has mistakes."""
    places = folders(given.data_dir)
    listings = app.open_library(places).plans()
    found = _followed(given, listings)
    if found is not None:
        print("\n".join(map(clean, _next(found))))
    if not any(listing.is_own for listing in listings):
        print(f"No plan of your own yet. They belong in {clean(str(places.plans))}")
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
        return followed_plan(settings, listings, history.sessions, history.progress, now)


def _next(found: FollowedPlan) -> Iterator[str]:
    yield found.sentence
    if found.standing is not None:
        if found.standing.day is not None and found.standing.day.note:
            yield f"  {found.standing.day.note}"
        if found.plan is not None and found.phase is not None:
            yield f"  {sentence(where_line(found.plan, found.standing))}"
        if found.offer is not None:
            yield f"  {found.offer.reason}"
            yield f"  {found.offer.words}: say yes in the window, View > Plans"
        yield from (f"  {check_line(one)}" for one in found.checks)
        if found.phase is not None and found.phase.walks is not None:
            yield f"  {walks_line(found.phase.walks, found.walks)}"
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
        for phase in listing.plan.phases:
            yield from (f"  {line}" for line in phase_lines(phase))
        yield from _days(listing.plan)


def _days(plan: RoutinePlan) -> Iterator[str]:
    """The days; weeks that are the same one after the other are told as one."""
    weeks = groupby(
        range(1, plan.weeks + 1), lambda week: [replace(d, week=0) for d in plan.days_of(week)]
    )
    for alike, days in ((list(weeks), days) for days, weeks in weeks):
        when = f"week {alike[0]}" if len(alike) == 1 else f"weeks {alike[0]} to {alike[-1]}"
        yield from (f"  {when}, {_day(day)}" for day in days)
    if not plan.weeks:
        yield from (f"  {_day(day)}" for day in plan.days)


def _day(day: PlanDay) -> str:
    return f"{day.day}: {day.what}" + (f"; {day.note}" if day.note else "")
