"""Bars at the top of the window: notices with their cure, and a chance to undo."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.ui.plain import plain
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.announcing import announce
from glutetimer.ui.widgets.controls import push_button, text_label
from glutetimer.ui.widgets.notice_queue import NoticeQueue


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

    changed = Signal()
    """Another notice is shown, or none any more."""

    button: QPushButton

    def __init__(self, parent: QWidget | None = None, queue: NoticeQueue | None = None) -> None:
        super().__init__(parent)
        self._queue = queue or NoticeQueue()
        self._told: Notice | None = None
        self.lay_out()
        self.button.clicked.connect(self.dismiss)
        self.hide()

    def add(self, notices: Iterable[Notice]) -> None:
        """Show these too."""
        for notice in notices:
            self._queue.add(notice)
        self._show_first()

    @Slot(Trouble)
    def add_trouble(self, trouble: Trouble) -> None:
        """Show trouble as a notice."""
        self.add([notice_of(trouble)])

    def remove(self, notice: Notice) -> None:
        """Take away a notice that is no longer true."""
        self._queue.remove(notice)
        self._show_first()

    def clear(self) -> None:
        """Take all of them away, and forget which were told."""
        self._queue.clear()
        self._show_first()

    @Slot()
    def dismiss(self) -> None:
        """Take the shown notice away; the next one comes up."""
        self._queue.dismiss()
        self._show_first()

    def _show_first(self) -> None:
        notice = self._queue.first
        self.show_notice(notice)
        self.setVisible(notice is not None)
        if notice is not self._told:
            self._told = notice
            announce(self, plain(f"{notice.text} {notice.cure}") if notice is not None else "")
        self.changed.emit()

    # The looks of it

    def lay_out(self) -> None:
        """Make the bar, with the `button` that dismisses a notice."""
        self.setProperty("look", "warning")
        self._text = text_label(look="strong", wraps=True)
        self._cure = text_label(wraps=True)
        self._count = text_label()
        self.button = push_button("Dismiss")
        self.button.setAccessibleName("Dismiss this notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        row.setSpacing(Space.L)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._cure)
        row.addLayout(words, 1)
        row.addWidget(self._count)
        row.addWidget(self.button)

    def show_notice(self, notice: Notice | None) -> None:
        """Show what the bar has to say; None: it is about to be hidden."""
        if notice is not None:
            self._text.setText(notice.text)
            self._cure.setText(notice.cure)
            self._cure.setVisible(bool(notice.cure))
            self._count.setText(f"{self._queue.more} more" if self._queue.more else "")
            self.setAccessibleName(plain(f"Notice: {notice.text} {notice.cure}"))


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
        self._redo = push_button("", "quiet", _tip("Do it again", redo_keys))
        self._redo.setText("&Redo")
        for button in (self._undo, self._redo, push_button("Dismiss", "quiet")):
            button.clicked.connect(self.hide)
            row.addWidget(button)
        self._undo.clicked.connect(self.undone)
        self._redo.clicked.connect(self.redone)
        self._redo.hide()
        self.hide()

    def offer(self, text: str, can_undo: bool = True, can_redo: bool = False) -> None:
        """Show what was done, and what is possible now."""
        self._text.setText(text)
        self.setAccessibleName(plain(text))
        self._undo.setVisible(can_undo)
        self._redo.setVisible(can_redo)
        self.show()


def _tip(words: str, keys: str) -> str:
    return f"{words} ({keys})" if keys else words
