"""What is wrong with a file of the person's own, in place of what it would give."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import card, push_button, spaced, text_label
from glutetimer.ui.words import breakable


class Mistakes(QWidget):
    """Every mistake of a file, where it is, and the way to the lines."""

    check_asked = Signal(str)
    """The person wants to open the file (at this path) at its mistakes."""

    def __init__(self, problems: Sequence[str], path: str, *, can_open: bool = True) -> None:
        """With `can_open` there is a button for `check_asked`."""
        super().__init__()
        self.setProperty("look", "page")
        self._path = path
        column = spaced(QVBoxLayout(self), Space.M)
        frame, inner = card()
        inner.addWidget(text_label("This file needs a correction", "subtitle"))
        for problem in problems:
            box = QFrame()
            box.setProperty("look", "danger")
            box_column = QVBoxLayout(box)
            box_column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
            box_column.addWidget(text_label(problem, wraps=True))
            inner.addWidget(box)
        if can_open and any(problem.startswith("line ") for problem in problems):
            button = push_button("Open it at its mistakes…")
            button.clicked.connect(self._ask)
            inner.addWidget(button)
        inner.addSpacing(Space.S)
        inner.addWidget(text_label("The file", "caption"))
        inner.addWidget(text_label(breakable(path), wraps=True))
        cure = "Correct it in any text editor. Once saved it is read again here, else with F5."
        inner.addWidget(text_label(cure, "muted", True))
        column.addWidget(frame)
        column.addStretch(1)

    @Slot()
    def _ask(self) -> None:
        self.check_asked.emit(self._path)
