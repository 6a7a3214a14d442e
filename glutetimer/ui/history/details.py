"""One session: what it was, what the person says about it, and its sets."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise
from glutetimer.core.history.counting import is_done, key_of
from glutetimer.core.history.records import SessionSummary, SetRecord
from glutetimer.core.ports.library import RoutineLibrary
from glutetimer.core.session.edits import Deletion, Edit, PainBeforeEdit, ReviewEdit, SetEdit
from glutetimer.ui.figure.stills import Stills
from glutetimer.ui.history.head_card import HeadCard
from glutetimer.ui.history.review_card import ReviewCard
from glutetimer.ui.history.set_model import SetModel
from glutetimer.ui.history.set_panel import SetPanel
from glutetimer.ui.history.set_table import PICTURE, SetTable
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import card, push_button, text_label
from glutetimer.ui.widgets.page_area import PageArea, page
from glutetimer.ui.widgets.safety_dialog import SafetyDialog


class SessionDetails(PageArea):
    """Shows one session at a time; hidden while there is none.

    It changes nothing itself: every change is an Edit, and `show_edit` shows it once it is stored.
    """

    edit_asked = Signal(object)
    """The person wants this Edit of the session."""

    again_asked = Signal(SessionSummary)
    """The person wants to do this session's routine again now."""

    def __init__(self, stills: Stills, library: RoutineLibrary) -> None:
        super().__init__("Details of the session")
        self._stills = stills
        self._library = library
        self._exercises: Mapping[str, Exercise] | None = None
        self._session: SessionSummary | None = None
        self._edited: SetRecord | None = None
        body, column = page()
        self._head = HeadCard()
        self._head.again_asked.connect(self._ask_again)
        self._head.delete_asked.connect(self.ask_delete)
        column.addWidget(self._head)
        self._review = ReviewCard()
        self._review.review_changed.connect(self._ask_review)
        self._review.pain_before_changed.connect(self._ask_pain_before)
        self._review.safety_asked.connect(self._show_safety)
        column.addWidget(self._review)
        column.addWidget(self._make_sets(stills))
        column.addStretch(1)
        self.setWidget(body)

    def _make_sets(self, stills: Stills) -> QWidget:
        frame, inner = card()
        inner.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        self._sets = SetModel(self.picture_of, self.exercise_of)
        stills.made.connect(self._sets.show_pictures)
        self._sets.setParent(self)
        self._table = SetTable()
        self._table.setModel(self._sets)
        self._table.activated.connect(self._open_set)
        inner.addWidget(self._table)
        row = QHBoxLayout()
        row.setContentsMargins(Space.S, 0, Space.S, Space.XS)
        row.addWidget(text_label("Enter or a double click changes a set", "caption"), 1)
        self._edit_set = push_button("Change this set", "quiet", "What was done, why, and pain")
        self._edit_set.clicked.connect(self._open_chosen_set)
        self._table.selectionModel().currentChanged.connect(self._follow_set)
        row.addWidget(self._edit_set)
        inner.addLayout(row)
        return frame

    @property
    def session_id(self) -> int | None:
        """The session that is shown."""
        return None if self._session is None else self._session.id

    def show_session(self, session: SessionSummary, sets: Sequence[SetRecord]) -> None:
        """Show this session; a note that was being written for the one before is saved."""
        self.save()
        self._session = session
        self._sets.fill(sets)
        self._edit_set.setEnabled(False)
        self._head.show_session(session, self._sets.records())
        self._review.show_answers(session.start.pain_before, session.review)
        self._table.fit()
        self.verticalScrollBar().setValue(0)

    def show_edit(self, edit: Edit, session: SessionSummary) -> None:
        """Show a change of the shown session that is stored now; `session` is its new row."""
        self._session = session
        if isinstance(edit, SetEdit):
            self._sets.replace_record(edit.after)
            self._table.fit()
        elif isinstance(edit, PainBeforeEdit | ReviewEdit):
            self._review.show_answers(session.start.pain_before, session.review)
        self._head.show_session(session, self._sets.records())

    def show_stored(self) -> None:
        """Show again what is stored, after an edit that could not be; a new note stays."""
        if self._session is not None:
            self._review.show_saved(self._session.start.pain_before)

    def exercise_of(self, exercise_id: str) -> Exercise | None:
        """The exercise with an id; None if there is none any more."""
        if self._exercises is None:
            try:
                self._exercises = self._library.exercises()
            except Trouble:
                self._exercises = {}
        return self._exercises.get(exercise_id)

    def picture_of(self, exercise_id: str) -> QPixmap | None:
        """A small picture of an exercise; None while it is made or if there is none any more."""
        exercise = self.exercise_of(exercise_id)
        if exercise is None:
            return None
        return self._stills.pixmap(exercise, PICTURE, self.devicePixelRatioF())

    def save(self) -> None:
        """Save a note that is still being written."""
        self._review.save()

    # What the person asks

    @Slot()
    def ask_delete(self) -> None:
        """Ask to delete the shown session."""
        self.save()
        if self._session is not None:
            self.edit_asked.emit(Deletion(self._session))

    @Slot()
    def _ask_again(self) -> None:
        self.save()
        if self._session is not None:
            self.again_asked.emit(self._session)

    @Slot()
    def _show_safety(self) -> None:
        SafetyDialog(False, self.window()).open()

    @Slot()
    def _ask_review(self) -> None:
        session = self._session
        if session is not None:
            self.edit_asked.emit(ReviewEdit(session, session.review, self._review.value()))

    @Slot()
    def _ask_pain_before(self) -> None:
        session = self._session
        if session is not None:
            before, after = session.start.pain_before, self._review.pain_before()
            self.edit_asked.emit(PainBeforeEdit(session, before, after))

    @Slot(QModelIndex, QModelIndex)
    def _follow_set(self, now: QModelIndex, before: QModelIndex) -> None:
        self._edit_set.setEnabled(now.isValid())

    @Slot()
    def _open_chosen_set(self) -> None:
        self._open_set(self._table.currentIndex())

    @Slot(QModelIndex)
    def _open_set(self, index: QModelIndex) -> None:
        record = self._sets.record(index)
        if record is None:
            return
        self._edited = record
        panel = SetPanel(record, self.window(), self.exercise_of(record.result.exercise_id))
        panel.saved.connect(self._ask_set)
        panel.open()

    @Slot(object)
    def _ask_set(self, after: SetRecord) -> None:
        if self._session is not None and self._edited is not None:
            edited, key = self._edited, key_of(after.result)
            tries = (r.result for r in self._sets.records() if r is not edited)
            is_done_anyway = any(is_done(one) and key_of(one) == key for one in tries)
            self.edit_asked.emit(SetEdit(self._session, edited, after, is_done_anyway))
