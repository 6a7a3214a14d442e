"""`glutetimer import`: brings in routines of other programs."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from glutetimer import app
from glutetimer.cli.plan import step_json
from glutetimer.core.draft import Lost, PlannedDay
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.bringing import MOST_BYTES, Brought, counts_text
from glutetimer.core.routine import Routine
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.core.words.contents import entry_lines
from glutetimer.folders import folders
from glutetimer.ordinary_file import content_of
from glutetimer.terminal.text import clean


def bring(given: Namespace) -> int:
    """Show what came of a file, then write it; with --dry-run or --json nothing is written."""
    places = folders(given.data_dir)
    importer = app.open_importer(places, app.open_library(places))
    brought = importer.bring(*_source(given.file))
    if given.json:
        print(json.dumps(as_json(brought), indent=1))
        return 0
    print("\n".join(map(clean, as_lines(brought))))
    if given.dry_run:
        return 0
    kept = importer.keep(brought)
    for path in kept.routines:
        print(f"Kept as {clean(path)}")
    for path in kept.plans:
        print(f"Plan kept as {clean(path)}")
    return 0 if brought.drafts or brought.plans else 1


def _source(given: str) -> tuple[str, bytes]:
    """The name of a file and what it holds; what is piped in has no name."""
    if given == "-":
        return "", sys.stdin.buffer.read(MOST_BYTES + 1)
    return given, content_of(Path(given), MOST_BYTES)


def as_json(brought: Brought) -> dict[str, object]:
    """What came of a source as plain values."""
    return {
        "routines": [_routine_json(routine) for routine in brought.routines],
        "plans": [asdict(plan) for plan in brought.plans],
        "lost": [asdict(lost) for lost in _told(brought)],
    }


def _routine_json(routine: Routine) -> dict[str, object]:
    timeline = plan(routine)
    starts = zip(timeline.steps, timeline.starts_s, strict=False)
    return {
        "title": routine.title,
        "id": routine.id,
        "total_s": timeline.total_s,
        "steps": [step_json(timeline, step, session_s) for step, session_s in starts],
    }


def as_lines(brought: Brought) -> list[str]:
    """What came of a source, for people: routines with their exercises, plans, what is lost."""
    found = counts_text(len(brought.routines), len(brought.plans))
    lines = [f"{found} in a file of {brought.source}"]
    for routine in brought.routines:
        timeline = plan(routine)
        lines += ["", f"{routine.title}, {minutes_text(timeline.total_s)}"]
        lines += (f"  {line}" for line in entry_lines(timeline))
    for one in brought.plans:
        lines += ["", f"Plan {one.title}"]
        lines += (f"  {_day(day)}" for day in one.days)
        lines += [f"  {line}" for line in one.notes.splitlines()]
    told = list(map(_lost, _told(brought)))
    return [*lines, *(["", "Lost or guessed:"] if told else []), *(f"  {line}" for line in told)]


def _told(brought: Brought) -> list[Lost]:
    """What is lost or guessed, with the names of which nobody knows whether they are ours."""
    asked = "“{}” is taken as an exercise of its own; it may be {}"
    questions = (
        Lost(one.line, asked.format(one.name, one.perhaps[0])) for one in brought.questions
    )
    return [*brought.lost, *questions]


def _day(day: PlannedDay) -> str:
    week = f"week {day.week}, " if day.week else ""
    note = f"; {day.note}" if day.note else ""
    return f"{week}{day.day}: {day.routine or 'rest'}{note}"


def _lost(lost: Lost) -> str:
    return f"line {lost.line}: {lost.what}" if lost.line else lost.what
