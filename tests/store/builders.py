"""Records to store, made by hand or by hypothesis."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from glutetimer.core.exercise import Side
from glutetimer.core.history.records import (
    Achieved,
    Outcome,
    Pain,
    SessionReview,
    SessionStart,
    SetRecord,
    SetResult,
)
from glutetimer.store.backups import Backups
from glutetimer.store.history import History

MONDAY = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)


def newest_backup(history: History) -> Path | None:
    return Backups(history.path, history.path.parent / "backups").newest()


def a_start(
    routine_id: str = "first-session",
    started_at: datetime = MONDAY,
    title: str = "Your first session",
) -> SessionStart:
    return SessionStart(routine_id, title, started_at, 840.0, 12, 3)


def a_set(
    index: int = 0,
    attempt: int = 1,
    outcome: Outcome = Outcome.DONE,
    ended_at: datetime | None = None,
    pain: Pain | None = None,
) -> SetRecord:
    result = SetResult(
        index,
        0,
        "glute-bridge",
        "Glute bridge",
        1,
        index + 1,
        None,
        attempt,
        Achieved(10, 55.0),
        Achieved(9, 50.5),
        outcome,
        "band",
    )
    return SetRecord(result, ended_at or MONDAY + timedelta(minutes=index + 1), pain)


# From 1971: not every system can say what an earlier time is in the person's time zone.
_FIRST, _LAST = (datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None) for year in (1971, 2100))
times = st.datetimes(_FIRST, _LAST, timezones=st.just(UTC))
counts = st.integers(0, 1_000_000)
seconds = st.floats(0, 1e6)
levels = st.integers(0, 10)
achieved = st.builds(Achieved, st.none() | counts, st.none() | seconds)
pains = st.builds(Pain, st.text(), levels) | st.builds(Pain, st.text(min_size=1), st.none())
starts = st.builds(
    SessionStart, st.text(), st.text(), times, seconds, counts, st.none() | levels, st.text()
)
reviews = st.builds(
    SessionReview, st.none() | levels, st.none() | levels, st.text(), st.none() | levels
)
results = st.builds(
    SetResult,
    index=counts,
    entry=counts,
    exercise_id=st.text(),
    exercise_name=st.text(),
    round=counts,
    set=counts,
    side=st.none() | st.sampled_from(Side),
    attempt=counts,
    planned=achieved,
    done=achieved,
    outcome=st.sampled_from(Outcome),
    load=st.text(),
)
records = st.builds(SetRecord, results, times, st.none() | pains, st.text())


def page_of_sets(path: Path) -> int:
    """Where in a filled history a page with rows of sets begins, which opening does not read."""
    size, data = 4096, path.read_bytes()
    pages = range(0, len(data), size)
    # Only these rows have the name of an exercise; an empty page may have some left of an old one.
    found = [at for at in pages if data[at] == 13 and data.count(b"Squat", at, at + size) > 3]
    return found[len(found) // 2]
