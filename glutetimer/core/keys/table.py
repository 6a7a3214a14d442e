"""What a key can do in a session, which keys do it usually, and which the person chose instead."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from glutetimer.core.keys.names import key_named


class Action(StrEnum):
    """What a key or a button does; the value is its name in the settings file."""

    PAUSE = "pause"
    PREVIOUS = "previous"
    NEXT = "next"
    SET_DONE = "set_done"
    FORWARD = "forward"
    MORE_REST = "more_rest"
    REPEAT = "repeat"
    HURT = "hurt"
    MUTE = "mute"
    FULL_SCREEN = "full_screen"
    TAP = "tap"
    NOTICE = "notice"
    KEYS = "keys"
    STOP = "stop"


EXPLANATIONS: Mapping[Action, str] = MappingProxyType(
    {
        Action.PAUSE: "Pause, or go on",
        Action.PREVIOUS: "Begin this set again, or go to the one before",
        Action.NEXT: "Skip to the next set, or begin it now",
        Action.SET_DONE: "End this set as done",
        Action.FORWARD: "End this set as done, or begin the next now",
        Action.MORE_REST: "Ten seconds more rest",
        Action.REPEAT: "Do the set again",
        Action.HURT: "End the set: it hurts",
        Action.MUTE: "Sound off, or on again",
        Action.FULL_SCREEN: "Fill the whole screen, or no longer",
        Action.TAP: "Tap anywhere to pause: on, or off again",
        Action.NOTICE: "Hide the notice",
        Action.KEYS: "Show all keys",
        Action.STOP: "Stop the session (asks)",
    }
)

KeyTable = Mapping[Action, tuple[str, ...]]
"""The keys of every action, by their names in `names`; the first is the one that is shown."""

NONE_CHOSEN: KeyTable = MappingProxyType({})
"""Where the person has chosen no keys, so that the usual ones apply."""

# Presenter remotes send Page Up, Page Down, B or "." for a black screen, and by turns F5 and Esc.
# A headset's one button is Play or Pause by a count of its own, so either goes on as well.
USUAL: KeyTable = MappingProxyType(
    {
        Action.PAUSE: (
            *("Space", "B", ".", "F5", "Shift+F5"),
            *("Media Play", "Media Pause", "Media Play/Pause"),
        ),
        Action.PREVIOUS: ("Left", "P", "PgUp", "Media Previous"),
        Action.NEXT: ("Right", "N"),
        Action.SET_DONE: ("Enter",),
        Action.FORWARD: ("PgDown", "Media Next"),
        Action.MORE_REST: ("Up", "+"),
        Action.REPEAT: ("R",),
        Action.HURT: ("H",),
        Action.MUTE: ("M",),
        Action.FULL_SCREEN: ("F", "F11"),
        Action.TAP: ("T",),
        Action.NOTICE: ("O",),
        Action.KEYS: ("?", "F1"),
        Action.STOP: ("Esc", "Q", "Media Stop"),
    }
)

_ALWAYS = "Esc"  # whatever is assigned: nobody may be locked in


def why_not(action: Action, key: str) -> str:
    """Why a key cannot be assigned to an action, as a part of a sentence; empty if it can."""
    if key == _ALWAYS:
        return "" if action is Action.STOP else "always stops the session"
    if key.isdigit():
        return "answers the question about your pain"
    if key.startswith("Meta+"):
        return "belongs to the system"
    return _RESERVED.get(key, "")


_RESERVED = {
    "Backspace": "takes the answer about your pain back",
    "Tab": "goes from button to button",
    "Shift+Tab": "goes from button to button",
    "Ctrl+Q": "quits the program",
    "Ctrl+C": "ends the program in a terminal",
    "Ctrl+D": "ends the program in a terminal",
    "Ctrl+Z": "halts the program in a terminal",
    "Alt+F4": "closes the window",
}


def assigned(own: KeyTable) -> KeyTable:
    """The keys of every action: the person's own where given, else the usual ones.

    A usual key that the person gave to another action is that one's alone. Esc always stops.
    """
    taken = {key for keys in own.values() for key in keys}
    table = {
        action: own[action] if action in own else tuple(key for key in keys if key not in taken)
        for action, keys in USUAL.items()
    }
    if _ALWAYS not in table[Action.STOP]:
        table[Action.STOP] = (*table[Action.STOP], _ALWAYS)
    return MappingProxyType(table)


def own_of(table: KeyTable) -> KeyTable:
    """The actions whose keys are not the usual ones: what has to be kept of a whole table."""
    return MappingProxyType({a: keys for a, keys in table.items() if keys != USUAL[a]})


def owner_of(table: KeyTable, key: str) -> Action | None:
    """The action that a key has in a table; None if it has none."""
    return next((action for action, keys in table.items() if key in keys), None)


def with_key(table: KeyTable, action: Action, key: str) -> KeyTable:
    """The table with a key of an action's own, in front of its others, and no other's."""
    made = {one: tuple(k for k in keys if k != key) for one, keys in table.items()}
    made[action] = (*made[action], key)
    return MappingProxyType(made)


def without_key(table: KeyTable, action: Action, key: str) -> KeyTable:
    """The table in which a key does nothing."""
    return MappingProxyType({**table, action: tuple(k for k in table[action] if k != key)})


def with_usual(table: KeyTable, action: Action) -> KeyTable:
    """The table with an action's usual keys, which are taken from those that had them."""
    usual = USUAL[action]
    made = {one: tuple(k for k in keys if k not in usual) for one, keys in table.items()}
    made[action] = usual
    return MappingProxyType(made)


def read_keys(texts: Iterable[object]) -> tuple[tuple[str, ...], list[object]]:
    """The keys that are named, each once, and what names none."""
    found: dict[str, None] = {}
    strange = []
    for text in texts:
        key = key_named(text) if isinstance(text, str) else ""
        if key:
            found[key] = None
        else:
            strange.append(text)
    return tuple(found), strange
