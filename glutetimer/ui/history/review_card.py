"""What the person says about a session: pain, effort and a note, each saved as it is given."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from glutetimer.core.records import SessionReview
from glutetimer.ui.controls import push_button, text_label
from glutetimer.ui.scale import Scale
from glutetimer.ui.theme import Space


class ReviewCard(QFrame):
    """Shows a review and lets it be changed."""

    review_changed = Signal()
    """There is something new to save; see `value`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._saved = SessionReview()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.S)
        self._pain = Scale("Pain afterwards")
        self._effort = Scale("Effort")
        for title, hint, scale in (
            ("Pain afterwards", "0 none, 10 the worst", self._pain),
            ("Effort", "0 rest, 10 all you have", self._effort),
        ):
            line = QHBoxLayout()
            line.addWidget(text_label(title, "strong"))
            line.addWidget(text_label(hint, "caption"))
            line.addStretch(1)
            column.addLayout(line)
            column.addWidget(scale)
            column.addSpacing(Space.XS)
            scale.value_changed.connect(self.save)
        column.addWidget(text_label("Note", "strong"))
        self._note = _Note()
        self._note.left.connect(self.save)
        self._note.textChanged.connect(self._offer_to_save)
        column.addWidget(self._note)
        line = QHBoxLayout()
        line.addStretch(1)
        self._save = push_button("Save note", "quiet")
        self._save.setAutoDefault(True)
        self._save.clicked.connect(self.save)
        line.addWidget(self._save)
        column.addLayout(line)

    def show_review(self, review: SessionReview) -> None:
        """Show this review; says nothing."""
        self._saved = review
        self._pain.set_value(review.pain_after)
        self._effort.set_value(review.effort)
        self._note.setPlainText(review.note)
        self._save.setEnabled(False)

    def value(self) -> SessionReview:
        """The review as it stands on the screen."""
        note = self._note.toPlainText().strip()
        return SessionReview(self._pain.value(), self._effort.value(), note)

    @Slot()
    def save(self) -> None:
        """Say that there is something to save, if there is."""
        if self.value() != self._saved:
            self._saved = self.value()
            self._save.setEnabled(False)
            self.review_changed.emit()

    @Slot()
    def _offer_to_save(self) -> None:
        self._save.setEnabled(self.value() != self._saved)


class _Note(QPlainTextEdit):
    """A few lines of text; Tab goes on to the next control."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Note")
        self.setPlaceholderText("How was it? Anything to remember for next time?")
        self.setTabChangesFocus(True)
        self.setFixedHeight(84)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
