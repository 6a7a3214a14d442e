"""What a character of another layout means: a key of a Latin keyboard, by its place.

Somebody who reads "H" on the screen presses the key on which an H is printed, whatever script is
typed with it at the moment.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType

DIGITS = "0123456789"

_PLACES = "qwertyuiopasdfghjklzxcvbnm"
_LAYOUTS = (
    "йцукенгшщзфывапролдячсмить",  # Russian, Belarusian
    "йцукенгшщзфівапролдячсмить",  # Ukrainian
    ",уеишщксдзьяаожгтнвюйъэфхп",  # Bulgarian
    ";ςερτυθιοπασδφγηξκλζχψωβνμ",  # Greek
    "/'קראטוןםפשדגכעיחלךזסבהנמצ",  # Hebrew
    "ضصثقفغعهخحشسيبلاتنمئءؤر\0ىة",  # Arabic; its B is two letters
    "ქწერტყუიოპასდფგჰჯკლზხცვბნმ",  # Georgian
)
_AZERTY_DIGITS = ("&é\"'(-è_çà", "1234567890")


def _by_character() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for layout, places in [*((layout, _PLACES) for layout in _LAYOUTS), _AZERTY_DIGITS]:
        for character, place in zip(layout, places, strict=True):
            is_sure = not character.isascii() or places is not _PLACES
            if is_sure and place not in found.get(character, ""):
                found[character] = found.get(character, "") + place
    return MappingProxyType(found)


_MEANINGS = _by_character()


def meant(typed: str, keys: Collection[str]) -> str:
    """Which of `keys` (small letters and digits) was meant; what was typed, small, if none was.

    A character that means a key itself is that one. Where layouts differ the first that has a
    key of `keys` at this place counts.
    """
    small = typed.lower()
    if small in keys:
        return small
    return next((key for key in _MEANINGS.get(small, "") if key in keys), small)
