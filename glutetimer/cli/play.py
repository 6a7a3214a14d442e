"""`glutetimer play`: a session in the terminal."""

import sys
from argparse import Namespace
from dataclasses import replace

from glutetimer import app
from glutetimer.cli.planned import chosen_today
from glutetimer.core.errors import Trouble
from glutetimer.core.plan.today import plan_today
from glutetimer.core.ports.services import Services
from glutetimer.core.settings import Settings, Verbosity
from glutetimer.terminal.session import Wish
from glutetimer.terminal.session import play as play_session


def play(given: Namespace) -> int:
    """Play a routine and record it."""
    is_real_time = given.speed == 1.0
    is_silent = given.voice == "off" or not is_real_time
    if not is_real_time and given.voice in ("on", "tones"):
        print("Sound keeps real time only: at another speed it is off.", file=sys.stderr)
    services = app.build_services(given.data_dir, is_silent=is_silent)
    app.make_own_folders(services)
    try:
        return _play(services, given)
    finally:
        app.close_services(services)


def _play(services: Services, given: Namespace) -> int:
    settings, notices = services.settings_store.load()
    settings = voiced(settings, given.voice)
    routine = services.library.routine(given.routine)
    today = chosen_today(given)
    sets = len(plan_today(routine, settings, today).sets)
    if given.first_set > sets:
        raise Trouble(
            f"There is no set {given.first_set}",
            routine.title,
            f"It has {sets} sets; give --from a number from 1 to {sets}",
        )
    wish = Wish(routine, settings, today, given.first_set - 1, given.speed)
    return play_session(services, wish, notices)


def voiced(settings: Settings, voice: str | None) -> Settings:
    """The settings with what --voice asks for; None leaves them."""
    match voice:
        case "on":
            is_mute = settings.verbosity in (Verbosity.TONES, Verbosity.SILENT)
            verbosity = Verbosity.COACH if is_mute else settings.verbosity
            return replace(settings, voice_on=True, verbosity=verbosity)
        case "tones":
            return replace(settings, voice_on=True, verbosity=Verbosity.TONES)
        case "off":
            return replace(settings, verbosity=Verbosity.SILENT)
        case _:
            return settings
