"""The page after a session: what was done, how it was, saved with one click or key."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from glutetimer.core.history.counting import done_sets, is_something, sets_text
from glutetimer.core.history.records import SessionEnd, SessionReview
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.events import Ended
from glutetimer.core.session.journal import Keeping, kept_words
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.ui.plain import set_tip
from glutetimer.ui.session.end_questions import EndQuestions
from glutetimer.ui.session.overlay import scale_of, scaled_sheet
from glutetimer.ui.session.summary import SummaryLine, lines
from glutetimer.ui.style import theme
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import card, push_button, separator, text_label

_SIDE_BY_SIDE_FROM_PX = 860


class EndPage(QWidget):
    """Shows what was done and asks two numbers and a note; nothing must be answered."""

    left = Signal()
    """The person is done: the answers are in the history, or none are wanted."""

    morning_wished = Signal(bool)
    """Whether the person wants to be asked the next morning; at once, not only when saved."""

    def __init__(
        self, coach: Coach, ended: Ended, first_set: int, asks_morning: bool, parent: QWidget
    ) -> None:
        """`asks_morning`: the person is asked the next morning already."""
        super().__init__(parent)
        self._coach = coach
        self._cards: list[QBoxLayout] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        outer.setSpacing(Space.M)
        outer.addWidget(text_label(_title(coach, ended), "display"))
        outer.addWidget(text_label(_done_text(coach, ended), "subtitle", wraps=True))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(Space.L)
        self._columns.addWidget(
            self._what_was_done(lines(coach.timeline, coach.results, first_set)), 1
        )
        questions = self._questions = EndQuestions(asks_morning)
        self._cards.append(questions.column)
        self.pain, self.effort, self.note = questions.pain, questions.effort, questions.note
        self.morning = questions.morning
        self.morning.toggled.connect(self.morning_wished)
        self._columns.addWidget(questions, 1)
        outer.addWidget(self._scrolled(self._columns), 1)
        self._trouble_frame, trouble_layout = card("danger")
        self.trouble = text_label(wraps=True)
        trouble_layout.addWidget(self.trouble)
        outer.addWidget(self._trouble_frame)
        outer.addLayout(self._buttons())
        self._add_keys()
        self.show_keeping()

    def keep_answers(self) -> None:
        """Store what was answered so far, if anything was."""
        review = self._questions.value()
        if review != SessionReview():
            self._coach.review(review)

    def show_keeping(self) -> None:
        """Say what of the session is kept: a tool tip if all is, else in red; answers stay."""
        journal = self._coach.journal
        words = kept_words(journal)
        is_kept = journal.keeping is Keeping.KEPT
        set_tip(self.leave_button, f"{words} (Esc)" if is_kept else "Leave (Esc)")
        self.trouble.setText("" if is_kept else f"{words} It is tried again every second.")
        self._trouble_frame.setVisible(not is_kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side in a wide window, one below the other in a narrow one."""
        super().resizeEvent(event)
        scale = scale_of(self)
        self.setStyleSheet(scaled_sheet(scale))
        for layout in self._cards:
            side, end = round(Space.XL * scale), round(Space.L * scale)
            layout.setContentsMargins(side, end, side, end)
            layout.setSpacing(round(Space.S * scale))
        self._grid.setVerticalSpacing(round(Space.S * scale))
        is_wide = self.width() >= _SIDE_BY_SIDE_FROM_PX
        direction = (
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )
        self._columns.setDirection(direction)

    def _scrolled(self, layout: QBoxLayout) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("look", "page")
        inner.setLayout(layout)
        layout.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _what_was_done(self, rows: tuple[SummaryLine, ...]) -> QFrame:
        frame, layout = card()
        self._cards.append(layout)
        layout.addWidget(text_label("What you did", "subtitle"))
        layout.addSpacing(Space.S)
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(0, 1)
        for number, row in enumerate(rows):
            at = 3 * number
            if number:
                grid.addWidget(separator(), at, 0, 1, 2)
            name = text_label(row.name, "strong", wraps=True)
            grid.addWidget(name, at + 1, 0)
            sets = text_label(row.sets, "accent" if row.is_whole else "muted")
            grid.addWidget(sets, at + 1, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(text_label(row.remark, "caption"), at + 2, 0)
            amount = text_label(row.amount, "caption")
            grid.addWidget(amount, at + 2, 1, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(grid)
        layout.addStretch()
        return frame

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.leave_button = push_button("Leave without answers", "quiet")
        self.save_button = push_button("Save", "large", "Save the answers (Enter or Ctrl+Enter)")
        self.leave_button.clicked.connect(self.left)
        self.save_button.clicked.connect(self._save)
        row.addWidget(self.leave_button)
        row.addStretch()
        hint = text_label("Enter saves, in the note Ctrl+Enter", "caption")
        hint.setFont(theme.font(theme.Type.CAPTION, QFont.Weight.Normal))
        row.addWidget(hint)
        row.addWidget(self.save_button)
        return row

    def _add_keys(self) -> None:
        save = QShortcut(self)
        names = ("Return", "Enter", "Ctrl+Return", "Ctrl+Enter")
        save.setKeys([QKeySequence(name) for name in names])
        save.setAutoRepeat(False)
        save.activated.connect(self._save)
        leave = QShortcut(QKeySequence("Escape"), self)
        leave.activated.connect(self.left)

    @Slot()
    def _save(self) -> None:
        self._coach.review(self._questions.value())
        if self._coach.journal.keeping is Keeping.KEPT:
            self.left.emit()
        else:  # it is tried again by itself; the person may leave
            self.show_keeping()


def _title(coach: Coach, ended: Ended) -> str:
    if not any(map(is_something, coach.results)):
        return "Nothing this time. That is fine."
    is_finished = ended.end is SessionEnd.FINISHED
    return "Well done!" if is_finished else "Stopped early. That is fine."


def _done_text(coach: Coach, ended: Ended) -> str:
    done = sets_text(len(done_sets(coach.results)), coach.planned_sets)
    title, active = coach.timeline.routine.title, minutes_text(ended.active_s)
    return f"{title}: {active} active, {done} done"
