"""Whole histories: made by hypothesis, stored, and read row by row without our own code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from glutetimer.core.history.records import SessionEnd, SessionReview, SessionStart, SetRecord
from glutetimer.core.history.totals import Answer, SuggestionAnswer
from glutetimer.store.history import History
from tests.store import builders

# Half hours, a day left out (Apia 2011), an offset with seconds (Monrovia till 1972), the far ends.
ZONES = [
    UTC,
    *map(
        ZoneInfo,
        (
            "Europe/Berlin",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Africa/Monrovia",
            "Asia/Kathmandu",
        ),
    ),
    timezone(timedelta(hours=14)),
    timezone(timedelta(hours=-12)),
]
_FIRST, _LAST = (datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None) for year in (1971, 2100))


@dataclass(frozen=True)
class Session:
    """A session as it goes into the history; `end` None: it never ended."""

    start: SessionStart
    sets: Sequence[SetRecord]
    end: SessionEnd | None
    ended_at: datetime
    active_s: float
    review: SessionReview
    morning: int | None
    is_settled: bool


local_times = st.datetimes(_FIRST, _LAST, timezones=st.sampled_from(ZONES))
sessions = st.builds(
    Session,
    start=st.builds(
        SessionStart,
        st.text(),
        st.text(),
        local_times,
        builders.seconds,
        builders.counts,
        st.none() | builders.levels,
        st.text(),
    ),
    sets=st.lists(
        builders.records, max_size=4, unique_by=lambda r: (r.result.index, r.result.attempt)
    ),
    end=st.none() | st.sampled_from(SessionEnd),
    ended_at=local_times,
    active_s=builders.seconds,
    review=builders.reviews,
    morning=st.none() | builders.levels,
    is_settled=st.booleans(),
)
histories = st.lists(
    sessions, max_size=5, unique_by=lambda s: (s.start.routine_id, s.start.started_at)
)
answers = st.lists(
    st.builds(SuggestionAnswer, st.text(), st.text(), st.sampled_from(Answer), builders.times),
    max_size=3,
    unique=True,
)


def store(history: History, found: Sequence[Session]) -> None:
    """Put sessions into a history as the program does."""
    for one in found:
        number = history.begin(one.start)
        for record in one.sets:
            history.add_set(number, record)
        if one.end is not None:
            history.finish(number, one.end, one.ended_at, one.active_s)
        history.review(number, one.review)
        if one.is_settled:
            history.settle_morning(number, one.morning)


def everything(history: History) -> Sequence[tuple[object, ...]]:
    """Every row of every table that the person has written or that is counted of it, but ids."""
    database = history._database
    columns = {
        table: [
            name
            for (name,) in database.read(f"SELECT name FROM pragma_table_xinfo('{table}')")
            if name not in ("id", "session_id", "imported_with")
        ]
        for table in ("session", "set_record", "exercise_sum", "suggestion_answer")
    }
    words = {
        table: ", ".join(f"{table}.{name}" for name in names) for table, names in columns.items()
    }
    key = "session.started_at_us, session.routine_id"
    return [
        *database.read(f"SELECT {words['session']} FROM session ORDER BY {key}"),
        *database.read(
            f"SELECT {key}, {words['set_record']} FROM session "
            f"JOIN set_record ON session_id = session.id ORDER BY {key}, set_record.id"
        ),
        *database.read(
            f"SELECT {key}, {words['exercise_sum']} FROM session "
            f"JOIN exercise_sum ON session_id = session.id ORDER BY {key}, exercise_id, side"
        ),
        *database.read(
            f"SELECT {words['suggestion_answer']} FROM suggestion_answer ORDER BY answered_at_us, 1"
        ),
    ]
