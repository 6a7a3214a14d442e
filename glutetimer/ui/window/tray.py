"""The entry in the tray of a desktop that has one, while reminders are on."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from glutetimer.core.reminders.words import Note
from glutetimer.ui.plain import set_tip

_SHOWN_MS = 60_000


class Tray(QSystemTrayIcon):
    """Tells when the next reminder comes; pauses them for today; opens the window."""

    pause_wished = Signal(bool)
    """There is to be no reminder today any more, or there is again."""

    open_asked = Signal()
    note_clicked = Signal()
    """The note that was shown last was clicked."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(QApplication.windowIcon(), window)
        self._menu = QMenu(window)
        self.coming = self._menu.addAction("")
        self.coming.setEnabled(False)
        self.pause = QAction("Pause for today", self)
        self.pause.setCheckable(True)
        self.pause.triggered.connect(self.pause_wished)
        self._menu.addAction(self.pause)
        self.open = self._menu.addAction("Open glutetimer")
        self.open.triggered.connect(self.open_asked)
        self.setContextMenu(self._menu)
        self.activated.connect(self._click)
        self.messageClicked.connect(self.note_clicked)

    def show_state(self, line: str, is_paused: bool) -> None:
        """Show when the next reminder comes, and whether today is paused."""
        self.coming.setText(line)
        set_tip(self, f"glutetimer: {line}")
        self.pause.setChecked(is_paused)

    def show_note(self, note: Note) -> None:
        """Show a note where the desktop has no notifications of its own for us."""
        self.showMessage(note.title, note.text, self.icon(), _SHOWN_MS)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_asked.emit()
