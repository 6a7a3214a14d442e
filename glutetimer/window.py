"""Runs the window: application, signals, our own bugs, and what can wait until it is painted.

What is imported and done before the first painting counts: see tests/bench/startup.py.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from types import TracebackType

from PySide6.QtCore import (
    QByteArray,
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from glutetimer.bugs import BugReports, write_line
from glutetimer.core.ports.services import Services
from glutetimer.core.theme import Theme
from glutetimer.display import refused_display
from glutetimer.folders import Folders
from glutetimer.kept_file import KeptFile
from glutetimer.ui.style.application import (
    apply_text_size,
    find_icons,
    load_fonts,
    new_application,
)
from glutetimer.ui.style.motion import set_less_motion
from glutetimer.ui.window.main_window import MainWindow

LATER_MS = 1500
"""So long after the start the person is looking at the window: now heavier things may happen."""

LISTEN_MS = 300
"""So long after the first painting it can be told of another start, for QtNetwork takes a while."""

MAX_QT_LINES = 50


def run(
    places: Folders,
    services: Services,
    font_files: tuple[str, ...],
    icon_folder: str,
    later: Callable[[Services], None],
    file: str = "",
    *,
    icon_file: str = "",
) -> int:
    """Open the window and return the exit status when it is closed, or is open already.

    `later` is run in a thread of its own once the window stands. `file` is the path of one to
    open in it.
    """
    if _is_open(places, file):
        return 0
    qt_messages = _QtMessages(places)
    qInstallMessageHandler(qt_messages.take)
    app = new_application("glutetimer")
    qt_messages.has_display = True
    app.setApplicationName("glutetimer")
    # By this name a desktop finds the menu entry; inside a Flatpak that has another one.
    app.setDesktopFileName(os.environ.get("FLATPAK_ID", "glutetimer"))
    app.setWindowIcon(QIcon(icon_file))
    load_fonts(font_files)
    find_icons(icon_folder)
    look = KeptLook(KeptFile(places.window_place))
    if look.text_size is not None:
        apply_text_size(app, look.text_size)
    window = MainWindow(services, look.theme)
    _Keeper(window, look)
    _take_handed_files(app, window)
    if file:
        window.open_file(file)
    signals = _ProcessSignals(window)
    visitors = _Visitors(window, places, file)
    bugs = _Bugs(window, places)
    bugs.interrupted.connect(signals.close_window)
    motion = _Motion(window)
    late_work = Thread(target=_do_later, args=(motion, later, services), daemon=True)
    try:
        with bugs.taken():
            window.show()
            QTimer.singleShot(0, signals.watch)
            window.stands.connect(visitors.listen_soon)
            QTimer.singleShot(LATER_MS, visitors.listen)  # a window that starts minimised
            QTimer.singleShot(LATER_MS, late_work.start)
            return app.exec() or (0 if window.is_all_kept else 1)
    finally:
        if late_work.is_alive():
            late_work.join(5.0)
        signals.leave()
        qInstallMessageHandler(None)


def _do_later(motion: "_Motion", later: Callable[[Services], None], services: Services) -> None:
    motion.ask()
    later(services)


def _is_open(places: Folders, file: str) -> bool:
    """Whether a window is open already; it comes to the front, and opens the file."""
    if sys.platform != "win32" and not places.socket.exists():
        return False  # most starts: and QtNetwork is not read
    from glutetimer.one_window import hand_over

    return hand_over(places.socket, file)


def _take_handed_files(app: QApplication, window: MainWindow) -> None:
    """Let the window open what the system hands over, where it does: on macOS."""
    if sys.platform == "darwin":
        from glutetimer.ui.window.handed_files import HandedFiles

        handed = HandedFiles(window)
        handed.file_asked.connect(window.open_file)
        app.installEventFilter(handed)


class _Visitors(QObject):
    """Listens for later starts, from when the window stands: until then QtNetwork is not read."""

    def __init__(self, window: MainWindow, places: Folders, file: str) -> None:
        super().__init__(window)
        self._window = window
        self._places = places
        self._file = file
        self._is_listening = False

    @Slot()
    def listen_soon(self) -> None:
        """Listen when the person sees all that there is."""
        QTimer.singleShot(LISTEN_MS, self.listen)

    @Slot()
    def listen(self) -> None:
        """Listen from now on."""
        if self._is_listening:
            return
        self._is_listening = True
        from glutetimer.one_window import OneWindow

        visits = OneWindow(self._window, self._places.socket, self._file)
        visits.file_asked.connect(self._window.open_file)
        visits.is_second.connect(self._window.close)
        visits.listen()


class _Motion(QObject):
    """Asks the desktop, when the window stands, whether it wants less motion."""

    wished = Signal(bool)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.wished.connect(self.take)

    def ask(self) -> None:
        """Ask; from whatever thread, for an answer may take a while."""
        from glutetimer.less_motion import wants_less_motion

        self.wished.emit(wants_less_motion())

    @Slot(bool)
    def take(self, is_wished: bool) -> None:
        """Let every figure know from now on."""
        set_less_motion(is_wished)


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


class _Bugs(QObject):
    """Mistakes of ours: written down, and the person told of each kind once; then it goes on."""

    met = Signal(str)
    """A sentence on one, from whatever thread."""

    interrupted = Signal()
    """No mistake: Ctrl+C, where it comes as an exception."""

    def __init__(self, window: QWidget, places: Folders) -> None:
        super().__init__(window)
        self._window = window
        self._reports = BugReports(places.errors, self.met.emit)
        self.met.connect(self._tell)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Take the mistakes of slots and of every thread."""
        sys.excepthook = self._take
        try:
            with self._reports.of_all_threads():
                yield
        finally:
            sys.excepthook = sys.__excepthook__

    def _take(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(bug, KeyboardInterrupt):
            self.interrupted.emit()
        else:
            self._reports.take(bug.with_traceback(trace))

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        from PySide6.QtWidgets import QMessageBox

        what, _, where = sentence.partition("). ")
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("glutetimer")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"{what}).")
        box.setInformativeText(f"{where} You can go on.")
        box.open()


