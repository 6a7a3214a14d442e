"""A slim bar for what the person should know, one notice per cause."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from glutetimer.core.notice import Notice
from glutetimer.ui.plain import set_tip
from glutetimer.ui.session.fit_label import FitLabel, TextInk


class SessionNoticeBar(QWidget):
    """Shows notices one after another, the newest first; the same cause once in a session."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._waiting: list[Notice] = []
        self._shown: Notice | None = None
        self._seen: set[str] = set()
        self._label = FitLabel(self, lines=1)
        self._label.set_look(TextInk.WARNING, "warning_soft")
        self.dismiss = QPushButton("OK", self)
        self.dismiss.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.dismiss.setProperty("kind", "quiet")
        set_tip(self.dismiss, "Hide this notice")
        self.dismiss.clicked.connect(self._show_next)
        self.hide()

    @property
    def text(self) -> str:
        """What is shown now; empty for nothing."""
        return self._label.text()

    def add(self, notice: Notice) -> None:
        """Show a notice, unless its cause was shown before in this session."""
        if notice.text in self._seen:
            return
        self._seen.add(notice.text)
        # The newest first: what has just happened matters more than what is known to have.
        if self._shown is not None:
            self._waiting.insert(0, self._shown)
        self._waiting.insert(0, notice)
        self._show_next()

    def clear(self) -> None:
        """Forget everything, for a new session."""
        self._waiting.clear()
        self._shown = None
        self._seen.clear()
        self._show_next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Text left, button right."""
        super().resizeEvent(event)
        button_px = max(56, self.height())
        self._label.setGeometry(0, 0, self.width() - button_px - 4, self.height())
        self.dismiss.setGeometry(self.width() - button_px, 0, button_px, self.height())

    @Slot()
    def _show_next(self) -> None:
        notice = self._shown = self._waiting.pop(0) if self._waiting else None
        self._label.set_text(_one_line(notice) if notice is not None else "")
        self.setVisible(notice is not None)
        self.changed.emit()


def _one_line(notice: Notice) -> str:
    parts = (part.rstrip(".") for part in (notice.text, notice.cure) if part)
    return ". ".join(parts) + "."
