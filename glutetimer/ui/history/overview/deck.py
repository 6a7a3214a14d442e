"""The charts: one range for all of them, and a card each."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.progress.span import Span
from glutetimer.ui.chart.words import SPAN_NAMES
from glutetimer.ui.history.overview.chart_card import PeriodCard
from glutetimer.ui.history.overview.exercise_card import ExerciseChartCard
from glutetimer.ui.history.overview.level_charts import effort_chart, pain_chart
from glutetimer.ui.history.overview.records import Records
from glutetimer.ui.history.overview.tension_chart import tension_chart
from glutetimer.ui.style.text_size import grown
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.widgets.switch_bar import SwitchBar

TWO_COLUMNS_PX = 1040
_SPANS = tuple(SPAN_NAMES)


class ChartDeck(QWidget):
    """Cards that are drawn one after the other once the page around them was painted."""

    trouble_met = Signal(Trouble)
    """The history could not be read."""

    drawn = Signal()
    """Every chart shows what it should."""

    def __init__(self, first_weekday: int) -> None:
        super().__init__()
        self._records: Records | None = None
        self._is_young = False
        self._waiting: list[PeriodCard | ExerciseChartCard] = []
        self._columns = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw_next)
        self._span = SwitchBar("Range of the charts", tuple(SPAN_NAMES.values()))
        self._span.setCurrentIndex(_SPANS.index(Span.QUARTER))
        self._span.currentChanged.connect(self._change_span)
        self._pain = PeriodCard("Pain", first_weekday, pain_chart)
        self._tension = PeriodCard("Time under tension", first_weekday, tension_chart)
        self._exercise = ExerciseChartCard(first_weekday)
        self._exercise.trouble_met.connect(self.trouble_met)
        self._effort = PeriodCard("Effort", first_weekday, effort_chart)
        self._later = text_label("Charts come with the second session.", "muted", wraps=True)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, Space.S, 0, 0)
        head.addWidget(text_label("Over time", "title"))
        head.addStretch(1)
        head.addWidget(self._span)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.M)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._head)
        column.addWidget(self._later)
        column.addLayout(self._grid)
        self._shown: Sequence[PeriodCard | ExerciseChartCard] = self.cards
        self._arrange(1)

    @property
    def cards(self) -> tuple[PeriodCard | ExerciseChartCard, ...]:
        """The cards in their order."""
        return self._pain, self._tension, self._exercise, self._effort

    @property
    def is_waiting(self) -> bool:
        """Whether some chart is not what it should be yet."""
        return bool(self._waiting)

    def show_records(self, records: Records, is_young: bool = False) -> None:
        """Show these from the next painting on.

        While all of them are of the last four weeks one range is as good as another, and a chart
        that would have one point is left out.
        """
        self._records, self._is_young = records, is_young
        self._waiting = list(self.cards)
        self._show_only(() if is_young else self.cards)
        if is_young:
            self._timer.start(0)  # there may be nothing to paint yet
        self.update()

    def _show_only(self, shown: Sequence[PeriodCard | ExerciseChartCard]) -> None:
        self._shown = shown
        self._place()
        for card in self.cards:
            card.setVisible(card in shown)
        self._head.setVisible(bool(shown))
        self._span.setVisible(not self._is_young)
        self._later.setVisible(not shown and not self._waiting)

    def show_span(self, span: Span) -> None:
        """Go to another range."""
        self._span.setCurrentIndex(_SPANS.index(span))

    @Slot()
    def _change_span(self) -> None:
        self._waiting = list(self.cards)
        self._timer.start(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin to draw what waits: the page stands now."""
        super().paintEvent(event)
        if self._waiting and not self._timer.isActive():
            self._timer.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put two cards side by side where there is room."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= grown(TWO_COLUMNS_PX) else 1)

    def _arrange(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        columns = self._columns
        others = [card for card in self.cards if card not in self._shown]
        for number, card in enumerate((*self._shown, *others)):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))

    @Slot()
    def _draw_next(self) -> None:
        if self._records is None:
            return
        if not self._waiting:
            self._read_ahead(self._records)
            return
        card = self._waiting.pop(0)
        try:
            card.show_span(self._records, _SPANS[self._span.currentIndex()])
        except Trouble as trouble:
            self._waiting = []
            self.trouble_met.emit(trouble)
        if not self._waiting:
            if self._is_young:
                self._show_only([card for card in self.cards if card.has_course])
            self.drawn.emit()
        self._timer.start(0)

    def _read_ahead(self, records: Records) -> None:
        """Read what the widest range needs, while nobody waits; trouble is told when it shows."""
        with suppress(Trouble):
            records.all()
            self._exercise.read_ahead(records)
