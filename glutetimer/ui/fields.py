"""Fields to fill in and lines to open: switches, choices, numbers, disclosures."""

from math import ceil, floor

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QSizePolicy,
    QWidget,
)

from glutetimer.ui.theme import Space, current


def draw_chevron(painter: QPainter, middle: QPointF, color: str, is_up: bool = False) -> None:
    """Draw a small arrow head; the painter's pen is changed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(color), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    y = -2.0 if is_up else 2.0
    x, mid = middle.x(), middle.y()
    painter.drawPolyline([QPointF(x - 4, mid - y), QPointF(x, mid + y), QPointF(x + 4, mid - y)])


class Choice(QComboBox):
    """A combo box with an arrow of our own; the wheel scrolls the page, not the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow over what the style drew."""
        super().paintEvent(event)
        painter = QPainter(self)
        colors = current()
        color = colors.muted if self.isEnabled() else colors.disabled
        draw_chevron(painter, QPointF(self.width() - 17, self.height() / 2 + 0.5), color)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page around."""
        event.ignore()


class Switch(QCheckBox):
    """A check box that looks like a switch; its text stands to the right of it."""

    _TRACK = QSize(42, 24)

    def sizeHint(self) -> QSize:
        """The track, and the text if there is one."""
        text_px = self.fontMetrics().horizontalAdvance(self.text())
        width = self._TRACK.width() + (text_px + Space.S + 2 if self.text() else 0)
        return QSize(width + 6, self._TRACK.height() + 6)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than it needs to be."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: N802 (Qt's name)
        """The whole widget switches."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, knob, mark, focus and text."""
        colors = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(3, (self.height() - self._TRACK.height()) / 2, 42, 24)
        is_on = self.isChecked()
        on_color = colors.accent if self.isEnabled() else colors.disabled
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), 14, 14)
        painter.setPen(QPen(QColor(on_color if is_on else colors.outline), 1.5))
        painter.setBrush(QColor(on_color if is_on else colors.sunken))
        painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), 11, 11)
        middle = QPointF(track.right() - 12 if is_on else track.left() + 12, track.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.on_accent if is_on else colors.outline))
        painter.drawEllipse(middle, 7.5 if is_on else 6, 7.5 if is_on else 6)
        if self.text():
            painter.setPen(QColor(colors.text if self.isEnabled() else colors.disabled))
            place = QRectF(track.right() + Space.S, 0, self.width(), self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())


class NumberField(QDoubleSpinBox):
    """A number, or nothing: `value_or_none` is None while it shows its special text.

    With `empty` (the words for None) one step down from the lowest number is None, and the
    first step up from None is `first`. Steps go to whole multiples of the single step. A unit that
    is a noun is given for many: "reps" is "rep" after a 1.
    """

    def __init__(self, low: float, high: float, step: float, unit: str, empty: str = "") -> None:
        super().__init__()
        self._low = low
        self._first = low
        self._has_none = bool(empty)
        self._unit = unit
        self.setLocale(QLocale.c())
        self.setDecimals(0 if step == int(step) and low == int(low) else 1)
        self.setRange(low - 1 if empty else low, high)
        self.setSingleStep(step)
        self._suit_unit()
        self.setSpecialValueText(empty)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(180)
        # The style sheet's padding does not reach the text of a spin box.
        self.lineEdit().setTextMargins(Space.S, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._suit_unit)

    def setValue(self, value: float) -> None:  # noqa: N802 (Qt's name)
        """Show a number; also while signals are blocked its unit agrees with it."""
        super().setValue(value)
        self._suit_unit()

    @Slot()
    def _suit_unit(self) -> None:
        is_one_thing = self.value() == 1 and len(self._unit) > 1
        unit = self._unit.removesuffix("s") if is_one_thing else self._unit
        suffix = f" {unit}" if unit else ""
        if suffix != self.suffix():
            self.setSuffix(suffix)

    def set_first(self, first: float) -> None:
        """The number that the first step up from None leads to."""
        self._first = min(max(first, self._low), self.maximum())

    def value_or_none(self) -> float | None:
        """The number, or None while the special text is shown."""
        is_none = self._has_none and self.value() < self._low
        return None if is_none else self.value()

    def set_value_or_none(self, value: float | None) -> None:
        """Show a number, or the special text for None."""
        self.setValue(self.minimum() if value is None else value)

    def stepBy(self, steps: int) -> None:
        """Go to the next multiples of the step, to None below the lowest number."""
        value = self.value_or_none()
        if value is None:
            if steps > 0:
                self.setValue(self._first)
            return
        size = self.singleStep()
        count = floor(value / size + 1e-9) if steps > 0 else ceil(value / size - 1e-9)
        wanted = (count + steps) * size
        if wanted < self._low:
            is_at_low = value <= self._low
            wanted = self.minimum() if self._has_none and is_at_low else self._low
        self.setValue(wanted)
        self.selectAll()

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Take numbers below the lowest one for unfinished, so that None is never typed."""
        state, text, pos = super().validate(text, pos)
        is_number = state is QValidator.State.Acceptable and text != self.specialValueText()
        if is_number and self._has_none and self.valueFromText(text) < self._low:
            state = QValidator.State.Intermediate
        return state, text, pos

    def fixup(self, text: str) -> str:
        """Bring a number that is too low up to the lowest one."""
        return f"{self._low:g}{self.suffix()}" if self._has_none else super().fixup(text)

    def textFromValue(self, value: float) -> str:
        """Write whole numbers without a decimal."""
        return f"{value:g}"

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


class Disclosure(QAbstractButton):
    """A line of text with an arrow that opens and closes what stands below it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made = self.font()
        made.setPixelSize(14)
        made.setWeight(made.Weight.DemiBold)
        self.setFont(made)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Text, arrow and a little air."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 30, metrics.height() + 10)

    def changeEvent(self, event: QEvent) -> None:
        """Take the size of a new font."""
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw text, arrow and focus."""
        colors = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus() or self.underMouse():
            edge = QColor(colors.accent) if self.hasFocus() else QColor(Qt.GlobalColor.transparent)
            painter.setPen(QPen(edge, 2))
            painter.setBrush(
                QColor(colors.accent_soft) if self.underMouse() else QColor(0, 0, 0, 0)
            )
            painter.drawRoundedRect(area, 7, 7)
        painter.setPen(QColor(colors.accent))
        place = area.adjusted(2, 0, -22, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        middle = QPointF(area.right() - 11, area.center().y())
        draw_chevron(painter, middle, colors.accent, is_up=self.isChecked())
