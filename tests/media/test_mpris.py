"""How a player answers its calls; no bus is needed for that."""

from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, Properties, new_method_call

from glutetimer.core.ports.remote import RemoteStatus, RemoteWish, Track
from glutetimer.media.bus import MPRIS, MPRIS_PATH, PLAYER
from glutetimer.media.mpris import answer, changed, wish_of

TRACK = Track(3, "Clam shell, left side", "3 x 12 reps", "First", 40.0, "/pictures/a b.png")
STATUS = RemoteStatus(TRACK, 2.0, is_running=True)
OBJECT = DBusAddress(MPRIS_PATH, "org.mpris.MediaPlayer2.glutetimer", PLAYER)


def _answer(call: Message) -> Message:
    call.header.serial = 7
    found = answer(call, STATUS, 12.25)
    assert isinstance(found, Message)
    assert found.serialise(serial=1), "it has the types that it says"
    return found


def _value(name: str, interface: str = PLAYER) -> Any:
    found = _answer(Properties(OBJECT.with_interface(interface)).get(name))
    assert found.header.message_type is MessageType.method_return, found.body
    return found.body[0][1]


def _error(call: Message) -> str:
    found = _answer(call)
    assert found.header.message_type is MessageType.error
    return str(found.header.fields[HeaderFields.error_name]).rpartition(".")[2]


def test_the_properties_are_what_is_shown() -> None:
    assert _value("PlaybackStatus") == "Playing"
    assert _value("Position") == 12_250_000
    metadata = _value("Metadata")
    assert metadata["xesam:title"] == ("s", "Clam shell, left side")
    assert metadata["mpris:length"] == ("x", 40_000_000)
    assert metadata["mpris:artUrl"] == ("s", "file:///pictures/a%20b.png")
    assert _value("Identity", MPRIS) == "glutetimer"


def test_all_properties_of_both_interfaces_come_at_once() -> None:
    for interface, count in ((PLAYER, 13), (MPRIS, 7)):
        everything = _answer(Properties(OBJECT.with_interface(interface)).get_all())
        assert len(everything.body[0]) == count


def test_what_there_is_not_is_an_error_and_no_more() -> None:
    assert _error(Properties(OBJECT).get("Shuffle")) == "UnknownProperty"
    assert _error(Properties(OBJECT).set("Position", "x", 3)) == "PropertyReadOnly"
    assert _error(new_method_call(OBJECT, "Dance")) == "UnknownMethod"
    strange = OBJECT.with_interface("org.freedesktop.DBus.Properties")
    assert _error(new_method_call(strange, "Get", "ii", (1, 2))) == "InvalidArgs"
    assert _error(new_method_call(strange, "Get")) == "InvalidArgs"


def test_a_volume_may_be_set_and_stands_still() -> None:
    assert _answer(Properties(OBJECT).set("Volume", "d", 0.5)).body == ()
    assert _value("Volume") == 1.0


def test_methods_are_wishes_and_stop_is_a_pause() -> None:
    asked = {
        name: wish_of(new_method_call(OBJECT, name))
        for name in ("Play", "PlayPause", "Stop", "Next", "Previous", "Seek")
    }
    assert asked == {
        "Play": RemoteWish.PLAY,
        "PlayPause": RemoteWish.PLAY_PAUSE,
        "Stop": RemoteWish.PAUSE,
        "Next": RemoteWish.NEXT,
        "Previous": RemoteWish.BACK,
        "Seek": None,
    }
    assert wish_of(new_method_call(OBJECT.with_interface(MPRIS), "Play")) is None


def test_only_what_changes_is_told() -> None:
    paused = changed(STATUS, RemoteStatus(TRACK, 3.0, is_running=False))
    assert paused is not None
    assert paused.body == (PLAYER, {"PlaybackStatus": ("s", "Paused")}, [])
    assert changed(STATUS, RemoteStatus(TRACK, 9.0, is_running=True)) is None


def test_a_null_in_a_title_does_not_reach_the_bus() -> None:
    """The bus ends the connection of whoever sends one."""
    odd = RemoteStatus(Track(1, "Cl\0am", "", "", None), 0.0, is_running=True)
    signal = changed(None, odd)
    assert signal is not None
    told = signal.body[1]["Metadata"][1]
    assert told["xesam:title"] == ("s", "Clam")
    assert "mpris:length" not in told
    assert "mpris:artUrl" not in told


def test_what_the_whole_bus_is_told_is_not_answered() -> None:
    signal = changed(None, STATUS)
    assert signal is not None
    assert answer(signal, STATUS, 0.0) is None
