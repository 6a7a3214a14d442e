"""The words of a report."""

from datetime import date

import pytest

from glutetimer.core.progress.points import Point
from glutetimer.core.report.period import Period
from glutetimer.core.report.values import (
    LeftOut,
    Levels,
    Peak,
    Report,
    ReportedDose,
    ReportedMoment,
    Sore,
)
from glutetimer.core.side import Side
from glutetimer.ui.paper.report import dose_words, words
from tests.core.report.builders import HOLD, a_session, a_set
from tests.core.report.test_report import report

DAY = date(2026, 2, 4)


@pytest.mark.parametrize(
    ("since", "until", "text"),
    [
        (date(2026, 1, 1), date(2026, 3, 31), "1 Jan – 31 Mar 2026"),
        (date(2025, 12, 1), date(2026, 3, 31), "1 Dec 2025 – 31 Mar 2026"),
        (DAY, DAY, "4 Feb 2026"),
    ],
)
def test_periods(since: date, until: date, text: str) -> None:
    assert words.period_text(Period(since, until)) == text


@pytest.mark.parametrize(
    ("dose", "text"),
    [
        (None, "–"),
        (ReportedDose(DAY, {None: 2}, 10, 10, False), "2 × 10"),
        (ReportedDose(DAY, {None: 3}, 8, 12, False, "2 × 6 kg"), "3 × 8–12, 2 × 6 kg"),
        (ReportedDose(DAY, {None: 2}, 15, 15, True), "2 × 15 s"),
        (ReportedDose(DAY, {Side.LEFT: 2, Side.RIGHT: 2}, 10, 10, False), "2 × 10 a side"),
        (ReportedDose(DAY, {Side.LEFT: 2, Side.RIGHT: 1}, 10, 10, False), "2 left + 1 right × 10"),
        (ReportedDose(DAY, {Side.LEFT: 2}, 10, 10, False), "2 left × 10"),
        (ReportedDose(DAY, {Side.FORWARD: 3, Side.BACK: 3}, 5, 5, False), "3 × 5 each way"),
    ],
)
def test_doses(dose: ReportedDose | None, text: str) -> None:
    assert dose_words.dose_text(dose) == text


def test_the_row_of_an_exercise() -> None:
    sets = [a_set(0, "Clam shell", 10, 12, side) for side in (Side.LEFT,)]
    sets.append(a_set(1, "Clam shell", 12, 12, Side.RIGHT))
    [row] = report(a_session(DAY, sets)).exercises
    assert dose_words.row_cells(row) == (
        *("Clam shell", "1", "1 × 10–12 a side", "1 × 10–12 a side"),
        *("2 / 2", "22 / 24", "L 10  R 12"),
    )
    [hold] = report(a_session(DAY, [a_set(0, HOLD, 20, None)])).exercises
    assert dose_words.row_cells(hold)[4:] == ("1 / 1", "20 s", "")


def test_half_seconds_are_added_before_they_are_rounded() -> None:
    sides = (Side.LEFT, Side.RIGHT)
    sets = [a_set(number, HOLD, 5.5, 5.5, sides[number % 2]) for number in range(10)]
    [row] = report(a_session(DAY, sets)).exercises
    assert dose_words.row_cells(row)[2:] == (
        *("5 × 5.5 s a side", "5 × 5.5 s a side", "10 / 10", "55 / 55 s"),
        "L 27.5  R 27.5",
    )


def test_nearly_all_sets_are_not_all() -> None:
    made = report(a_session(DAY, [a_set(number) for number in range(199)], 200))
    assert words.tiles(made)[3] == ("Sets done, of planned", "199 of 200", "99%")


