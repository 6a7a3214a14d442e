"""Bars at the top of the window: notices with their cure, and a chance to undo."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, text_label


def notice_of(trouble: Trouble) -> Notice:
    """Trouble as a notice."""
    place = f" ({trouble.where})" if trouble.where else ""
    return Notice(f"{trouble.what}{place}.", f"{trouble.cure}." if trouble.cure else "")


@contextmanager
def telling(told: SignalInstance) -> Iterator[None]:
    """Let a signal tell a Trouble, which ends what stands within."""
    try:
        yield
    except Trouble as trouble:
        told.emit(trouble)


class NoticeBar(QFrame):
    """Shows one notice after the other until each is dismissed; hidden when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "warning")
        self._waiting: list[Notice] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        row.setSpacing(Space.L)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._text = text_label(look="strong", wraps=True)
        self._cure = text_label(wraps=True)
        words.addWidget(self._text)
        words.addWidget(self._cure)
        row.addLayout(words, 1)
        self._count = text_label()
        row.addWidget(self._count)
        self._dismiss = push_button("Dismiss")
        self._dismiss.setAccessibleName("Dismiss this notice")
        self._dismiss.clicked.connect(self.dismiss)
        row.addWidget(self._dismiss)
        self.hide()

    def add(self, notices: Iterable[Notice]) -> None:
        """Show these too; what is waiting already is not said twice."""
        self._waiting += [notice for notice in notices if notice not in self._waiting]
        self._show_first()

    @Slot(Trouble)
    def add_trouble(self, trouble: Trouble) -> None:
        """Show trouble as a notice."""
        self.add([notice_of(trouble)])

    @Slot()
    def dismiss(self) -> None:
        """Take the shown notice away; the next one comes up."""
        del self._waiting[:1]
        self._show_first()

    def _show_first(self) -> None:
        if self._waiting:
            first = self._waiting[0]
            self._text.setText(first.text)
            self._cure.setText(first.cure)
            self._cure.setVisible(bool(first.cure))
            more = len(self._waiting) - 1
            self._count.setText(f"{more} more" if more else "")
            self.setAccessibleName(plain(f"Notice: {first.text} {first.cure}"))
        self.setVisible(bool(self._waiting))


class UndoBar(QFrame):
    """Says what was done, and offers to undo it, or to do again what was undone.

    Keys are only named in the tool tips; whoever owns the bar listens to them.
    """

    undone = Signal()
    """The person wants it undone; the bar is hidden by then."""

    redone = Signal()
    """The person wants it back; the bar is hidden by then."""

    def __init__(
        self, parent: QWidget | None = None, undo_keys: str = "", redo_keys: str = ""
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "inset")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        self._text = text_label(wraps=True)
        row.addWidget(self._text, 1)
        self._undo = push_button("", "quiet", _tip("Undo it", undo_keys))
        self._undo.setText("&Undo")
        self._undo.clicked.connect(self._take_back)
        self._redo = push_button("", "quiet", _tip("Do it again", redo_keys))
        self._redo.setText("&Redo")
        self._redo.clicked.connect(self._bring_back)
        self._close = push_button("Dismiss", "quiet")
        self._close.clicked.connect(self.hide)
        for button in (self._undo, self._redo, self._close):
            row.addWidget(button)
        self._redo.hide()
        self.hide()

    def offer(self, text: str, can_undo: bool = True, can_redo: bool = False) -> None:
        """Show what was done, and what is possible now."""
        self._text.setText(text)
        self.setAccessibleName(plain(text))
        self._undo.setVisible(can_undo)
        self._redo.setVisible(can_redo)
        self.show()

    @Slot()
    def _take_back(self) -> None:
        self.hide()
        self.undone.emit()

    @Slot()
    def _bring_back(self) -> None:
        self.hide()
        self.redone.emit()


def _tip(words: str, keys: str) -> str:
    return f"{words} ({keys})" if keys else words
