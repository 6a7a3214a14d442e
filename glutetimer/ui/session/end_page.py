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
from glutetimer.core.history.records import SessionEnd, SessionReview, SetResult
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.session.journal import Journal, Keeping, kept_words
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

    saved = Signal(object)
    """The SessionReview; the page stays until its owner takes it away."""

    left = Signal()
    """The person leaves without answers."""

    morning_wished = Signal(bool)
    """Whether the person wants to be asked the next morning; at once, not only when saved."""

    def __init__(
        self,
        timeline: Timeline,
        results: tuple[SetResult, ...],
        end: SessionEnd,
        active_s: float,
        first_set: int,
        parent: QWidget,
        *,
        planned_sets: int,
        asks_morning: bool = False,
    ) -> None:
        """`planned_sets` is how many the whole session was to have.

        `asks_morning`: the person is asked the next morning already.
        """
        super().__init__(parent)
        self._cards: list[QBoxLayout] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        outer.setSpacing(Space.M)
        title = "Well done!" if end is SessionEnd.FINISHED else "Stopped early. That is fine."
        if not any(map(is_something, results)):
            title = "Nothing this time. That is fine."
        outer.addWidget(text_label(title, "display"))
        outer.addWidget(
            text_label(
                f"{timeline.routine.title}: {minutes_text(active_s)} active, "
                f"{sets_text(len(done_sets(results)), planned_sets)} done",
                "subtitle",
                wraps=True,
            )
        )
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(Space.L)
        self._columns.addWidget(self._what_was_done(lines(timeline, results, first_set)), 1)
        questions = self._questions = EndQuestions(asks_morning)
        self._cards.append(questions.column)
        self.pain, self.effort, self.note = questions.pain, questions.effort, questions.note
        self.morning = questions.morning
        self.morning.toggled.connect(self.morning_wished)
        self._columns.addWidget(questions, 1)
        outer.addWidget(self._scrolled(self._columns), 1)
        self._trouble_frame, trouble_layout = card("danger")
        self._trouble = text_label(wraps=True)
        trouble_layout.addWidget(self._trouble)
        self._trouble_frame.hide()
        outer.addWidget(self._trouble_frame)
        outer.addLayout(self._buttons())
        self._add_keys()

    @property
    def review(self) -> SessionReview:
        """What was answered so far."""
        return self._questions.value()

    @property
    def trouble_text(self) -> str:
        """The trouble that is shown; empty for none."""
        return self._trouble.text()

    @property
    def has_answers(self) -> bool:
        """Whether anything was answered."""
        return self.review != SessionReview()

    def show_keeping(self, journal: Journal) -> None:
        """Say what of the session is kept: a tool tip if all is, else in red; answers stay."""
        words = kept_words(journal)
        is_kept = journal.keeping is Keeping.KEPT
        set_tip(self.leave_button, f"{words} (Esc)" if is_kept else "Leave (Esc)")
        self._trouble.setText("" if is_kept else f"{words} It is tried again every second.")
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
        self.leave_button.clicked.connect(self._leave)
        self.save_button.clicked.connect(self._save)
        row.addWidget(self.leave_button)
        row.addStretch()
        hint = text_label("Enter saves, in the note Ctrl+Enter", "caption")
        hint.setFont(theme.font(theme.Type.CAPTION, QFont.Weight.Normal))
        row.addWidget(hint)
        row.addWidget(self.save_button)
        return row

    def _add_keys(self) -> None:
        context = Qt.ShortcutContext.WindowShortcut
        for name in ("Return", "Enter", "Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(name), self)
            shortcut.setContext(context)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._save)
        leave = QShortcut(QKeySequence("Escape"), self)
        leave.setContext(context)
        leave.activated.connect(self._leave)

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self.review)

    @Slot()
    def _leave(self) -> None:
        self.left.emit()
