"""The composition root: the only place that names the concrete classes.

Imports inside functions are seams, which keep a start short. The larger ones are: a
command (`cli/main.py`), the window (here, so that a terminal needs no Qt), the history and the
settings (here: they are opened after the first painting), the readers of routines
(`files/library.py`: listings are kept), the sound (here and in `audio`, for its libraries), a tab,
a session, a dialog (`ui/window`, `ui/routines`, `ui/history`, `ui/editor`), a screen reader
(`ui/widgets/announcing.py`) and mistakes (`toml_text/problem.py`).
"""

import gc
import sys
from contextlib import suppress
from functools import cache, partial
from typing import TYPE_CHECKING

from glutetimer.clock import LocalZone, SystemClock
from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.services import Services
from glutetimer.files.library import Library
from glutetimer.files.toml_folder import toml_files
from glutetimer.folders import Folders, folders, naming_words
from glutetimer.keep_awake import KeepAwake
from glutetimer.resources import assets_dir, routines_dir

GARBAGE_OBJECTS = 50_000
"""So many new objects between two looks for garbage: a start makes many, and none in vain."""

if TYPE_CHECKING:
    from collections.abc import Callable

    from glutetimer.core.ports.bringing import RoutineImporter
    from glutetimer.core.ports.calendar import CalendarMaker
    from glutetimer.core.ports.history import OpenedHistory
    from glutetimer.core.ports.music import OtherMusic
    from glutetimer.core.ports.own_files import OwnFiles
    from glutetimer.core.ports.player import CuePlayer
    from glutetimer.core.ports.reminders import Reminders
    from glutetimer.core.ports.remote import RemoteControl
    from glutetimer.core.ports.rendering import SessionRenderer
    from glutetimer.core.ports.settings import SettingsStore
    from glutetimer.core.ports.shelf import RoutineShelf
    from glutetimer.store.history import History


def build_services(
    data_dir: str | None, *, clock: Clock | None = None, is_silent: bool = False
) -> Services:
    """Everything that a front end needs. A history that cannot be opened becomes a notice.

    Raises Trouble only if the installation is broken. With `is_silent` no voice or device is
    ever asked for.
    """
    places = folders(data_dir)
    clock = clock or SystemClock()
    library = open_library(places)
    music = cache(partial(make_music, places))
    return Services(
        clock=clock,
        library=library,
        open_history=partial(_opened_history, places, clock),
        make_settings_store=partial(make_settings_store, places, clock),
        make_player=make_silent_player if is_silent else partial(make_player, places, clock, music),
        make_renderer=partial(make_renderer, places),
        make_calendar=make_calendar,
        make_shelf=partial(make_shelf, places, library),
        has_drafts=partial(has_drafts, places),
        make_importer=partial(open_importer, places, library),
        make_own_files=partial(make_own_files, places),
        make_remote=partial(make_remote, places, clock),
        make_music=music,
        make_reminders=partial(make_reminders, places, clock),
        data_dir=str(places.data),
        manual_dir=str(assets_dir() / "help"),
        awake=KeepAwake(),
    )


def close_services(services: Services) -> None:
    """Close the history; sessions that did not end count as interrupted from now on."""
    if services.is_history_open:
        from glutetimer import history_of_folders

        history_of_folders.close(services.history)


def make_own_folders(services: Services) -> None:
    """Make the folders for the person's own files, so that they can be found."""
    places = folders(services.data_dir)
    for folder in (places.routines, places.exercises, places.plans, places.voices):
        with suppress(OSError):  # the history says what is wrong with the folder
            folder.mkdir(parents=True, exist_ok=True)


def open_library(places: Folders) -> Library:
    """The routines and exercises, built-in and own. Raises Trouble for a broken installation."""
    assets = assets_dir()
    return Library(
        assets / "exercises", routines_dir(), places.data, places.listings, assets / "plans"
    )


def open_importer(places: Folders, library: Library) -> "RoutineImporter":
    """What brings in routines of other programs, into the person's own folder."""
    from glutetimer.files.importer import Importer

    return Importer(library, places.routines)


def make_settings_store(places: Folders, clock: Clock) -> "SettingsStore":
    """Where the settings are kept."""
    from glutetimer.store.settings_file import SettingsFile

    return SettingsFile(places.settings, clock)


def make_own_files(places: Folders) -> "OwnFiles":
    """What checks files, and reads those again that have changed."""
    from glutetimer.own_files import FilesOfFolders

    return FilesOfFolders(places, open_library(places))


def make_shelf(places: Folders, library: Library) -> "RoutineShelf":
    """What the editor opens and saves the person's own routines with."""
    from glutetimer.files.own_routines import OwnRoutines  # tomlkit takes longer than all of ours

    return OwnRoutines(library, places.data)


