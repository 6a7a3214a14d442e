"""One session: what it was, what the person says about it, and its sets."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise
from glutetimer.core.ports import RoutineLibrary
from glutetimer.core.records import SessionSummary, SetRecord
from glutetimer.ui.controls import card, push_button, text_label
from glutetimer.ui.figure.stills import Stills
from glutetimer.ui.history.delegate import facts_text
from glutetimer.ui.history.model import SetModel
from glutetimer.ui.history.review_card import ReviewCard
from glutetimer.ui.history.wording import end_text
from glutetimer.ui.page_area import PageArea, page
from glutetimer.ui.theme import Space
from glutetimer.ui.wording import moment_text, one_line

ROW_PX = 44
PICTURE = QSize(54, 38)
MOST_ROWS = 60
WIDTHS_PERCENT = (32, 18, 11, 11, 28)


class SessionDetails(PageArea):
    """Shows one session at a time; hidden while there is none."""

    session_changed = Signal(SessionSummary)
    """The person changed the review of this session; it is to be stored."""

    delete_asked = Signal()
    """The person wants the shown session to go."""

    def __init__(self, stills: Stills, library: RoutineLibrary) -> None:
        super().__init__("Details of the session")
        self._stills = stills
        self._library = library
        self._exercises: Mapping[str, Exercise] | None = None
        self._session: SessionSummary | None = None
        body, column = page()
        column.addWidget(self._make_head())
        self._review = ReviewCard()
        self._review.review_changed.connect(self._take_review)
        column.addWidget(self._review)
        frame, inner = card()
        inner.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        self._sets = SetModel(self.picture_of)
        stills.made.connect(self._sets.show_pictures)
        self._sets.setParent(self)
        self._table = _SetTable()
        self._table.setModel(self._sets)
        inner.addWidget(self._table)
        column.addWidget(frame)
        column.addStretch(1)
        self.setWidget(body)

    def _make_head(self) -> QWidget:
        head = QFrame()
        head.setProperty("look", "card")
        row = QHBoxLayout(head)
        row.setContentsMargins(Space.XL, Space.L, Space.L, Space.L)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        self._title = text_label(look="title", wraps=True)
        self._moment = text_label(look="muted", wraps=True)
        self._facts = text_label(look="accent", wraps=True)
        for label in (self._title, self._moment, self._facts):
            words.addWidget(label)
        row.addLayout(words, 1)
        delete = push_button("Delete", "", "Delete this session (Del in the list)")
        delete.setAutoDefault(True)
        delete.clicked.connect(self.delete_asked)
        row.addWidget(delete, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def show_session(self, session: SessionSummary, sets: Sequence[SetRecord]) -> None:
        """Show this session; a note that was being written for the one before is saved."""
        self.save()
        self._session = session
        self._title.setText(one_line(session.start.routine_title))
        self._moment.setText(moment_text(session.start.started_at))
        self._facts.setText(f"{end_text(session.end)}  ·  {facts_text(session)}")
        self._review.show_review(session.review)
        self._sets.fill(sets)
        self._table.fit()
        self.verticalScrollBar().setValue(0)

    def picture_of(self, exercise_id: str) -> QPixmap | None:
        """A small picture of an exercise; None while it is made or if there is none any more."""
        if self._exercises is None:
            try:
                self._exercises = self._library.exercises()
            except Trouble:
                self._exercises = {}
        exercise = self._exercises.get(exercise_id)
        if exercise is None:
            return None
        return self._stills.pixmap(exercise, PICTURE, self.devicePixelRatioF())

    def save(self) -> None:
        """Save a note that is still being written."""
        self._review.save()

    @Slot()
    def _take_review(self) -> None:
        if self._session is not None:
            self._session = replace(self._session, review=self._review.value())
            self._facts.setText(f"{end_text(self._session.end)}  ·  {facts_text(self._session)}")
            self.session_changed.emit(self._session)


class _SetTable(QTableView):
    """A table as high as its rows, so that the page around it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "sets")
        self.setAccessibleName("Sets of the session")
        self.setShowGrid(False)
        self.setIconSize(PICTURE)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(ROW_PX)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit(self) -> None:
        """Take the height of the rows, at most 60."""
        rows = min(self.model().rowCount(), MOST_ROWS)
        self.setFixedHeight(self.horizontalHeader().height() + rows * ROW_PX + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, percent in enumerate(WIDTHS_PERCENT):
            self.setColumnWidth(column, self.viewport().width() * percent // 100)
