"""What is asked after a session: pain, effort, a note; nothing must be answered."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from glutetimer.core.history.records import SessionReview
from glutetimer.core.pain import words_after
from glutetimer.core.session.ending import Ending
from glutetimer.ui.plain import set_tip
from glutetimer.ui.session.pain_picture import PainPicture
from glutetimer.ui.style import theme
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.widgets.fields import Switch
from glutetimer.ui.widgets.safety_dialog import SafetyButton
from glutetimer.ui.widgets.scale import LevelQuestion

EFFORT_WORDS = (
    "0: no effort at all",
    "1: very easy",
    "2: easy",
    "3: moderate",
    "4: somewhat hard",
    "5: hard",
    "6: harder",
    "7: very hard",
    "8: very hard, little left",
    "9: almost everything I had",
    "10: everything I had",
)

_MOST_NOTE = 4_000


class EndQuestions(QFrame):
    """The card with the questions; `morning` is the wish to be asked the next morning."""

    def __init__(self, asks_morning: bool, pain_before: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = PainPicture(pain_before)
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        self.column: QBoxLayout = column
        self._add_pain(column)
        self.morning = Switch("Ask me tomorrow morning how my back is")
        set_tip(self.morning, "At the next start on a later day; also in the settings")
        self.morning.setChecked(asks_morning)
        column.addWidget(self.morning)
        column.addSpacing(Space.S)
        column.addWidget(text_label("How hard was it?", "subtitle", wraps=True))
        words = text_label(" ", "caption", wraps=True)
        self.effort = LevelQuestion("How hard it was", EFFORT_WORDS.__getitem__, words)
        column.addWidget(self.effort)
        column.addWidget(words)
        column.addSpacing(Space.S)
        self._add_note(column)

    def _add_pain(self, column: QVBoxLayout) -> None:
        column.addWidget(text_label("Pain now (0 none, 10 the worst)", "subtitle", wraps=True))
        words, self.safety = text_label(" ", "caption", wraps=True), SafetyButton()
        self.pain = LevelQuestion("Pain now", words_after, words)
        column.addWidget(self.pain)
        column.addWidget(self.picture)
        line = QHBoxLayout()
        line.addWidget(words, 1)
        line.addWidget(self.safety)
        column.addLayout(line)

    def show_pain(self, ending: Ending, after: int | None) -> None:
        """Show the pain now beside that before, and what it means."""
        self.picture.show_after(after)
        self.pain.words.setText(ending.on_pain(after) or " ")
        self.safety.setVisible(ending.needs_safety(after))

    def _add_note(self, column: QVBoxLayout) -> None:
        column.addWidget(text_label("Note", "subtitle"))
        self.note: QPlainTextEdit = _Note()
        self.note.setPlaceholderText("How it felt, what to change next time")
        self.note.setAccessibleName("Note")
        self.note.setTabChangesFocus(True)
        column.addWidget(self.note, 1)

    def value(self) -> SessionReview:
        """What was answered so far."""
        note = self.note.toPlainText().strip()[:_MOST_NOTE]
        return SessionReview(self.pain.value(), self.effort.value(), note)


class _Note(QPlainTextEdit):
    """Takes what room there is; two lines are enough."""

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(super().sizeHint().width(), theme.Type.HUGE)

    def minimumSizeHint(self) -> QSize:
        """Two lines."""
        return QSize(super().minimumSizeHint().width(), theme.Type.HUGE)
