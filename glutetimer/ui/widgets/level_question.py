"""A level from 0 to 10 that is asked for, with what the chosen one means."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtWidgets import QLabel, QWidget

from glutetimer.core.pain import calls_for_safety
from glutetimer.ui.widgets.scale import LevelScale


class LevelQuestion(LevelScale):
    """A scale that says in `words` what its number means; its owner puts both in their places.

    What stands in `words` at first stands there whenever there is no answer. `safety` is shown
    as long as the level calls for it.
    """

    def __init__(
        self,
        name: str,
        words_of: Callable[[int], str],
        words: QLabel,
        safety: QWidget | None = None,
        now_s: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(name, now_s=now_s)
        self._words_of = words_of
        self._hint = words.text()
        self.words = words
        self.safety = safety
        self.set_value(None)

    def set_value(self, value: int | None) -> None:
        """Show a number, or none, and what it means; says nothing."""
        super().set_value(value)
        self.words.setText(self._hint if value is None else self._words_of(value))
        if self.safety is not None:
            self.safety.setVisible(calls_for_safety(value))
