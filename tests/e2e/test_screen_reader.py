"""The real window as a screen reader finds it: over AT-SPI, on a bus and a display of its own."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from shutil import which
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("only Linux has AT-SPI", allow_module_level=True)

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.bench.measuring import xvfb
from tests.e2e.program import start
from tests.media.session_bus import needs_bus, private_bus

LAUNCHERS = [
    Path("/usr/libexec/at-spi-bus-launcher"),
    Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"),
]
LAUNCHER = next((path for path in LAUNCHERS if path.exists()), None)
ATSPI = "org.a11y.atspi"
FOCUSABLE, SHOWING = 11, 25  # numbers of states, as atspi-constants.h has them
PATIENCE_S = 40.0

pytestmark = [
    pytest.mark.e2e,
    needs_bus,
    pytest.mark.skipif(LAUNCHER is None, reason="needs at-spi-bus-launcher (apt: at-spi2-core)"),
    pytest.mark.skipif(which("Xvfb") is None, reason="needs Xvfb (apt: xvfb)"),
]

Place = tuple[str, str]
"""Whose object, and its path."""


class Reader:
    """What a screen reader does: walks the tree, presses what it finds, and listens."""

    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus
        self.heard: list[str] = []
        registry = DBusAddress(f"/{ATSPI.replace('.', '/')}/registry", f"{ATSPI}.Registry")
        self._ask(registry, "Registry", "RegisterEvent", "s", "object:announcement")
        rule = MatchRule(type="signal", interface=f"{ATSPI}.Event.Object", member="Announcement")
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE_S)

    def walk(self) -> Iterator[Place]:
        """Every object of every program, parents first."""
        waiting: list[Place] = [(f"{ATSPI}.Registry", "/org/a11y/atspi/accessible/root")]
        while waiting:
            place = waiting.pop()
            yield place
            waiting += self._of(place, "Accessible", "GetChildren") or []

    def name(self, place: Place) -> str:
        """How an object is called."""
        address = DBusAddress(place[1], place[0])
        call = ("org.freedesktop.DBus.Properties", "Get", "ss", f"{ATSPI}.Accessible", "Name")
        found = self._call(address, *call)
        return str(found[1]) if found else ""

    def role(self, place: Place) -> str:
        """What kind of thing it is."""
        return str(self._of(place, "Accessible", "GetRoleName") or "")

    def is_to_focus(self, place: Place) -> bool:
        """Whether the person can see it, and come to it by the keyboard."""
        low = (self._of(place, "Accessible", "GetState") or [0])[0]
        return bool(low >> FOCUSABLE & 1 and low >> SHOWING & 1)

    def nameless(self) -> list[tuple[str, Place]]:
        """What one comes to by the keyboard, and it has no name."""
        return [
            (self.role(place), place)
            for place in self.walk()
            if self.is_to_focus(place) and not self.name(place)
        ]

    def press(self, place: Place) -> None:
        """Do what a click does."""
        self._of(place, "Action", "DoAction", "i", 0)

    def find(self, fits: Callable[[Place], bool]) -> Place:
        """The first object that fits, as soon as there is one."""
        until_s = time.monotonic() + PATIENCE_S
        while time.monotonic() < until_s:
            for place in self.walk():
                if fits(place):
                    return place
            time.sleep(0.2)
        raise AssertionError("nothing fits")

    def listen_for(self, words: str) -> None:
        """Wait until this is announced."""
        until_s = time.monotonic() + PATIENCE_S
        while not any(words in heard for heard in self.heard):
            assert time.monotonic() < until_s, self.heard
            try:
                message = self._bus.receive(timeout=1.0)
            except TimeoutError:
                continue
            if message.header.fields.get(HeaderFields.member) == "Announcement":
                self.heard.append(message.body[3][1])

    def _of(self, place: Place, interface: str, *call: Any) -> Any:
        return self._ask(DBusAddress(place[1], place[0]), interface, *call)

    def _ask(self, address: DBusAddress, interface: str, *call: Any) -> Any:
        return self._call(address, f"{ATSPI}.{interface}", *call)

    def _call(
        self, address: DBusAddress, interface: str, member: str, kinds: str = "", *body: Any
    ) -> Any:
        """The answer; None if there is no such object any more."""
        target = address.with_interface(interface)
        message = new_method_call(target, member, kinds or None, body)
        reply = self._bus.send_and_get_reply(message, timeout=PATIENCE_S)
        if reply.header.message_type is MessageType.error:
            return None
        return reply.body[0] if reply.body else None


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Reader]:
    """A screen reader on buses of its own."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with xvfb() as display, private_bus(monkeypatch):
        monkeypatch.setenv("DISPLAY", display)
        words = [str(LAUNCHER), "--launch-immediately"]
        nothing = subprocess.DEVNULL
        with subprocess.Popen(words, stdout=nothing, stderr=nothing) as launcher:
            try:
                with closing(open_dbus_connection(_accessibility_bus())) as bus:
                    yield Reader(bus)
            finally:
                launcher.terminate()


def _accessibility_bus() -> str:
    """The address of the bus on which screen readers and programs talk."""
    launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    until_s = time.monotonic() + PATIENCE_S
    with closing(open_dbus_connection("SESSION")) as session:
        while time.monotonic() < until_s:
            reply = session.send_and_get_reply(new_method_call(launcher, "GetAddress"))
            if reply.header.message_type is not MessageType.error:
                return str(reply.body[0])
            time.sleep(0.1)
    raise AssertionError("the launcher does not come up")


def test_a_session_is_started_walked_and_heard_without_eyes(reader: Reader, own_home: Path) -> None:
    own_home.mkdir()
    settings = 'safety_read = true\nask_pain_before = false\nverbosity = "tones"\n'
    (own_home / "settings.toml").write_text(settings + 'first_wait = "none"\n')
    display = os.environ["DISPLAY"]
    with start(own_home, DISPLAY=display, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1") as program:
        try:
            start_button = reader.find(lambda place: reader.name(place).startswith("Start "))
            assert reader.nameless() == []
            reader.press(start_button)
            reader.listen_for("Get ready")
            stop = reader.find(lambda place: reader.name(place) == "Stop the session (asks)")
            assert reader.is_to_focus(stop)
            assert reader.nameless() == []
            reader.listen_for(", rep 2")
        finally:
            program.terminate()
            program.communicate(timeout=20)
