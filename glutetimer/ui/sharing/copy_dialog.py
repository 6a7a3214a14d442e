"""Asks where a copy of a routine is to be, for somebody else, and writes it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.ports.giving import GivenRoutine
from glutetimer.core.ports.services import Services
from glutetimer.ui.widgets.name_chooser import NameChooser
from glutetimer.ui.widgets.notice_bar import notice_of
from glutetimer.whole_file import write_whole


class CopyChooser(NameChooser):
    """Asks for the file's name; the file is written when one was chosen.

    Raises Trouble if the routine has mistakes.
    """

    notice_given = Signal(Notice)

    def __init__(self, services: Services, routine_id: str, parent: QWidget) -> None:
        self._given = services.library.given(routine_id)
        name = services.library.routine(routine_id).id
        filters = ["Routine of glutetimer (*.toml)"]
        super().__init__("Save a copy for somebody else", f"{name}.toml", filters, parent)
        self.fileSelected.connect(self.write)

    @Slot(str)
    def write(self, path: str) -> None:
        """Write the file; whether one of this name may be replaced was asked already."""
        try:
            write_whole(self._given.text.encode(), Path(path), may_replace=True)
        except Trouble as trouble:
            self.notice_given.emit(notice_of(trouble))
            return
        self.notice_given.emit(Notice(f"The copy is {path}.", told(self._given)))


def told(given: GivenRoutine) -> str:
    """What whoever gives a routine away has to know of its file."""
    held = f" Your exercises are in it: {', '.join(given.carried)}." if given.carried else ""
    return (
        f"It opens in any glutetimer: File > Import.{held} It has the doses of the routine; "
        "doses and timings from your settings are not in it."
    )