def has_drafts(places: Folders) -> bool:
    """Whether routines were being edited when the program ended."""
    return bool(toml_files(places.data / "drafts"))


def open_history_at(places: Folders, clock: Clock | None = None) -> "History":
    """The history of these folders. Raises Trouble if it cannot be opened."""
    from glutetimer.history_of_folders import history_at

    return history_at(places, clock or SystemClock(), partial(_make_room, places))


def make_calendar() -> "CalendarMaker":
    """The maker of calendars."""
    from glutetimer.files.calendar import CalendarFiles

    return CalendarFiles()


def make_player(
    places: Folders, clock: Clock, music: "Callable[[], OtherMusic] | None" = None
) -> "CuePlayer":
    """The player that speaks, and tells the music when it does."""
    from glutetimer.audio.player import Player

    on_speech = music().hear if music is not None else None
    return Player(clock, places.clips, voices_dir=places.voices, on_speech=on_speech)


def make_silent_player() -> "CuePlayer":
    """The player that makes no sound at all."""
    from glutetimer.audio.silent import SilentPlayer

    return SilentPlayer()


def make_remote(places: Folders, clock: Clock) -> "RemoteControl":
    """What lets the desktop control a session; only a Linux desktop has a session bus."""
    if sys.platform != "linux":
        from glutetimer.core.ports.remote import NO_REMOTE

        return NO_REMOTE
    # With the first session: jeepney takes 30 ms.
    from glutetimer.media.desktop_remote import DesktopRemote

    return DesktopRemote(clock, places.pictures)


def make_music(places: Folders) -> "OtherMusic":
    """What lowers or pauses the music of other programs; only Linux lets us."""
    if sys.platform != "linux":
        from glutetimer.core.ports.music import NO_MUSIC

        return NO_MUSIC
    from glutetimer.media.music import GuardedMusic

    return GuardedMusic(places.lowered)


def make_reminders(places: Folders, clock: Clock) -> "Reminders":
    """What reminds of sessions and squeezes, as this system lets us."""
    from glutetimer.reminders.kept import KeptTold

    kept, zone = KeptTold(places.told), LocalZone()
    if sys.platform != "linux":
        from glutetimer.reminders.elsewhere import WindowOnlyReminders

        return WindowOnlyReminders(kept, clock, zone)
    from glutetimer.menu_entry import starting_words
    from glutetimer.reminders.desktop_reminders import DesktopReminders
    from glutetimer.reminders.systemd import SystemdTimer, usual_folder

    timer = SystemdTimer(usual_folder(), (*starting_words(), "remind", *naming_words(places)))
    return DesktopReminders(kept, timer, clock, zone, icon_file())


def make_renderer(places: Folders) -> "SessionRenderer":
    """The maker of sound files."""
    from glutetimer.audio.render import Renderer

    return Renderer(places.clips, voices_dir=places.voices)


def run_window(data_dir: str | None, file: str = "") -> int:
    """Open the window, and a file in it if there is one; returns the exit status at its end."""
    gc.set_threshold(GARBAGE_OBJECTS)
    from glutetimer.window import run

    services = build_services(data_dir)
    try:
        places, fonts, icons = folders(data_dir), font_files(), icon_folder()
        return run(places, services, fonts, icons, do_later, file, icon_file=icon_file())
    finally:
        close_services(services)


def icon_folder() -> str:
    """The folder of the icons."""
    return str(assets_dir() / "icons")


def icon_file() -> str:
    """The program's own icon; a desktop that knows the program by its menu entry takes that."""
    return str(assets_dir() / "desktop" / "glutetimer-128.png")


def font_files() -> tuple[str, ...]:
    """The files of the program's font."""
    fonts = assets_dir() / "fonts"
    return tuple(str(fonts / f"Inter-{weight}.otf") for weight in ("Regular", "SemiBold", "Bold"))


def do_later(services: Services) -> None:
    """What can wait until the window stands; run in a thread of its own."""
    # First of all: a session may begin any moment now.
    from glutetimer.audio import device, player  # noqa: F401

    device.preload()
    make_own_folders(services)
    services.make_music().put_back()
    from glutetimer.history_of_folders import back_up

    back_up(services.history, services.clock.utc_now())


def _make_room(places: Folders) -> bool:
    from glutetimer.audio.clip_cache import remove_clips

    return remove_clips(places.clips)


def _opened_history(places: Folders, clock: Clock) -> "OpenedHistory":
    from glutetimer.history_of_folders import opened_history

    return opened_history(places, clock, partial(_make_room, places))