class _ProcessSignals(QObject):
    """Lets SIGINT and SIGTERM wake the event loop, which otherwise sleeps in Qt's own code."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pipe: tuple[int, int] | None = None
        self._notifier: QSocketNotifier | None = None

    @Slot()
    def watch(self) -> None:
        """Let them close the window from now on."""
        if sys.platform == "win32":
            return  # there are no such signals for a program with a window
        reader, writer = self._pipe = os.pipe()
        for descriptor in self._pipe:
            os.set_blocking(descriptor, False)
        signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _do_nothing)  # the byte in the pipe is enough
        self._notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self.close_window)

    def leave(self) -> None:
        """Leave them to the system again."""
        if sys.platform == "win32" or self._pipe is None or self._notifier is None:
            return
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        for descriptor in self._pipe:
            os.close(descriptor)
        self._pipe = None

    @Slot()
    def close_window(self) -> None:
        """Close in order and without a question; a session keeps what was done."""
        if self._pipe is not None:
            with suppress(BlockingIOError):
                os.read(self._pipe[0], 64)
        self._window.keep_all()
        self._window.close()
        QApplication.quit()


class KeptLook:
    """Where the window stood the last time, and its looks: all known before the settings."""

    def __init__(self, file: KeptFile) -> None:
        self._file = file
        self.theme: Theme | None = None
        self.text_size: int | None = None
        self._geometry = ""
        kept = file.load()
        match kept:
            case {"geometry": str(geometry), "theme": theme}:
                self._geometry = geometry
                self.theme = Theme(theme) if theme in tuple(Theme) else None
            case _:
                pass  # there is none, or somebody has changed it
        match kept:
            case {"text_size": int(percent)} if 80 <= percent <= 200:
                self.text_size = percent

    def put_back(self, window: QWidget) -> None:
        """Put a window, before it is shown, where it was; else it stays as it is.

        Qt moves it onto a screen that is there and makes it fit.
        """
        window.restoreGeometry(QByteArray.fromBase64(QByteArray(self._geometry.encode())))

    def keep(self, window: QWidget, theme: Theme, text_size: int) -> None:
        """Keep where a window stands; one that fills the screen does so for now, not for ever."""
        if not window.isFullScreen():
            self._geometry = window.saveGeometry().toBase64().toStdString()
        self._file.store({"geometry": self._geometry, "theme": theme, "text_size": text_size})


class _Keeper(QObject):
    """Lets the window look as the last time, and keeps how it looks when it closes."""

    def __init__(self, window: MainWindow, look: KeptLook) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        look.put_back(window)
        window.closing.connect(self.keep)

    @Slot()
    def keep(self) -> None:
        """Let the next start look as it does now."""
        settings = self._window.preferences.settings
        self._look.keep(self._window, settings.theme, settings.text_size)


def _do_nothing(number: int, frame: object) -> None:
    return
