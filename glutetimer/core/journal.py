"""The journal: writes a session into the history as it happens."""

from dataclasses import replace

from glutetimer.core.errors import Trouble
from glutetimer.core.ports import Clock, HistoryStore, Notice
from glutetimer.core.records import (
    Pain,
    SessionEnd,
    SessionReview,
    SessionStart,
    SetRecord,
    SetResult,
)
from glutetimer.core.routine import Routine


class Journal:
    """Writes a session into the history; what fails is kept and tried again.

    Only `review` raises Trouble; the other methods keep it as a notice.
    """

    def __init__(self, clock: Clock, history: HistoryStore, session_id: int | None) -> None:
        """`session_id` is a stored session that goes on, None for a new one."""
        self._clock = clock
        self._history = history
        self._start: SessionStart | None = None
        self._unsaved: list[SetRecord] = []
        self._finish: tuple[SessionEnd, float] | None = None
        self._pain_before: list[int | None] = []  # the answer that is not stored yet, if any
        self._notices: list[Notice] = []
        self.session_id = session_id

    def earlier(self) -> tuple[SetRecord, ...]:
        """The stored sets of a session that goes on; empty for a new one."""
        if self.session_id is None:
            return ()
        try:
            return tuple(self._history.sets(self.session_id))
        except Trouble as trouble:
            self._tell(trouble)
            return ()

    def planned_sets(self, sets: int, first_set: int) -> int:
        """How many sets the whole session is to have: of a stored one as it was begun."""
        if self.session_id is None:
            return sets - first_set
        try:
            stored = self._history.interrupted()
        except Trouble as trouble:
            self._tell(trouble)
            return sets
        is_it = stored is not None and stored.id == self.session_id
        return stored.start.planned_sets if stored is not None and is_it else sets

    def begin(self, routine: Routine, planned_s: float, planned_sets: int, dose: str) -> None:
        """Store a new session in its first second; `dose` is that of the day, as a text."""
        if self.session_id is None:
            now = self._clock.utc_now()
            self._start = SessionStart(
                routine.id, routine.title, now, planned_s, planned_sets, dose=dose
            )
        self._write()

    def note_pain_before(self, level: int | None) -> None:
        """Store the pain before the session, 0 to 10; None takes the answer back."""
        self._pain_before = [level]
        self._write()

    def add_set(self, result: SetResult) -> None:
        """Store a set that ended."""
        self._unsaved.append(SetRecord(result, self._clock.utc_now()))
        self._write()

    def note_pain(self, index: int, attempt: int, pain: Pain) -> None:
        """Add to a set where and how much it hurt."""
        for number, record in enumerate(self._unsaved):
            if (record.result.index, record.result.attempt) == (index, attempt):
                self._unsaved[number] = replace(record, pain=pain)
                return
        try:
            if self.session_id is not None:
                self._history.note_pain(self.session_id, index, attempt, pain)
        except Trouble as trouble:
            self._tell(trouble)

    def finish(self, end: SessionEnd, active_s: float) -> None:
        """Store how the session ended."""
        self._finish = (end, active_s)
        self._write()

    def review(self, review: SessionReview) -> None:
        """Store what the person says, and all that is not stored yet. Raises Trouble."""
        self._write_all()
        if self.session_id is not None:
            self._history.review(self.session_id, review)

    def take_notices(self) -> tuple[Notice, ...]:
        """What could not be stored, each once."""
        notices, self._notices = (*self._notices, *self._history.take_notices()), []
        return notices

    def _write(self) -> None:
        try:
            self._write_all()
        except Trouble as trouble:
            self._tell(trouble)

    def _write_all(self) -> None:
        if self.session_id is None and self._start is not None:
            self.session_id = self._history.begin(self._start)
        if self.session_id is None:
            return
        if self._pain_before:
            self._history.note_pain_before(self.session_id, self._pain_before[0])
            self._pain_before = []
        while self._unsaved:
            self._history.add_set(self.session_id, self._unsaved[0])
            del self._unsaved[0]
        if self._finish is not None:
            end, active_s = self._finish
            self._history.finish(self.session_id, end, self._clock.utc_now(), active_s)
            self._finish = None

    def _tell(self, trouble: Trouble) -> None:
        self._notices.append(
            Notice(f"Not saved yet: {trouble}", "It is tried again after the next set.")
        )
