"""Questions to the person at a terminal, answered with single keys."""

from collections.abc import Mapping
from typing import Protocol

from glutetimer.core.key_places import DIGITS
from glutetimer.core.typed_numbers import parse_whole
from glutetimer.terminal.screen import Screen
from glutetimer.terminal.typed import meant

WAIT_S = 0.5
MAX_LETTERS = 500
NAMES = {
    "\x1b": "esc",
    " ": "space",
    "\r": "enter",
    "\n": "enter",
    "\x08": "backspace",
    "\x7f": "backspace",
    "\x04": "end",
}
"""What keys are called that send a character and are no letter."""


class Keyboard(Protocol):
    """Single keys."""

    def read(self, timeout_s: float) -> str:
        """The next key: a letter or a name ("space", "left" ...); "" if none came."""


class TerminalQuestions:
    """Asks in the live block of a screen. Esc, or a closed terminal, leaves a question open."""

    def __init__(self, screen: Screen, keyboard: Keyboard) -> None:
        self._screen = screen
        self._keyboard = keyboard

    def choose(self, question: str, choices: Mapping[str, str]) -> str:
        """The key of the choice that was made; "" for none."""
        offers = [f"  {key}  {text}" for key, text in choices.items()]
        self._screen.show([question, *offers])
        while True:
            key = self._keyboard.read(WAIT_S)
            if key in ("esc", "end"):
                return ""
            key = meant(key, choices)
            if key in choices:
                return key

    def text(self, question: str) -> str:
        """A line of text; empty if nothing was said."""
        answer = ""
        while True:
            self._screen.show([f"{question} {answer}_"])
            key = self._keyboard.read(WAIT_S)
            match key:
                case "enter":
                    return answer.strip()
                case "esc":
                    return ""
                case "end":  # the program ends: what was typed counts
                    return answer.strip()
                case "backspace":
                    answer = answer[:-1]
                case "space":
                    answer += " "
                case _ if len(key) == 1 and len(answer) < MAX_LETTERS:
                    answer += key

    def level(self, question: str) -> int | None:
        """A number from 0 to 10; None if it was left open."""
        hint = ""
        while True:
            answer = self.text(f"{question} (0-10, Enter to leave it open){hint}")
            if not answer:
                return None
            level = parse_whole("".join(meant(key, DIGITS) for key in answer))
            if level is not None and level <= 10:
                return level
            hint = f"; {answer[:10]!r} is no number from 0 to 10"
