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
_OF_LANGUAGE = {
    "fr": {"&é\"'(-è_çà": "1234567890"},
    "cs": {"+ěščřžýáíé": "1234567890"},
    "sk": {"+ľščťžýáíé": "1234567890"},
    "sr": {"љњертзуиопасдфгхјклџцвбнм": "qwertyuiopasdfghjklxcvbnm"},
    "mk": {"љњертѕуиопасдфгхјклзџцвбнм": "qwertyuiopasdfghjklzxcvbnm"},
}
"""Layouts that would be taken for others, or whose signs mean themselves elsewhere, by language."""


def _by_character(layouts: Mapping[str, str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for layout, places in layouts.items():
        for character, place in zip(layout, places, strict=True):
            is_sure = not character.isascii() or places != _PLACES
            if is_sure and place not in found.get(character, ""):
                found[character] = found.get(character, "") + place
    return MappingProxyType(found)


_MEANINGS = {
    language: _by_character(layouts)
    for language, layouts in (("", dict.fromkeys(_LAYOUTS, _PLACES)), *_OF_LANGUAGE.items())
}


def meant(typed: str, keys: Collection[str], language: str = "") -> str:
    """Which of `keys` (small letters and digits) was meant; what was typed, small, if none was.

    A character that means a key itself is that one; a sign of ASCII means no other but on the
    keyboard of a language, such as "fr". Where layouts differ that of the language counts, then
    the first that has a key of `keys` at this place.
    """
    small = typed.lower()
    if small in keys:
        return small
    own = _MEANINGS.get(language, {})
    places = own[small] if small in own else _MEANINGS[""].get(small, "")
    return next((key for key in places if key in keys), small)
