"""Reminders while the window is open: sets the system's timer, or takes its place."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from glutetimer.command import START, TODAY
from glutetimer.core.errors import Trouble
from glutetimer.core.history.special_routines import SQUEEZES
from glutetimer.core.notice import Notice
from glutetimer.core.ports.reminders import Heard, TimerState
from glutetimer.core.ports.services import Services
from glutetimer.core.reminders.rules import after, due, last_trained, next_reminder, settled
from glutetimer.core.reminders.told import ReminderKind, Reply
from glutetimer.core.reminders.words import NOTES, coming_line
from glutetimer.core.settings import Section, Settings, values_of
from glutetimer.ui.widgets.background_task import BackgroundTask, unwatched
from glutetimer.ui.window.front import bring_to_front
from glutetimer.ui.window.tray import Tray

LOOK_MS = 30_000
"""So often it looks for what is due, while the system's timer does not."""


class ReminderWatch(QObject):
    """Follows the settings; `tray` is None where there is no tray, or nothing is on."""

    open_asked = Signal(str)
    """What the person replied to: as `command` has it for a window."""

    notice_given = Signal(Notice)
    trouble_met = Signal(Trouble)
    """The timer cannot be set."""

    coming_told = Signal(str)
    """When the next reminder comes, in words; "" if none is on."""

    heard = Signal(object)
    """From the thread that asks: a Heard, a Trouble, or None."""

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._reminders = services.make_reminders()
        self._settings = Settings()
        self._is_in_session = False
        self._asker: Thread | None = None
        self._task: BackgroundTask | None = None
        self._shown = ReminderKind.SESSION
        self.tray: Tray | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.look)
        self.heard.connect(self._take)

    def begin(self, settings: Settings) -> None:
        """Remind as these settings say, from the start of the program on."""
        self._settings = settings
        self._set_timer(is_chosen=False)
        self.tell()

    def follow(self, settings: Settings) -> None:
        """Remind as the person has chosen now; what of today is past counts as told."""
        before, self._settings = self._settings, settings
        if values_of(before, Section.REMINDERS) == values_of(settings, Section.REMINDERS):
            return
        now = self._reminders.now()
        self._reminders.change(lambda told: settled(settings, told, now))
        self._set_timer(is_chosen=True)
        self.tell()

    def set_in_session(self, is_running: bool) -> None:
        """Leave a session alone."""
        self._is_in_session = is_running
        self.tell()

    @Slot()
    def tell(self) -> None:
        """Tell when the next one comes, here and in the tray."""
        is_on = self._settings.remind or self._settings.squeezes
        now, told = self._reminders.now(), self._reminders.told()
        coming = next_reminder(self._settings, told, now, self._trained_on())
        line = coming_line(self._settings, coming, now.date())
        if is_on and self.tray is None and QSystemTrayIcon.isSystemTrayAvailable():
            self.tray = Tray(self._window)
            self.tray.pause_wished.connect(self.pause_today)
            self.tray.open_asked.connect(self._open)
            self.tray.note_clicked.connect(self._start_shown)
            self.tray.contextMenu().aboutToShow.connect(self.tell)
        if self.tray is not None:
            self.tray.setVisible(is_on)
            self.tray.show_state(line, told.quiet_day == now.date())
        self.coming_told.emit(line if is_on else "")

    @Slot(bool)
    def pause_today(self, is_paused: bool) -> None:
        """Have no reminder today any more, or have them again."""
        day = self._reminders.now().date() if is_paused else None
        self._reminders.change(lambda told: replace(told, quiet_day=day))
        self.tell()

    # The timer of the system

    def _set_timer(self, *, is_chosen: bool) -> None:
        """Set it; a start only mends it: the program may have moved, or a file been changed."""
        settings, reminders = self._settings, self._reminders

        def work() -> TimerState:
            state = reminders.timer_state(settings)
            return state if state.is_on else reminders.set_timer(settings)

        self._task = BackgroundTask(unwatched(work), self)
        self._task.done.connect(self._take_state)
        self._task.failed.connect(self._take_place)
        if is_chosen:
            self._task.failed.connect(self.trouble_met)
        self._task.start()

    @Slot(object)
    def _take_state(self, state: TimerState) -> None:
        if state.is_on:
            self._look.stop()
        else:
            self._take_place()

    @Slot()
    def _take_place(self) -> None:
        if self._settings.remind or self._settings.squeezes:
            self._look.start()
        else:
            self._look.stop()

    # In its place

    @Slot()
    def look(self) -> None:
        """Remind of what is due, in a thread that waits for the reply."""
        if self._is_in_session or (self._asker is not None and self._asker.is_alive()):
            return
        if hasattr(time, "tzset"):
            time.tzset()  # the person may be in another time zone now
        settings, reminders, told = self._settings, self._reminders, self._reminders.told()
        if due(settings, told, reminders.now()) is None:
            return
        trained_on = self._trained_on()  # asked here: the history is not for every thread
        work = partial(reminders.remind, settings, lambda: trained_on)
        self._asker = Thread(target=_ask, args=(work, self.heard.emit), daemon=True)
        self._asker.start()

    @Slot(object)
    def _take(self, heard: Heard | Trouble | None) -> None:
        match heard:
            case Heard(kind=kind, is_shown=False):
                self._show(kind)
            case Heard(reply=Reply.START, kind=kind, activation=activation):
                bring_to_front(self._window, activation)
                self._start(kind)
            case Heard(reply=Reply.OPEN, activation=activation):
                bring_to_front(self._window, activation)
            case Trouble():
                self._show_here()
            case _:
                pass
        self.tell()

    def _show_here(self) -> None:
        """Show what is due in the window: the desktop has no notifications."""
        now = self._reminders.now()
        kind = due(self._settings, self._reminders.told(), now, self._trained_on())
        if kind is not None:
            self._reminders.change(lambda told: after(self._settings, told, kind, now))
            self.notice_given.emit(_notice(kind))

    def _show(self, kind: ReminderKind) -> None:
        self._shown = kind
        if self.tray is not None and QSystemTrayIcon.supportsMessages():
            self.tray.show_note(NOTES[kind])
        else:
            self.notice_given.emit(_notice(kind))

    @Slot()
    def _start_shown(self) -> None:
        bring_to_front(self._window)
        self._start(self._shown)

    def _start(self, kind: ReminderKind) -> None:
        is_session = kind is ReminderKind.SESSION
        self.open_asked.emit(TODAY if is_session else f"{START}{SQUEEZES}")

    @Slot()
    def _open(self) -> None:
        bring_to_front(self._window)

    def _trained_on(self) -> date | None:
        """The last local day with a session; squeezes are none."""
        with suppress(Trouble):
            return last_trained(self._services.history.last_done())
        return None


def _ask(work: Callable[[], Heard | None], tell: Callable[[object], None]) -> None:
    try:
        found: object = work()
    except Trouble as trouble:
        found = trouble
    with suppress(RuntimeError):  # the window is gone
        tell(found)


def _notice(kind: ReminderKind) -> Notice:
    note = NOTES[kind]
    return Notice(f"{note.title}.", note.text)
