"""Runs the window: application, signals, our own bugs, and what can wait until it is painted.

What is imported and done before the first painting counts: see tests/bench/startup.py.
"""

import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from glutetimer.bugs import BugReports
from glutetimer.core.ports.services import Services
from glutetimer.folders import Folders
from glutetimer.kept_file import KeptFile
from glutetimer.ui.style.theme import find_icons, load_fonts, new_application
from glutetimer.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from threading import Thread

    from PySide6.QtCore import QMessageLogContext, QSocketNotifier, QtMsgType

LATER_MS = 1500
"""So long after the start the person is looking at the window: now heavier things may happen."""

MAX_QT_LINES = 50


def run(
    places: Folders,
    services: Services,
    font_files: tuple[str, ...],
    icon_folder: str,
    later: Callable[[Services], None],
) -> int:
    """Open the window and return the exit status when it is closed.

    `later` is run in a thread of its own once the window stands.
    """
    qt_messages = _QtMessages(places)
    qInstallMessageHandler(qt_messages.take)
    app = new_application("glutetimer")
    qt_messages.has_display = True
    app.setApplicationName("glutetimer")
    app.setDesktopFileName("glutetimer")
    load_fonts(font_files)
    find_icons(icon_folder)
    window = MainWindow(services)
    put_back(window, KeptFile(places.window_place))
    desk = _Desk(window, services, later, places)
    sys.excepthook = desk.take_bug
    window.show()
    QTimer.singleShot(0, desk.begin)
    try:
        with desk.watching_threads():
            return app.exec() or (0 if window.is_all_kept else 1)
    finally:
        desk.end()
        qInstallMessageHandler(None)


class _QtMessages:
    """Takes what Qt has to say: fatal before there is a display, else a line in the log."""

    def __init__(self, places: Folders) -> None:
        self._places = places
        self._known: set[str] = set()
        self.has_display = False

    def take(self, kind: "QtMsgType", context: "QMessageLogContext", message: str) -> None:
        """Take a message. After a fatal one Qt would abort, with a core dump: we end first."""
        from PySide6.QtCore import QtMsgType  # late: few starts have any message

        if kind is QtMsgType.QtFatalMsg:
            from glutetimer.display import refused_display

            if not self.has_display:
                print(f"glutetimer: {refused_display(message)}", file=sys.stderr, flush=True)
                os._exit(1)
            self._write(f"Qt, fatal: {message}")
        elif kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg) and self._is_new(message):
            self._write(f"Qt: {message}")

    def _write(self, line: str) -> None:
        from glutetimer.bugs import write_line

        write_line(line, self._places.errors)

    def _is_new(self, message: str) -> bool:
        if not self.has_display or message in self._known or len(self._known) >= MAX_QT_LINES:
            return False
        self._known.add(message)
        return True


class _Desk(QObject):
    """What surrounds a window while it is open: signals, bugs, and work that could wait."""

    bug_met = Signal(str)
    """A sentence on a mistake of our own, from whatever thread."""

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
        self.bug_met.connect(self._tell_of_bug)  # it may come from any thread
        self._reports = BugReports(places.errors, self.bug_met.emit)
        self._pipe: tuple[int, int] | None = None
        self._notifier: QSocketNotifier | None = None
        window.closing.connect(self.keep_place)

    @Slot()
    def begin(self) -> None:
        """Take care of signals; the rest follows once the person looks at the window."""
        self._catch_signals()
        QTimer.singleShot(LATER_MS, self.work)

    def end(self) -> None:
        """Give everything back."""
        sys.excepthook = sys.__excepthook__
        if self._thread is not None:
            self._thread.join(5.0)
        if self._pipe is not None:
            self._leave_signals(self._pipe)

    def watching_threads(self) -> AbstractContextManager[None]:
        """Take the mistakes of every thread while the window is open."""
        return self._reports.of_all_threads()

    @Slot()
    def keep_place(self) -> None:
        """Let the next start put the window where it is now."""
        remember(self._window, KeptFile(self._places.window_place))

    @Slot()
    def work(self) -> None:
        """Do in a thread what could wait."""
        from threading import Thread

        self._thread = Thread(target=self._later, args=(self._services,), daemon=True)
        self._thread.start()

    # Signals

    def _catch_signals(self) -> None:
        """Let SIGINT and SIGTERM wake the event loop, which otherwise sleeps in Qt's own code."""
        if sys.platform == "win32":
            return  # there are no such signals for a program with a window
        import signal

        from PySide6.QtCore import QSocketNotifier

        reader, writer = os.pipe()
        for descriptor in (reader, writer):
            os.set_blocking(descriptor, False)
        self._pipe = (reader, writer)
        signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _do_nothing)  # the byte in the pipe is enough
        self._notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self.close_window)

    def _leave_signals(self, pipe: tuple[int, int]) -> None:
        import signal

        signal.set_wakeup_fd(-1)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        for descriptor in pipe:
            os.close(descriptor)
        self._pipe = None

    @Slot()
    def close_window(self) -> None:
        """Close in order and without a question; a session keeps what was done."""
        from contextlib import suppress

        if self._pipe is not None:
            with suppress(BlockingIOError):
                os.read(self._pipe[0], 64)
        self._window.keep_all()
        self._window.close()
        QApplication.quit()

    # Bugs

    def take_bug(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a bug of ours, tell the person of its kind once, and go on."""
        if isinstance(bug, KeyboardInterrupt):
            self.close_window()
        else:
            self._reports.take(bug.with_traceback(trace))

    @Slot(str)
    def _tell_of_bug(self, sentence: str) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        what, _, where = sentence.partition("). ")
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("glutetimer")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"{what}).")
        box.setInformativeText(f"{where} You can go on.")
        box.open()


def put_back(window: QWidget, place: KeptFile) -> None:
    """Put a window, before it is shown, where `remember` last saw it; else it stays as it is.

    Qt moves it onto a screen that is there and makes it fit.
    """
    known = place.load()
    if isinstance(known, str):
        window.restoreGeometry(QByteArray.fromBase64(QByteArray(known.encode())))


def remember(window: QWidget, place: KeptFile) -> None:
    """Keep where a window stands; one that fills the screen does so for now, not for ever."""
    if not window.isFullScreen():
        place.store(window.saveGeometry().toBase64().toStdString())


def _do_nothing(number: int, frame: object) -> None:
    return
