"""The colours of lines, bars and cells."""

from glutetimer.ui.history.overview.content import Ink
from glutetimer.ui.theme import Colors


def ink_color(colors: Colors, ink: Ink = Ink.FIRST) -> str:
    """The colour of an ink in a theme; each has 3 to 1 and more against a card."""
    match ink:
        case Ink.FIRST:
            return colors.accent
        case Ink.SECOND:
            return colors.phases.lift
        case Ink.THIRD:
            return colors.phases.hold
