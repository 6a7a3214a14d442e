"""How much today: a choice of four in the head of a routine."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.today import LEAST_MINUTES, MOST_MINUTES, DayDose, Today
from glutetimer.ui.style.text_size import set_sizes
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import radio_button, spaced, text_label
from glutetimer.ui.widgets.flow import FlowRow
from glutetimer.ui.widgets.typed_field import NumberField

FIRST_MINUTES = 20
STEP_MINUTES = 5
HEIGHT_PX = 36
ON, OFF = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus

_DOSES = {
    DayDose.GENTLE: ("Gentle", "A set and a quarter of the reps fewer, longer rests"),
    DayDose.NORMAL: ("Normal", "As the routine and your settings have it"),
    DayDose.STRONG: ("Strong", "A quarter more reps and longer holds"),
}


class TodayControl(QWidget):
    """Gentle, normal, strong, or some minutes; it knows nothing of any routine."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Today")
        self._group = QButtonGroup(self)
        for number, (name, tip) in enumerate(_DOSES.values()):
            self._add(number, name, tip, f"Today: {name}")
        in_minutes = self._add(
            len(_DOSES),
            "I have",
            "As much as fits into these minutes",
            "Today: I have so much time",
        )
        self._field = NumberField(LEAST_MINUTES, MOST_MINUTES, STEP_MINUTES, "min")
        self._field.setAccessibleName("Minutes that I have")
        pair = QWidget()
        row = spaced(QHBoxLayout(pair), Space.XS)
        row.addWidget(in_minutes)
        row.addWidget(self._field)
        doses = [self._group.button(number) for number in range(len(_DOSES))]
        label = text_label("Today", "muted")
        for widget in (label, *doses, in_minutes):
            set_sizes(widget, height_px=HEIGHT_PX)
        set_sizes(self._field, height_px=HEIGHT_PX, width_px=112)
        self._wrong = text_label(look="wrong", wraps=True)
        self._wrong.hide()
        outer = spaced(QVBoxLayout(self), Space.XS)
        outer.addWidget(FlowRow([label, *doses, pair]))
        outer.addWidget(self._wrong)
        self.show_today(Today(), FIRST_MINUTES)
        self._group.idClicked.connect(self._choose)
        self._field.valueChanged.connect(self._choose_minutes)
        self._field.mistake_changed.connect(self._show_mistake)

    def _add(self, number: int, name: str, tip: str, spoken: str) -> QAbstractButton:
        button = radio_button(name, "choice", tip)
        button.setAutoDefault(False)
        button.setAccessibleName(spoken)
        self._group.addButton(button, number)
        return button

    def follow(self, before: QWidget) -> None:
        """Let the tabulator come here after another widget."""
        for widget in (*self._group.buttons(), self._field):
            QWidget.setTabOrder(before, widget)
            before = widget

    def is_right(self) -> bool:
        """Take the minutes that were typed; if that cannot be they have the focus."""
        self._field.commit()
        if self._field.mistake:
            self._field.setFocus()
        return not self._field.mistake

    def today(self) -> Today:
        """What is chosen."""
        number = self._group.checkedId()
        if number == len(_DOSES):
            return Today(minutes=round(self._field.value()))
        return Today(tuple(_DOSES)[number])

    def show_today(self, today: Today, usual_minutes: float) -> None:
        """Show a choice; says nothing. The minutes begin with 20, or less for a short routine."""
        number = len(_DOSES) if today.minutes is not None else tuple(_DOSES).index(today.dose)
        self._check(number)
        shorter = STEP_MINUTES * max(1, int(usual_minutes / STEP_MINUTES))
        with QSignalBlocker(self._field):
            self._field.setValue(today.minutes or min(FIRST_MINUTES, shorter))
        self._show_mistake()

    @Slot()
    def _show_mistake(self) -> None:
        self._wrong.setText(self._field.mistake)
        self._wrong.setVisible(bool(self._field.mistake))

    def _check(self, number: int) -> None:
        """Check a button; as with radio buttons the tabulator comes to that one, arrows to all."""
        self._group.button(number).setChecked(True)
        for button in self._group.buttons():
            is_on = button.isChecked()
            button.setFocusPolicy(ON if is_on else OFF)

    @Slot(int)
    def _choose(self, number: int) -> None:
        self._check(number)
        if number != len(_DOSES):
            self._field.rewrite()  # wrong minutes are not wanted any more
        self.chosen.emit()

    @Slot()
    def _choose_minutes(self) -> None:
        self._choose(len(_DOSES))
