"""The keys of a session at a terminal: what each does, and how they are told."""

from collections.abc import Mapping
from types import MappingProxyType

from glutetimer.core.keys.names import NAMED, key_named, key_parts
from glutetimer.core.keys.table import Action, KeyTable, assigned
from glutetimer.terminal.typed import meant

END_KEY = "end key"
"""What a keyboard calls the key End: "end" is a terminal that was closed."""

_WORDS: Mapping[Action, tuple[str, str]] = MappingProxyType(
    {
        Action.PAUSE: ("pause", "pause, and go on"),
        Action.NEXT: ("next", "on to the next set or wait"),
        Action.PREVIOUS: ("back", "back to the one before"),
        Action.MORE_REST: ("rest", "more rest"),
        Action.SET_DONE: ("done", "the set is done; ends a set that is open-ended"),
        Action.FORWARD: ("", "the set is done; while waiting, on to it"),
        Action.REPEAT: ("redo", "the set once more"),
        Action.HURT: ("hurt", "it hurts: something easier, or an end"),
        Action.MUTE: ("", "mute, and sound again"),
        Action.STOP: ("stop", "stop (asks first)"),
        Action.KEYS: ("keys", "these keys"),
    }
)
"""What a terminal can do, in a word for the line of hints ("": it is not there), and in more."""

_PAIN = ("0 to 9", "the pain before, while you get ready; Backspace takes it back")
_MOST_SHOWN = 3


def is_told(key: str) -> bool:
    """Whether a terminal tells this key from others."""
    *held, last = key_parts(key)
    if last.startswith("Media") or not {*held} <= {"Ctrl", "Shift"}:
        return False
    if last not in NAMED:  # a character: Ctrl with a letter is one of its own
        return not held or (held == ["Ctrl"] and last.isascii() and last.isalpha())
    is_arrow_like = last not in ("Space", "Enter", "Esc", "Menu", "Tab", "Backspace")
    return is_arrow_like or (not held and last != "Menu")


class SessionKeys:
    """The keys as the person has them, as far as a terminal can tell them."""

    def __init__(self, own: KeyTable) -> None:
        table = assigned(own)
        self._keys = {action: _told(table[action]) for action in _WORDS}
        self._actions = {key: action for action, keys in self._keys.items() for key in keys}
        self._letters = {key.lower() for key in self._actions if len(key) == 1}

    def action(self, typed: str) -> Action | None:
        """What a key does that was read from a keyboard; None if nothing."""
        key = typed if len(typed) > 1 else meant(typed, self._letters)
        name = "End" if key == END_KEY else key_named(key)
        return self._actions.get(name)

    def word(self, *actions: Action) -> str:
        """The key of the first of these that has one, as it is told; empty if none has."""
        keys = (self._keys[action] for action in actions)
        return next((_shown(found[0]) for found in keys if found), "")

    @property
    def done_word(self) -> str:
        """What ends a set that waits for the person."""
        return self.word(Action.SET_DONE, Action.FORWARD, Action.NEXT) or "stop"

    def hints(self, *, is_paused: bool) -> str:
        """The most important keys in one line."""
        words = {action: word for action, (word, _) in _WORDS.items()}
        if is_paused:
            words[Action.PAUSE] = "go on"
        pairs = ((self.word(action), word) for action, word in words.items() if word)
        return "  ".join(f"{key} {word}" for key, word in pairs if key)

    def lines(self) -> tuple[str, ...]:
        """Every key with what it does."""
        rows = [
            (" or ".join(map(_shown, keys[:_MOST_SHOWN])), _WORDS[action][1])
            for action, keys in self._keys.items()
            if keys
        ]
        rows.insert(-2, _PAIN)
        wide = max(len(keys) for keys, _ in rows)
        return tuple(f"{keys:{wide}}  {does}" for keys, does in rows)


def _told(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Those that a terminal tells; short names first, which leave room in a line of hints."""
    told = [key for key in keys if is_told(key)]
    return tuple(sorted(told, key=lambda key: len(key) > 1 and key != "Space"))


def _shown(key: str) -> str:
    """As the terminal has always written it: letters and arrows small."""
    if len(key) == 1 or key in ("Space", "Left", "Right", "Up", "Down"):
        return key.lower()
    return key
