"""A calm card over the session page; everything behind it waits."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from glutetimer.ui.plain import plain
from glutetimer.ui.style.text_size import text_scale
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import card, text_label

_BASE_HEIGHT_PX = 800  # at this height of the window text has its usual size
_BASE_WIDTH_PX = 760
_LEAST_SCALE = 0.6
_SCRIM = QColor(10, 14, 12, 150)


def scale_of(widget: QWidget) -> float:
    """How much larger than usual text must be in a window of this size; 0.8 to 3 at 100 %."""
    wish = min(widget.height() / _BASE_HEIGHT_PX, widget.width() / _BASE_WIDTH_PX)
    return min(3.0, max(0.8, wish)) * text_scale()


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
        QCheckBox {{ font-size: {px(15)}px; }}
        QPushButton {{ font-size: {px(17)}px; padding: {px(9)}px {px(18)}px; }}
        QPushButton[kind="chip"] {{
            font-size: {px(18)}px; padding: {px(9)}px {px(2)}px; min-width: {px(22)}px;
        }}
        QPushButton[kind="chip"][compact="true"] {{
            font-size: {px(14)}px; padding: {px(3)}px {px(12)}px;
        }}
        QPushButton[kind="large"] {{ font-size: {px(20)}px; padding: {px(11)}px {px(30)}px; }}
    """


class Overlay(QWidget):
    """Covers its parent, dims it and shows a card in the middle; keys come here first."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self._card, self.content = card()  # what is shown is added below the title
        self._card.setParent(self)
        self.content.setSpacing(Space.M)
        self.content.addWidget(text_label(title, "title", wraps=True))
        parent.installEventFilter(self)

    def open(self) -> None:
        """Show the panel over everything and take the keys."""
        self.show()
        self.fit()
        self.raise_()
        words = (label.text() for label in self._card.findChildren(QLabel) if label.isVisible())
        self.setAccessibleDescription(plain(" ".join(words)))
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_panel(self) -> None:
        """Take the panel away for good."""
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the parent."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a click beside the card from what is behind."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what is behind."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _SCRIM)
        painter.end()

    def fit(self) -> None:
        """Cover the parent, with the card in the middle and its text as large as fits."""
        parent = self._parent
        self.setGeometry(parent.rect())
        room = parent.height() - 2 * Space.S
        scale = scale_of(parent)
        height = self._card_height(scale)
        while height > room and scale > _LEAST_SCALE:
            scale *= 0.93
            height = self._card_height(scale)
        width = self._card_width(scale)
        self._card.setGeometry(
            (parent.width() - width) // 2, (parent.height() - height) // 2, width, height
        )

    def _card_width(self, scale: float) -> int:
        return min(self._parent.width() - 2 * Space.L, round(_BASE_WIDTH_PX * scale))

    def _card_height(self, scale: float) -> int:
        self._card.setStyleSheet(scaled_sheet(scale))
        self._card.ensurePolished()
        self.content.setSpacing(round(Space.M * scale))
        side, end = round(Space.XL * scale), round(Space.L * scale)
        self.content.setContentsMargins(side, end, side, end)
        # Rows within rows keep their old sizes until the whole layout is done anew.
        self.content.invalidate()
        self.content.activate()
        wish = self.content.totalHeightForWidth(self._card_width(scale))
        return wish if wish > 0 else self.content.totalSizeHint().height()
