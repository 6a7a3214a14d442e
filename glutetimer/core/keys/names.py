"""The names of keys, as a person writes them into the settings and reads them on the screen."""

from collections.abc import Iterator

MEDIA = (
    "Media Play",
    "Media Pause",
    "Media Play/Pause",
    "Media Next",
    "Media Previous",
    "Media Stop",
    "Media Rewind",
    "Media Fast Forward",
)
"""Keys of a keyboard's top row, and the buttons of a headset."""

NAMED = (
    *("Space", "Enter", "Esc", "Tab", "Backspace", "Left", "Right", "Up", "Down"),
    *("PgUp", "PgDown", "Home", "End", "Ins", "Del", "Menu"),
    *MEDIA,
    *(f"F{number}" for number in range(1, 36)),
)
"""Every key that types no character."""

MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
"""In the order in which they stand in a name."""

_ALIASES = {
    "return": "Enter",
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDown",
    "insert": "Ins",
    "delete": "Del",
    "spacebar": "Space",
    "mediatoggleplaypause": "Media Play/Pause",
    "togglemediaplay/pause": "Media Play/Pause",
    "mediaplaypause": "Media Play/Pause",
    "mediaprev": "Media Previous",
    "playpause": "Media Play/Pause",
    "control": "Ctrl",
    "strg": "Ctrl",
    "option": "Alt",
    "cmd": "Meta",
    "win": "Meta",
    "super": "Meta",
    "plus": "+",
    "audiorewind": "Media Rewind",
    "audioforward": "Media Fast Forward",
}
_SHOWN = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_LONGEST = 60


def _folded(text: str) -> str:
    return "".join(text.casefold().replace("-", "").replace("_", "").split())


_KNOWN = {_folded(name): name for name in (*NAMED, *MODIFIERS)} | _ALIASES


def key_named(text: str) -> str:
    """The name of a key, or of a combination, however it is written; empty for none.

    "page down", "ctrl + k" and "b" are "PgDown", "Ctrl+K" and "B". Shift with a character that is
    no letter is left out: the character says it.
    """
    if not text.strip() or len(text) > _LONGEST:
        return ""
    *held, last = key_parts("+".join(part.strip() for part in text.split("+")))
    found = {_KNOWN.get(_folded(part), "") for part in held}
    key = _big(last) if len(last) == 1 else _KNOWN.get(_folded(last), "")
    if not found <= set(MODIFIERS) or key in MODIFIERS or not key.isprintable() or not key.strip():
        return ""
    if len(key) == 1 and not key.isalpha():
        found.discard("Shift")
    return "+".join((*(name for name in MODIFIERS if name in found), key))


def key_parts(text: str) -> Iterator[str]:
    """The keys of a combination; the last of two pluses at its end is a key."""
    if text == "+" or text.endswith("++"):
        held = text.removesuffix("+").removesuffix("+")
        yield from held.split("+") if held else ()
        yield "+"
    else:
        yield from text.split("+")


def _big(letter: str) -> str:
    """The letter as it stands on its key."""
    big = letter.upper()
    return big if len(big) == 1 else letter


def shown_key(key: str) -> str:
    """A key as it is read on the screen: arrows as such."""
    *held, last = list(key_parts(key))
    return "+".join((*held, _SHOWN.get(last, last)))
