"""One field of the settings as a row: name, hint, editor, and a button that resets it."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.settings import ExerciseSettings, Settings, specs
from glutetimer.ui.settings.editors import NumberEditor, make_editor
from glutetimer.ui.settings.time_editors import TimeEditor
from glutetimer.ui.style.text_size import set_sizes
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import card, push_button, separator, set_look, text_label


class FieldRow(QWidget):
    """Shows one field; knows its default, but not where the value is kept."""

    edited = Signal(str)
    """The person changed the value of the field with this name."""

    mistake_changed = Signal()
    """What was typed cannot be taken, or can be again."""

    def __init__(self, name: str, owner: type[Settings] | type[ExerciseSettings]) -> None:
        super().__init__()
        field, spec = specs(owner)[name]
        self.name = name
        self._default = field.default
        self._hint_text = spec.hint
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.XS, 0, Space.XS)
        row.setSpacing(Space.S)
        words = QVBoxLayout()
        words.setSpacing(0)
        label = text_label(spec.label)
        self._hint = text_label(look="caption", wraps=True)
        words.addWidget(label)
        words.addWidget(self._hint)
        row.addLayout(words, 1)
        self.editor = make_editor(field.type, spec)
        self.control: QWidget = self.editor.focusProxy() or self.editor
        """What has the focus."""
        self.control.setAccessibleName(spec.label)
        label.setBuddy(self.control)
        row.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignVCenter)
        self._reset = push_button("↺", "quiet", f"Reset “{spec.label}”")
        self._reset.setAccessibleName(f"Reset {spec.label}")
        set_sizes(self._reset, width_px=42)
        row.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show_mistake()
        self.editor.edited.connect(self._change)
        if isinstance(self.editor, NumberEditor | TimeEditor):
            self.editor.mistake_changed.connect(self._show_mistake)
        self._reset.clicked.connect(self.reset)

    def put_beside(self, widget: QWidget) -> None:
        """Show a widget before the editor."""
        self._row.insertWidget(1, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_hint(self, hint: str) -> None:
        """Show a line below the name; none if it is empty."""
        self._hint_text = hint
        text = self.mistake or hint
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        set_look(self._hint, "wrong" if self.mistake else "caption")
        self.control.setAccessibleDescription(text)

    @property
    def mistake(self) -> str:
        """Why what was typed was not taken, shown in place of the hint; empty if it was."""
        return self.editor.mistake if isinstance(self.editor, NumberEditor | TimeEditor) else ""

    def value(self) -> Any:
        """The value as the settings hold it."""
        return self.editor.setting()

    def set_value(self, value: Any) -> None:
        """Show a value; says nothing. What waits to be corrected stays if the value is the same."""
        if self.mistake and value == self.value():
            return
        self.editor.show_setting(value)
        self._allow_reset()

    @Slot()
    def reset(self) -> None:
        """Go back to the default."""
        had_focus = self._reset.hasFocus()
        self.editor.show_setting(self._default)
        self._change()
        if had_focus:
            self.control.setFocus()

    @Slot()
    def _change(self) -> None:
        self._allow_reset()
        self.edited.emit(self.name)

    @Slot()
    def _show_mistake(self) -> None:
        self.set_hint(self._hint_text)
        self._allow_reset()
        self.mistake_changed.emit()

    def _allow_reset(self) -> None:
        self._reset.setEnabled(bool(self.mistake) or self.value() != self._default)


def rows_card(heading: str, rows: Iterable[FieldRow]) -> QFrame:
    """A card with rows below each other, and a heading if there is one."""
    frame, inner = card()
    inner.setSpacing(Space.XS)
    if heading:
        inner.addWidget(text_label(heading, "subtitle"))
    for number, row in enumerate(rows):
        if number:
            inner.addWidget(separator())
        inner.addWidget(row)
    return frame
