"""Programs of a desktop on a private session bus: they answer as told, and remember the calls."""

import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from glutetimer.media.bus import own

Answer = tuple[str, tuple[Any, ...]]


class DesktopService:
    """A program with a name on the bus, in a thread.

    `answers` has, by method, signature and values of the answer, or what makes them of the call's
    values; `properties` has signature and value by name. Whatever else is asked is refused.
    """

    def __init__(
        self,
        name: str,
        answers: Mapping[str, Answer | Callable[..., Answer]],
        properties: Mapping[str, tuple[str, Any]] | None = None,
    ) -> None:
        self.name = name
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self.answers = dict(answers)
        self.properties = dict(properties or {})
        self._is_over = False
        self._came = threading.Condition()

    def __enter__(self) -> "DesktopService":
        self._bus = open_dbus_connection("SESSION")
        assert own(self._bus, self.name)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over = True
        with open_dbus_connection("SESSION") as bus:  # something to read wakes the thread
            bus.send(new_method_call(DBusAddress("/", self.name, self.name), "Nothing"))
            self._thread.join(5)

    def emit(self, path: str, interface: str, signal: str, signature: str, *values: Any) -> None:
        """Send a signal to whoever listens."""
        emitter = DBusAddress(path, interface=interface)
        self._bus.send(new_signal(emitter, signal, signature, values))

    def wait_for(self, method: str, count: int = 1, timeout_s: float = 10.0) -> tuple[Any, ...]:
        """Wait until a method was called so often; returns the values of that call."""
        until_s = time.monotonic() + timeout_s
        with self._came:
            while len(found := [body for name, body in self.calls if name == method]) < count:
                assert self._came.wait(until_s - time.monotonic()), f"no {method}: {self.calls}"
        return found[count - 1]

    def _serve(self) -> None:
        with self._bus:
            while not self._is_over:
                message = self._bus.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(self._bus, message)

    def _answer(self, bus: DBusConnection, call: Message) -> None:
        member, body = call.header.fields[HeaderFields.member], call.body
        found = self.answers.get(member)
        if member == "Get" and body[1] in self.properties:
            bus.send(new_method_return(call, "v", (self.properties[body[1]],)))
        elif found is None:
            bus.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod", "s", ("no",)))
        else:
            signature, values = found(*body) if callable(found) else found
            bus.send(new_method_return(call, signature or None, values))
        with self._came:
            self.calls.append((member, tuple(body)))
            self._came.notify_all()
