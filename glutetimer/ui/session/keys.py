"""The one table of what a person can do on the session page, and with which key."""

from dataclasses import dataclass

from glutetimer.core.keys.names import shown_key
from glutetimer.core.keys.table import EXPLANATIONS, Action, KeyTable, assigned
from glutetimer.core.session.states import Command
from glutetimer.ui.session.shapes import PhaseShape

_SHOWN_KEYS = 2  # of an action in the overlay with all of them


@dataclass(frozen=True, slots=True)
class Key:
    """An action with its keys (by `core.keys.names`), words and shape.

    `command` is what the session must allow for it; None: always allowed.
    """

    action: Action
    keys: tuple[str, ...]
    label: str
    shape: PhaseShape
    command: Command | None = None

    @property
    def explanation(self) -> str:
        """What it does, in a few words."""
        return EXPLANATIONS[self.action]

    @property
    def shown(self) -> str:
        """Its first key as a person reads it; empty if it has none."""
        return shown_key(self.keys[0]) if self.keys else ""

    @property
    def shown_first(self) -> str:
        """Its first keys: "F or F11"."""
        return " or ".join(shown_key(key) for key in self.keys[:_SHOWN_KEYS])

    @property
    def tooltip(self) -> str:
        """The explanation with the key."""
        return f"{self.explanation} ({self.shown})" if self.keys else self.explanation


_ACTIONS = (
    (Action.PAUSE, "Pause", PhaseShape.BARS_UPRIGHT, None),
    (Action.PREVIOUS, "Back", PhaseShape.BACK, Command.PREVIOUS),
    (Action.NEXT, "Next", PhaseShape.SKIP, Command.NEXT),
    (Action.SET_DONE, "Set done", PhaseShape.CHECK, Command.FINISH_SET),
    (Action.FORWARD, "Done or next", PhaseShape.SKIP, Command.NEXT),
    (Action.MORE_REST, "+10 s", PhaseShape.PLUS, Command.ADD_REST),
    (Action.REPEAT, "Repeat", PhaseShape.TURN, Command.REPEAT_SET),
    (Action.HURT, "It hurts", PhaseShape.PLASTER, Command.HURT),
    (Action.MUTE, "Mute", PhaseShape.SPEAKER, None),
    (Action.FULL_SCREEN, "Full screen", PhaseShape.CORNERS, None),
    (Action.TAP, "Tap", PhaseShape.TAP, None),
    (Action.NOTICE, "OK", PhaseShape.CHECK, None),
    (Action.KEYS, "Keys", PhaseShape.QUESTION, None),
    (Action.STOP, "Stop", PhaseShape.SQUARE, Command.STOP),
)


def keys_of(own: KeyTable) -> tuple[Key, ...]:
    """The table with the person's own keys."""
    table = assigned(own)
    return tuple(Key(action, table[action], *rest) for action, *rest in _ACTIONS)


KEYS = keys_of({})
"""The table with the usual keys."""

BUTTONS = tuple(key for key in KEYS if key.action not in (Action.NOTICE, Action.FORWARD))
"""Those that have a button below; the notice has one of its own, and forward is two in one."""

TAP_BUTTONS = (Action.HURT, Action.TAP, Action.STOP)
"""Those that are left, and large, where a tap anywhere does the rest."""