@pytest.mark.parametrize(
    ("peak", "text"),
    [
        (None, "No pain above 0 was told."),
        (
            Peak(6, DAY, ReportedMoment.BEFORE),
            "Worst pain: 6 of 10 on 4 Feb 2026, before the session.",
        ),
        (
            Peak(6, DAY, ReportedMoment.AFTER),
            "Worst pain: 6 of 10 on 4 Feb 2026, after the session.",
        ),
        (
            Peak(6, DAY, ReportedMoment.MORNING),
            "Worst pain: 6 of 10 on the morning after the session of 4 Feb 2026.",
        ),
        (
            Peak(6, DAY, ReportedMoment.DURING, "Squat", "hip"),
            "Worst pain: 6 of 10 on 4 Feb 2026, during Squat: hip.",
        ),
        (
            Peak(6, DAY, ReportedMoment.DURING, "Squat"),
            "Worst pain: 6 of 10 on 4 Feb 2026, during Squat.",
        ),
    ],
)
def test_the_worst_pain(peak: Peak | None, text: str) -> None:
    assert words.peak_text(peak) == text


def made(**levels: int) -> Report:
    return report(a_session(DAY, [a_set(0)], **levels))  # type: ignore[arg-type]


def test_pain_is_told_in_facts_only() -> None:
    pain = made(before=3, after=4).pain
    assert words.pain_lines(pain) == (
        "Worst pain: 4 of 10 on 4 Feb 2026, after the session.",
        "Pain after sessions: 0–2 in 0, 3–5 in 1, above 5 in 0 of 1 answer.",
    )
    assert pain.after_levels == Levels(0, 1, 0)
    assert pain.after == (Point(DAY, 4),)


def test_many_places_and_reasons_are_only_counted() -> None:
    sore = tuple(Sore(f"place {n}", 9 - n, 3) for n in range(8))
    text = words.sore_text(sore)
    assert text.startswith("Where it hurt during sets: place 0 9× (up to 3); place 1")
    assert text.endswith("place 5 4× (up to 3); and 2 more.")
    assert words.sore_text((Sore("", 1, 2),)).endswith(": place not named 1× (up to 2).")
    left = LeftOut("Bird dog", 3, 1, 0, ("a", "b", "c", "d", "z" * 400))
    assert (
        dose_words.left_out_text(left)
        == "Bird dog: 3 skipped, 1 ended by pain (a; b; c; and 2 more)"
    )


def test_the_dose_of_the_day_is_named_only_if_it_was_not_always_the_normal_one() -> None:
    assert words.doses_text({"normal": 4}) == ""
    assert words.doses_text({}) == ""
    text = words.doses_text({"normal": 4, "20 min": 1, "gentle": 5})
    assert text == "Dose of the day: gentle 5×, normal 4×, 20 min 1×"


def test_the_figures_at_the_top() -> None:
    sessions = [a_session(date(2026, 3, day), [a_set(0)]) for day in (23, 24, 25, 30)]
    assert words.tiles(report(*sessions)) == (
        ("Sessions", "4", "3.0 a week, goal 3 a week"),
        ("Weeks that reached the goal", "1 of 1", "and one still running"),
        ("Time", "40 min", "10 min a session"),
        ("Sets done, of planned", "4 of 4", "100%"),
    )
    first = report(sessions[-1])
    assert [tile[1:] for tile in words.tiles(first)][:2] == [
        ("1", "goal 3 a week"),
        ("–", "the first week still runs"),
    ]


def test_bars_with_days_outside_the_period_say_so() -> None:
    days = (date(2026, 3, 2), date(2026, 3, 4), date(2026, 3, 9))
    earlier, *inside = (a_session(day, [a_set(0)]) for day in days)
    whole = report(earlier, *inside, period=Period(date(2026, 3, 2), date(2026, 3, 15)))
    assert words.under_weeks(whole) == ""

    cut = report(
        *inside,
        period=Period(date(2026, 3, 4), date(2026, 3, 11)),
        earlier=(earlier.totals,),
    )

    assert words.tiles(cut)[0][1] == "2"
    assert words.under_weeks(cut) == "Weeks are counted whole, 2 Mar – 15 Mar 2026: 3 sessions"
