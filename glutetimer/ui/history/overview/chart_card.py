"""A card with a chart: what it says in words, the chart, and the same as a table."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from glutetimer.core.progress.span import Span
from glutetimer.ui.chart.chart import Chart
from glutetimer.ui.chart.content import ChartContent
from glutetimer.ui.chart.key import line_entry
from glutetimer.ui.chart.table import ChartTable
from glutetimer.ui.chart.words import GRAIN_NOTES
from glutetimer.ui.history.overview.chart_period import ChartPeriod
from glutetimer.ui.history.overview.records import Records
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, text_label
from glutetimer.ui.widgets.flow import FlowRow

CHART_PX = 230


class ChartCard(QFrame):
    """Empty until `show_content` is called first.

    What belongs to the chart alone (a chooser) is added to `tools`.
    """

    def __init__(self, title: str, first_weekday: int) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._title = title
        self._first_weekday = first_weekday
        self._content: ChartContent | None = None
        self._chart: Chart | None = None
        self._table: ChartTable | None = None
        self._key: FlowRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.M)
        self._column.setSpacing(Space.XS)
        head = QHBoxLayout()
        head.addWidget(text_label(title, "subtitle"), 1)
        self._toggle = push_button("Show as table", "quiet")
        self._toggle.clicked.connect(self._switch)
        self._toggle.setEnabled(False)
        head.addWidget(self._toggle)
        self._column.addLayout(head)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(Space.S)
        self._column.addLayout(self.tools)
        self._sentence = text_label("", "muted", wraps=True)
        # Two lines for everybody: cards side by side stay even, and nothing jumps.
        self._sentence.setMinimumHeight(2 * self._sentence.fontMetrics().lineSpacing() + 2)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._sentence)
        self._note = text_label("", "caption")
        self._column.addWidget(self._note)
        self._views = QStackedWidget()
        self._views.setFixedHeight(CHART_PX)
        self._views.addWidget(QWidget())
        self._column.addWidget(self._views)
        self._column.addStretch(1)

    @property
    def content(self) -> ChartContent | None:
        """What is shown; None while nothing was."""
        return self._content

    @property
    def has_course(self) -> bool:
        """Whether there is more to see than one point."""
        return self._content is not None and self._content.places > 1

    def show_content(self, content: ChartContent) -> None:
        """Show this instead, as a chart or as a table as before."""
        self._content = content
        self._sentence.setText(content.sentence)
        self._toggle.setAccessibleDescription(plain(content.sentence))
        self._toggle.setEnabled(not content.is_empty)
        self._show_key(content)
        if self._chart is None:
            self._chart = Chart(content, self._first_weekday)
            self._chart.setAccessibleName(f"{self._title}, chart")
            self._views.addWidget(self._chart)
        self._chart.show_content(content)
        self._chart.setAccessibleDescription(plain(content.sentence))
        if self._table is not None:
            self._table.fill(content.table)
        self._show_view(self._is_table and not content.is_empty)

    @property
    def _is_table(self) -> bool:
        return self._table is not None and self._views.currentWidget() is self._table

    @Slot()
    def _switch(self) -> None:
        """Go from the chart to the table, or back."""
        wants_table = not self._is_table
        if wants_table and self._table is None and self._content is not None:
            self._table = ChartTable(f"{self._title}, table")
            self._views.addWidget(self._table)
            self._table.fill(self._content.table)
        self._show_view(wants_table)
        if wants_table and self._table is not None:
            self._table.setFocus()

    def _show_view(self, is_table: bool) -> None:
        shown = self._table if is_table else self._chart
        assert shown is not None
        self._views.setCurrentWidget(shown)
        self._toggle.setText("Show as chart" if is_table else "Show as table")
        self._toggle.setAccessibleName(f"{self._title}: {self._toggle.text().lower()}")
        if self._key is not None:
            self._key.setVisible(not is_table)

    def _show_key(self, content: ChartContent) -> None:
        notes = [content.scale.unit, GRAIN_NOTES[content.grain] if content.lines else ""]
        self._note.setText("  ·  ".join(note for note in notes if note))
        if self._key is not None:
            self._column.removeWidget(self._key)
            self._key.deleteLater()
        entries = [line_entry(line) for line in content.lines] if len(content.lines) > 1 else []
        self._key = FlowRow(entries)
        self._column.insertWidget(self._column.indexOf(self._views) + 1, self._key)


class PeriodCard(ChartCard):
    """The card of a chart that `make` makes of a period."""

    def __init__(
        self, title: str, first_weekday: int, make: Callable[[ChartPeriod], ChartContent]
    ) -> None:
        super().__init__(title, first_weekday)
        self._make = make

    def show_span(self, records: Records, span: Span) -> None:
        """Show the chart of this range. Raises Trouble."""
        self.show_content(self._make(records.period(span)))
