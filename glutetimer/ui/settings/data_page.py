"""The page of the settings on the person's own files: where they are, and the backups."""

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from glutetimer.core.ports.services import Services
from glutetimer.ui.archive.backups_card import BackupsCard
from glutetimer.ui.settings.pages import SettingsPage
from glutetimer.ui.widgets.controls import card, push_button, text_label
from glutetimer.ui.words import breakable


class DataPage(SettingsPage):
    """Where the person's own files are, and the way back to an earlier history."""

    history_restored = Signal()
    """A backup has taken the place of the history."""

    def __init__(self, services: Services) -> None:
        super().__init__("Data")
        self._data_dir = services.data_dir
        self.backups = BackupsCard(services)
        self.backups.history_restored.connect(self.history_restored)
        self.add(self.backups)
        self.add(self._make_folder_card())

    def _make_folder_card(self) -> QFrame:
        frame, inner = card()
        inner.addWidget(text_label("Your folder", "subtitle"))
        words = (
            "Your history, settings, and your own routines and exercises are here, and "
            "nowhere else. The backups are in it too: copy the folder now and then to another disk."
        )
        inner.addWidget(text_label(words, wraps=True))
        path = QFrame()
        path.setProperty("look", "inset")
        inside = QVBoxLayout(path)
        inside.addWidget(text_label(breakable(self._data_dir), wraps=True))
        inner.addWidget(path)
        row = QHBoxLayout()
        self._open = push_button("Open folder")
        self._open.clicked.connect(self.open_folder)
        row.addWidget(self._open)
        row.addStretch(1)
        inner.addLayout(row)
        self._trouble = text_label(look="wrong", wraps=True)
        self._trouble.hide()
        inner.addWidget(self._trouble)
        return frame

    @Slot()
    def open_folder(self) -> None:
        """Show the folder in the system's file manager."""
        is_open = QDesktopServices.openUrl(QUrl.fromLocalFile(self._data_dir))
        self._trouble.setText("" if is_open else "The folder could not be opened.")
        self._trouble.setVisible(not is_open)
