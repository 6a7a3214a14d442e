"""The desktop's controls of a session: an MPRIS player on the session bus, in a thread of its own.

It is there while a session runs, not before: whoever presses a media key meanwhile means the music.
"""

import os
import selectors
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from jeepney import Message
from jeepney.io.blocking import DBusConnection

from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.remote import RemoteStatus, RemoteWish
from glutetimer.media.bus import OUR_NAME, NoAnswer, NoBus, open_bus, own
from glutetimer.media.mpris import answer, changed, seeked, wish_of

SEEK_S = 0.5
"""A position further from where time alone would have led is told."""


class DesktopRemote:
    """Implements core.ports.remote.RemoteControl.

    `pictures` is the folder for the pictures of the exercises.
    """

    def __init__(self, clock: Clock, pictures: Path) -> None:
        self._clock = clock
        self._pictures = pictures
        self._service: _Service | None = None
        self._shown: RemoteStatus | None = None

    def begin(self, ask: Callable[[RemoteWish], None]) -> None:
        """Be there from the first status on."""
        self.end()
        with suppress(OSError):
            self._service = _Service(self._clock, ask)

    def show(self, status: RemoteStatus) -> None:
        """Show where the session stands."""
        if self._service is not None:
            self._service.take(status, self._clock.now_s())

    def picture_path(self, name: str) -> str:
        """Where a picture of this name is kept; "" if it can be nowhere."""
        try:
            self._pictures.mkdir(parents=True, exist_ok=True)
        except OSError:
            return ""
        # An id of an exercise may have any letters that a file name cannot have everywhere.
        return str(self._pictures / f"{name.encode().hex()[:200]}.png")

    def end(self) -> None:
        """Leave the bus."""
        if self._service is not None:
            self._service.take(None, 0.0)
            self._service = None


class _Service(Thread):
    """Answers calls and tells what changes, until it is given None or the bus is gone."""

    def __init__(self, clock: Clock, ask: Callable[[RemoteWish], None]) -> None:
        super().__init__(name="media keys", daemon=True)
        self._clock = clock
        self._ask = ask
        self._inbox: SimpleQueue[tuple[RemoteStatus | None, float]] = SimpleQueue()
        self._bell, self._ear = socket.socketpair()  # wakes the thread from its sleep on the bus
        self._ear.setblocking(False)
        self._bell.setblocking(False)
        self._status: RemoteStatus | None = None
        self._since_s = 0.0
        self._is_over = False

    def take(self, status: RemoteStatus | None, now_s: float) -> None:
        """Show a status, as it was at a clock time; None ends the thread. For one other thread."""
        self._inbox.put((status, now_s))
        if self.ident is None:
            self.start()
        with suppress(OSError):  # it has ended, or has been woken already
            self._bell.send(b".")

    def run(self) -> None:
        """Be on the bus."""
        with self._bell, self._ear, suppress(NoBus, NoAnswer, OSError), open_bus() as bus:
            self._tell_all(bus)
            if not self._is_over and not own(bus, OUR_NAME):
                own(bus, f"{OUR_NAME}.instance{os.getpid()}")
            with selectors.DefaultSelector() as selector:
                selector.register(bus.sock, selectors.EVENT_READ)
                selector.register(self._ear, selectors.EVENT_READ)
                while not self._is_over:
                    self._answer_all(bus)
                    selector.select()
                    self._tell_all(bus)

    def _tell_all(self, bus: DBusConnection) -> None:
        with suppress(BlockingIOError):
            self._ear.recv(4096)
        with suppress(Empty):
            while not self._is_over:
                status, now_s = self._inbox.get_nowait()
                if status is None:
                    self._is_over = True
                else:
                    self._tell(bus, status, now_s)

    def _tell(self, bus: DBusConnection, status: RemoteStatus, now_s: float) -> None:
        before, led_s = self._status, self._position_s(now_s)
        self._status, self._since_s = status, now_s
        news = changed(before, status)
        if news is not None:
            bus.send(news)
        is_same = before is not None and before.track.number == status.track.number
        if is_same and abs(status.position_s - led_s) > SEEK_S:
            bus.send(seeked(status.position_s))

    def _position_s(self, now_s: float) -> float:
        if self._status is None:
            return 0.0
        ran_s = max(0.0, now_s - self._since_s) if self._status.is_running else 0.0
        at_s, length_s = self._status.position_s + ran_s, self._status.track.length_s
        return at_s if length_s is None else min(at_s, length_s)

    def _answer_all(self, bus: DBusConnection) -> None:
        with suppress(TimeoutError):
            while True:
                self._answer(bus, bus.receive(timeout=0))

    def _answer(self, bus: DBusConnection, call: Message) -> None:
        if self._status is None:
            return
        reply = answer(call, self._status, self._position_s(self._clock.now_s()))
        if reply is None:
            return
        bus.send(reply)
        wish = wish_of(call)
        if wish is not None:
            self._ask(wish)
