"""The players on the session bus of a Linux desktop."""

from collections.abc import Sequence
from typing import Any

from jeepney import DBusAddress, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection
from jeepney.wrappers import Properties

from glutetimer.session_bus import OUR_NAME, NoAnswer, ask

MPRIS = "org.mpris.MediaPlayer2"
MPRIS_PATH = "/org/mpris/MediaPlayer2"
PLAYER = f"{MPRIS}.Player"


def names(bus: DBusConnection) -> Sequence[str]:
    """The players on the bus by their names, but for our own. Raises NoAnswer, NoBus."""
    (found,) = ask(bus, message_bus.ListNames())
    is_player = (name for name in found if str(name).startswith(f"{MPRIS}."))
    return sorted(name for name in is_player if not name.startswith(OUR_NAME))


def process_id(bus: DBusConnection, name: str) -> int:
    """The process of a program on the bus. Raises NoAnswer, NoBus."""
    (found,) = ask(bus, message_bus.GetConnectionUnixProcessID(name))
    return int(found)


def own(bus: DBusConnection, name: str) -> bool:
    """Take a name on the bus; says whether it is ours now. Raises NoAnswer, NoBus."""
    do_not_queue = 4
    (answer,) = ask(bus, message_bus.RequestName(name, do_not_queue))
    return answer in (1, 4)


class RemotePlayer:
    """Another player. Its methods raise NoAnswer, and NoBus."""

    def __init__(self, bus: DBusConnection, name: str) -> None:
        self._bus = bus
        self.name = name
        self._address = DBusAddress(MPRIS_PATH, name, PLAYER)

    def value(self, name: str) -> Any:
        """One of its properties."""
        (variant,) = ask(self._bus, Properties(self._address).get(name))
        return variant[1]

    @property
    def volume(self) -> float:
        """Its volume, 1.0 is full; NoAnswer if it has none."""
        found = self.value("Volume")
        if not isinstance(found, int | float):
            raise NoAnswer("its volume is no number")
        return float(found)

    @volume.setter
    def volume(self, volume: float) -> None:
        ask(self._bus, Properties(self._address).set("Volume", "d", volume))

    def do(self, method: str) -> None:
        """Let it "Play" or "Pause"."""
        ask(self._bus, new_method_call(self._address, method))
