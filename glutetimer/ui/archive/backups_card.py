"""The backups: which there are, what is in each, and the way back to one."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import BackupPreview
from glutetimer.core.ports.services import Services
from glutetimer.ui.archive.backup_list import ROW_PX, BackupDelegate, BackupModel
from glutetimer.ui.archive.peek import Peek
from glutetimer.ui.archive.restore import RestorePanel
from glutetimer.ui.archive.wording import backup_lines, made_text
from glutetimer.ui.plain import plain
from glutetimer.ui.style.text_size import grown, set_sizes
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, set_look, spaced, text_label
from glutetimer.ui.widgets.row_list import RowList
from glutetimer.ui.words import local_day, trouble_lines

SHOWN_ROWS = 5
LIST_PX = 290

INTRO = (
    "Once a day a copy of your history is made here, and before every import, restore and update."
)
EMPTY = (
    "There is no backup yet. The first one is made when you open the program again after your "
    "first session."
)


class BackupsCard(QFrame):
    """Reads the list when it is first shown; what is in a backup, when it is chosen."""

    history_restored = Signal()
    """A backup has taken the place of the history."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._services = services
        self._is_filled = False
        self._preview: BackupPreview | None = None
        self.peek = Peek(services.archive, self)
        self.peek.previewed.connect(self._show_preview)
        self.peek.trouble_met.connect(self._show_trouble)
        self.rows = RowList("Backups, newest first")
        self.rows.setItemDelegate(BackupDelegate(self.rows))
        self._model = BackupModel(self.rows)
        self.rows.setModel(self._model)
        self.rows.selectionModel().currentChanged.connect(self._choose)
        self._lay_out()

    def _lay_out(self) -> None:
        column = spaced(QVBoxLayout(self), Space.S, Space.XL, Space.L, Space.XL, Space.L)
        column.addWidget(text_label("Backups", "subtitle"))
        column.addWidget(text_label(INTRO, wraps=True))
        self._outcome = text_label(look="accent", wraps=True)
        self._outcome.hide()
        column.addWidget(self._outcome)
        self._empty = text_label(EMPTY, "muted", wraps=True)
        column.addWidget(self._empty)
        self._found = QWidget()
        row = spaced(QHBoxLayout(self._found), Space.L, -Space.S, 0, 0, 0)
        set_sizes(self.rows, width_px=LIST_PX)
        row.addWidget(self.rows)
        row.addLayout(self._make_words(), 1)
        column.addWidget(self._found)

    def _make_words(self) -> QVBoxLayout:
        words = spaced(QVBoxLayout(), Space.S)
        self._words = text_label(wraps=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        words.addWidget(self._words)
        self._restore = push_button("Restore…")
        self._restore.clicked.connect(self.ask_to_restore)
        line = QHBoxLayout()
        line.addWidget(self._restore)
        line.addStretch(1)
        words.addLayout(line)
        words.addStretch(1)
        return words

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list, the first time."""
        super().showEvent(event)
        if not self._is_filled:
            self._is_filled = True
            self.fill()

    def fill(self) -> None:
        """Read the list of backups anew, and choose the newest."""
        try:
            backups = self._services.archive.backups()
        except Trouble as trouble:
            self._show_found(0)
            self._say_empty("\n".join(trouble_lines(trouble)), "wrong")
            return
        self._model.fill(backups, self._services.clock.utc_now())
        self._show_found(len(backups))
        self._say_empty(EMPTY, "muted")
        if backups:
            self.rows.setCurrentIndex(self._model.index(0))

    @Slot()
    def ask_to_restore(self) -> None:
        """Ask whether the chosen backup is to take the place of the history."""
        if self._preview is None:
            return
        panel = RestorePanel(self._services, self._preview, self.window())
        panel.restored.connect(self._tell_restored)
        panel.open()

    @Slot(str)
    def _tell_restored(self, kept: str) -> None:
        preview = self._preview
        assert preview is not None
        made = made_text(preview.backup, self._services.clock.utc_now())
        before = f" What was there before is kept as {kept}." if kept else ""
        self._outcome.setText(f"Restored: the backup of {made}.{before}")
        self._outcome.show()
        self.fill()
        self.rows.setFocus()  # the button waits for the preview, and would hand the focus on
        self.history_restored.emit()

    # What is in the chosen one

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, index: QModelIndex, before: QModelIndex) -> None:
        backup = self._model.backup(index)
        self._preview = None
        self._restore.setEnabled(False)
        self._say("Looking into it…")
        self.peek.ask(backup.name if backup else "")

    @Slot(BackupPreview)
    def _show_preview(self, preview: BackupPreview) -> None:
        self._preview = preview
        self._restore.setEnabled(True)
        today = local_day(self._services.clock)
        self._say("\n\n".join(backup_lines(preview, today)))

    @Slot(Trouble)
    def _show_trouble(self, trouble: Trouble) -> None:
        self._say("\n\n".join(trouble_lines(trouble)), "wrong")

    def _say(self, text: str, look: str = "") -> None:
        set_look(self._words, look)
        self._words.setText(text)
        # Whoever does not see the words hears them with the list and the button.
        self.rows.setAccessibleDescription(plain(text))
        self._restore.setAccessibleDescription(plain(text))

    # Some, or none

    def _show_found(self, count: int) -> None:
        self._found.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        self.rows.setFixedHeight(min(max(count, 2), SHOWN_ROWS) * grown(ROW_PX) + 2)

    def _say_empty(self, text: str, look: str) -> None:
        set_look(self._empty, look)
        self._empty.setText(text)
