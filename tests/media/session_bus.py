"""A session bus of our own, and programs on it."""

import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from glutetimer.media.bus import MPRIS, MPRIS_PATH, PLAYER, own

needs_bus = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="needs dbus-daemon (apt: dbus)"
)
needs_playerctl = pytest.mark.skipif(
    shutil.which("playerctl") is None, reason="needs playerctl (apt: playerctl)"
)


@contextmanager
def private_bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Start a bus that everything started from here uses; yields its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        try:
            yield address
        finally:
            daemon.terminate()


def playerctl(*words: str) -> str:
    """What playerctl says of our session."""
    found = subprocess.run(
        ["playerctl", "--player=glutetimer", *words],
        capture_output=True,
        text=True,
        timeout=10,
        check=False,
    )
    return (found.stdout or found.stderr).strip()


@dataclass
class OtherPlayer:
    """A music player on the bus, in a thread.

    `volume` None: it has none; one that does not take it says yes and stays as loud; one that is
    frozen does not answer.
    """

    name: str = "music"
    volume: float | None = 1.0
    status: str = "Playing"
    takes_volume: bool = True
    is_frozen: bool = False
    asked: list[str] = field(default_factory=list)
    _is_over: bool = False

    def __enter__(self) -> "OtherPlayer":
        bus = open_dbus_connection("SESSION")
        assert own(bus, f"{MPRIS}.{self.name}")
        self._thread = threading.Thread(target=self._serve, args=(bus,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.vanish()

    def vanish(self) -> None:
        """Leave the bus, as when it is closed."""
        if self._is_over:
            return
        self._is_over = True
        with open_dbus_connection("SESSION") as bus:  # something to read wakes the thread
            address = DBusAddress(MPRIS_PATH, f"{MPRIS}.{self.name}", PLAYER)
            bus.send(new_method_call(address, "Nothing"))
            self._thread.join(5)

    def wait_until(self, is_there: Callable[[], bool], timeout_s: float = 10.0) -> None:
        """Wait until something holds."""
        until_s = time.monotonic() + timeout_s
        while not is_there():
            assert time.monotonic() < until_s, f"{self}"
            time.sleep(0.01)

    def wait_for(self, volume: float, timeout_s: float = 10.0) -> None:
        """Wait until the volume is this."""
        self.wait_until(lambda: self.volume == pytest.approx(volume, abs=0.001), timeout_s)

    def _serve(self, bus: DBusConnection) -> None:
        with bus:
            while not self._is_over:
                message = bus.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(bus, message)

    def _answer(self, bus: DBusConnection, call: Message) -> None:
        member, body = call.header.fields[HeaderFields.member], call.body
        self.asked.append(member)
        if self.is_frozen:
            return
        ours: dict[str, tuple[str, object]] = {"PlaybackStatus": ("s", self.status)}
        if self.volume is not None:
            ours["Volume"] = ("d", self.volume)
        if member == "Get" and body[1] in ours:
            bus.send(new_method_return(call, "v", (ours[body[1]],)))
        elif member == "Set" and body[1] in ours:
            if self.takes_volume:
                self.volume = body[2][1]
            bus.send(new_method_return(call))
        elif member in ("Play", "Pause"):
            self.status = "Playing" if member == "Play" else "Paused"
            bus.send(new_method_return(call))
        else:
            bus.send(new_error(call, "org.freedesktop.DBus.Error.UnknownProperty", "s", ("no",)))
