"""Which fields an exercise has in the editor, where they stand, and what they offer."""

from collections.abc import Mapping

from glutetimer.core.exercise import Kind, Position, Sides
from glutetimer.core.words.coaching import POSITION_NAMES
from glutetimer.ui.editor.field import Line, Lines, Pick
from glutetimer.ui.editor.figure_picker import NOTHING
from glutetimer.ui.style.text_size import set_sizes
from glutetimer.ui.widgets.fields import Choice

AMOUNT, COUNTED, FIGURE = "amount", "counted", "moves_like"
CIRCUIT = {"rounds": "Rounds", "round_rest": "Rest between them"}
CIRCUIT_ROW = 8
COUNTS = {
    "reps": "Reps",
    "hold": "Held",
    "work": "Timed work",
    "steps": "Steps",
}
FITTING = {
    Kind.REPS: ("reps", "hold", "work"),
    Kind.HOLD: ("hold", "work"),
    Kind.STEPS: ("steps", "work"),
}
_SIDES = {
    "": "As usual",
    Sides.BOTH.value: "Both at once",
    Sides.EACH.value: "Each side",
    Sides.ALTERNATING.value: "In turns, rep by rep",
    Sides.LEFT.value: "Left only",
    Sides.RIGHT.value: "Right only",
}
_POSITIONS = {"": "Not said"} | {one.value: POSITION_NAMES[one] for one in Position}
_CHOICES: Mapping[str, Mapping[str, str]] = {
    COUNTED: COUNTS,
    "position": _POSITIONS,
    "sides": _SIDES,
}
PLACES = (
    # Key, name, row and column, columns wide; the keyboard goes from one to the next.
    ("name", "Name", 0, 0, 2),
    (FIGURE, "Moves like", 1, 0, 1),
    ("position", "Position", 1, 1, 1),
    ("sets", "Sets", 2, 0, 1),
    (COUNTED, "Counted in", 2, 1, 1),
    (AMOUNT, "How many, or one for each set", 3, 0, 1),
    ("rest", "Rest between sets", 3, 1, 1),
    ("sides", "Sides", 4, 0, 1),
    ("rest_after", "Rest after the last set", 4, 1, 1),
    ("tempo", "Tempo: lower-bottom-lift-top", 5, 0, 1),
    ("load", "Load", 5, 1, 1),
    ("note", "Note, seen during the set", 7, 0, 2),
    ("circuit", "Circuit: a letter", CIRCUIT_ROW, 0, 1),
    ("setup", "Told before the first set, one a line", 9, 0, 2),
    ("cues", "Told during the set, one a line", 10, 0, 2),
    ("last", "Told near the end of a set, one a line", 11, 0, 2),
    ("say", "Words that are said in another way, one a line: RDL = R D L", 12, 0, 2),
)
TIPS = {
    AMOUNT: "10; 8-10; 8, 6, 4; open; 3 x 12 with the sets; 3 x 12 x 5 s with a hold in each rep",
    "tempo": "Four phases in seconds, such as 2-0-2-1; X is fast",
    "load": "4 kg; light band; 4 kg, 6 kg for each set",
    FIGURE: "Its figure is borrowed, and nothing else of it",
}
"""What the tool tip of a field says."""

OWN = ("name", FIGURE, "position", "setup", "last", "say")
"""Fields of an exercise without a file; another has all that in its file."""

_LINES_PX = {"setup": 62, "cues": 84, "last": 62, "say": 62}


def control_of(key: str, names: Mapping[str, str]) -> Line | Lines | Choice | Pick:
    """A control for a field; `names` are those of all exercises by id."""
    if key in _LINES_PX:
        lines = Lines()
        set_sizes(lines, height_px=_LINES_PX[key])
        return lines
    if key == FIGURE:
        return Pick(names, NOTHING)
    if key not in _CHOICES:
        return Line()
    choice = Choice()
    for value, name in _CHOICES[key].items():
        choice.addItem(name, value)
    return choice
