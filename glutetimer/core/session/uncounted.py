"""The journal of a warm-up and the like, which count as no session, and their sets as none."""

from dataclasses import replace

from glutetimer.core.history.records import Outcome, Pain, SetResult
from glutetimer.core.history.special_routines import is_extra
from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.history import HistoryStore
from glutetimer.core.routine import Routine
from glutetimer.core.session.journal import Journal


class UncountedJournal(Journal):
    """Keeps a session of no set, with its minutes; a set is stored only if it hurt."""

    def __init__(self, clock: Clock, history: HistoryStore, session_id: int | None) -> None:
        super().__init__(clock, history, session_id)
        self._unstored: dict[tuple[int, int], SetResult] = {}

    def begin(self, routine: Routine, planned_s: float, planned_sets: int, dose: str) -> None:
        """Store the session in its first second."""
        super().begin(routine, planned_s, 0, dose)

    def add_set(self, result: SetResult) -> None:
        """Remember a set that ended; store it if it hurt."""
        if result.outcome is Outcome.HURT:
            super().add_set(result)
        else:
            self._unstored[result.index, result.attempt] = result

    def note_pain(self, index: int, attempt: int, pain: Pain | None) -> None:
        """Store where and how much a set hurt, and so the set itself."""
        if (result := self._unstored.pop((index, attempt), None)) is not None:
            self.add_set(replace(result, outcome=Outcome.HURT))
        super().note_pain(index, attempt, pain)


def journal_of(routine_id: str) -> type[Journal]:
    """How the sessions of a routine are written down."""
    return UncountedJournal if is_extra(routine_id) else Journal
