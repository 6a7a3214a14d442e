"""Chooses the days of a report, shows what it will look like, and saves it."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, QTimer, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.services import Services
from glutetimer.core.report.making import Gathering, make_report
from glutetimer.core.report.values import Report, ReportedSession
from glutetimer.ui.paper.report.pdf import page_picture, report_pdf
from glutetimer.ui.paper.report.words import contents, period_text
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import set_look, spaced, text_label
from glutetimer.ui.widgets.period_picker import PeriodPicker
from glutetimer.ui.widgets.save_as import SaveAs, SavingPanel
from glutetimer.ui.words import local_day

TITLE = "Report for the physiotherapist"
WHAT = (
    "One or two pages to print or to send: how often you exercised, what you did, and how your "
    "back was. Your name is not known here; there is a line for it."
)
PICTURE_PX = 230
SLICE = 60
"""So many sessions are read at once; between two slices the window answers."""


class ReportDialog(SavingPanel):
    """The report follows the chosen days. Raises Trouble if the history cannot be read."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        totals = services.progress.totals()
        super().__init__(TITLE, parent, 640)
        self._totals = totals
        self._gathering: Gathering | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.go_on)
        self._services = services
        self._goal = services.settings_store.load()[0].weekly_goal
        self._today = local_day(services.clock)
        self._report: Report | None = None
        self.add_words(WHAT, "muted")
        row = spaced(QHBoxLayout(), Space.XL)
        self.body.addLayout(row)
        self.picker = PeriodPicker(self._today, totals[0].day if totals else None)
        column = spaced(QVBoxLayout(), Space.M)
        row.addLayout(column, 1)
        column.addWidget(self.picker)
        self._days = text_label(look="strong", wraps=True)
        self._lines = text_label(wraps=True)
        self._remark = text_label(look="muted", wraps=True)
        for label in (self._days, self._lines, self._remark):
            column.addWidget(label)
        column.addStretch(1)
        self._picture = QLabel()
        self._picture.setAccessibleName("The first page, small")
        self._picture.setProperty("look", "page-picture")
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        close = self.add_button("Close")
        close.clicked.connect(self.reject)
        self.save = self.add_button("Save as…", "primary", is_default=True)
        self.save.clicked.connect(self.ask_for_name)
        self.picker.period_changed.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Count again for the chosen days."""
        self._timer.stop()
        self._report = None
        self.save.setEnabled(False)
        self._days.setText(period_text(self.picker.period()))
        set_look(self._remark, "muted")
        try:
            self._gathering = Gathering(
                self._services.history, self._services.progress, self.picker.period()
            )
        except Trouble as trouble:
            self._fail(trouble)
        else:
            self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Read the next sessions; the report is there when all are read."""
        gathering = self._gathering
        assert gathering is not None
        try:
            is_whole = gathering.read(SLICE)
        except Trouble as trouble:
            self._fail(trouble)
            return
        if is_whole:
            self._show(gathering.sessions())
            return
        read, count = gathering.progress
        self._lines.setText(f"Reading: {read} of {count} sessions")
        self._remark.hide()
        self._timer.start()

    def _show(self, sessions: Sequence[ReportedSession]) -> None:
        report = self._report = make_report(
            sessions,
            self._totals,
            self.picker.period(),
            self._goal,
            self._today,
            QLocale().firstDayOfWeek().value,
        )
        self._gathering = None
        self._lines.setText("\n".join(contents(report)))
        self._remark.setText("Whoever reads it sees your notes and where it hurt.")
        self._remark.setVisible(not report.is_empty)
        self._show_page(report)
        self.save.setEnabled(not report.is_empty)

    def _fail(self, trouble: Trouble) -> None:
        self._lines.setText("")
        self.show_wrong(str(trouble))

    @Slot()
    def ask_for_name(self) -> None:
        """Ask where it is to be, and write it there."""
        if self._report is None:
            return
        content, _ = report_pdf(self._report)
        period = self._report.period
        name = f"glutetimer-report-{period.since}-{period.until}.pdf"
        chooser = SaveAs(
            content,
            name,
            "PDF, to print",
            self,
            what="The report",
            then="It opens now; print it from there.",
            opens=True,
        )
        self.ask_where(chooser)

    def show_wrong(self, text: str) -> None:
        """Say it in place of the remark."""
        set_look(self._remark, "wrong")
        self._remark.setText(text)
        self._remark.setVisible(True)

    def _show_page(self, report: Report) -> None:
        ratio = self.devicePixelRatioF()
        image = page_picture(report, round(PICTURE_PX * ratio))
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        self._picture.setPixmap(picture)
