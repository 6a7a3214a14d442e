"""The history into a file: ask for its name, then write it while the window stays awake."""

from enum import Enum
from functools import partial

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QWidget

from glutetimer.core.history.archive import DECIMAL_COMMA, Extent, TableStyle
from glutetimer.core.ports.services import Services
from glutetimer.ui.archive.wording import extent_text
from glutetimer.ui.widgets.background_task import BackgroundTask
from glutetimer.ui.widgets.name_chooser import NameChooser
from glutetimer.ui.widgets.work_dialog import WorkDialog
from glutetimer.ui.words import local_day

PRIVATE = "It holds what you noted about pain and effort: keep it where only you can read it."


_STYLES = {
    "Table with 1.5, and commas between cells (*.csv)": TableStyle(),
    "Table with 1,5, and semicolons between cells (*.csv)": DECIMAL_COMMA,
}


class Format(Enum):
    """What the history can be written as."""

    CSV = "csv"
    JSON = "json"

    @property
    def title(self) -> str:
        """What the dialogs are called."""
        return "Export as a table" if self is Format.CSV else "Export everything"

    @property
    def use(self) -> str:
        """What such a file is good for."""
        if self is Format.CSV:
            return "Any spreadsheet opens it; every set is a row."
        return "File > Your history > Import brings it back, here or on another computer."


class ExportChooser(NameChooser):
    """Asks for the file's name; the file is written when one was chosen."""

    def __init__(self, services: Services, what: Format, parent: QWidget) -> None:
        name = f"glutetimer-history-{local_day(services.clock)}.{what.value}"
        super().__init__(what.title, name, _filters(what), parent)
        self._services = services
        self._what = what
        self._window = parent
        self.fileSelected.connect(self.write)

    @Slot(str)
    def write(self, path: str) -> None:
        """Write the file; whether one of this name may be replaced was asked already."""
        style = _STYLES.get(self.selectedNameFilter())
        ExportPanel(self._services, self._what, path, self._window, style).open()


def _filters(what: Format) -> list[str]:
    """What can be chosen, first what fits the numbers of this country."""
    if what is Format.JSON:
        return ["Everything, to be imported again (*.json)"]
    point = QLocale().decimalPoint()
    return sorted(_STYLES, key=lambda name: _STYLES[name].decimal != point)


class ExportPanel(WorkDialog):
    """Writes the file, then says what is in it or why it is not there. Closing it stops that."""

    def __init__(
        self,
        services: Services,
        what: Format,
        path: str,
        parent: QWidget | None = None,
        style: TableStyle | None = None,
    ) -> None:
        super().__init__(what.title, parent, path)
        archive = services.archive
        self._clock = services.clock
        self._what = what
        self.add_work_parts()
        self._folder = self.add_folder_button()
        self.add_cancel()
        if what is Format.CSV:
            write = partial(archive.export_csv, path, style=style)
        else:
            write = partial(archive.export_json, path)
        self.run(BackgroundTask(write, self), "Writing the file…")

    def show_result(self, result: object) -> None:
        """Say what is in the file."""
        assert isinstance(result, Extent)
        today = local_day(self._clock)
        if result.sessions:
            self.say(f"Done: {extent_text(result, today)}.", f"{self._what.use}\n{PRIVATE}")
        else:
            self.say("Your history has no sessions yet, so there are none in the file.")
        self._folder.show()
        self.cancel.setText("Close")
