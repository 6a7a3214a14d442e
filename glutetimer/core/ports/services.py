"""Everything that a front end needs of the world, in one value."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from glutetimer.core.ports.awake import NOT_AWAKE

if TYPE_CHECKING:
    # The first window comes up without these: see tests/bench/startup.py.
    from collections.abc import Callable

    from glutetimer.core.history.archive import HistoryArchive
    from glutetimer.core.history.totals import ProgressStore
    from glutetimer.core.ports.awake import Wakefulness
    from glutetimer.core.ports.bringing import RoutineImporter
    from glutetimer.core.ports.calendar import CalendarMaker
    from glutetimer.core.ports.clock import Clock
    from glutetimer.core.ports.history import HistoryStore, OpenedHistory
    from glutetimer.core.ports.library import RoutineLibrary
    from glutetimer.core.ports.music import OtherMusic
    from glutetimer.core.ports.own_files import OwnFiles
    from glutetimer.core.ports.player import CuePlayer
    from glutetimer.core.ports.reminders import Reminders
    from glutetimer.core.ports.remote import RemoteControl
    from glutetimer.core.ports.rendering import SessionRenderer
    from glutetimer.core.ports.settings import SettingsStore
    from glutetimer.core.ports.shelf import RoutineShelf


class Services:
    """Everything a front end needs of the world, made in app.py.

    `make_player` is called once, when sound is first needed: nothing of audio is imported
    before. `make_renderer` is called for every sound file, `make_calendar` for every calendar,
    `make_shelf` once, when a routine is first edited, `make_importer` once, when the first comes
    from elsewhere, `make_own_files` once, when the window stands, `make_remote` and `make_music`
    when a session begins; the latter has always the same. `make_reminders` is called when the
    window stands, and for their settings. `has_drafts` is whether any are kept from
    last time. `data_dir` is the folder of the person's own files, `manual_dir` that of
    the manual's pages. `awake` keeps the machine awake. The history and the settings are opened
    when they are first asked for: after the first painting of the window.
    """

    # Written out: of a named tuple Python would compile each type here, with every start.
    def __init__(  # noqa: PLR0913 (everything that a front end needs, each by its name)
        self,
        *,
        clock: Clock,
        library: RoutineLibrary,
        open_history: Callable[[], OpenedHistory],
        make_settings_store: Callable[[], SettingsStore],
        make_player: Callable[[], CuePlayer],
        make_renderer: Callable[[], SessionRenderer],
        make_calendar: Callable[[], CalendarMaker],
        make_shelf: Callable[[], RoutineShelf],
        has_drafts: Callable[[], bool],
        make_importer: Callable[[], RoutineImporter],
        make_own_files: Callable[[], OwnFiles],
        make_remote: Callable[[], RemoteControl],
        make_music: Callable[[], OtherMusic],
        make_reminders: Callable[[], Reminders],
        data_dir: str,
        manual_dir: str,
        awake: Wakefulness = NOT_AWAKE,
    ) -> None:
        self.clock = clock
        self.library = library
        self.open_history = open_history
        self.make_settings_store = make_settings_store
        self.make_player = make_player
        self.make_renderer = make_renderer
        self.make_calendar = make_calendar
        self.make_shelf = make_shelf
        self.has_drafts = has_drafts
        self.make_importer = make_importer
        self.make_own_files = make_own_files
        self.make_remote = make_remote
        self.make_music = make_music
        self.make_reminders = make_reminders
        self.data_dir = data_dir
        self.manual_dir = manual_dir
        self.awake = awake

    @cached_property
    def opened(self) -> OpenedHistory:
        """The history with what was found when it was opened."""
        return self.open_history()

    @cached_property
    def settings_store(self) -> SettingsStore:
        """Where the settings are kept."""
        return self.make_settings_store()

    @property
    def history(self) -> HistoryStore:
        """The history."""
        return self.opened.history

    @property
    def progress(self) -> ProgressStore:
        """What statistics and advice ask of the history."""
        return self.opened.progress

    @property
    def archive(self) -> HistoryArchive:
        """The history as a whole: files and backups."""
        return self.opened.archive

    @property
    def is_history_open(self) -> bool:
        """Whether anybody has asked for the history."""
        return "opened" in self.__dict__
