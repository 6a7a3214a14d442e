"""Which key was meant: by what it types, or by its place on the keyboard."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from glutetimer.core.key_places import DIGITS, meant

_FIRST_NAMED_KEY = 0x01000000  # Qt's keys below are characters
_LAST_LATIN = 0x24F
_ROWS = ((2, "1234567890"), (16, "qwertyuiop"), (30, "asdfghjkl"), (44, "zxcvbnm"))
_SCAN_CODES = {first + n: key for first, row in _ROWS for n, key in enumerate(row)}
_OFFSETS = {"windows": 0, "xcb": 8, "wayland": 8, "offscreen": 8}
"""What is added to the codes of a PC keyboard."""
_MAC_KEYS = "asdfhgzxcv bqweryt123465 97 80 ou ip lj k    nm"


def meant_key(event: QKeyEvent, letters: str = "") -> int:
    """The key (`Qt.Key`) of a press: a digit, one of these small letters, or what Qt says.

    A key that types a Latin letter or a digit is that one, wherever it is. Of a layout in another
    script the place counts, and in the row of digits also where these need Shift. Where a place is
    not told (from afar, by a keyboard on the screen) the person's language says what a sign may be.
    """
    key, modifiers = event.key(), event.modifiers()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if key >= _FIRST_NAMED_KEY or modifiers & (held | Qt.KeyboardModifier.MetaModifier):
        return key
    typed = chr(key)
    if typed.isascii() and typed.isalnum():
        return key
    place = _place(event)
    is_shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    if place is not None and place.isdigit():
        return key if is_shifted else ord(place)
    is_hebrew = (place, typed) == ("q", "/")
    if place is None:
        language = QLocale().name()[:2]
        found = meant(typed, letters + ("" if is_shifted else DIGITS), language)
    else:
        found = place if key > _LAST_LATIN or is_hebrew else ""
    return ord(found.upper()) if found and found in letters + DIGITS else key


def _place(event: QKeyEvent) -> str | None:
    """The digit or small letter of this place on a US keyboard, "" for none; None: unknown."""
    platform = QGuiApplication.platformName()
    if platform == "cocoa":
        code = event.nativeVirtualKey()
        return _MAC_KEYS[code].strip() if code < len(_MAC_KEYS) else ""
    code = event.nativeScanCode()
    return _SCAN_CODES.get(code - _OFFSETS.get(platform, 8), "") if code else None
