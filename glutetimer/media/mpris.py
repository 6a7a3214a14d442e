"""A session as an MPRIS player: what its properties are, and how calls are answered.

https://specifications.freedesktop.org/mpris-spec/latest/ has the words.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)

from glutetimer.core.ports.remote import RemoteStatus, RemoteWish
from glutetimer.media.bus import MPRIS, MPRIS_PATH, PLAYER

Variant = tuple[str, Any]

PROPERTIES = "org.freedesktop.DBus.Properties"
_OBJECT = DBusAddress(MPRIS_PATH, interface=PLAYER)
_ERROR = "org.freedesktop.DBus.Error"

WISHES = {
    "Play": RemoteWish.PLAY,
    "Pause": RemoteWish.PAUSE,
    "PlayPause": RemoteWish.PLAY_PAUSE,
    # A button that is pressed in a pocket must not end a session.
    "Stop": RemoteWish.PAUSE,
    "Next": RemoteWish.NEXT,
    "Previous": RemoteWish.BACK,
}
_NOTHING_DONE = ("Seek", "SetPosition", "OpenUri")  # CanSeek says that there is no such thing

_APPLICATION: Mapping[str, Variant] = {
    "CanQuit": ("b", False),
    "CanRaise": ("b", False),
    "HasTrackList": ("b", False),
    "Identity": ("s", "glutetimer"),
    "DesktopEntry": ("s", "glutetimer"),
    "SupportedUriSchemes": ("as", []),
    "SupportedMimeTypes": ("as", []),
}
_ALWAYS: Mapping[str, Variant] = {
    "Rate": ("d", 1.0),
    "MinimumRate": ("d", 1.0),
    "MaximumRate": ("d", 1.0),
    "Volume": ("d", 1.0),
    "CanGoNext": ("b", True),
    "CanGoPrevious": ("b", True),
    "CanPlay": ("b", True),
    "CanPause": ("b", True),
    "CanSeek": ("b", False),
    "CanControl": ("b", True),
}

_DOCTYPE = (
    '<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN" '
    '"http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">\n'
)


def changing(status: RemoteStatus) -> dict[str, Variant]:
    """The properties that change within a session and are told when they do."""
    return {
        "PlaybackStatus": ("s", "Playing" if status.is_running else "Paused"),
        "Metadata": ("a{sv}", _metadata(status)),
    }


def properties(interface: str, status: RemoteStatus, position_s: float) -> Mapping[str, Variant]:
    """All the properties of an interface; empty for one that is not ours."""
    if interface == MPRIS:
        return _APPLICATION
    if interface == PLAYER:
        return {**_ALWAYS, **changing(status), "Position": ("x", _us(position_s))}
    return {}


def changed(before: RemoteStatus | None, status: RemoteStatus) -> Message | None:
    """The signal that tells what has changed; None if nothing has."""
    old = changing(before) if before is not None else {}
    news = {name: value for name, value in changing(status).items() if old.get(name) != value}
    if not news:
        return None
    emitter = DBusAddress(MPRIS_PATH, interface=PROPERTIES)
    return new_signal(emitter, "PropertiesChanged", "sa{sv}as", (PLAYER, news, []))


def seeked(position_s: float) -> Message:
    """The signal that the position is not where time alone would have led."""
    return new_signal(_OBJECT, "Seeked", "x", (_us(position_s),))


def wish_of(call: Message) -> RemoteWish | None:
    """What a call asks of the session; None if nothing."""
    fields = call.header.fields
    if fields.get(HeaderFields.interface) not in (PLAYER, None):
        return None
    return WISHES.get(fields.get(HeaderFields.member, ""))


def answer(call: Message, status: RemoteStatus, position_s: float) -> Message | None:
    """The answer to a call; None for what is none."""
    if call.header.message_type is not MessageType.method_call:
        return None
    fields = call.header.fields
    member = fields.get(HeaderFields.member, "")
    match fields.get(HeaderFields.interface), member:
        case "org.freedesktop.DBus.Peer", "Ping":
            return new_method_return(call)
        case "org.freedesktop.DBus.Introspectable", "Introspect":
            return new_method_return(call, "s", (_introspection(status),))
        case interface, "Get" | "GetAll" | "Set" if interface == PROPERTIES:
            return _answered_properties(call, member, status, position_s)
        case interface, _ if interface == PLAYER and (member in WISHES or member in _NOTHING_DONE):
            return new_method_return(call)
        case interface, "Raise" | "Quit" if interface == MPRIS:
            return new_method_return(call)  # allowed, without effect: CanRaise, CanQuit
        case _:
            return new_error(call, f"{_ERROR}.UnknownMethod", "s", (f"There is no {member}",))


def _answered_properties(
    call: Message, member: str, status: RemoteStatus, position_s: float
) -> Message:
    words = call.body
    if not words or not all(isinstance(word, str) for word in words[:2]):
        return new_error(call, f"{_ERROR}.InvalidArgs", "s", ("Name an interface",))
    ours = properties(words[0], status, position_s)
    if member == "GetAll":
        return new_method_return(call, "a{sv}", (dict(ours),))
    name = words[1] if len(words) > 1 else ""
    if name not in ours:
        return new_error(call, f"{_ERROR}.UnknownProperty", "s", (f"There is no {name}",))
    if member == "Get":
        return new_method_return(call, "v", (ours[name],))
    if name in ("Rate", "Volume"):
        return new_method_return(call)  # they may be set; ours stand still
    return new_error(call, f"{_ERROR}.PropertyReadOnly", "s", (f"{name} cannot be set",))


def _metadata(status: RemoteStatus) -> dict[str, Variant]:
    track = status.track
    told: dict[str, Variant] = {
        "mpris:trackid": ("o", f"/org/glutetimer/set/{track.number}"),
        "xesam:title": ("s", _text(track.title)),
        "xesam:artist": ("as", [_text(track.detail)]),
        "xesam:album": ("s", _text(track.routine)),
        "xesam:trackNumber": ("i", track.number),
    }
    if track.length_s is not None:
        told["mpris:length"] = ("x", _us(track.length_s))
    if track.picture:
        told["mpris:artUrl"] = ("s", Path(track.picture).as_uri())
    return told


def _text(text: str) -> str:
    return text.replace("\0", "")  # the bus would end the connection


def _us(seconds: float) -> int:
    return round(seconds * 1_000_000)


def _introspection(status: RemoteStatus) -> str:
    methods = {PLAYER: (*WISHES, *_NOTHING_DONE), MPRIS: ("Raise", "Quit")}
    arguments = {"Seek": "x", "SetPosition": "ox", "OpenUri": "s"}
    parts = []
    for interface, known in methods.items():
        lines = [
            f'<method name="{name}">'
            + "".join(f'<arg type="{kind}" direction="in"/>' for kind in arguments.get(name, ""))
            + "</method>"
            for name in known
        ]
        for name, (kind, _) in properties(interface, status, 0.0).items():
            access = "readwrite" if name in ("Rate", "Volume") else "read"
            lines.append(f'<property name="{name}" type="{kind}" access="{access}"/>')
        if interface == PLAYER:
            lines.append('<signal name="Seeked"><arg type="x"/></signal>')
        parts.append(f'<interface name="{interface}">{"".join(lines)}</interface>')
    return f"{_DOCTYPE}<node>{''.join(parts)}</node>"
