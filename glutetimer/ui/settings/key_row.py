"""One action of a session with its keys, in the settings."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.keys.names import shown_key
from glutetimer.core.keys.table import EXPLANATIONS, USUAL, Action, why_not
from glutetimer.ui.settings.key_capture import KeyCapture
from glutetimer.ui.style.text_size import set_sizes
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, set_look, spaced, text_label
from glutetimer.ui.widgets.flow import FlowRow

_NO_KEY = "No key: only its button."


class KeyRow(QWidget):
    """Shows an action's keys; knows of no other action's."""

    added = Signal(Action, str)
    """The person pressed a key for it, which may be another's."""

    removed = Signal(Action, str)
    """A key is to do nothing."""

    reset = Signal(Action)
    """It is to have its usual keys again."""

    moved = Signal(Action, str)
    """A key of another action's is to be its own."""

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.action = action
        self._keys: tuple[str, ...] = ()
        self._wanted = ""
        does = EXPLANATIONS[action]
        column = spaced(QVBoxLayout(self), Space.XS, 0, Space.S, 0, Space.S)
        head = spaced(QHBoxLayout(), Space.S)
        head.addWidget(text_label(does, wraps=True), 1)
        self.capture = KeyCapture()
        self.capture.setAccessibleDescription(does)
        self.capture.captured.connect(self._take)
        head.addWidget(self.capture)
        self.usual = push_button("↺", "quiet", f"Back to usual: {self._usual_words()}")
        self.usual.setAccessibleName(f"Usual keys of: {does}")
        set_sizes(self.usual, width_px=42)
        self.usual.clicked.connect(self._reset)
        head.addWidget(self.usual)
        column.addLayout(head)
        self._column = column
        self.chips = QButtonGroup(self)
        self._flow = FlowRow([])
        column.addWidget(self._flow)
        foot = spaced(QHBoxLayout(), Space.S)
        self.words = text_label(look="wrong", wraps=True)
        foot.addWidget(self.words, 1)
        self.take_it = push_button("Move it here", "quiet")
        self.take_it.clicked.connect(self._move)
        foot.addWidget(self.take_it)
        self.leave = push_button("Leave it", "quiet")
        self.leave.clicked.connect(self.be_quiet)
        foot.addWidget(self.leave)
        column.addLayout(foot)
        self.be_quiet()

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Show these; says nothing."""
        if keys == self._keys and self.chips.buttons():
            return
        self._keys = keys
        old = self._flow
        self.chips = QButtonGroup(self)
        made = []
        for number, key in enumerate(keys):
            chip = push_button(f"{shown_key(key)}  ✕", "choice", f"Remove {key}")
            chip.setAccessibleName(f"Remove {key}")
            chip.setEnabled(key != "Esc")
            self.chips.addButton(chip, number)
            made.append(chip)
        self.chips.idClicked.connect(self._remove)
        self._flow = FlowRow(made or [text_label(_NO_KEY, "muted")])
        self._column.replaceWidget(old, self._flow)
        old.deleteLater()
        self.usual.setEnabled(keys != USUAL[self.action])

    def tell_clash(self, key: str, other: Action) -> None:
        """Say whose a key is, and offer to move it."""
        self._wanted = key
        self._say(f"{shown_key(key)} means “{EXPLANATIONS[other]}”.")
        self.take_it.show()
        self.leave.show()
        self.take_it.setFocus()

    @Slot()
    def be_quiet(self) -> None:
        """Take the words away."""
        had_focus = self.take_it.hasFocus() or self.leave.hasFocus()
        self._wanted = ""
        for part in (self.words, self.take_it, self.leave):
            part.hide()
        if had_focus:
            self.capture.setFocus()

    def _say(self, text: str, look: str = "wrong") -> None:
        set_look(self.words, look)
        self.words.setText(text)
        self.words.show()

    @Slot(str)
    def _take(self, key: str) -> None:
        self.be_quiet()
        if not key:
            self._say("This key has no name that could be kept. Choose another one.")
        elif why := why_not(self.action, key):
            self._say(f"{shown_key(key)} {why}. Choose another one.")
        elif key in self._keys:
            self._say(f"{shown_key(key)} does that already.", "muted")
        else:
            self.added.emit(self.action, key)

    @Slot(int)
    def _remove(self, number: int) -> None:
        self.be_quiet()
        self.capture.setFocus()  # the chip goes
        self.removed.emit(self.action, self._keys[number])

    @Slot()
    def _move(self) -> None:
        key = self._wanted
        self.be_quiet()
        self.moved.emit(self.action, key)

    @Slot()
    def _reset(self) -> None:
        self.be_quiet()
        self.capture.setFocus()
        self.reset.emit(self.action)

    def _usual_words(self) -> str:
        return ", ".join(map(shown_key, USUAL[self.action]))
