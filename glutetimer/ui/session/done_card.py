"""What was done in a session, exercise by exercise: shown, told how it was, and corrected."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from glutetimer.core.history.records import Feel
from glutetimer.core.session.afterthoughts import Afterthoughts
from glutetimer.core.session.coach import Coach
from glutetimer.ui.plain import plain
from glutetimer.ui.session.summary import SummaryLine, lines
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import as_radio, push_button, separator, set_look, text_label

_FEELS = {Feel.EASY: "Too easy", Feel.RIGHT: "Right", Feel.HARD: "Too hard"}
_NUMBERS = tuple(_FEELS)


class DoneCard(QFrame):
    """A row an exercise. What is told or corrected is stored at once."""

    corrected = Signal()
    """A number of reps is another now, and so may be the number of sets done."""

    def __init__(self, coach: Coach, first_set: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._coach, self._first_set = coach, first_set
        self._afterthoughts = Afterthoughts(coach.journal)
        self.column = QVBoxLayout(self)
        self.column.addWidget(text_label("What you did", "subtitle"))
        self.rows = [DoneRow(row, self._afterthoughts, self) for row in self._lines()]
        for number, row in enumerate(self.rows):
            if number:
                self.column.addWidget(separator())
            self.column.addWidget(row)
            row.corrected.connect(self._refresh)
        self.column.addStretch()

    def _lines(self) -> tuple[SummaryLine, ...]:
        results = [record.result for record in self._coach.journal.records]
        return lines(self._coach.timeline, results, self._first_set)

    @Slot()
    def _refresh(self) -> None:
        for row, line in zip(self.rows, self._lines(), strict=True):
            row.show_line(line)
        self.corrected.emit()


class DoneRow(QWidget):
    """Name, sets and amount; below them how it was, and a rep more or fewer."""

    corrected = Signal()

    def __init__(self, line: SummaryLine, afterthoughts: Afterthoughts, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = line.entry, line.exercise_id
        self._afterthoughts = afterthoughts
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(0, 1)
        self._sets, self._remark = text_label(""), text_label("", "caption", wraps=True)
        self._amount = text_label("", "caption")
        right = Qt.AlignmentFlag.AlignRight
        grid.addWidget(text_label(line.name, "strong", wraps=True), 0, 0)
        grid.addWidget(self._sets, 0, 1, right)
        grid.addWidget(self._remark, 1, 0)
        grid.addWidget(self._amount, 1, 1, right)
        self.feels: dict[Feel, QPushButton] = {}
        """Too easy, right, too hard; empty where nothing was done of it."""
        self.fewer = _small_button("−", "One rep fewer")
        self.more = _small_button("+", "One rep more")
        for button in (self.fewer, self.more):
            button.setParent(self)
            button.hide()
        if line.is_begun:
            grid.addLayout(self._controls(line), 2, 0, 1, 2)
        self.show_line(line)

    def show_line(self, line: SummaryLine) -> None:
        """Show what was done, as it is now."""
        self._sets.setText(line.sets)
        set_look(self._sets, "accent" if line.is_whole else "muted")
        self._remark.setText(line.remark)
        self._remark.setVisible(bool(line.remark))
        self._amount.setText(line.amount)

    def _controls(self, line: SummaryLine) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # a click on the chosen one takes it back
        now = self._afterthoughts.feel_of(*self._key)
        for number, (feel, words) in enumerate(_FEELS.items()):
            chip = self.feels[feel] = as_radio(_small_button(words, f"It was {words.lower()}"))
            chip.setChecked(feel is now)
            chip.setAccessibleName(plain(f"{line.name}: {words.lower()}"))
            self._group.addButton(chip, number)
            row.addWidget(chip)
        self._group.idClicked.connect(self._tell)
        row.addStretch()
        if line.has_reps:
            self.fewer.clicked.connect(self._one_fewer)
            self.more.clicked.connect(self._one_more)
            for button in (self.fewer, self.more):
                row.addWidget(button)
                button.show()
        return row

    @Slot(int)
    def _tell(self, number: int) -> None:
        feel = _NUMBERS[number]
        is_told = self.feels[feel].isChecked()
        for other, chip in self.feels.items():
            chip.setChecked(is_told and other is feel)
        self._afterthoughts.tell_feel(*self._key, feel if is_told else None)

    @Slot()
    def _one_fewer(self) -> None:
        self._correct(-1)

    @Slot()
    def _one_more(self) -> None:
        self._correct(1)

    def _correct(self, more: int) -> None:
        self._afterthoughts.correct(*self._key, more)
        self.corrected.emit()


def _small_button(text: str, tip: str) -> QPushButton:
    button = push_button(text, "chip", tip)
    button.setProperty("compact", "true")
    button.setAccessibleName(plain(tip))
    return button
