"""The mistakes of a file of the person's own, as a page shows them."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import card, text_label
from glutetimer.ui.widgets.page_area import page
from glutetimer.ui.words import breakable


def mistakes_page(problems: Iterable[str], path: str) -> QWidget:
    """Every mistake of a file, and where the file is."""
    made, column = page()
    frame, inner = card()
    inner.addWidget(text_label("This file needs a correction", "subtitle"))
    for problem in problems:
        box = QFrame()
        box.setProperty("look", "danger")
        box_column = QVBoxLayout(box)
        box_column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        box_column.addWidget(text_label(problem, wraps=True))
        inner.addWidget(box)
    inner.addSpacing(Space.S)
    inner.addWidget(text_label("The file", "caption"))
    inner.addWidget(text_label(breakable(path), wraps=True))
    inner.addWidget(
        text_label("Correct it in any text editor, then press F5 to read it again.", "muted", True)
    )
    column.addWidget(frame)
    column.addStretch(1)
    return made
