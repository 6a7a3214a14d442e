"""A calm card over the session page; everything behind it waits."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from glutetimer.ui.controls import card, text_label
from glutetimer.ui.theme import Space

_BASE_HEIGHT_PX = 800  # at this height of the window text has its usual size
_BASE_WIDTH_PX = 760
_SCRIM = QColor(10, 14, 12, 150)


def scale_of(widget: QWidget) -> float:
    """How much larger than usual text must be in a window of this size; 0.85 to 3."""
    wish = min(widget.height() / _BASE_HEIGHT_PX, widget.width() / _BASE_WIDTH_PX)
    return min(3.0, max(0.85, wish))


def scaled_sheet(scale: float) -> str:
    """Sizes of text and buttons for a part of the window that is read from far away."""

    def px(size: float) -> int:
        return round(size * scale)

    return f"""
        QLabel {{ font-size: {px(17)}px; }}
        QLabel[look="title"] {{ font-size: {px(27)}px; }}
        QLabel[look="display"] {{ font-size: {px(36)}px; }}
        QLabel[look="subtitle"] {{ font-size: {px(19)}px; }}
        QLabel[look="caption"] {{ font-size: {px(15)}px; }}
        QLabel[look="key"] {{ font-size: {px(16)}px; font-weight: 700; }}
        QLineEdit, QPlainTextEdit {{ font-size: {px(17)}px; }}
        QPushButton {{ font-size: {px(17)}px; padding: {px(9)}px {px(18)}px; }}
        QPushButton[kind="chip"] {{
            font-size: {px(18)}px; padding: {px(9)}px {px(4)}px; min-width: {px(30)}px;
        }}
        QPushButton[kind="large"] {{ font-size: {px(20)}px; padding: {px(11)}px {px(30)}px; }}
    """


class Panel(QWidget):
    """Covers its parent, dims it and shows a card in the middle; keys come here first."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self._card, self._content = card()
        self._content.setSpacing(Space.M)
        outer.addStretch()
        outer.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch()
        self._content.addWidget(text_label(title, "title", wraps=True))
        parent.installEventFilter(self)
        self._fill_parent()

    @property
    def content(self) -> QBoxLayout:
        """The layout of the card, below the title."""
        return self._content

    def open(self) -> None:
        """Show the panel over everything and take the keys."""
        self._fill_parent()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_panel(self) -> None:
        """Take the panel away for good."""
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the parent."""
        if event.type() == QEvent.Type.Resize:
            self._fill_parent()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what is behind."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _SCRIM)
        painter.end()

    def _fill_parent(self) -> None:
        parent = self._parent
        self.setGeometry(parent.rect())
        scale = scale_of(parent)
        self._card.setStyleSheet(scaled_sheet(scale))
        self._card.setFixedWidth(min(parent.width() - 2 * Space.L, round(_BASE_WIDTH_PX * scale)))
