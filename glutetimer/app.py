"""The composition root: the only place that names the concrete classes."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from glutetimer.clock import SystemClock
from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.history import OfferedBackup, OpenedHistory
from glutetimer.core.ports.player import CuePlayer
from glutetimer.core.ports.services import Services
from glutetimer.core.settings import Settings
from glutetimer.folders import Folders, folders

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QCoreApplication

    from glutetimer.core.plan.timeline import Timeline
    from glutetimer.core.plan.today import Today
    from glutetimer.core.ports.calendar import CalendarMaker
    from glutetimer.core.ports.rendering import SessionRenderer
    from glutetimer.core.report.period import Period
    from glutetimer.core.routine import Routine
    from glutetimer.core.words.dose_changes import TodaysPlan
    from glutetimer.files.library import Library
    from glutetimer.store.history import History


def open_library(places: Folders) -> "Library":
    """The routines and exercises, built-in and own. Raises Trouble for a broken installation."""
    from glutetimer.files.library import Library
    from glutetimer.resources import assets_dir, routines_dir

    return Library(assets_dir() / "exercises", routines_dir(), places.data, places.listings)


def load_settings(data_dir: str | None) -> tuple[Settings, Sequence[Notice]]:
    """The settings as they are now, and what could not be read of them."""
    from glutetimer.store.settings_file import SettingsFile

    places = folders(data_dir)
    return SettingsFile(places.settings, SystemClock(), places.settings_copy).load()


def planned(
    data_dir: str | None, routine: str, settings: Settings, today: "Today | None" = None
) -> "TodaysPlan":
    """A routine (name or path) with the person's settings on such a day. Raises Trouble."""
    from glutetimer.core.plan.today import Today
    from glutetimer.core.words.dose_changes import todays_plan

    found = open_library(folders(data_dir)).routine(routine)
    return todays_plan(found, settings, today or Today())


def make_handout(timeline: "Timeline", path: str, may_replace: bool) -> int:
    """Write a routine's sheet as a PDF; returns the number of its pages. Raises Trouble."""
    from glutetimer.ui.paper.handout_pdf import write_handout
    from glutetimer.whole_file import check_target

    check_target(Path(path), ".pdf", may_replace)  # the application takes a while
    app = _application_for_paper()
    pages = write_handout(timeline, Path(path), may_replace=may_replace)
    del app  # needed until here
    return pages


def make_report(
    history: "History", period: "Period", goal: int, path: str, may_replace: bool
) -> int:
    """Write what was done in a period as a PDF; returns the number of pages. Raises Trouble.

    `goal` is in sessions a week.
    """
    from PySide6.QtCore import QLocale

    from glutetimer.core.report.making import report_of
    from glutetimer.ui.paper.report.pdf import write_report
    from glutetimer.whole_file import check_target

    check_target(Path(path), ".pdf", may_replace)
    app = _application_for_paper()
    weekday = QLocale().firstDayOfWeek().value
    report = report_of(history, history.progress, period, goal, local_day(), weekday)
    pages = write_report(report, Path(path), may_replace=may_replace)
    del app
    return pages


def _application_for_paper() -> "QCoreApplication":
    """The application that fonts need; keep it while something is painted."""
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    from glutetimer.ui.style.theme import FONT_FAMILY, find_icons, load_fonts

    app = QGuiApplication.instance()
    if app is None:
        # Nothing is shown, so no display is needed.
        app = QGuiApplication(["glutetimer", "-platform", "offscreen"])
    if FONT_FAMILY not in QFontDatabase.families():
        load_fonts(_font_files())
    find_icons(_icon_folder())
    return app


def local_day() -> "date":
    """The day that it is here."""
    return SystemClock().utc_now().astimezone().date()


def make_calendar() -> "CalendarMaker":
    """The maker of calendars."""
    from glutetimer.files.calendar import CalendarFiles

    return CalendarFiles()


def open_history(data_dir: str | None) -> "History":
    """The history. Raises Trouble if it cannot be opened."""
    return open_history_at(folders(data_dir))


def open_history_at(places: Folders, clock: Clock | None = None) -> "History":
    """The history of these folders. Raises Trouble if it cannot be opened."""
    from glutetimer.store.history import History
    from glutetimer.whole_file import sweep

    sweep(places.data, ".*.part")  # what a process that was killed has left
    sweep(places.data / "backups", "*.part")
    sweep(places.cache)

    def make_room() -> bool:
        from glutetimer.audio.clip_cache import remove_clips

        return remove_clips(places.clips)

    return History(
        places.history, clock or SystemClock(), make_room=make_room, refuges=refuges(places)
    )


def refuges(places: Folders) -> tuple[Path, ...]:
    """The folders for sessions that the history refuses, the best first."""
    from tempfile import gettempdir

    return places.data, places.cache, Path.home(), Path(gettempdir())


