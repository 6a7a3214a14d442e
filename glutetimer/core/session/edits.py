"""Changes of what the history says, each of which knows how to be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from glutetimer.core.history.counting import is_done
from glutetimer.core.history.records import Achieved, SessionReview, SessionSummary, SetRecord

if TYPE_CHECKING:
    from glutetimer.core.ports.history import HistoryStore

MOST_REPS = 500
MOST_HOLD_S = 3600.0
MOST_LOAD_LETTERS = 60
MOST_NOTE_LETTERS = 500


class Edit(Protocol):
    """One change of one session, made by the person."""

    @property
    def session(self) -> SessionSummary:
        """The session that is changed, as it was when the person saw it."""

    def write(self, history: HistoryStore) -> None:
        """Make the change. Raises Trouble; nothing is changed then."""

    def reverse(self) -> Edit:
        """The change that takes this one back."""

    def applied_to(self, session: SessionSummary) -> SessionSummary:
        """The session's row after the change."""


@dataclass(frozen=True, slots=True)
class ReviewEdit:
    """Another answer afterwards: pain, effort, note, or the pain of the next morning."""

    session: SessionSummary
    before: SessionReview
    after: SessionReview

    def write(self, history: HistoryStore) -> None:
        """Store the review."""
        history.review(self.session.id, self.after)

    def reverse(self) -> ReviewEdit:
        """The review as it was."""
        return ReviewEdit(self.session, self.after, self.before)

    def applied_to(self, session: SessionSummary) -> SessionSummary:
        """The row with the new review."""
        return replace(session, review=self.after)


@dataclass(frozen=True, slots=True)
class PainBeforeEdit:
    """Another pain before the session; None for no answer."""

    session: SessionSummary
    before: int | None
    after: int | None

    def write(self, history: HistoryStore) -> None:
        """Store the level."""
        history.note_pain_before(self.session.id, self.after)

    def reverse(self) -> PainBeforeEdit:
        """The level as it was."""
        return PainBeforeEdit(self.session, self.after, self.before)

    def applied_to(self, session: SessionSummary) -> SessionSummary:
        """The row with the new level."""
        return replace(session, start=replace(session.start, pain_before=self.after))


@dataclass(frozen=True, slots=True)
class SetEdit:
    """Another record of the same set; its place (index and attempt) stays.

    `is_done_anyway` says that another try of the set is done, so that this one changes no count.
    """

    session: SessionSummary
    before: SetRecord
    after: SetRecord
    is_done_anyway: bool = False

    def write(self, history: HistoryStore) -> None:
        """Put the record in place of the one with the same index and attempt."""
        history.add_set(self.session.id, self.after)

    def reverse(self) -> SetEdit:
        """The record as it was."""
        return SetEdit(self.session, self.after, self.before, self.is_done_anyway)

    def applied_to(self, session: SessionSummary) -> SessionSummary:
        """The row with its sets counted anew."""
        if self.is_done_anyway:
            return session
        more = is_done(self.after.result) - is_done(self.before.result)
        return replace(session, sets_done=session.sets_done + more)


@dataclass(frozen=True, slots=True)
class Deletion:
    """A session deleted, or brought back."""

    session: SessionSummary
    is_back: bool = False

    def write(self, history: HistoryStore) -> None:
        """Delete it, or bring it back."""
        if self.is_back:
            history.restore(self.session.id)
        else:
            history.delete(self.session.id)

    def reverse(self) -> Deletion:
        """The other one."""
        return Deletion(self.session, not self.is_back)

    def applied_to(self, session: SessionSummary) -> SessionSummary:
        """The row as it is."""
        return session


def with_reps(record: SetRecord, reps: int) -> Achieved:
    """What was done with another number of reps; a rep takes as long as it took.

    Where no rep was done, it takes as long as planned; where that is open, the seconds stay.
    """
    done, planned = record.result.done, record.result.planned
    for known in (done, planned):
        if known.reps and known.seconds is not None:
            return Achieved(reps, round(known.seconds * reps / known.reps, 3))
    return Achieved(reps, done.seconds)
