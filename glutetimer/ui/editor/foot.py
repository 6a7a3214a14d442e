"""The last line of the editor: what is wrong with the whole, and how to go on."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from glutetimer.ui.editor.field import REDO_KEYS, UNDO_KEYS
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, text_label


class EditorFoot(QWidget):
    """Words on the left, four buttons on the right."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, Space.L, 0)
        self._row.setSpacing(Space.S)
        self._words = text_label(look="wrong", wraps=True)
        self._row.addWidget(self._words, 1)
        self.undo = self._button("Undo", "", f"Undo ({UNDO_KEYS})")
        self.redo = self._button("Redo", "", f"Redo ({REDO_KEYS[0]})")
        self.cancel = self._button("Cancel", "", "")
        self.save = self._button("Save", "primary", "Save (Ctrl+S)")

    def _button(self, text: str, kind: str, tip: str) -> QPushButton:
        button = push_button(text, kind, tip)
        self._row.addWidget(button)
        return button

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Say what is wrong, or nothing."""
        self._words.setText(words)

    def show_steps(self, can_undo: bool, can_redo: bool) -> None:
        """Offer what can be taken back, and done again."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)
