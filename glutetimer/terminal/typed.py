"""What a key means that somebody pressed at a terminal, whatever their keyboard is."""

import os
from collections.abc import Collection

from glutetimer.core import key_places


def meant(typed: str, keys: Collection[str]) -> str:
    """Which of `keys` was meant (see `core.key_places`); a terminal tells no more than a sign.

    The language of the person's locale says what keyboard it may be.
    """
    return key_places.meant(typed, keys, _language())


def _language() -> str:
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    return next(filter(None, names), "")[:2].lower()
