"""`glutetimer history next`: what the last sessions suggest. It only reads."""

from argparse import Namespace
from collections.abc import Iterable

from glutetimer import app
from glutetimer.cli.opened import told_history, told_settings
from glutetimer.clock import SystemClock
from glutetimer.command import command
from glutetimer.core.advice.advise import next_steps
from glutetimer.core.advice.suggestion import Suggestion
from glutetimer.folders import folders
from glutetimer.store.history import History
from glutetimer.terminal.text import clean


def next_step(given: Namespace) -> int:
    """Print the suggestions for a routine, or for the one that was done last."""
    with told_history(given.data_dir) as store:
        name = given.routine or _last_done(store)
        if not name:
            print(f"No session yet. Begin with: {command('play', 'first-session')}")
            return 0
        routine = app.open_library(folders(given.data_dir)).routine(name)
        settings = told_settings(given.data_dir)
        now = SystemClock().utc_now().astimezone()
        suggestions = next_steps(routine, settings, store.progress, now)
    print(clean(routine.title))
    print("\n".join(_lines(suggestions)))
    return 0


def _last_done(store: History) -> str:
    last = store.last_done()
    return max(last, key=lambda name: last[name], default="")


def _lines(suggestions: Iterable[Suggestion]) -> Iterable[str]:
    shown = False
    for one in suggestions:
        shown = True
        yield f"\n{clean(one.words)}"
        yield f"  {clean(one.reason)}"
        yield f"  Rule: {one.rule.words}"
        yield f"  From: {one.rule.source}{' (Editorial.)' if one.rule.is_editorial else ''}"
    if shown:
        yield "\nNothing has changed. Take a step in the window, or set it in the settings."
    else:
        yield "No next step now: go on as you do."
