"""Work that takes a while, in a thread of its own, while the window stays awake."""

from collections.abc import Callable
from threading import Event, Thread

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from glutetimer.core.errors import Trouble
from glutetimer.core.watch import Watch

LOOK_MS = 50
LAST_WAIT_S = 3.0


class BackgroundTask(QObject):
    """Does one thing after `start`; how it ended comes as exactly one of three signals.

    A bug in the work is raised from `look`, for the log, after `stopped`.
    """

    done = Signal(object)
    """What the work returned."""

    failed = Signal(Trouble)
    """Why it could not be done."""

    stopped = Signal()
    """It was stopped before it was done."""

    progressed = Signal(float)
    """The share that is done, 0 to 1; only from work that tells it."""

    def __init__(self, work: Callable[[Watch], object], parent: QObject) -> None:
        super().__init__(parent)
        self._thread = _Work(work)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.end)

    def start(self) -> None:
        """Begin; call this once."""
        self._thread.start()
        self._timer.start()

    def is_under_way(self) -> bool:
        """Whether no signal has told the end yet."""
        return self._timer.isActive()

    @property
    def share(self) -> float | None:
        """The share that is done, 0 to 1; None from work that does not tell it."""
        return self._thread.share

    def stop(self) -> None:
        """Ask for an end; work that cannot be stopped is done all the same."""
        self._thread.is_stopping.set()

    def wait(self, at_most_s: float = LAST_WAIT_S) -> None:
        """Wait until the thread has ended; the signal comes with the next `look`."""
        self._thread.join(at_most_s)

    @Slot()
    def end(self) -> None:
        """The program ends: leave nothing half-made."""
        self.stop()
        if self._thread.is_alive():
            self.wait()

    @Slot()
    def look(self) -> None:
        """Tell how far the work is, or how it ended."""
        if not self._timer.isActive():
            return
        if self._thread.is_alive():
            if self.share is not None:
                self.progressed.emit(self.share)
            return
        self._timer.stop()
        match self._thread.error:
            case None:
                self.done.emit(self._thread.result)
            case Trouble() as trouble:
                self.failed.emit(trouble)
            case _Stop():
                self.stopped.emit()
            case bug:
                self.stopped.emit()
                raise bug


def unwatched(work: Callable[[], object]) -> Callable[[Watch], object]:
    """Make work for a task of a function that can be neither watched nor stopped."""
    return lambda watch: work()


class _Stop(Exception):
    """Ends the work from within."""


class _Work(Thread):
    """Touches nothing of Qt: the task looks at it from time to time."""

    def __init__(self, work: Callable[[Watch], object]) -> None:
        super().__init__(name="task", daemon=True)
        self._work = work
        self.is_stopping = Event()
        self.share: float | None = None
        self.result: object = None
        self.error: Exception | None = None

    def run(self) -> None:
        """Do it; result or error are there when the thread has ended."""
        try:
            self.result = self._work(self._watch)
        except Exception as error:  # raised again, or told, where the person can see it
            self.error = error
        finally:
            del self._work  # and with it whatever it holds

    def _watch(self, share: float) -> None:
        self.share = share
        if self.is_stopping.is_set():
            raise _Stop
