"""Runs the window: application, signals, our own bugs, and what can wait until it is painted."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    QTimer,
    QtMsgType,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from glutetimer.bugs import write_down, write_line
from glutetimer.core.ports import Services
from glutetimer.display import refused_display
from glutetimer.folders import Folders
from glutetimer.ui.main_window import MainWindow
from glutetimer.ui.theme import load_fonts, new_application

LATER_MS = 1500
"""So long after the start the person is looking at the window: now heavier things may happen."""

MAX_QT_LINES = 50


def run(
    places: Folders,
    make_services: Callable[[], Services],
    font_files: tuple[str, ...],
    later: Callable[[Services], None],
    close: Callable[[Services], None],
) -> int:
    """Open the window and return the exit status when it is closed.

    `later` is run in a thread of its own once the window stands, `close` at the end.
    """
    qt_messages = _QtMessages(places)
    qInstallMessageHandler(qt_messages.take)
    app = new_application("glutetimer")
    qt_messages.has_display = True
    app.setApplicationName("glutetimer")
    app.setDesktopFileName("glutetimer")
    load_fonts(font_files)
    services = make_services()
    window = MainWindow(services)
    desk = _Desk(window, services, later, places)
    window.show()
    desk.begin()
    try:
        return app.exec()
    finally:
        desk.end()
        close(services)
        qInstallMessageHandler(None)


class _QtMessages:
    """Takes what Qt has to say: fatal before there is a display, else a line in the log."""

    def __init__(self, places: Folders) -> None:
        self._places = places
        self._known: set[str] = set()
        self.has_display = False

    def take(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Take a message. After a fatal one Qt would abort, with a core dump: we end first."""
        if kind is QtMsgType.QtFatalMsg:
            if not self.has_display:
                print(f"glutetimer: {refused_display(message)}", file=sys.stderr, flush=True)
                os._exit(1)
            write_line(f"Qt, fatal: {message}", self._places.errors)
        elif kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg) and self._is_new(message):
            write_line(f"Qt: {message}", self._places.errors)

    def _is_new(self, message: str) -> bool:
        if not self.has_display or message in self._known or len(self._known) >= MAX_QT_LINES:
            return False
        self._known.add(message)
        return True


class _Desk(QObject):
    """What surrounds a window while it is open: signals, bugs, and work that could wait."""

    def __init__(
        self,
        window: MainWindow,
        services: Services,
        later: Callable[[Services], None],
        places: Folders,
    ) -> None:
        super().__init__()
        self._window = window
        self._services = services
        self._later = later
        self._places = places
        self._thread: Thread | None = None
        self._told_of_bug = False
        self._pipe: tuple[int, int] | None = None
        self._notifier: QSocketNotifier | None = None

    def begin(self) -> None:
        """Begin to take care of bugs and signals; the rest once the window stands."""
        sys.excepthook = self.take_bug
        self._catch_signals()
        QTimer.singleShot(LATER_MS, self.work)

    def end(self) -> None:
        """Give everything back."""
        sys.excepthook = sys.__excepthook__
        if self._thread is not None:
            self._thread.join(5.0)
        if self._pipe is not None:
            signal.set_wakeup_fd(-1)
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_DFL)
            if self._notifier is not None:
                self._notifier.setEnabled(False)
            for descriptor in self._pipe:
                os.close(descriptor)
            self._pipe = None

    @Slot()
    def work(self) -> None:
        """Do in a thread what could wait."""
        self._thread = Thread(target=self._later, args=(self._services,), daemon=True)
        self._thread.start()

    # Signals

    def _catch_signals(self) -> None:
        """Let SIGINT and SIGTERM wake the event loop, which otherwise sleeps in Qt's own code."""
        if sys.platform == "win32":
            return  # there are no such signals for a program with a window
        reader, writer = os.pipe()
        for descriptor in (reader, writer):
            os.set_blocking(descriptor, False)
        self._pipe = (reader, writer)
        signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _do_nothing)  # the byte in the pipe is enough
        self._notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self.close_window)

    @Slot()
    def close_window(self) -> None:
        """Close in order and without a question; a session keeps what was done."""
        from glutetimer.core.session import Command
        from glutetimer.ui.session.page import SessionPage  # late: there may be no session yet

        if self._pipe is not None:
            with suppress(BlockingIOError):
                os.read(self._pipe[0], 64)
        page = self._window.findChild(SessionPage)
        if page is not None and page.is_running():
            page.driver.do(Command.STOP)
        self._window.close()
        QApplication.quit()

    # Bugs

    def take_bug(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a bug of ours, tell the person once, and go on."""
        if isinstance(bug, KeyboardInterrupt):
            self.close_window()
            return
        path = write_down(bug.with_traceback(trace), self._places.errors)
        if self._told_of_bug:
            return
        self._told_of_bug = True
        where = f"Details are in {path}" if path else "Details could not be written to a file"
        from PySide6.QtCore import Qt  # late: its enums take 20 ms
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("glutetimer")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"A mistake in glutetimer itself ({kind.__name__}).")
        box.setInformativeText(f"{where}. You can go on; what you did is kept.")
        box.open()


def _do_nothing(number: int, frame: object) -> None:
    return
