"""Fields to type into with two arrows: what cannot be taken stays as it was typed, and is said."""

from math import ceil, floor

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy, QWidget

from glutetimer.core.typed_numbers import parse_duration, parse_whole
from glutetimer.ui.style.text_size import set_sizes
from glutetimer.ui.style.theme import Space, current
from glutetimer.ui.widgets.fields import draw_chevron


class TypedField(QAbstractSpinBox):
    """What all of them share: a text that is read when it has been typed.

    A subclass reads and writes its value. Every character can be typed; a text that cannot be taken
    leaves the value as it was and is the field's `mistake` until it is corrected.
    """

    mistake_changed = Signal()
    """There is a mistake now, another one, or none any more."""

    def __init__(self) -> None:
        super().__init__()
        self._mistake = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The style sheet's padding does not reach the text of a spin box.
        self.lineEdit().setTextMargins(Space.S, 0, 0, 0)
        self.lineEdit().textEdited.connect(self._forgive)
        self.editingFinished.connect(self.commit)

    @property
    def mistake(self) -> str:
        """Why the text that stands here was not taken, with what is allowed; empty if it was."""
        return self._mistake

    @Slot()
    def commit(self) -> None:
        """Take what was typed, or say why not."""
        if self.text() == self.written():
            self._set_mistake("")
        else:
            self._set_mistake(self.take_text(self.text()))
        if not self._mistake:
            self.rewrite()

    def rewrite(self) -> None:
        """Show the value in place of whatever was typed."""
        self._set_mistake("")
        if self.text() != self.written():
            self.lineEdit().setText(self.written())

    def written(self) -> str:
        """The value as it is shown."""
        raise NotImplementedError

    def mistake_in(self, text: str) -> str:
        """Why a text cannot be taken; empty if it can."""
        raise NotImplementedError

    def take_text(self, text: str) -> str:
        """Take a text as the value; returns why it cannot be taken, or nothing."""
        raise NotImplementedError

    @Slot(str)
    def _forgive(self, text: str) -> None:
        """Say no more that something is wrong as soon as it is right."""
        if self._mistake and not self.mistake_in(text):
            self._set_mistake("")

    def _set_mistake(self, mistake: str) -> None:
        if mistake != self._mistake:
            self._mistake = mistake
            self.setAccessibleDescription(mistake)
            self.mistake_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two arrows over what the style drew."""
        super().paintEvent(event)
        painter = QPainter(self)
        colors = current()
        color = colors.muted if self.isEnabled() else colors.disabled
        x, middle = self.width() - 15, self.height() / 2
        draw_chevron(painter, QPointF(x, middle - 6), color, is_up=True)
        draw_chevron(painter, QPointF(x, middle + 6), color)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page around."""
        event.ignore()


def first_mistake(parent: QWidget) -> TypedField | None:
    """Take what was typed into all fields in a window or page; the first that has a mistake."""
    found = None
    for field in parent.findChildren(TypedField):
        if field.isEnabledTo(parent):
            field.commit()
            found = found or (field if field.mistake else None)
    return found


class NumberField(TypedField):
    """A number, or nothing: `value_or_none` is None while it shows the words for that.

    With `empty` (the words for None) one step down from the lowest number is None, and the
    first step up from None is `first`. Steps go to whole multiples of the step. Seconds may have
    decimals, and seconds and minutes are read as durations; all else is whole. A unit that is a
    noun is given for many: "reps" is "rep" after a 1.
    """

    valueChanged = Signal(float)  # noqa: N815 (as Qt's fields have it)
    """There is another number, however it came; None is one below the lowest."""

    def __init__(self, low: float, high: float, step: float, unit: str, empty: str = "") -> None:
        super().__init__()
        self._low, self._high, self._step = low, high, step
        self._first = low
        self._empty = empty
        self._unit = unit
        self._value: float | None = None if empty else low
        set_sizes(self, least_px=180)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.rewrite()

    def value(self) -> float:
        """The number; one below the lowest for None."""
        return self._low - 1 if self._value is None else self._value

    def setValue(self, value: float) -> None:  # noqa: N802 (as Qt's fields have it)
        """Show a number within the limits; what was typed and not taken is forgotten."""
        self.set_value_or_none(value)

    def set_first(self, first: float) -> None:
        """The number that the first step up from None leads to."""
        self._first = min(max(first, self._low), self._high)

    def value_or_none(self) -> float | None:
        """The number, or None while the words for it are shown."""
        return self._value

    def set_value_or_none(self, value: float | None) -> None:
        """Show a number within the limits, or the words for None."""
        before = self._value
        if value is not None:
            value = min(max(value, self._low), self._high)
        self._value = value if self._empty or value is not None else self._low
        self.rewrite()
        if self._value != before:
            self.valueChanged.emit(self.value())

    def written(self) -> str:
        """The number with its unit, or the words for None."""
        return self._empty if self._value is None else self._with_unit(f"{self._value:g}")

    def mistake_in(self, text: str) -> str:
        """Why a text cannot be taken, with the limits."""
        if self._is_none(text):
            return ""
        number = self._read(text)
        limits = self._with_unit(f"from {self._low:g} to {self._high:g}")
        if number is None:
            kind = "a duration like 45, 1:30 or 2 min" if self._is_time else "a whole number"
            return f"Not {kind}: {limits}"
        if not self._low <= number <= self._high:
            return f"Too {'little' if number < self._low else 'much'}: {limits}"
        if self._unit != "s" and number != int(number):
            return f"Not a whole number: {limits}"
        return ""

    def take_text(self, text: str) -> str:
        """Take a number, or nothing where that is allowed."""
        mistake = self.mistake_in(text)
        if not mistake:
            self.set_value_or_none(None if self._is_none(text) else self._read(text))
        return mistake

    def stepBy(self, steps: int) -> None:
        """Go to the next multiples of the step, to None below the lowest number."""
        self.commit()
        if self.mistake:
            return
        value, size = self._value, self._step
        if value is None:
            if steps > 0:
                self.set_value_or_none(self._first)
            return
        count = floor(value / size + 1e-9) if steps > 0 else ceil(value / size - 1e-9)
        wanted = (count + steps) * size
        is_none = wanted < self._low and value <= self._low and bool(self._empty)
        self.set_value_or_none(None if is_none else wanted)
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Up to the highest number, down to the lowest or to None."""
        flag = QAbstractSpinBox.StepEnabledFlag
        can_rise = self._value is None or self._value < self._high
        can_fall = self._value is not None and (bool(self._empty) or self._value > self._low)
        up = flag.StepUpEnabled if can_rise else flag.StepNone
        return up | (flag.StepDownEnabled if can_fall else flag.StepNone)

    @property
    def _is_time(self) -> bool:
        return self._unit == "s" or self._unit.startswith("min")

    def _is_none(self, text: str) -> bool:
        return bool(self._empty) and text.strip() in ("", self._empty)

    def _read(self, text: str) -> float | None:
        text = text.strip()
        if self._is_time:
            text, bare_s = text.removesuffix(" before"), 1.0 if self._unit == "s" else 60.0
            seconds = parse_duration(text, bare_s)
            return None if seconds is None else round(seconds / bare_s, 3)
        for unit in (self._unit, self._unit.removesuffix("s")):
            text = text.removesuffix(unit) if unit else text
        return parse_whole(text)

    def _with_unit(self, number: str) -> str:
        is_one_thing = number == "1" and len(self._unit) > 1
        unit = self._unit.removesuffix("s") if is_one_thing else self._unit
        return f"{number} {unit}".rstrip()
