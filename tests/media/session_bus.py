"""A session bus of our own, and programs on it."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return
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
    """A music player on the bus, in a thread; `volume` None: it has none."""

    name: str = "music"
    volume: float | None = 1.0
    status: str = "Playing"
    takes_volume: bool = True
    asked: list[str] = field(default_factory=list)
    moved: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> "OtherPlayer":
        self._bus = open_dbus_connection("SESSION")
        assert own(self._bus, f"{MPRIS}.{self.name}")
        self._thread = threading.Thread(target=self._serve, args=(self._bus,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.vanish()

    def vanish(self) -> None:
        """Leave the bus, as when it is closed."""
        self._is_over = True
        with open_dbus_connection("SESSION") as bus:  # something to read wakes the thread
            address = DBusAddress(MPRIS_PATH, f"{MPRIS}.{self.name}", PLAYER)
            from jeepney import new_method_call

            bus.send(new_method_call(address, "Nothing"))
        self._thread.join(5)

    _is_over = False

    def wait_for(self, volume: float, timeout_s: float = 10.0) -> None:
        """Wait until the volume is this."""
        while self.volume != pytest.approx(volume, abs=0.001):
            self.moved.clear()
            if self.volume == pytest.approx(volume, abs=0.001):
                return
            assert self.moved.wait(timeout_s), f"the volume is {self.volume}, not {volume}"

    def _serve(self, bus: DBusConnection) -> None:
        with bus:
            while not self._is_over:
                message = bus.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(bus, message)

    def _answer(self, bus: DBusConnection, call: object) -> None:
        fields = call.header.fields  # type: ignore[attr-defined]
        member = fields[HeaderFields.member]
        body = call.body  # type: ignore[attr-defined]
        self.asked.append(member)
        ours = {"PlaybackStatus": ("s", self.status)}
        if self.volume is not None:
            ours["Volume"] = ("d", self.volume)  # type: ignore[assignment]
        if member == "Get" and body[1] in ours:
            bus.send(new_method_return(call, "v", (ours[body[1]],)))
        elif member == "Set" and body[1] == "Volume" and self.volume is not None:
            if self.takes_volume:
                self.volume = body[2][1]
            bus.send(new_method_return(call))
        elif member in ("Play", "Pause"):
            self.status = "Playing" if member == "Play" else "Paused"
            bus.send(new_method_return(call))
        else:
            bus.send(new_error(call, "org.freedesktop.DBus.Error.UnknownProperty", "s", ("no",)))
        self.moved.set()
