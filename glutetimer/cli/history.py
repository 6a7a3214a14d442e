"""`glutetimer history`: what was done, as a list or one session."""

from argparse import Namespace
from collections.abc import Iterable
from datetime import UTC, datetime

from glutetimer.cli.archive import archive
from glutetimer.cli.next_step import next_step
from glutetimer.cli.opened import told_history
from glutetimer.cli.table import table
from glutetimer.command import command
from glutetimer.core.errors import Trouble
from glutetimer.core.history.counting import sets_planned, sets_text
from glutetimer.core.history.records import (
    Achieved,
    SessionEnd,
    SessionSummary,
    SetRecord,
    SetResult,
)
from glutetimer.core.words.clock_text import clock_text, seconds_text
from glutetimer.core.words.coaching import side_name
from glutetimer.store.history import History
from glutetimer.terminal.text import clean

UNSETTLED = "runs now, or was interrupted; the next start of the window or of play settles it."


def history(given: Namespace) -> int:
    """Run the asked-for part; without one the list."""
    if given.what == "next":
        return next_step(given)
    if given.what not in ("list", "show"):
        return archive(given)
    with told_history(given.data_dir) as store:
        if given.what == "show":
            _show(store, given.id)
        else:
            _list(store, given.limit or None)
    return 0


def ended_how(session: SessionSummary) -> str:
    """How a session ended; one that never did was interrupted."""
    return (session.end or SessionEnd.INTERRUPTED).value


def _list(store: History, limit: int | None) -> None:
    found = list(store.sessions(limit=None if limit is None else limit + 1))
    unfinished = store.unfinished()
    if unfinished:
        found += unfinished
        found.sort(key=lambda session: session.start.started_at, reverse=True)
    if not found:
        print(f"No session yet. Begin with: {command('play', 'first-session')}")
        return
    has_more = limit is not None and len(found) > limit
    shown = found[:limit]
    print("\n".join(session_table(shown)))
    if has_more:
        print(f"The newest {limit}; all of them: {command('history', 'list', '--limit', '0')}")
    for session in shown:
        if session in unfinished:
            print(f"Session {session.id} {UNSETTLED}")


def session_table(sessions: Iterable[SessionSummary]) -> Iterable[str]:
    """The lines of a list of sessions."""
    rows = (
        (
            str(session.id),
            local_text(session.start.started_at),
            session.start.routine_title,
            f"{session.sets_done}/{sets_planned(session.start.planned_sets, session.sets_done)}",
            clock_text(session.active_s) if session.end else "",
            ended_how(session),
            level_text(session.review.pain_after),
            level_text(session.review.effort),
        )
        for session in sessions
    )
    head = ("id", "begun", "routine", "sets", "time", "end", "pain", "effort")
    return table(head, rows, "id sets time pain effort")


def _show(store: History, number: int) -> None:
    everything = (*store.unfinished(), *store.sessions())
    session = next((found for found in everything if found.id == number), None)
    if session is None:
        raise Trouble(
            f"There is no session {number}",
            "",
            f"{command('history', 'list')} shows their numbers",
        )
    start, review = session.start, session.review
    print(f"{clean(start.routine_title)}, {local_text(start.started_at)}, {ended_how(session)}")
    facts = [sets_text(session.sets_done, start.planned_sets)]
    if start.dose != "normal":
        facts.append(f"{start.dose} dose")
    if session.end:
        facts.append(f"{clock_text(session.active_s)} of {clock_text(start.planned_s)}")
    answers = {
        "pain before": start.pain_before,
        "pain after": review.pain_after,
        "pain next morning": review.pain_morning,
        "effort": review.effort,
    }
    facts += [f"{name} {level}" for name, level in answers.items() if level is not None]
    print(", ".join(facts))
    if review.note:
        print(clean(review.note))
    if session.end is None:
        print(f"It {UNSETTLED}")
    records = store.sets(number)
    if records:
        print()
        print("\n".join(set_table(records)))


def set_table(records: Iterable[SetRecord]) -> Iterable[str]:
    """The lines of a session's sets: what was done against what was planned."""
    rows = (
        (
            record.result.exercise_name,
            set_number(record.result),
            side_name(record.result.side),
            amount(record.result.planned),
            amount(record.result.done),
            record.result.outcome.value,
            record.result.load,
            f"{level_text(record.pain.level)} {record.pain.where}".strip() if record.pain else "",
            record.note,
        )
        for record in records
    )
    head = ("exercise", "set", "side", "planned", "done", "outcome", "load", "pain", "note")
    return table(head, rows)


def set_number(result: SetResult) -> str:
    """Which set it was; one that was repeated has its try: "2, try 2"."""
    return f"{result.set}, try {result.attempt}" if result.attempt > 1 else str(result.set)


def amount(achieved: Achieved) -> str:
    """Reps or seconds: "8 reps", "30 s", "open"."""
    if achieved.reps is not None:
        return f"{achieved.reps} reps"
    return "open" if achieved.seconds is None else f"{seconds_text(achieved.seconds)} s"


def local_text(at: datetime) -> str:
    """A moment as the clock on the wall showed it."""
    return (at.astimezone() if at.tzinfo is UTC else at).strftime("%Y-%m-%d %H:%M")


def level_text(level: int | None) -> str:
    """A level of 0 to 10; empty if it was not answered."""
    return "" if level is None else str(level)
