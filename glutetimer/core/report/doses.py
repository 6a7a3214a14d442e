"""What was done of each exercise, and what was left out."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from glutetimer.core.counts import one_line
from glutetimer.core.history.counting import done_sets, key_of
from glutetimer.core.history.records import Achieved, Outcome, SetRecord, SetResult
from glutetimer.core.report.values import (
    ExerciseRow,
    LeftOut,
    ReportedDose,
    ReportedSession,
    SideAmount,
)

_Part = tuple[ReportedSession, list[SetRecord]]


def last_tries(records: Iterable[SetRecord]) -> list[SetRecord]:
    """The last try of every set of a session, in the order of the sets."""
    last: dict[Hashable, SetRecord] = {}
    for record in records:
        known = last.get(key_of(record.result))
        if known is None or known.result.attempt <= record.result.attempt:
            last[key_of(record.result)] = record
    return sorted(last.values(), key=lambda record: record.result.index)


def exercise_rows(sessions: Sequence[ReportedSession]) -> tuple[ExerciseRow, ...]:
    """A row for every exercise, the one with the most sets done first; sessions oldest first."""
    rows = map(_row, _by_exercise(sessions).values())
    return tuple(sorted(rows, key=lambda row: (-row.sets_done, row.name)))


def left_out(sessions: Sequence[ReportedSession]) -> tuple[LeftOut, ...]:
    """The exercises with sets that were begun and not done, most first."""
    found = []
    for parts in _by_exercise(sessions).values():
        missed = [record for _, records in parts for record in _not_done(records)]
        if missed:
            of = Counter(record.result.outcome for record in missed)
            reasons = dict.fromkeys(one_line(record.note) for record in missed)
            found.append(
                LeftOut(
                    missed[-1].result.exercise_name,
                    of[Outcome.SKIPPED],
                    of[Outcome.HURT],
                    of[Outcome.STOPPED],
                    tuple(filter(None, reasons)),
                )
            )
    return tuple(sorted(found, key=lambda one: (-one.count, one.name)))


def _not_done(records: Sequence[SetRecord]) -> list[SetRecord]:
    """The last try of every set that was never done, however often it was tried."""
    done = {key_of(result) for result in done_sets(record.result for record in records)}
    return [record for record in last_tries(records) if key_of(record.result) not in done]


def _by_exercise(sessions: Sequence[ReportedSession]) -> dict[str, list[_Part]]:
    found: dict[str, list[_Part]] = {}
    for session in sessions:
        of_session: dict[str, list[SetRecord]] = {}
        for record in session.sets:
            of_session.setdefault(record.result.exercise_id, []).append(record)
        for exercise_id, records in of_session.items():
            found.setdefault(exercise_id, []).append((session, records))
    return found


def _row(parts: list[_Part]) -> ExerciseRow:
    results = [record.result for _, records in parts for record in records]
    last = [record.result for _, records in parts for record in last_tries(records)]
    is_hold = all(result.done.reps is None for result in results)
    doses = [dose for part in parts if (dose := _dose(part, is_hold)) is not None]
    plans = [_amount(result.planned, is_hold) for result in last]
    known = [plan for plan in plans if plan is not None]
    done = [one for _, records in parts for one in done_sets(r.result for r in records)]
    return ExerciseRow(
        name=results[-1].exercise_name,
        sessions=len(doses),
        first=doses[0] if doses else None,
        last=doses[-1] if doses else None,
        sets_done=len(done),
        sets_planned=len(last),
        is_hold=is_hold,
        amount_done=_sum(results, is_hold),
        amount_planned=sum(known) if len(known) == len(plans) else None,
        sides=_sides(results, done, is_hold),
    )


def _sides(
    results: list[SetResult], done: list[SetResult], is_hold: bool
) -> tuple[SideAmount, ...]:
    sets = Counter(result.side for result in done)
    sides = sorted({result.side for result in results if result.side is not None})
    return tuple(
        SideAmount(side, sets[side], _sum([r for r in results if r.side is side], is_hold))
        for side in sides
    )


def _dose(part: _Part, is_hold: bool) -> ReportedDose | None:
    session, records = part
    done = done_sets(record.result for record in records)
    if not done:
        return None
    amounts = [_amount(result.done, is_hold) or 0 for result in done]
    loads = dict.fromkeys(filter(None, (one_line(result.load) for result in done)))
    return ReportedDose(
        day=session.totals.day,
        sets=Counter(result.side for result in done),
        low=min(amounts),
        high=max(amounts),
        is_hold=is_hold,
        load=", ".join(loads),
    )


def _sum(results: Iterable[SetResult], is_hold: bool) -> float:
    return sum(_amount(result.done, is_hold) or 0 for result in results)


def _amount(achieved: Achieved, is_hold: bool) -> float | None:
    """Reps or seconds, not rounded: only who shows a sum rounds it."""
    return achieved.seconds if is_hold else achieved.reps
