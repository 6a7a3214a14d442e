"""The keys of the window and of a session."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.widgets.dialog import Dialog

WINDOW_KEYS = (
    ("Enter", "Start the chosen routine"),
    ("Ctrl+1, 2, 3", "Routines, Exercises, History"),
    ("Ctrl+P", "Print a handout of the routine"),
    ("Ctrl+,", "Settings"),
    ("Ctrl+Z", "Undo, in the history"),
    ("Ctrl+Shift+Z", "Redo, in the history"),
    ("Arrows, Enter", "Days of the history's calendar"),
    ("F5", "Read the routine files again"),
    ("F11", "Full screen"),
    ("F1", "These keys"),
    ("Ctrl+Q", "Quit"),
)

SESSION_KEYS = (
    ("Space", "Pause, resume"),
    ("0 to 9", "Pain now, while you get ready"),
    ("Right, Left", "Next, previous"),
    ("Up", "10 seconds more rest"),
    ("Enter", "Set done"),
    ("R", "Repeat the set"),
    ("H", "It hurts"),
    ("M", "Mute"),
    ("F or F11", "Full screen"),
    ("Esc", "Stop (asks first)"),
)


class KeysDialog(Dialog):
    """Both tables of keys side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Keys", parent, 760)
        row = QHBoxLayout()
        row.setSpacing(Space.XXL)
        row.addLayout(_table("In a session", SESSION_KEYS))
        row.addLayout(_table("In the window", WINDOW_KEYS))
        self.body.addLayout(row)
        close = self.add_button("Close", "primary", True)
        close.clicked.connect(self.accept)


def _table(title: str, keys: tuple[tuple[str, str], ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(Space.M)
    column.addWidget(text_label(title, "subtitle"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.L)
    grid.setVerticalSpacing(Space.S)
    for row, (key, meaning) in enumerate(keys):
        tag = text_label(key, "tag")
        made = QFont(tag.font())
        made.setWeight(QFont.Weight.DemiBold)
        tag.setFont(made)
        grid.addWidget(tag, row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(text_label(meaning), row, 1)
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return column
