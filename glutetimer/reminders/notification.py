"""A notification of the desktop that waits for its answer.

https://specifications.freedesktop.org/notification-spec/latest/ has the words.
"""

import time
from contextlib import suppress

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection

from glutetimer.core.reminders.told import Reply
from glutetimer.core.reminders.words import Note
from glutetimer.session_bus import NoAnswer, ask

NAME = "org.freedesktop.Notifications"
SERVICE = DBusAddress("/org/freedesktop/Notifications", NAME, NAME)

_CLICKED = "default"  # the key of a click on the notification itself
_ACTIVATION_TOKEN, _INVOKED, _CLOSED = "ActivationToken", "ActionInvoked", "NotificationClosed"


class Notifications:
    """The desktop's notifications. Methods raise NoAnswer where it has none, and NoBus."""

    def __init__(self, bus: DBusConnection, icon: str) -> None:
        """`icon` is the path of a picture."""
        self._bus = bus
        self._icon = icon
        (capabilities,) = ask(bus, new_method_call(SERVICE, "GetCapabilities"))
        self.can_reply = "actions" in capabilities

    def show(self, note: Note, wait_s: float) -> tuple[Reply | None, str]:
        """Show a note and wait for the reply, at most so long; then it goes away.

        Returns None without a reply; beside it, what lets our window come to the front, or "".
        """
        rule = MatchRule(type="signal", sender=NAME, interface=NAME, path=SERVICE.object_path)
        ask(self._bus, message_bus.AddMatch(rule))
        keys = {_CLICKED if one is Reply.OPEN else one.value: one for one in note.replies}
        offered = [
            text for key, one in keys.items() for text in (key, note.replies[one]) if self.can_reply
        ]
        hints = {"desktop-entry": ("s", "glutetimer"), "urgency": ("y", 1)}
        shown = ("glutetimer", 0, self._icon, note.title, note.text, offered, hints, 0)
        (number,) = ask(self._bus, new_method_call(SERVICE, "Notify", "susssasa{sv}i", shown))
        key, token = self._key(number, time.monotonic() + wait_s)
        return keys.get(key), token

    def _key(self, number: int, until_s: float) -> tuple[str, str]:
        """The key of the reply, or "", and the activation token."""
        token = ""
        while (left_s := until_s - time.monotonic()) > 0:
            try:
                message = self._bus.receive(timeout=left_s)
            except TimeoutError:
                break
            if message.header.message_type is not MessageType.signal:
                continue
            match message.header.fields.get(HeaderFields.member), message.body:
                case member, (told, str(text)) if told == number and member == _ACTIVATION_TOKEN:
                    token = text
                case member, (told, str(text)) if told == number and member == _INVOKED:
                    return text, token
                case member, (told, _) if told == number and member == _CLOSED:
                    return "", ""
        with suppress(NoAnswer):  # it is gone, and so is the notification
            ask(self._bus, new_method_call(SERVICE, "CloseNotification", "u", (number,)))
        return "", ""
