"""Light or dark: known before the other settings, for the first window is painted in it."""

from enum import StrEnum


class Theme(StrEnum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
