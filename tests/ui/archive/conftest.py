"""What to do with the dialogs."""

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from glutetimer.ui.widgets.work_dialog import WorkDialog

WAIT_S = 10.0


def finish(panel: WorkDialog) -> None:
    """Let the work end, and the dialog see it."""
    panel.task.wait(WAIT_S)
    panel.task.look()


def words(dialog: QWidget) -> str:
    """What is read in a dialog."""
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    return "\n".join(texts).replace("\u00a0", " ").replace("\u200b", "")


def buttons(dialog: QDialog) -> list[str]:
    """The buttons that can be pressed."""
    return [b.text() for b in dialog.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]


def press(dialog: QWidget, text: str) -> None:
    """Press a button."""
    next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()
