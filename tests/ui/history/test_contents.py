"""What the charts say and show, without drawing them."""

from datetime import date, timedelta

import pytest

from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.progress.exercise import Measure
from glutetimer.core.progress.points import MOST_POINTS, Grain
from glutetimer.core.progress.span import Span, within
from glutetimer.core.progress.weeks import Streak, Week
from glutetimer.core.side import Side
from glutetimer.core.words.clock_text import hours_text
from glutetimer.ui.chart.content import ChartContent
from glutetimer.ui.history.overview.chart_period import LEAST_DAYS, ChartPeriod
from glutetimer.ui.history.overview.exercise_chart import exercise_chart
from glutetimer.ui.history.overview.level_charts import effort_chart, pain_chart
from glutetimer.ui.history.overview.tension_chart import tension_chart
from glutetimer.ui.history.overview.week_card import streak_words
from tests.core.progress.builders import done, of_exercise

TODAY = date(2026, 3, 20)  # a Friday


def period(totals: list[SessionTotals], span: Span = Span.QUARTER) -> ChartPeriod:
    alone = ChartPeriod(span, TODAY, 1, totals)
    return ChartPeriod(span, TODAY, 1, within(totals, alone.since))


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def drawn(content: ChartContent) -> dict[str, int]:
    return {line.name: len(line.points) for line in content.lines}


def test_pain_that_went_down_is_told_so() -> None:
    levels = [(6, 5), (6, 5), (5, 4), (5, 4), (4, 3), (3, 2), (3, 2), (2, 1)]
    totals = [done(ago(30 - 3 * n), before=b, after=a) for n, (b, a) in enumerate(levels)]
    content = pain_chart(period(totals))
    assert content.sentence == (
        "Pain after a session has gone down: usually 4.5 of 10 in the first half of this time, "
        "2 in the second. It is usually lower after a session than before."
    )
    assert drawn(content) == {"Before": 8, "After": 8, "Trend before": 8, "Trend after": 8}
    assert content.table.headings == ("Day", "Before", "After", "Next morning")
    assert content.table.rows[0] == ("11 Mar 2026", "2", "1", "–")


