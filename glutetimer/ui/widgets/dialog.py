"""The dialogs that say or ask something: a heading, words, and a row of buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from glutetimer.ui.style.text_size import grown
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, text_label
from glutetimer.ui.widgets.page_area import PageArea

FRAME_PX = 40


class Dialog(QDialog):
    """A dialog with a heading; what it shows is added to `body`, buttons by `add_button`.

    It is as high as its words need, at most as high as the window allows; then they scroll.
    """

    def __init__(self, title: str, parent: QWidget | None = None, width_px: int = 560) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._width_px = width_px
        self.setMinimumWidth(min(width_px, 400))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.XXL, Space.XL, Space.S, Space.XL)
        self._column.setSpacing(Space.L)
        self.heading = text_label(title, "title", wraps=True)
        self._column.addWidget(self.heading)
        self._page = QWidget()
        self._page.setProperty("look", "page")
        self.body = QVBoxLayout(self._page)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(Space.M)
        self._area = PageArea(title, Space.XXL - Space.S)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._page)
        self._column.addWidget(self._area, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(0, Space.XS, Space.XXL - Space.S, 0)
        self._buttons.setSpacing(Space.S)
        self._buttons.addStretch(1)
        self._answers = QButtonGroup(self)
        self._answers.idClicked.connect(self.done)
        self._column.addLayout(self._buttons)

    def add_words(self, text: str, look: str = "") -> None:
        """Add a paragraph of plain text to the body."""
        self.body.addWidget(text_label(text, look, wraps=True))

    def add_button(self, text: str, kind: str = "", is_default: bool = False) -> QPushButton:
        """Add a button at the right end of the row; Enter presses the default one."""
        button = push_button(text, kind)
        button.setDefault(is_default)
        self._buttons.addWidget(button)
        if is_default:
            button.setFocus()
        return button

    def add_answer(self, text: str, answer: int, kind: str = "", is_default: bool = False) -> None:
        """Add a button that closes the dialog; `finished` tells the answer, 0 if there is none."""
        self._answers.addButton(self.add_button(text, kind, is_default), answer)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the words need."""
        self.ensurePolished()
        self.fit()
        super().showEvent(event)

    def fit(self) -> None:
        """Take the height that the words need at this width; also when they have changed."""
        parent = self.parentWidget()
        room = (parent.window() if parent else self.screen().availableGeometry()).size()
        width_px = max(self._width_px, min(grown(self._width_px), room.width() - FRAME_PX))
        inside_px = width_px - 2 * Space.XXL
        parts = (
            self._page.heightForWidth(inside_px)
            if self._page.hasHeightForWidth()
            else self._page.sizeHint().height(),
            self.heading.heightForWidth(inside_px),
            self._buttons.sizeHint().height(),
        )
        wanted_px = sum(parts) + 2 * Space.XL + 2 * Space.L + Space.S
        self.resize(width_px, min(wanted_px, room.height() - FRAME_PX))