def clip_lengths_s(
    data_dir: str | None,
    routine: "Routine",
    texts: Sequence[str],
    settings: Settings,
    wait_s: float,
) -> Mapping[str, float]:
    """Seconds of the clips of a routine's texts; after `wait_s` of those that are ready."""
    from time import monotonic, sleep

    from glutetimer.core.cues.pronunciation import pronunciations

    clock = SystemClock()
    player = make_player(folders(data_dir), clock)
    try:
        player.prepare(texts, settings, routine.language, pronunciations(routine))
        until_s = monotonic() + wait_s
        while monotonic() < until_s and not player.take_notices():
            ready = player.lengths_s()
            if all(text in ready for text in texts):
                break
            sleep(0.02)
        return dict(player.lengths_s())
    finally:
        player.close()


def make_player(places: Folders, clock: Clock) -> CuePlayer:
    """The player that speaks."""
    from glutetimer.audio.player import Player

    return Player(clock, places.clips)


def make_renderer(places: Folders) -> "SessionRenderer":
    """The maker of sound files."""
    from glutetimer.audio.render import Renderer

    return Renderer(places.clips)


def make_silent_player() -> CuePlayer:
    """The player that makes no sound at all."""
    from glutetimer.audio.silent import SilentPlayer

    return SilentPlayer()


def diagnose_sound(settings: Settings) -> Sequence[tuple[str, str, bool, str]]:
    """(name, what was found, whether it is fine, cure) for the voice and the device."""
    from glutetimer.audio.diagnosis import diagnose

    found = diagnose(settings.voice, output_device=settings.output_device)
    return [(one.name.lower(), one.text, one.is_ok, one.cure) for one in found]


def build_services(
    data_dir: str | None, *, clock: Clock | None = None, is_silent: bool = False
) -> Services:
    """Everything that a front end needs. A history that cannot be opened becomes a notice.

    Raises Trouble only if the installation is broken. With `is_silent` no voice or device is
    ever asked for.
    """
    from glutetimer.resources import assets_dir
    from glutetimer.store.settings_file import SettingsFile

    places = folders(data_dir)
    clock = clock or SystemClock()

    def history() -> OpenedHistory:
        return _history(places, clock)

    def player() -> CuePlayer:
        return make_silent_player() if is_silent else make_player(places, clock)

    def renderer() -> "SessionRenderer":
        return make_renderer(places)

    return Services(
        clock=clock,
        library=open_library(places),
        open_history=history,
        settings_store=SettingsFile(places.settings, clock, places.settings_copy),
        make_player=player,
        make_renderer=renderer,
        make_calendar=make_calendar,
        data_dir=str(places.data),
        manual_dir=str(assets_dir() / "help"),
    )


def make_own_folders(services: Services) -> None:
    """Make the folders for the person's own files, so that they can be found."""
    from contextlib import suppress

    places = folders(services.data_dir)
    for folder in (places.routines, places.exercises):
        with suppress(OSError):  # the history says what is wrong with the folder
            folder.mkdir(parents=True, exist_ok=True)


def close_services(services: Services) -> None:
    """Close the history; sessions that did not end count as interrupted from now on."""
    if not services.is_history_open:
        return
    from glutetimer.store.history import History

    if isinstance(services.history, History):
        services.history.close()


def _history(places: Folders, clock: Clock) -> OpenedHistory:
    try:
        history = open_history_at(places, clock)
    except Trouble as trouble:
        from glutetimer.store import unavailable
        from glutetimer.store.refuge import Refuge

        return OpenedHistory(
            unavailable.UnavailableHistory(trouble, Refuge(refuges(places))),
            unavailable.UnavailableProgress(trouble),
            unavailable.UnavailableArchive(trouble),
            (Notice(f"The history cannot be written: {trouble.what}.", trouble.cure),),
        )
    backup, offered = history.offered_backup, None
    if backup is not None:
        restore = partial(history.restore_backup, backup)
        offered = OfferedBackup(backup.name, restore, history.begin_anew)
    else:
        history.begin_anew()  # nothing is asked: the notices are all
    return OpenedHistory(history, history.progress, history.archive, history.notices, offered)


def run_window(data_dir: str | None) -> int:
    """Open the window; returns the exit status when it was closed."""
    from glutetimer.display import missing_display

    trouble = missing_display()
    if trouble is not None:
        raise trouble
    services = build_services(data_dir)
    try:
        from glutetimer.ui.style.theme import find_icons
        from glutetimer.window import run

        find_icons(_icon_folder())
        return run(folders(data_dir), services, _font_files(), do_later)
    finally:
        close_services(services)


def _icon_folder() -> str:
    from glutetimer.resources import assets_dir

    return str(assets_dir() / "icons")


def _font_files() -> tuple[str, ...]:
    from glutetimer.resources import assets_dir

    fonts = assets_dir() / "fonts"
    return tuple(str(fonts / f"Inter-{weight}.otf") for weight in ("Regular", "SemiBold", "Bold"))


def do_later(services: Services) -> None:
    """What can wait until the window stands; run in a thread of its own."""
    from contextlib import suppress

    # First of all: a session may begin any moment now.
    import glutetimer.audio.player  # noqa: F401
    from glutetimer.audio.device import preload

    preload()
    make_own_folders(services)

    from glutetimer.store.history import History

    if isinstance(services.history, History):
        with suppress(Trouble):  # no backup today; `glutetimer doctor` looks at the folder
            services.history.backup_if_due(services.clock.utc_now())
