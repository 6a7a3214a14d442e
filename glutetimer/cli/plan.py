"""`glutetimer plan`: every step of a session."""

import json
import sys
from argparse import Namespace

from glutetimer.cli.planned import planned
from glutetimer.cli.table import table
from glutetimer.core.counts import count_text
from glutetimer.core.plan.timeline import Step, Timeline
from glutetimer.core.words.clock_text import clock_text, minutes_text
from glutetimer.core.words.coaching import phase_word, set_text, side_name
from glutetimer.core.words.dose_changes import TodaysPlan
from glutetimer.terminal.text import clean


def plan(given: Namespace) -> int:
    """Print the timeline as a table or as JSON."""
    planned_today = planned(given)
    for sentence in planned_today.hints:
        print(f"{clean(sentence)}.", file=sys.stderr)
    if given.json:
        print(json.dumps(as_json(planned_today), indent=1))
    else:
        print("\n".join(as_lines(planned_today)))
    return 0


def as_json(planned_today: TodaysPlan) -> dict[str, object]:
    """The timeline as plain values; null (None) where something does not apply.

    The time after an open-ended step (`duration_s` null) is what a typical person takes.
    """
    timeline = planned_today.timeline
    starts = zip(timeline.steps, timeline.starts_s, strict=False)
    return {
        "routine": timeline.routine.id,
        "dose": str(planned_today.today),
        "total_s": timeline.total_s,
        "steps": [step_json(timeline, step, session_s) for step, session_s in starts],
    }


def step_json(timeline: Timeline, step: Step, session_s: float) -> dict[str, object]:
    """A step as plain values; `entry` is the place of its exercise in the routine, from 0."""
    entry = timeline.entries[step.entry]
    return {
        "at_s": session_s,
        "duration_s": step.duration_s,
        "kind": step.kind.value,
        "entry": step.entry,
        "exercise": entry.exercise.id,
        "round": step.round if entry.circuit else None,
        "set": step.set,
        "rep": step.rep,
        "side": step.side.value if step.side else None,
    }


def as_lines(planned_today: TodaysPlan) -> list[str]:
    """The timeline as a table under a head line, and what is otherwise than on other days."""
    timeline = planned_today.timeline
    routine = timeline.routine
    facts = [minutes_text(timeline.total_s), count_text(len(timeline.sets), "set")]
    if routine.equipment:
        facts.append("needs " + ", ".join(routine.equipment))
    rows = (
        _row(timeline, number, session_s)
        for number, session_s in enumerate(timeline.starts_s[: len(timeline.steps)])
    )
    head = ("at", "for", "phase", "rep", "exercise", "side", "set")
    changes: list[str] = []
    if not planned_today.today.is_usual:
        changes = [f"{planned_today.headline}.", *map(clean, planned_today.lines())]
    return [
        f"{clean(routine.title)}: {', '.join(facts)}",
        *changes,
        "",
        *table(head, rows, "at for rep"),
    ]


def _row(timeline: Timeline, number: int, session_s: float) -> tuple[str, ...]:
    step = timeline.steps[number]
    span = timeline.set_of(number)
    entry = timeline.entries[step.entry]
    return (
        clock_text(session_s),
        "open" if step.duration_s is None else f"{step.duration_s:g} s",
        phase_word(step.kind, entry),
        "" if step.rep is None else str(step.rep),
        entry.exercise.name,
        side_name(step.side, entry.exercise.kind),
        set_text(timeline, span),
    )
