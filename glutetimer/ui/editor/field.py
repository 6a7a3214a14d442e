"""A field of the editor: its name, what is typed, and what is wrong with that."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from glutetimer.ui.plain import plain
from glutetimer.ui.widgets.controls import text_label, without_mnemonic
from glutetimer.ui.widgets.fields import Choice

REDO_KEYS = ("Ctrl+Shift+Z", "Ctrl+Y")
UNDO_KEYS = "Ctrl+Z"


class Line(QLineEdit):
    """A line of text whose undo is the editor's."""

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo and redo to the window."""
        return False if _is_undo(event) else super().event(event)


class Lines(QPlainTextEdit):
    """Several lines whose undo is the editor's; Tab leaves them."""

    left = Signal()
    """The keyboard has gone elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo and redo to the window."""
        return False if _is_undo(event) else super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it was left."""
        super().focusOutEvent(event)
        self.left.emit()


class Pick(QPushButton):
    """A button that shows what is chosen; whoever has the choices opens them when it is pressed."""

    def __init__(self, names: Mapping[str, str], nothing: str) -> None:
        """`names` are those of the values, `nothing` stands for ""."""
        super().__init__()
        self._names = {**names, "": nothing}
        self.value = ""
        self.show_value("")

    def show_value(self, value: str) -> None:
        """Show another value."""
        self.value = value
        name = self._names.get(value, value)
        self.setText(without_mnemonic(name))
        self.setAccessibleName(plain(f"{self.property('label') or ''} {name}".strip()))


def _is_undo(event: QEvent) -> bool:
    if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        return False
    if not isinstance(event, QKeyEvent):
        return False
    pressed = QKeySequence(event.keyCombination())
    if any(pressed == QKeySequence(keys) for keys in (UNDO_KEYS, *REDO_KEYS)):
        event.ignore()
        return True
    return False


class NamedField(QWidget):
    """A control below its name; `typed` tells of every letter, `left` when it is done."""

    typed = Signal(str, str)
    """The person has typed or chosen: the key of the field, and the text."""

    left = Signal()
    """Nothing more is typed here for now."""

    def __init__(self, key: str, name: str, control: Line | Lines | Choice | Pick) -> None:
        super().__init__()
        self.key = key
        self._control = control
        self._is_typing = False
        self._mistake = text_label(look="wrong", wraps=True)
        self._mistake.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._name = text_label(name, "caption")
        column.addWidget(self._name)
        column.addWidget(control)
        column.addWidget(self._mistake)
        column.addStretch(1)
        self._name.setBuddy(control)
        control.setAccessibleName(name)
        self.setFocusProxy(control)
        if isinstance(control, Line):
            control.textEdited.connect(self._tell)
            control.editingFinished.connect(self._leave)
        elif isinstance(control, Lines):
            control.textChanged.connect(self._tell)
            control.left.connect(self._leave)
        elif isinstance(control, Pick):
            control.setProperty("label", name)
            control.show_value("")
        else:
            control.activated.connect(self._choose)

    @property
    def text(self) -> str:
        """What stands in it; of a choice its value."""
        control = self._control
        if isinstance(control, Line):
            return control.text()
        if isinstance(control, Pick):
            return control.value
        return control.toPlainText() if isinstance(control, Lines) else str(control.currentData())

    @property
    def mistake(self) -> str:
        """What is said to be wrong."""
        return self._mistake.text()

    def select(self) -> None:
        """Let what is typed next take the place of what is there."""
        self._control.setFocus()
        if isinstance(self._control, Line):
            self._control.selectAll()

    def show_text(self, text: str) -> None:
        """Put a text there, as if nobody had typed."""
        control = self._control
        if text == self.text:
            return
        control.blockSignals(True)
        if isinstance(control, Line):
            control.setText(text)
        elif isinstance(control, Lines):
            control.setPlainText(text)
        elif isinstance(control, Pick):
            control.show_value(text)
        else:
            control.setCurrentIndex(max(0, control.findData(text)))
        control.blockSignals(False)

    def offer(self, names: Mapping[str, str], value: str) -> None:
        """Offer other values (with their names) and show one, the first if it is none of them."""
        control = self._control
        assert isinstance(control, Choice)
        control.clear()
        for one, name in names.items():
            control.addItem(name, one)
        control.setCurrentIndex(max(0, control.findData(value)))

    def show_mistake(self, mistake: str) -> None:
        """Say what is wrong, if anything is; of what is still being typed only that it is right."""
        if mistake and self._is_typing:
            return
        self._mistake.setText(mistake)
        self._mistake.setVisible(bool(mistake))
        self._control.setAccessibleDescription(plain(mistake))

    def show_usual(self, text: str) -> None:
        """Show in an empty field what counts then."""
        if isinstance(self._control, Line):
            self._control.setPlaceholderText(text)

    @Slot()
    def _tell(self) -> None:
        self._is_typing = True
        self.typed.emit(self.key, self.text)

    @Slot()
    def _leave(self) -> None:
        self._is_typing = False
        self.left.emit()

    @Slot()
    def _choose(self) -> None:
        self._tell()
        self._leave()
