"""Editors of one value each, chosen by the field's type and spec."""

from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from glutetimer.core.exercise import Side
from glutetimer.core.settings import (
    FirstWait,
    HoldCount,
    LeadIn,
    LoweringSign,
    MusicWay,
    RepCount,
    Spec,
    Verbosity,
    Weekday,
)
from glutetimer.core.theme import Theme
from glutetimer.ui.settings.time_editors import DaysEditor, TimeEditor
from glutetimer.ui.style.text_size import set_sizes
from glutetimer.ui.style.theme import Space, current
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.widgets.fields import Choice, Switch
from glutetimer.ui.widgets.typed_field import NumberField

_CHOICES: Mapping[Any, Mapping[Any, str]] = {
    Verbosity: {
        Verbosity.COACH: "Coach: cues and counts",
        Verbosity.BRIEF: "Brief: short cues, counts",
        Verbosity.COUNTS: "Counts only",
        Verbosity.TONES: "Tones, no words",
        Verbosity.SILENT: "Silent",
    },
    LoweringSign: {
        LoweringSign.TONE: "A tone",
        LoweringSign.WORD: "“Lower”",
        LoweringSign.NOTHING: "Nothing",
    },
    RepCount: {RepCount.START: "As the rep begins", RepCount.TOP: "At the top"},
    HoldCount: {
        HoldCount.LAST_THREE: "The last three",
        HoldCount.TENS: "Every ten, and the last three",
        HoldCount.EVERY: "Every second",
    },
    MusicWay: {
        MusicWay.LEAVE: "As it is",
        MusicWay.LOWER: "Quieter under the voice",
        MusicWay.PAUSE: "Paused during a session",
    },
    FirstWait: {
        FirstWait.WORDS: "After the first words",
        FirstWait.KEY: "After a key or a click",
        FirstWait.NONE: "At once",
    },
    LeadIn: {
        LeadIn.AUTO: "If it may be wireless",
        LeadIn.ON: "Always",
        LeadIn.OFF: "Never",
    },
    Theme: {Theme.SYSTEM: "As the system", Theme.LIGHT: "Light", Theme.DARK: "Dark"},
}


class SwitchEditor(Switch):
    """Yes or no."""

    edited = Signal()
    """The person chose another value; every editor has it, and says nothing of `show_setting`."""

    def __init__(self) -> None:
        super().__init__()
        self.toggled.connect(self.edited)

    def setting(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def show_setting(self, value: Any) -> None:
        """Turn it on or off."""
        with QSignalBlocker(self):
            self.setChecked(bool(value))


class ChoiceEditor(Choice):
    """One of a few named values."""

    edited = Signal()

    def __init__(self, names: Iterable[tuple[Any, str]]) -> None:
        super().__init__()
        set_sizes(self, least_px=260)
        self.values: list[Any] = []
        self.set_names(names)
        self.currentIndexChanged.connect(self.edited)

    def set_names(self, names: Iterable[tuple[Any, str]]) -> None:
        """Offer these (value, name); says nothing."""
        with QSignalBlocker(self):
            self.clear()
            self.values.clear()
            for value, name in names:
                self.values.append(value)
                self.addItem(name)

    def setting(self) -> Any:
        """The chosen value."""
        return self.values[self.currentIndex()]

    def show_setting(self, value: Any) -> None:
        """Choose a value; the first one if it is not offered."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.values.index(value) if value in self.values else 0)


class NumberEditor(NumberField):
    """A number with its unit, or None in words."""

    edited = Signal()

    def __init__(self, spec: Spec, is_whole: bool) -> None:
        super().__init__(spec.low, spec.high, spec.step, spec.unit, spec.empty)
        self._is_whole = is_whole
        self.valueChanged.connect(self.edited)

    def setting(self) -> float | int | None:
        """The number; whole where the setting is."""
        value = self.value_or_none()
        return round(value) if value is not None and self._is_whole else value

    def show_setting(self, value: Any) -> None:
        """Show a number or None; what was typed and not taken is forgotten."""
        had_mistake = bool(self.mistake)
        with QSignalBlocker(self):
            self.set_value_or_none(value)
        if had_mistake:
            self.mistake_changed.emit()


class SliderEditor(QWidget):
    """Percent."""

    edited = Signal()

    def __init__(self, spec: Spec) -> None:
        super().__init__()
        self._step = int(spec.step)
        self._slider = _Slider()
        # The slider counts steps, so that dragging it gives only values that the arrows give.
        self._slider.setRange(int(spec.low) // self._step, int(spec.high) // self._step)
        self._slider.setFixedWidth(200)
        self.setFocusProxy(self._slider)
        self._number = text_label()
        set_sizes(self._number, least_px=52)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._slider)
        row.addWidget(self._number)
        self._slider.valueChanged.connect(self._change)

    def setting(self) -> int:
        """Percent."""
        return self._slider.value() * self._step

    def show_setting(self, value: Any) -> None:
        """Show this many percent."""
        with QSignalBlocker(self):
            self._slider.setValue(round(value / self._step))
            self._change()  # also the number of the lowest value, at which it begins

    @Slot()
    def _change(self) -> None:
        self._number.setText(f"{self.setting()} %")
        self.edited.emit()


Editor = SwitchEditor | ChoiceEditor | NumberEditor | SliderEditor | DaysEditor | TimeEditor


class _Slider(QSlider):
    """A slider that leaves the wheel to the page around."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setMinimumHeight(28)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        middle, knob_px = self.height() / 2, 9
        x = knob_px + share * (self.width() - 2 * knob_px)
        color = QColor(colors.accent if self.isEnabled() else colors.disabled)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.line))
        painter.drawRoundedRect(QRectF(0, middle - 3, self.width(), 6), 3, 3)
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(0, middle - 3, x, 6), 3, 3)
        painter.setPen(QPen(color, 2))
        painter.setBrush(color if self.hasFocus() else QColor(colors.card))
        painter.drawEllipse(QPointF(x, middle), knob_px - 1, knob_px - 1)


def make_editor(kind: Any, spec: Spec) -> Editor:
    """The editor for a field of this type."""
    if kind is bool:
        return SwitchEditor()
    if kind is time:
        return TimeEditor(spec.label)
    if kind == tuple[Weekday, ...]:
        return DaysEditor()
    if kind in _CHOICES:
        return ChoiceEditor(_CHOICES[kind].items())
    if kind == Side | None:
        return ChoiceEditor([(None, spec.empty), (Side.LEFT, "Left"), (Side.RIGHT, "Right")])
    if kind is str or kind == str | None:
        return ChoiceEditor([("" if kind is str else None, spec.empty)])
    if spec.unit == "%":
        return SliderEditor(spec)
    return NumberEditor(spec, is_whole=kind in (int, int | None))
