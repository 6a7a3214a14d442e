"""Signals that end the program: noted, so that a session can be kept in order first."""

import signal
from types import FrameType
from typing import Any, Self


class Interruption:
    """Notes Ctrl+C and the signals that ask a program to end; use it in a `with`.

    Nothing is raised in the middle of a write. A second Ctrl+C ends at once.
    """

    def __init__(self) -> None:
        self.number: int | None = None
        self._handlers: dict[signal.Signals, Any] = {}

    @property
    def has_come(self) -> bool:
        """Whether the program was asked to end."""
        return self.number is not None

    @property
    def exit_status(self) -> int:
        """What shells expect of a program that a signal ended; 0 if none came."""
        return 0 if self.number is None else 128 + self.number

    def __enter__(self) -> Self:
        names = ("SIGINT", "SIGTERM", "SIGHUP")
        numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
        for number in numbers:
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup stays nohup
                self._handlers[number] = signal.signal(number, self._note)
        return self

    def __exit__(self, *error: object) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def _note(self, number: int, frame: FrameType | None) -> None:
        if number == signal.SIGINT and self.has_come:
            raise KeyboardInterrupt
        self.number = number
