"""The session bus of a Linux desktop: one connection, calls that nobody keeps waiting.

By jeepney, which is pure Python and sends exactly the types that are asked for; QtDBus is not there
in a terminal. Only threads, and processes without a window, ever wait for the bus.
"""

from typing import Any

from jeepney import DBusErrorResponse, Message
from jeepney.auth import AuthenticationError
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

PATIENCE_S = 1.0
"""No program on the bus keeps us waiting longer."""

OUR_NAME = "org.mpris.MediaPlayer2.glutetimer"
"""Ours while a session runs or is paused: the desktop's media keys are for it."""


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
