"""How much there is in a history, whatever version its tables have."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date

from glutetimer.core.history.archive import Extent
from glutetimer.store import columns
from glutetimer.store.schema import LOCAL_DAY

Key = tuple[object, ...]
Sized = tuple[Key, date, int]
"""A session: which it is (the same in every file), its day, how many sets it has."""


_DAY = columns.of(columns.SESSION, ("local_day",))


def _silent(column: str, value: object) -> None:
    """Tell nobody: whoever lists the sessions does."""


def sized(connection: sqlite3.Connection) -> Iterator[Sized]:
    """Yield every session that is not deleted."""
    query = f"""SELECT routine_id, started_at_us, {LOCAL_DAY},
            (SELECT count(*) FROM set_record WHERE session_id = session.id)
        FROM session WHERE NOT is_deleted"""
    for routine_id, started_at_us, day, sets in connection.execute(query):
        yield (routine_id, started_at_us), date.fromordinal(_DAY.mended((day,), _silent)[0]), sets


def extent(sessions: Iterable[Sized]) -> Extent:
    """Sum up sessions."""
    found = [(day, sets) for _, day, sets in sessions]
    days = [day for day, _ in found]
    first, last = min(days, default=None), max(days, default=None)
    return Extent(len(found), sum(sets for _, sets in found), first, last)
