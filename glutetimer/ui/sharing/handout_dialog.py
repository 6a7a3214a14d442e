"""Asks where the handout of a routine is to be, makes it and opens it for printing."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.services import Services
from glutetimer.core.settings import Settings
from glutetimer.ui.paper.handout_pdf import write_handout
from glutetimer.ui.paper.qr_code import QrCode, qr_code, text_for_code
from glutetimer.ui.widgets.background_task import BackgroundTask, unwatched
from glutetimer.ui.widgets.name_chooser import NameChooser
from glutetimer.ui.widgets.notice_bar import notice_of

LONGEST_S = 30.0
"""Far more than any code takes."""

NO_CODE = (
    "The routine is too long for a QR code, so there is none on it; "
    "give the file along: File > Save a copy."
)


class HandoutChooser(NameChooser):
    """Asks for the file's name; the file is made when one was chosen.

    Raises Trouble if the routine cannot be planned.
    """

    notice_given = Signal(Notice)

    def __init__(
        self, services: Services, settings: Settings, routine_id: str, parent: QWidget
    ) -> None:
        timeline = plan(services.library.routine(routine_id), settings)
        text = text_for_code(services.library, routine_id)
        name = f"{timeline.routine.id}.pdf"
        super().__init__("Print handout", name, ["PDF, to print (*.pdf)"], parent)
        self._timeline = timeline
        self._code: QrCode | None = None
        # While the person thinks of a name; the painter needs it whole.
        self._coding = BackgroundTask(unwatched(partial(qr_code, text)), self)
        self._coding.done.connect(self._take_code)
        self._coding.start()
        self.fileSelected.connect(self.make)

    @Slot(object)
    def _take_code(self, code: QrCode | None) -> None:
        self._code = code

    @Slot(str)
    def make(self, path: str) -> None:
        """Make the file; whether one of this name may be replaced was asked already."""
        if self._coding.is_under_way():
            self._coding.wait(LONGEST_S)
            self._coding.look()
        try:
            write_handout(self._timeline, Path(path), self._code, may_replace=True)
        except Trouble as trouble:
            self.notice_given.emit(notice_of(trouble))
            return
        is_open = QDesktopServices.openUrl(QUrl.fromLocalFile(path))
        cure = "It opens now; print it from there." if is_open else "Open it to print it."
        if self._code is None:
            cure = f"{cure} {NO_CODE}"
        self.notice_given.emit(Notice(f"The handout is {path}.", cure))
