"""The session bus of a Linux desktop."""

from collections.abc import Sequence
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, Message, new_method_call
from jeepney.auth import AuthenticationError
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import Properties, unwrap_msg

PATIENCE_S = 1.0
"""No program on the bus keeps us waiting longer."""

MPRIS = "org.mpris.MediaPlayer2"
MPRIS_PATH = "/org/mpris/MediaPlayer2"
PLAYER = f"{MPRIS}.Player"
OUR_NAME = f"{MPRIS}.glutetimer"


class NoBus(Exception):
    """There is no session bus, or it does not answer."""


class NoAnswer(Exception):
    """A program on the bus refused, was not there, or did not answer in time."""


class TooLate(NoAnswer):
    """It did not answer in time."""


def open_bus() -> DBusConnection:
    """A connection to the session bus. Raises NoBus."""
    try:
        return open_dbus_connection("SESSION", auth_timeout=PATIENCE_S)
    except KeyError:
        raise NoBus("there is none in this session") from None
    except (OSError, ValueError, RuntimeError, AuthenticationError) as error:
        raise NoBus(str(error) or "it does not answer") from None


def ask(bus: DBusConnection, message: Message) -> tuple[Any, ...]:
    """Send a call and wait for its answer. Raises NoAnswer, and NoBus when the bus is gone."""
    try:
        answer: tuple[Any, ...] = unwrap_msg(bus.send_and_get_reply(message, timeout=PATIENCE_S))
    except TimeoutError as error:
        raise TooLate(str(error)) from None
    except DBusErrorResponse as error:
        raise NoAnswer(str(error)) from None
    except OSError as error:
        raise NoBus(str(error)) from None
    return answer


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