def test_pain_that_went_up_is_told_without_alarm() -> None:
    totals = [done(ago(30 - n), after=n // 2) for n in range(10)]
    assert pain_chart(period(totals)).sentence == (
        "Pain after a session has gone up: usually 1 of 10 in the first half of this time, "
        "3 in the second."
    )


def test_no_answers_are_an_invitation() -> None:
    content = pain_chart(period([done(ago(2))]))
    assert content.is_empty
    assert content.sentence == (
        "You told no pain in the last 3 months. After a session you can say how your back feels."
    )
    assert effort_chart(period([done(ago(2))])).is_empty


def test_lines_tell_apart_without_colour() -> None:
    totals = [
        done(ago(n), before=3, after=2)._replace(pain_morning=1, effort=5) for n in range(20, 0, -1)
    ]
    for content in (pain_chart(period(totals)), effort_chart(period(totals))):
        looks = [(line.marker, line.stroke) for line in content.lines]
        assert len(set(looks)) == len(looks)
    sides = [of_exercise(ago(n), side) for n in (3, 2) for side in (Side.LEFT, Side.RIGHT, None)]
    looks = [
        (line.marker, line.stroke) for line in exercise_chart(period([]), sides, Measure.REPS).lines
    ]
    assert len({marker for marker, _ in looks}) == 3


def test_many_sessions_are_a_point_a_week() -> None:
    totals = [done(ago(n), after=n % 5) for n in range(100, -1, -1)]
    content = pain_chart(period(totals, Span.YEAR))
    assert content.grain is Grain.WEEK
    assert max(drawn(content).values()) <= MOST_POINTS
    assert content.table.headings[0] == "Week from"
    assert content.first <= totals[0].day


@pytest.mark.parametrize("days", [0, 3, 60, 400])
def test_a_chart_is_no_longer_than_its_history_and_no_shorter_than_four_weeks(days: int) -> None:
    found = period([done(ago(days)), done(TODAY)], Span.YEAR)
    expected = min(max(days, LEAST_DAYS - 1), 364)
    assert (TODAY - found.first).days == (expected if days < 365 else LEAST_DAYS - 1)


def test_tension_has_a_bar_a_week_and_the_last_may_grow() -> None:
    totals = [done(ago(16), under_s=1200.0), done(ago(3), under_s=300.0), done(TODAY, under_s=60.0)]
    content = tension_chart(period(totals))
    assert content.bars is not None
    assert [point.value for point in content.bars.points] == [20.0, 0.0, 6.0]
    assert content.bars.is_last_open
    assert content.last == date(2026, 3, 22)  # the whole week has room
    assert content.sentence == (
        "Your muscles worked 10 min a week on average. "
        "The most was 20 min, in the week from 2 Mar 2026."
    )
    assert content.table.rows[0] == ("16 Mar 2026", "2", "6 min")


def test_the_first_week_is_told_without_an_average() -> None:
    content = tension_chart(period([done(ago(1), under_s=300.0)]))
    assert content.sentence == "5 min of effort in 1 session so far."
    assert tension_chart(period([])).is_empty


def test_left_and_right_are_compared() -> None:
    totals = [of_exercise(ago(n), side, reps=reps) for n in (9, 2) for side, reps in SIDES]
    content = exercise_chart(period([]), totals, Measure.REPS)
    assert content.sentence == (
        "You did it in 2 sessions in the last 3 months. "
        "The left side did more: left 40, right 30 reps in all."
    )
    assert content.table.headings == ("Day", "Reps left", "Reps right")
    assert content.table.rows == [("18 Mar 2026", "20", "15"), ("11 Mar 2026", "20", "15")]
    even = exercise_chart(period([]), totals, Measure.SETS)
    assert "Both sides did about the same: left 4, right 4 sets in all." in even.sentence


SIDES = ((Side.LEFT, 20), (Side.RIGHT, 15))


def test_an_exercise_of_both_sides_has_one_line() -> None:
    content = exercise_chart(period([]), [of_exercise(ago(2), reps=0, hold_s=45.0)], Measure.HOLD)
    assert drawn(content) == {"Seconds held": 1}
    assert content.sentence == "You did it in 1 session in the last 3 months."
    assert exercise_chart(period([]), [], Measure.REPS).sentence == (
        "You did not do this exercise in the last 3 months."
    )


@pytest.mark.parametrize(
    ("sessions", "streak", "days_since", "words"),
    [
        (3, Streak(1, True), 0, "You reached your goal for this week."),
        (4, Streak(6, True), 0, "You reached your goal 6 weeks in a row."),
        (
            2,
            Streak(5, False),
            1,
            "You reached your goal 5 weeks in a row. 1 more this week, and it is 6.",
        ),
        (
            0,
            Streak(1, False),
            4,
            "You reached your goal last week. 3 sessions this week, and it is 2.",
        ),
        (
            1,
            Streak(0, False),
            0,
            "2 more sessions this week, and your goal is reached. Any days will do.",
        ),
        (
            0,
            Streak(0, False),
            9,
            "3 sessions this week, and your goal is reached. Any days will do.",
        ),
        (
            0,
            Streak(0, False),
            33,
            "Your last session was 33 days ago. Good to see you: begin lightly, with whichever "
            "session you like.",
        ),
        (3, Streak(53, True), 0, "You reached your goal in every week of the last year."),
        (0, Streak(52, False), 5, "You reached your goal in every week of the last year."),
    ],
)
def test_the_streak_in_words(
    sessions: int, streak: Streak, days_since: int | None, words: str
) -> None:
    assert streak_words(Week(TODAY, sessions), 3, streak, days_since) == words


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (55.0, "55 s"),
        (840.0, "14 min"),
        (7140.0, "119 min"),
        (7200.0, "2 h"),
        (12000.0, "3 h 20 min"),
    ],
)
def test_lengths_in_words(seconds: float, text: str) -> None:
    assert hours_text(seconds) == text
