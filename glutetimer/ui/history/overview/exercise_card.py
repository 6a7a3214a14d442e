"""The card of one exercise, with a choice of which, and of what is counted."""

from PySide6.QtCore import Signal, Slot

from glutetimer.core.counts import one_line
from glutetimer.core.errors import Trouble
from glutetimer.core.progress.exercise import Measure, measures
from glutetimer.core.progress.span import Span
from glutetimer.ui.history.overview.chart_card import ChartCard
from glutetimer.ui.history.overview.exercise_chart import MEASURE_NAMES, exercise_chart
from glutetimer.ui.history.overview.records import Records
from glutetimer.ui.widgets.fields import Choice


class ExerciseChartCard(ChartCard):
    """Remembers what was chosen as long as the exercise is still in the history."""

    trouble_met = Signal(Trouble)
    """The history could not be read."""

    def __init__(self, first_weekday: int) -> None:
        super().__init__("One exercise", first_weekday)
        self._records: Records | None = None
        self._offered: Records | None = None
        self._span = Span.ALL
        self._exercise = Choice()
        self._exercise.setAccessibleName("Exercise of the chart")
        self._measure = Choice()
        self._measure.setAccessibleName("What is counted of the exercise")
        self._exercise.currentIndexChanged.connect(self._draw_chosen)
        self._measure.currentIndexChanged.connect(self._draw_chosen)
        self.tools.addWidget(self._exercise, 3)
        self.tools.addWidget(self._measure, 2)

    def show_span(self, records: Records, span: Span) -> None:
        """Show the chosen exercise in this range. Raises Trouble."""
        self._span = span
        if records is not self._offered:
            self._offer(records)
            self._offered = records
        self._records = records
        self._draw()

    def read_ahead(self, records: Records) -> None:
        """Read all of the chosen exercise, for the widest range. Raises Trouble."""
        exercise_id = self._exercise.currentData()
        if exercise_id is not None:
            records.of_exercise(exercise_id, Span.ALL)

    def _offer(self, records: Records) -> None:
        found = records.exercises()
        chosen = self._exercise.currentData()
        self._exercise.blockSignals(True)
        self._exercise.clear()
        for exercise_id, name in found:
            self._exercise.addItem(one_line(name), exercise_id)
        self._exercise.setCurrentIndex(max(0, self._exercise.findData(chosen)))
        self._exercise.blockSignals(False)

    @Slot()
    def _draw_chosen(self) -> None:
        try:
            self._draw()
        except Trouble as trouble:
            self.trouble_met.emit(trouble)

    def _draw(self) -> None:
        exercise_id = self._exercise.currentData()
        if self._records is None or exercise_id is None:
            return
        totals = self._records.of_exercise(exercise_id, self._span)
        offered = measures(totals)
        chosen = self._measure.currentData()
        measure = Measure(chosen) if chosen in offered else offered[0]
        self._measure.blockSignals(True)
        self._measure.clear()
        for each in offered:
            self._measure.addItem(MEASURE_NAMES[each], each.value)
        self._measure.setCurrentIndex(offered.index(measure))
        self._measure.blockSignals(False)
        self.show_content(exercise_chart(self._records.period(self._span), totals, measure))
