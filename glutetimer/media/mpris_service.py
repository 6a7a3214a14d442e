"""The player on the session bus: answers calls, and tells what changes."""

import os
import selectors
from collections.abc import Callable
from contextlib import suppress

from jeepney import Message
from jeepney.io.blocking import DBusConnection

from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.remote import RemoteStatus, RemoteWish
from glutetimer.media.bus import own
from glutetimer.media.mailbox import Mailbox
from glutetimer.media.mpris import answer, changed, seeked, wish_of
from glutetimer.session_bus import OUR_NAME, NoAnswer, NoBus, open_bus

SEEK_S = 0.5
"""A position further from where time alone would have led is told."""


class MprisService:
    """Serves a session until the mailbox has None. For one thread."""

    def __init__(self, clock: Clock, ask: Callable[[RemoteWish], None], mailbox: Mailbox) -> None:
        self._clock = clock
        self._ask = ask
        self._mailbox = mailbox
        self._status: RemoteStatus | None = None
        self._since_s = 0.0
        self._is_over = False

    def serve(self) -> None:
        """Be on the bus until the session is over or the bus is gone."""
        try:
            self._serve()
        finally:
            self._mailbox.close()

    def _serve(self) -> None:
        with (
            suppress(NoBus, NoAnswer, OSError),
            open_bus() as bus,
            selectors.DefaultSelector() as selector,
        ):
            selector.register(bus.sock, selectors.EVENT_READ)
            selector.register(self._mailbox.ear, selectors.EVENT_READ)
            self._tell_all(bus)
            while not self._is_over:
                if self._status is not None and not self._mailbox.is_on_bus:
                    self._take_name(bus)
                self._answer_all(bus)
                selector.select()
                self._tell_all(bus)

    def _take_name(self, bus: DBusConnection) -> None:
        if not own(bus, OUR_NAME):
            own(bus, f"{OUR_NAME}.instance{os.getpid()}")
        self._mailbox.is_on_bus = True

    def _tell_all(self, bus: DBusConnection) -> None:
        for letter in self._mailbox.take():
            if letter is None:
                self._is_over = True
                return
            self._tell(bus, *letter)

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
