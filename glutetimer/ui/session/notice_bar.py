"""A slim bar for what the person should know during a session."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from glutetimer.core.notice import Notice
from glutetimer.ui.session.fit_label import FitLabel, TextInk
from glutetimer.ui.style.text_size import set_sizes
from glutetimer.ui.widgets.controls import push_button
from glutetimer.ui.widgets.notice_bar import NoticeBar
from glutetimer.ui.widgets.notice_queue import NoticeQueue


class SessionNoticeBar(NoticeBar):
    """Shows notices in one line, the newest first; it never takes the focus from the keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, NoticeQueue(newest_first=True))

    @property
    def text(self) -> str:
        """What is shown now; empty for nothing."""
        return self._line.text()

    def lay_out(self) -> None:
        """The text in the size that its place allows, and the button."""
        self._line = FitLabel(self)
        self._line.set_look(TextInk.WARNING, "warning_soft")
        self.button = push_button("OK (O)", "quiet", "Hide this notice")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_sizes(self.button, least_px=96)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        row.addWidget(self.button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the button be as easy to read as the notice."""
        super().resizeEvent(event)
        self.button.setStyleSheet(f"font-size: {max(13, round(self.height() * 0.36))}px;")

    def show_key(self, key: str) -> None:
        """Name the key of the button; none if it is empty."""
        self.button.setText(f"OK ({key})" if key else "OK")

    def show_notice(self, notice: Notice | None) -> None:
        """Say it in one line."""
        parts = (notice.text, notice.cure) if notice is not None else ()
        self._line.setText("".join(f"{part.rstrip('.')}. " for part in parts if part).rstrip())
