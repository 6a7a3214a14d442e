"""What a report says, against counts made another way."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.history.records import Outcome, Pain
from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.progress.points import Grain
from glutetimer.core.report.making import make_report
from glutetimer.core.report.period import Period, last_months
from glutetimer.core.report.values import (
    Levels,
    Peak,
    Report,
    ReportedMoment,
    ReportedSession,
    Sore,
)
from glutetimer.core.side import Side
from tests.core.report.builders import BRIDGE, CLAM, HOLD, NAMES, a_history, a_session, a_set

MONDAY, SUNDAY = 1, 7
FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
QUARTER = Period(FIRST, LAST)
DAY = date(2026, 2, 4)


def report(
    *sessions: ReportedSession,
    period: Period = QUARTER,
    goal: int = 3,
    today: date = LAST,
    first_weekday: int = MONDAY,
    earlier: tuple[SessionTotals, ...] = (),
) -> Report:
    every = (*earlier, *(session.totals for session in sessions))
    return make_report(sessions, every, period, goal, today, first_weekday)


@pytest.mark.parametrize(
    ("until", "since"),
    [
        (date(2026, 3, 31), date(2026, 1, 1)),
        (date(2026, 1, 15), date(2025, 10, 16)),
        (date(2026, 5, 31), date(2026, 3, 1)),
        (date(2024, 5, 30), date(2024, 3, 1)),
    ],
)
def test_three_months_begin_the_day_after(until: date, since: date) -> None:
    assert last_months(until) == Period(since, until)


def test_a_period_cannot_end_before_it_begins() -> None:
    Period(FIRST, FIRST)
    with pytest.raises(ValueError, match="after"):
        Period(LAST, FIRST)


def test_nothing_done_is_an_empty_report() -> None:
    made = report()

    assert made.is_empty
    assert (made.exercises, made.left_out, made.notes) == ((), (), ())
    assert made.adherence.weeks == ()
    assert made.adherence.mean is None
    assert made.pain.peak is None


def test_a_session_without_a_set_done_is_no_session_but_its_time_and_pain_count() -> None:
    left = a_set(0, outcome=Outcome.SKIPPED, done=0)

    made = report(a_session(DAY, [left], before=7, planned_sets=4))

    assert made.is_empty
    assert (made.sets_done, made.sets_planned, made.unreached) == (0, 4, 3)
    assert made.pain.peak == Peak(7, DAY, ReportedMoment.BEFORE)


@pytest.mark.parametrize(
    ("first_weekday", "counts"), [(MONDAY, [1, 2, 0, 1]), (SUNDAY, [2, 1, 0, 1])]
)
def test_weeks_are_whole_and_those_of_the_person(first_weekday: int, counts: list[int]) -> None:
    # Sunday 4, Monday 5 and Sunday 11, and Sunday 25 January 2026 are the borders.
    days = [date(2026, 1, 3), date(2026, 1, 5), date(2026, 1, 10), date(2026, 1, 24)]
    if first_weekday == SUNDAY:
        days[1] = date(2026, 1, 2)
    sessions = [a_session(day, [a_set(0)]) for day in sorted(days)]

    made = report(
        *sessions,
        period=Period(date(2026, 1, 2), date(2026, 1, 24)),
        first_weekday=first_weekday,
        goal=2,
    )

    assert [week.sessions for week in made.adherence.weeks] == counts
    assert made.adherence.reached == 1
    assert made.adherence.mean == 1.0


def test_the_week_that_still_runs_is_shown_but_not_judged() -> None:
    sessions = [a_session(date(2026, 3, day), [a_set(0)]) for day in (23, 24, 25, 30)]

    made = report(*sessions, today=date(2026, 3, 31)).adherence

    assert [week.sessions for week in made.weeks] == [3, 1]
    assert (made.is_running, made.reached, made.mean) == (True, 1, 3.0)
    later = report(*sessions, today=date(2026, 4, 5), period=Period(FIRST, date(2026, 4, 5)))
    assert later.adherence.is_running
    over = report(*sessions, today=date(2026, 4, 6)).adherence
    assert (over.is_running, over.reached, over.mean) == (False, 1, 2.0)


def test_weeks_before_the_very_first_session_are_nobodys_fault() -> None:
    session = a_session(date(2026, 3, 2), [a_set(0)])
    earlier = a_session(date(2025, 5, 1), [a_set(0)]).totals

    assert len(report(session).adherence.weeks) == 5
    assert len(report(session, earlier=(earlier,)).adherence.weeks) == 14


def test_a_period_to_come_has_no_weeks_yet() -> None:
    session = a_session(date(2026, 3, 2), [a_set(0)])

    made = report(session, period=Period(FIRST, date(2026, 12, 31)), today=date(2026, 3, 10))

    assert [week.first_day for week in made.adherence.weeks] == [
        date(2026, 3, 2),
        date(2026, 3, 9),
    ]


def test_the_doses_are_those_of_the_first_and_last_session_with_a_set_done() -> None:
    made = report(
        a_session(DAY, [a_set(0, done=4, outcome=Outcome.STOPPED)]),
        a_session(DAY + timedelta(1), [a_set(0, done=8), a_set(1, done=8)]),
        a_session(DAY + timedelta(2), [a_set(0, done=9)]),
        a_session(
            DAY + timedelta(3),
            [a_set(0, done=10, load="2 × 6 kg"), a_set(1, done=12, load="2 × 6 kg"), a_set(2)],
        ),
    )

    [row] = made.exercises
    assert row.sessions == 3
    assert row.first is not None
    assert row.last is not None
    first, last = row.first, row.last
    assert (first.day, first.sets, first.low, first.high) == (DAY + timedelta(1), {None: 2}, 8, 8)
    assert (last.sets, last.low, last.high, last.load) == ({None: 3}, 10, 12, "2 × 6 kg")
    assert (row.amount_done, row.amount_planned) == (4 + 16 + 9 + 32, 70)


def test_a_set_counts_once_however_often_it_was_tried_and_every_rep_counts() -> None:
    first = a_set(0, done=3, outcome=Outcome.SKIPPED)
    again = a_set(0, done=10, attempt=2)

    made = report(a_session(DAY, [first, again, a_set(1, done=5, outcome=Outcome.SKIPPED)]))

    [row] = made.exercises
    assert (row.sets_done, row.sets_planned) == (1, 2)
    assert (row.amount_done, row.amount_planned) == (18, 20)
    assert made.sets_done == 1
    [left] = made.left_out
    assert (left.name, left.skipped, left.count) == (BRIDGE, 1, 1)


def test_sides_are_counted_apart() -> None:
    sets = [
        a_set(0, CLAM, 15, 15, Side.LEFT),
        a_set(1, CLAM, 12, 15, Side.RIGHT, Outcome.HURT),
        a_set(2, CLAM, 14, 15, Side.LEFT),
    ]

    [row] = report(a_session(DAY, sets)).exercises

    assert [(s.side, s.sets, s.amount) for s in row.sides] == [
        (Side.LEFT, 2, 29),
        (Side.RIGHT, 0, 12),
    ]
    assert row.last is not None
    assert row.last.sets == {Side.LEFT: 2}


def test_holds_are_seconds_and_an_open_plan_has_no_sum() -> None:
    sets = [a_set(0, HOLD, 20, 15), a_set(1, HOLD, 25, None)]

    [row] = report(a_session(DAY, sets)).exercises

    assert row.is_hold
    assert (row.amount_done, row.amount_planned) == (45, None)
    assert row.last is not None
    assert (row.last.low, row.last.high, row.last.is_hold) == (20, 25, True)


def test_what_was_left_out_tells_why() -> None:
    made = report(
        a_session(DAY, [a_set(0, CLAM, 0, outcome=Outcome.SKIPPED, note="wrist\nsore")]),
        a_session(
            DAY,
            [
                a_set(0, CLAM, 3, outcome=Outcome.SKIPPED, note="wrist sore"),
                a_set(1, CLAM, 3, outcome=Outcome.HURT, pain=Pain("hip", 4), note="no time"),
                a_set(2, outcome=Outcome.STOPPED),
            ],
            planned_sets=8,
        ),
    )

    clam, bridge = made.left_out
    assert (clam.name, clam.skipped, clam.hurt, clam.stopped) == (CLAM, 2, 1, 0)
    assert clam.reasons == ("wrist sore", "no time")
    assert (bridge.name, bridge.stopped) == (BRIDGE, 1)
    assert made.unreached == 5


def test_the_worst_pain_is_the_newest_of_the_highest_wherever_it_was_told() -> None:
    hurt = a_set(1, CLAM, 3, outcome=Outcome.HURT, pain=Pain(" low  back ", 6))

    made = report(
        a_session(DAY, [a_set(0), hurt], before=6),
        a_session(DAY + timedelta(1), [a_set(0)], before=2, after=5, morning=6),
        a_session(DAY + timedelta(2), [a_set(0)], after=4),
    )

    assert made.pain.peak == Peak(6, DAY + timedelta(1), ReportedMoment.MORNING)
    alone = report(a_session(DAY, [a_set(0), hurt], before=3))
    assert alone.pain.peak == Peak(6, DAY, ReportedMoment.DURING, CLAM, "low back")
    assert report(a_session(DAY, [a_set(0)], before=0, after=0)).pain.peak is None


def test_sore_places_are_counted_without_regard_to_capitals() -> None:
    pains = [Pain("Low back", 3), Pain("low  back", 5), Pain("hip", 6), Pain("", 2)]
    sets = [a_set(n, done=2, outcome=Outcome.HURT, pain=pain) for n, pain in enumerate(pains)]

    made = report(a_session(DAY, sets))

    assert made.pain.sore == (Sore("Low back", 2, 5), Sore("hip", 1, 6), Sore("", 1, 2))


def test_the_steps_of_the_pain_model_count_the_answers_afterwards() -> None:
    levels = [0, 2, 3, 5, 6, 10, None]
    sessions = [
        a_session(DAY + timedelta(n), [a_set(0)], before=9, after=level)
        for n, level in enumerate(levels)
    ]

    assert report(*sessions).pain.after_levels == Levels(2, 2, 2)


def test_the_worst_of_each_week_stays_where_points_are_weeks() -> None:
    hurt = [a_set(0), a_set(1, done=2, outcome=Outcome.HURT, pain=Pain("hip", 7))]
    mild = [a_set(0), a_set(1, done=2, outcome=Outcome.HURT, pain=Pain("hip", 1))]
    sessions = [
        a_session(FIRST + timedelta(n), hurt if n == 10 else mild, after=n % 3) for n in range(80)
    ]

    pain = report(*sessions).pain

    assert pain.grain is Grain.WEEK
    assert {point.day: point.value for point in pain.hurts}[date(2026, 1, 5)] == 7
    assert len(pain.hurts) == len(pain.after) == 12


def test_notes_keep_their_days() -> None:
    made = report(
        a_session(DAY, [a_set(0)], note="one\n two"), a_session(DAY, [a_set(0)], note="  ")
    )

    assert [(note.day, note.text) for note in made.notes] == [(DAY, "one two")]


@given(
    seed=st.integers(0, 10_000),
    count=st.integers(0, 60),
    goal=st.integers(1, 7),
    first_weekday=st.integers(1, 7),
)
def test_an_independent_count_comes_out_the_same(
    seed: int, count: int, goal: int, first_weekday: int
) -> None:
    sessions = a_history(FIRST, 90, count, NAMES[:6], seed)
    made = report(*sessions, goal=goal, first_weekday=first_weekday)
    flat = [record.result for session in sessions for record in session.sets]

    assert made.sessions == sum(
        any(r.result.outcome is Outcome.DONE for r in session.sets) for session in sessions
    )
    for row in made.exercises:
        mine = [result for result in flat if result.exercise_name == row.name]
        assert row.sets_planned == len(mine)  # nothing is tried twice here
        assert row.sets_done == sum(result.outcome is Outcome.DONE for result in mine)
        unit = [(r.done.seconds if r.done.reps is None else r.done.reps) or 0 for r in mine]
        assert row.amount_done == sum(unit)
        if row.sides:
            assert sum(side.amount for side in row.sides) == row.amount_done
    assert sum(row.sets_done for row in made.exercises) == made.sets_done
    assert made.sets_done + sum(left.count for left in made.left_out) == len(flat)

    by_week: dict[date, int] = {}
    for session in sessions:
        day = session.totals.day
        while day.isoweekday() != first_weekday:
            day -= timedelta(1)
        by_week[day] = by_week.get(day, 0) + (session.totals.sets_done > 0)
    shown = {week.first_day: week.sessions for week in made.adherence.weeks}
    assert {day: n for day, n in shown.items() if n} == {d: n for d, n in by_week.items() if n}

    answers = [s.totals.pain_after for s in sessions if s.totals.pain_after is not None]
    levels = made.pain.after_levels
    assert levels.safe + levels.acceptable + levels.high == len(answers)
    if made.pain.grain is Grain.SESSION:
        assert [point.value for point in made.pain.after] == answers
