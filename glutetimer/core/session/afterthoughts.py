"""What was really done: how each exercise was, and reps that were counted wrongly."""

from collections.abc import Iterator
from dataclasses import replace

from glutetimer.core.history.counting import counting_tries
from glutetimer.core.history.records import Feel, Outcome, SetRecord
from glutetimer.core.session.edits import MOST_REPS, with_reps
from glutetimer.core.session.journal import Journal


class Afterthoughts:
    """Changes the records of a session that has ended, exercise by exercise.

    An exercise is named by its place in the routine and its id: what stood in for another has the
    same place.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def feel_of(self, entry: int, exercise_id: str) -> Feel | None:
        """How an exercise was; None if that was not told."""
        return next((one.feel for one in self._sets(entry, exercise_id)), None)

    def tell_feel(self, entry: int, exercise_id: str, feel: Feel | None) -> None:
        """Store how an exercise was, with each of its sets; None takes it back."""
        for record in self._sets(entry, exercise_id):
            self._journal.change(replace(record, feel=feel))

    def correct(self, entry: int, exercise_id: str, more: int) -> None:
        """Count so many reps more (or fewer) in the last set of an exercise that has room for it.

        Of a set that was tried more than once the try that counts is corrected. Nothing where no
        set was counted, or none has a rep to take away. A set that was done and has none left was
        none.
        """
        records = tuple(self._sets(entry, exercise_id))
        counting = counting_tries(record.result for record in records)
        for record in reversed([record for record in records if record.result in counting]):
            reps = record.result.done.reps
            if reps is None or not 0 <= reps + more <= MOST_REPS:
                continue
            outcome = record.result.outcome
            if outcome is Outcome.DONE and reps + more == 0:
                outcome = Outcome.SKIPPED
            done = with_reps(record, reps + more)
            result = replace(record.result, done=done, outcome=outcome)
            self._journal.change(replace(record, result=result))
            return

    def _sets(self, entry: int, exercise_id: str) -> Iterator[SetRecord]:
        for record in self._journal.records:
            if (record.result.entry, record.result.exercise_id) == (entry, exercise_id):
                yield record
