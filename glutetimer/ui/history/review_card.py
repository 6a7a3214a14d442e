"""What the person says about a session: pain, effort and a note, each saved as it is given."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from glutetimer.core.history.records import SessionReview
from glutetimer.core.pain import calls_for_safety, words_after, words_before, words_morning
from glutetimer.ui.style.text_size import grown, set_sizes
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button, spaced, text_label
from glutetimer.ui.widgets.scale import LevelScale

TITLE_PX = 168
_BESIDE_FROM_PX = TITLE_PX + 400


class ReviewCard(QFrame):
    """Shows the answers about a session and lets them be changed."""

    review_changed = Signal()
    """There is something new to save; see `value`. It stays new until `show_answers`."""

    pain_before_changed = Signal()
    """There is another answer to save; see `pain_before`."""

    safety_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._saved = SessionReview()
        column = spaced(QVBoxLayout(self), Space.S, Space.XL, Space.L, Space.XL, Space.L)
        self._before = self._add_level(column, "Pain before", "0 none, 10 the worst")
        self._pain = self._add_level(column, "Pain afterwards", "right after the session")
        self._morning = self._add_level(column, "Next morning", "how the back was then")
        self._effort = self._add_level(column, "Effort", "0 rest, 10 all you have")
        self._before.value_changed.connect(self._take_pain_before)
        for scale, take in (
            (self._pain, self._take_pain_after),
            (self._morning, self._take_pain_morning),
            (self._effort, self.save),
        ):
            scale.value_changed.connect(take)
        self._add_words(column)
        self._add_note(column)

    def _add_level(self, column: QVBoxLayout, title: str, hint: str) -> LevelScale:
        row = _LevelRow(title, hint)
        column.addWidget(row)
        return row.scale

    def _add_words(self, column: QVBoxLayout) -> None:
        line = QHBoxLayout()
        self._words = text_label(look="muted", wraps=True)
        line.addWidget(self._words, 1)
        self._safety = push_button("When to see someone", "quiet", "Show the words on safety")
        self._safety.clicked.connect(self.safety_asked)
        line.addWidget(self._safety)
        column.addLayout(line)

    def _add_note(self, column: QVBoxLayout) -> None:
        line = QHBoxLayout()
        line.addWidget(text_label("Note", "strong"))
        line.addStretch(1)
        self._save = push_button("Save note", "quiet")
        self._save.clicked.connect(self.save)
        line.addWidget(self._save)
        column.addLayout(line)
        self._note = _Note()
        self._note.left.connect(self.save)
        self._note.textChanged.connect(self._offer_to_save)
        column.addWidget(self._note)

    def show_answers(self, pain_before: int | None, review: SessionReview) -> None:
        """Show these answers, which are those of the history; says nothing."""
        self._saved = review
        self._before.set_value(pain_before)
        self._pain.set_value(review.pain_after)
        self._morning.set_value(review.pain_morning)
        self._effort.set_value(review.effort)
        if self._note_text() != review.note:
            self._note.setPlainText(review.note)
        self._save.setEnabled(False)
        self._say("")

    def show_saved(self, pain_before: int | None) -> None:
        """Show the levels of the history again; a note that could not be saved stays."""
        note = self._note.toPlainText()
        self.show_answers(pain_before, self._saved)
        if note != self._note.toPlainText():
            self._note.setPlainText(note)

    def value(self) -> SessionReview:
        """The review as it stands on the screen."""
        return SessionReview(
            self._pain.value(), self._effort.value(), self._note_text(), self._morning.value()
        )

    def pain_before(self) -> int | None:
        """The pain before as it stands on the screen."""
        return self._before.value()

    @Slot()
    def save(self) -> None:
        """Say that there is something to save, if there is."""
        if self.value() != self._saved:
            self.review_changed.emit()

    @Slot()
    def _take_pain_before(self) -> None:
        self.pain_before_changed.emit()
        level = self._before.value()
        self._say("" if level is None else words_before(level))

    @Slot()
    def _take_pain_after(self) -> None:
        self.save()
        level = self._pain.value()
        self._say("" if level is None else words_after(level, self._before.value()))

    @Slot()
    def _take_pain_morning(self) -> None:
        self.save()
        level = self._morning.value()
        self._say("" if level is None else words_morning(level, self._before.value()))

    def _say(self, words: str) -> None:
        """Say what the answer means, and offer the words on safety where one is high."""
        levels = (self._before.value(), self._pain.value(), self._morning.value())
        is_high = any(calls_for_safety(level) for level in levels)
        self._words.setText(words)
        self._words.setVisible(bool(words) or is_high)
        self._safety.setVisible(is_high)

    def _note_text(self) -> str:
        return self._note.toPlainText().strip()

    @Slot()
    def _offer_to_save(self) -> None:
        self._save.setEnabled(self._note_text() != self._saved.note)


class _LevelRow(QWidget):
    """One question with its scale; `scale` has the answer."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.XS)
        self._words = QWidget()
        words = spaced(QVBoxLayout(self._words), 0)
        words.addWidget(text_label(title, "strong"))
        words.addWidget(text_label(hint, "caption"))
        self._layout.addWidget(self._words)
        self.scale = LevelScale(title, self)
        self._layout.addWidget(self.scale, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side if there is room."""
        super().resizeEvent(event)
        is_beside = self.width() >= grown(_BESIDE_FROM_PX)
        self._words.setMinimumWidth(grown(TITLE_PX) if is_beside else 0)
        self._words.setMaximumWidth(grown(TITLE_PX) if is_beside else self.width())
        way = QBoxLayout.Direction
        self._layout.setDirection(way.LeftToRight if is_beside else way.TopToBottom)


class _Note(QPlainTextEdit):
    """A few lines of text; Tab goes on to the next control."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Note")
        self.setPlaceholderText("How was it? Anything to remember for next time?")
        self.setTabChangesFocus(True)
        set_sizes(self, height_px=84)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
