"""The card on the left of a page: filters above the list that they narrow."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from glutetimer.ui.style.theme import Space

LIST_MOST_PX = 560
"""Wider lists leave the details too little and are read no better."""


def list_card(filters: QWidget, rows: QWidget) -> QFrame:
    """Make the card, at most LIST_MOST_PX wide."""
    frame = QFrame()
    frame.setProperty("look", "card")
    frame.setMaximumWidth(LIST_MOST_PX)
    inner = QVBoxLayout(frame)
    inner.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
    inner.setSpacing(Space.S)
    top = QVBoxLayout()
    top.setContentsMargins(Space.S, Space.S, Space.S, 0)
    top.addWidget(filters)
    inner.addLayout(top)
    inner.addWidget(rows, 1)
    return frame
