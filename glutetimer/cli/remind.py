"""`glutetimer remind`: shows the reminder that is due, and does what the person replies.

The timer of the system starts it; without a window, so Qt is never read.
"""

import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from glutetimer import app
from glutetimer.clock import SystemClock
from glutetimer.command import ACTIVATION
from glutetimer.core.errors import Trouble
from glutetimer.core.history.special_routines import SQUEEZES
from glutetimer.core.ports.reminders import Heard, Reminders
from glutetimer.core.reminders.rules import last_trained, next_reminder
from glutetimer.core.reminders.told import ReminderKind, Reply
from glutetimer.core.reminders.words import coming_line, schedule_line, timer_line
from glutetimer.core.settings import Settings
from glutetimer.folders import Folders, folders, naming_words
from glutetimer.menu_entry import starting_words
from glutetimer.reminders.systemd import BY_TIMER

_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", ACTIVATION)


def remind(given: Namespace) -> int:
    """Remind, say what is on, or switch it off; returns the exit status. Raises Trouble."""
    places = folders(given.data_dir)
    # What is wrong with them the window tells; the history, which is large, is hardly ever read.
    settings, _ = app.make_settings_store(places, SystemClock()).load()
    reminders = app.make_reminders(places, SystemClock())
    if given.off:
        return _switch_off(places, settings, reminders)
    if given.status:
        return _say_status(settings, reminders)
    if sys.platform != "linux":
        raise Trouble("On this system reminders come only while the window is open")
    while (heard := reminders.remind(settings, lambda: _trained_on(places))) is not None:
        _do(heard, places)
    return 0


def _say_status(settings: Settings, reminders: Reminders) -> int:
    now = reminders.now()
    print(schedule_line(settings))
    print(coming_line(settings, next_reminder(settings, reminders.told(), now), now.date()))
    print(timer_line(settings, *_state(settings, reminders)))
    return 0


def _state(settings: Settings, reminders: Reminders) -> tuple[bool, str]:
    state = reminders.timer_state(settings)
    return state.is_on, state.why


def _switch_off(places: Folders, settings: Settings, reminders: Reminders) -> int:
    off = replace(settings, remind=False, squeezes=False, remind_closed=False)
    store = app.make_settings_store(places, SystemClock())
    store.load()
    store.save(off)
    reminders.set_timer(off)
    print("No reminder is on any more, and there is no timer.")
    return 0


def _trained_on(places: Folders) -> date | None:
    """The last local day with a session; squeezes are none."""
    if not places.history.exists():
        return None
    with suppress(Trouble):
        history = app.open_history_at(places)
        try:
            return last_trained(history.last_done())
        finally:
            history.close()
    return None


def _do(heard: Heard, places: Folders) -> None:
    """Open the window for a reply; one that is open already takes it over."""
    match heard.reply:
        case Reply.START if heard.kind is ReminderKind.SESSION:
            words = ["open", "--today"]
        case Reply.START:
            words = ["open", "--start", SQUEEZES]
        case Reply.OPEN:
            words = ["open"]
        case _:
            return
    if heard.activation:
        os.environ[ACTIVATION] = heard.activation
    command = (*starting_words(), *words, *naming_words(places))
    _start(command)


def _start(command: Sequence[str]) -> None:
    """Start a program that outlives this one; systemd would end it with its own service."""
    if os.environ.get(BY_TIMER):
        kept = (f"--setenv={name}={os.environ[name]}" for name in _DISPLAY if name in os.environ)
        command = ("systemd-run", "--user", "--quiet", "--collect", *kept, *command)
    quiet = subprocess.DEVNULL
    try:
        subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError as error:
        raise Trouble("The window cannot be opened", command[0], str(error)) from error
