"""The year's calendar."""

from datetime import date, timedelta

from hypothesis import given

from glutetimer.core.history.totals import SessionTotals
from glutetimer.core.progress.days import YEAR_WEEKS, year_calendar
from tests.core.progress.builders import days, done, histories, weekdays

TODAY = date(2026, 3, 4)  # a Wednesday


def test_a_day_tells_what_was_done() -> None:
    day = date(2026, 1, 31)
    history = [
        done(day, 300.0, title="Bridges"),
        done(day, 420.0, title="Clams"),
        done(day, sets=0, title="Left at once"),
    ]
    found = year_calendar(history, TODAY, 1).at(day)
    assert found is not None
    assert (found.sessions, found.active_s, found.titles) == (2, 720.0, ("Bridges", "Clams"))


def test_it_ends_today_and_begins_a_year_ago() -> None:
    year = year_calendar([], TODAY, 1)
    assert year.last_day == TODAY
    assert year.first_day == date(2025, 3, 3)
    assert [cell is None for cell in year.columns[-1]] == [False] * 3 + [True] * 4
    assert year.at(TODAY + timedelta(days=1)) is None
    assert year.at(year.first_day - timedelta(days=1)) is None
    assert year.at(TODAY + timedelta(days=30)) is None


@given(histories, days, weekdays)
def test_every_day_is_as_counted(
    history: list[SessionTotals], last_day: date, first_weekday: int
) -> None:
    year = year_calendar(history, last_day, first_weekday)
    assert len(year.columns) == YEAR_WEEKS
    cells = [cell for column in year.columns for cell in column if cell is not None]
    assert [cell.day for cell in cells] == [
        year.first_day + timedelta(days=n) for n in range((last_day - year.first_day).days + 1)
    ]
    for row, cell in enumerate(year.columns[0], start=first_weekday):
        assert cell is not None
        assert cell.day.isoweekday() == (row - 1) % 7 + 1
    for cell in cells:
        then = [t for t in history if t.day == cell.day and t.sets_done > 0]
        assert cell.sessions == len(then)
        assert cell.active_s == sum(t.active_s for t in then)
        assert year.at(cell.day) is cell
