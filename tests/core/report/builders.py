"""Sessions for reports: single ones, and a whole history that looks like a person's."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from glutetimer.core.history.records import Achieved, Outcome, Pain, SetRecord, SetResult
from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.report.values import ReportedSession
from glutetimer.core.side import Side

BRIDGE, CLAM, HOLD = "Glute bridge", "Clam shell", "Hip thrust iso hold"
NAMES = (
    *("Glute bridge", "Clam shell", "Hip thrust iso hold", "Bird dog", "Squat", "Donkey kick"),
    *("Fire hydrant", "Side-lying hip abduction", "Single-leg glute bridge", "Lateral walk"),
    *("Monster walk", "Band squat", "Front step with band", "Glute squeeze"),
    *("Hip thrust, knees in", "Hip thrust, knees out", "Single-leg bridge"),
    *("Single-leg Romanian deadlift", "Stability-ball hip thrust"),
)
_ONE_SIDED = ("Clam", "Side", "Single", "Bird", "Fire", "Donkey")


def a_set(
    index: int,
    name: str = BRIDGE,
    done: float | None = 10,
    planned: float | None = 10,
    side: Side | None = None,
    outcome: Outcome = Outcome.DONE,
    attempt: int = 1,
    pain: Pain | None = None,
    note: str = "",
    load: str = "",
) -> SetRecord:
    """A set; its numbers are reps, or seconds where the name has "hold" or "squeeze" in it."""
    is_hold = "hold" in name or "squeeze" in name
    result = SetResult(
        index=index,
        entry=index,
        exercise_id=name.lower().replace(" ", "-"),
        exercise_name=name,
        round=1,
        set=1,
        side=side,
        attempt=attempt,
        planned=Achieved(None, planned) if is_hold else Achieved(_reps(planned), None),
        done=Achieved(None, done) if is_hold else Achieved(_reps(done), 4.0 * (done or 0)),
        outcome=outcome,
        load=load,
    )
    return SetRecord(result, datetime(2026, 1, 1, tzinfo=UTC), pain, note)


def _reps(count: float | None) -> int | None:
    return None if count is None else int(count)


def a_session(
    day: date,
    sets: Sequence[SetRecord],
    planned_sets: int | None = None,
    before: int | None = None,
    after: int | None = None,
    morning: int | None = None,
    effort: int | None = None,
    note: str = "",
    dose: str = "normal",
) -> ReportedSession:
    """A session of ten minutes at 18 h."""
    done = {r.result.index for r in sets if r.result.outcome is Outcome.DONE}
    totals = SessionTotals(
        id=day.toordinal(),
        day=day,
        started_at=datetime.combine(day, time(18), UTC),
        routine_id="bridges",
        routine_title="Bridges",
        dose=dose,
        active_s=600.0,
        under_s=sum(r.result.done.seconds or 0.0 for r in sets),
        sets_done=len(done),
        sets_planned=len({r.result.index for r in sets}) if planned_sets is None else planned_sets,
        pain_before=before,
        pain_after=after,
        pain_morning=morning,
        effort=effort,
        worst_pain=max((r.pain.level or 0 for r in sets if r.pain), default=None),
    )
    return ReportedSession(totals, tuple(sets), note)


def a_history(
    first: date, days: int, count: int, names: Sequence[str] = NAMES, seed: int = 1
) -> tuple[ReportedSession, ...]:
    """So many sessions within so many days: doses grow, pain falls, now and then it hurts."""
    chance = Random(seed)
    numbers = sorted(chance.sample(range(days), count))
    return tuple(
        _some_session(first + timedelta(days=day), day / days, names, chance) for day in numbers
    )


def _some_session(day: date, share: float, names: Sequence[str], chance: Random) -> ReportedSession:
    sets: list[SetRecord] = []
    wanted = min(len(names), 3 + round(share * 3))
    start = chance.randrange(len(names))
    for at in range(wanted):
        name = names[(start + at) % len(names)]
        sides = (Side.LEFT, Side.RIGHT) if name.startswith(_ONE_SIDED) else (None,)
        for _ in range(2 + round(share)):
            for side in sides:
                sets.append(_some_set(len(sets), name, side, share, chance))
    level = 4 - 3 * share
    before, after, morning, effort = (
        max(0, min(10, round(chance.gauss(mean, 1.1)))) for mean in (level, level - 0.5, level, 6)
    )
    return a_session(
        day,
        sets,
        before=before if chance.random() < 0.9 else None,
        after=after if chance.random() < 0.95 else None,
        morning=morning if chance.random() < 0.6 else None,
        effort=effort,
        note=chance.choice(NOTES) if chance.random() < 0.3 else "",
        dose=chance.choices(("normal", "gentle", "strong"), (8, 2, 1))[0],
    )


def _some_set(index: int, name: str, side: Side | None, share: float, chance: Random) -> SetRecord:
    planned = (
        15 + 5 * round(3 * share) if "hold" in name or "squeeze" in name else 8 + round(4 * share)
    )
    ended = (Outcome.DONE, Outcome.SKIPPED, Outcome.HURT, Outcome.STOPPED)
    outcome = chance.choices(ended, (95, 3, 1, 1))[0]
    done = planned if outcome is Outcome.DONE else chance.randrange(planned)
    pain = None
    if outcome is Outcome.HURT:
        pain = Pain(chance.choice(("low back, left", "Low back, left", "right hip", "")), 4)
    note = "wrist was sore" if outcome is Outcome.SKIPPED and chance.random() < 0.5 else ""
    return a_set(index, name, done, planned, side, outcome, pain=pain, note=note)


NOTES = (
    "Felt strong today. The left side tires first, so it begins.",
    "Long day of sitting, stiff before, better afterwards.",
    "Slept badly; took the gentle dose and stopped the hold early when the squeeze faded.",
    "Knees were fine.",
)
