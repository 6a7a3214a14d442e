"""The one table of what a person can do on the session page, and with which key."""

from dataclasses import dataclass
from enum import StrEnum

from glutetimer.core.session.states import Command
from glutetimer.ui.session.shapes import PhaseShape


class Action(StrEnum):
    """What a key or a button does."""

    PAUSE = "pause"
    PREVIOUS = "previous"
    NEXT = "next"
    SET_DONE = "set_done"
    MORE_REST = "more_rest"
    REPEAT = "repeat"
    HURT = "hurt"
    MUTE = "mute"
    FULL_SCREEN = "full_screen"
    NOTICE = "notice"
    KEYS = "keys"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Key:
    """An action with its keys (as Qt names them), words and shape.

    `command` is what the session must allow for it; None: always allowed.
    """

    action: Action
    keys: tuple[str, ...]
    label: str
    explanation: str
    shape: PhaseShape
    command: Command | None = None

    @property
    def shown(self) -> str:
        """The key as a person reads it."""
        return _SHOWN.get(self.keys[0], self.keys[0])

    @property
    def tooltip(self) -> str:
        """The explanation with the key."""
        return f"{self.explanation} ({self.shown})"


_SHOWN = {
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Return": "Enter",
    "F": "F or F11",
    "Escape": "Esc",
}

KEYS = (
    Key(Action.PAUSE, ("Space",), "Pause", "Pause, or go on", PhaseShape.BARS_UPRIGHT),
    Key(
        Action.PREVIOUS,
        ("Left",),
        "Back",
        "Begin this set again, or go to the one before",
        PhaseShape.BACK,
        Command.PREVIOUS,
    ),
    Key(
        Action.NEXT,
        ("Right",),
        "Next",
        "Skip to the next set, or begin it now",
        PhaseShape.SKIP,
        Command.NEXT,
    ),
    Key(
        Action.SET_DONE,
        ("Return", "Enter"),
        "Set done",
        "End this set as done",
        PhaseShape.CHECK,
        Command.FINISH_SET,
    ),
    Key(
        Action.MORE_REST,
        ("Up",),
        "+10 s",
        "Ten seconds more rest",
        PhaseShape.PLUS,
        Command.ADD_REST,
    ),
    Key(Action.REPEAT, ("R",), "Repeat", "Do the set again", PhaseShape.TURN, Command.REPEAT_SET),
    Key(Action.HURT, ("H",), "It hurts", "End the set: it hurts", PhaseShape.HEART, Command.HURT),
    Key(Action.MUTE, ("M",), "Mute", "Sound off, or on again", PhaseShape.SPEAKER),
    Key(
        Action.FULL_SCREEN,
        ("F", "F11"),
        "Full screen",
        "Fill the whole screen, or no longer",
        PhaseShape.CORNERS,
    ),
    Key(Action.NOTICE, ("O",), "OK", "Hide the notice", PhaseShape.CHECK),
    Key(Action.KEYS, ("?", "Shift+?", "F1"), "Keys", "Show all keys", PhaseShape.QUESTION),
    Key(
        Action.STOP, ("Escape",), "Stop", "Stop the session (asks)", PhaseShape.SQUARE, Command.STOP
    ),
)

BUTTONS = tuple(key for key in KEYS if key.action is not Action.NOTICE)
"""Those that have a button below; the notice has one of its own."""
