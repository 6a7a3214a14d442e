"""The journal: writes a session into the history as it happens, and knows what is kept.

What must be stored is a promise with a state. A write that fails stays pending, in its order, and
is tried again by time; meanwhile the whole session is written into a file of its own, so that even
a program that is ended at once loses nothing: the next start takes it in. Screens, words and exit
status ask `keeping`; nobody guesses.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import Enum, auto

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import (
    Pain,
    SessionEnd,
    SessionReview,
    SessionStart,
    SetRecord,
    SetResult,
    WholeSession,
)
from glutetimer.core.notice import Notice
from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.history import HistoryStore
from glutetimer.core.routine import Routine

RETRY_S = 1.0
"""So long after a write that failed it is tried again, in seconds of the clock."""

Write = Callable[[int], None]
"""Something to be stored, once the id of the session is known."""


class Keeping(Enum):
    """What has become of all that was to be stored so far."""

    KEPT = auto()  # it is in the history
    ELSEWHERE = auto()  # it is in a file from which the next start takes it
    PENDING = auto()  # neither, as yet

    @property
    def is_kept(self) -> bool:
        """Whether all of it is in the history."""
        return self is Keeping.KEPT


class Journal:
    """Writes a session into the history; what fails is tried again by `retry`. Raises nothing.

    `session_id` is that of the history, None as long as it has none. `trouble` is why something is
    not in the history yet; `place` the path of the file that has it meanwhile, else empty;
    `pain_before` the pain before the session, None if it was not told.
    """

    def __init__(self, clock: Clock, history: HistoryStore, session_id: int | None) -> None:
        """`session_id` is a stored session that goes on, None for a new one."""
        self._clock = clock
        self._history = history
        self._start: SessionStart | None = None
        self._records: dict[tuple[int, int], SetRecord] = {}
        self._finish: tuple[SessionEnd, datetime, float] | None = None
        self._review = SessionReview()
        self._pending: list[Write] = []
        self._retry_at_s = 0.0
        self._elsewhere: WholeSession | None = None
        self._notices: list[Notice] = []
        self.session_id = session_id
        self.pain_before: int | None = None
        self.trouble: Trouble | None = None
        self.place = ""

    @property
    def keeping(self) -> Keeping:
        """What has become of all that was to be stored so far."""
        if not self._pending and (self.session_id is not None or self._start is None):
            return Keeping.KEPT
        return Keeping.ELSEWHERE if self.place else Keeping.PENDING

    def earlier(self) -> tuple[SetRecord, ...]:
        """The stored sets of a session that goes on; empty for a new one."""
        if self.session_id is None:
            return ()
        try:
            records = tuple(self._history.sets(self.session_id))
        except Trouble as trouble:
            self._notices.append(Notice(f"The sets before cannot be read: {trouble}"))
            return ()
        self._records = {_key(record.result): record for record in records}
        return records

    def planned_sets(self, sets: int, first_set: int) -> int:
        """How many sets the whole session is to have: of a stored one as it was begun."""
        if self.session_id is None:
            return sets - first_set
        try:
            stored = self._history.interrupted()
        except Trouble:
            return sets
        if stored is None or stored.id != self.session_id:
            return sets
        self._start, self.pain_before = stored.start, stored.start.pain_before
        return stored.start.planned_sets

    def begin(self, routine: Routine, planned_s: float, planned_sets: int, dose: str) -> None:
        """Store a new session in its first second; `dose` is that of the day, as a text."""
        if self.session_id is None:
            now = self._clock.utc_now()
            self._start = SessionStart(
                routine.id, routine.title, now, planned_s, planned_sets, self.pain_before, dose
            )
        self._write()

    def note_pain_before(self, level: int | None) -> None:
        """Store the pain before the session, 0 to 10, or let `begin` do it; None takes it back."""
        self.pain_before = level
        if self._start is not None:
            self._start = replace(self._start, pain_before=level)
            self._store(lambda number: self._history.note_pain_before(number, level))

    def add_set(self, result: SetResult) -> None:
        """Store a set that ended."""
        self.change(SetRecord(result, self._clock.utc_now()))

    def pain_of(self, result: SetResult | None) -> Pain | None:
        """What was said about the pain in a set; None if nothing was, or there is no set."""
        record = None if result is None else self._records.get(_key(result))
        return None if record is None else record.pain

    def note_pain(self, index: int, attempt: int, pain: Pain | None) -> None:
        """Add to a set where and how much it hurt; None takes it back."""
        if (record := self._records.get((index, attempt))) is not None:
            self._records[index, attempt] = replace(record, pain=pain)
        self._store(lambda number: self._history.note_pain(number, index, attempt, pain))

    def finish(self, end: SessionEnd, active_s: float) -> None:
        """Store how the session ended."""
        now = self._clock.utc_now()
        self._finish = (end, now, active_s)
        self._store(lambda number: self._history.finish(number, end, now, active_s))

    @property
    def records(self) -> tuple[SetRecord, ...]:
        """Every set that ended, in their order."""
        return tuple(self._records.values())

    def change(self, record: SetRecord) -> None:
        """Store a record, in place of one with the same index and attempt if there is one."""
        self._records[_key(record.result)] = record
        self._store(lambda number: self._history.add_set(number, record))

    def discard(self) -> None:
        """Take the session out of the history again, and out of the file that has it meanwhile."""
        self._start = None
        if self.place:
            self._history.drop_elsewhere(self.place)
            self.place = ""
        if self.session_id is not None:
            self._store(self._history.delete)
        else:
            self._pending.clear()
            self._write()

    @property
    def pains(self) -> tuple[Pain, ...]:
        """What was told of pain in the session, in the order of its sets."""
        return tuple(one.pain for one in self._records.values() if one.pain is not None)

    def review(self, review: SessionReview) -> None:
        """Store what the person says afterwards."""
        self._review = review
        self._store(lambda number: self._history.review(number, review))

    def retry(self) -> None:
        """Try again what is pending, if it is time."""
        if self.trouble is not None and self._clock.now_s() >= self._retry_at_s:
            self._write()

    def keep_at_last(self) -> Keeping:
        """Try once more, whatever the time: the program ends. Returns what has become of it."""
        if self.trouble is not None:
            self._write()
        return self.keeping

    def take_notices(self) -> tuple[Notice, ...]:
        """What the person should know, each once."""
        notices, self._notices = (*self._notices, *self._history.take_notices()), []
        return notices

    def _store(self, write: Write) -> None:
        self._pending.append(write)
        self._write()

    def _write(self) -> None:
        try:
            self._write_all()
        except Trouble as trouble:
            self._retry_at_s = self._clock.now_s() + RETRY_S
            is_new = self.trouble is None or self.trouble.what != trouble.what
            self.trouble = trouble
            self._keep_elsewhere(is_new)
        else:
            self._all_is_kept()

    def _write_all(self) -> None:
        if self.session_id is None:
            if self._start is None:
                return
            self.session_id = self._history.begin(self._start)
        while self._pending:
            self._pending[0](self.session_id)
            del self._pending[0]

    def _all_is_kept(self) -> None:
        if self.trouble is not None:
            self.trouble = None
            # What nobody has read of it meanwhile is not so any more.
            self._notices = [Notice("All that you did is kept in the history now.")]
        if self.place:
            self._history.drop_elsewhere(self.place)
            self.place = ""

    def _keep_elsewhere(self, is_told: bool) -> None:
        """Let a file have what the history has not; the person is told once a trouble."""
        cure = "It is tried again every second."
        whole = self._whole()
        try:
            if whole is not None and (not self.place or whole != self._elsewhere):
                self.place = self._history.keep_elsewhere(whole)
                self._elsewhere = whole
        except Trouble as second:
            self.place = ""
            cure = f"Nor in a file: {second.what}. {cure}"
        if self.place:
            cure = f"Until then it is in {self.place}, which the next start takes in. {cure}"
        if is_told:
            self._notices.append(Notice(f"Not in the history yet: {self.trouble}", cure))

    def _whole(self) -> WholeSession | None:
        """All of the session; None if it is not known how it was begun."""
        if self._start is None:
            return None
        end, ended_at, active_s = self._finish or (None, None, 0.0)
        records = tuple(self._records.values())
        return WholeSession(self._start, records, end, ended_at, active_s, self._review)


def kept_words(journal: Journal) -> str:
    """What has become of the session so far, in a sentence that is true."""
    match journal.keeping:
        case Keeping.KEPT:
            return "What you have done so far is kept in the history."
        case Keeping.ELSEWHERE:
            return (
                f"Not in the history yet: {journal.trouble} What you have done so far is in "
                f"{journal.place}, which the next start takes in."
            )
        case Keeping.PENDING:
            return f"Not kept yet: {journal.trouble or 'it is being written'}"


def _key(result: SetResult) -> tuple[int, int]:
    return result.index, result.attempt
