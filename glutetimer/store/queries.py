"""The reading half of the history."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from glutetimer.core.history.records import SessionSummary, SetRecord
from glutetimer.store import rows
from glutetimer.store.columns import is_moment
from glutetimer.store.database import Database, Row
from glutetimer.store.running import RunningMarks

ENDED = "ended_how IS NOT NULL AND NOT is_deleted"
_SUMMARY = f"SELECT {', '.join(rows.SUMMARY_COLUMNS)} FROM session"

# Days outside are as good as no limit.
_FIRST_DAY = date(1971, 1, 1)
_LAST_DAY = date(3000, 1, 1)

# No zone is further from UTC; the index by time finds the sessions near, their day decides.
_FAR_ZONE = timedelta(days=1)

Condition = tuple[str, tuple[object, ...]]


def ended(
    routine_id: str | None, since: date | None, until: date | None, begun: str = "started_at_us"
) -> Condition:
    """Return the condition, with its values, for ended sessions; None means any.

    Days are those of the person at the time, both included. `begun` is the column that has the
    time of the session's beginning.
    """
    conditions = [ENDED]
    values: list[object] = []
    if routine_id is not None:
        conditions.append("routine_id = ?")
        values.append(routine_id)
    if since is not None and since > _FIRST_DAY:
        conditions.append(f"{begun} >= ? AND local_day >= ?")
        values += (_midnight_us(since - _FAR_ZONE), since.toordinal())
    if until is not None and until < _LAST_DAY:
        conditions.append(f"{begun} < ? AND local_day <= ?")
        values += (_midnight_us(until + timedelta(days=1) + _FAR_ZONE), until.toordinal())
    return " AND ".join(conditions), tuple(values)


def set_records(database: Database, session_id: int) -> list[SetRecord]:
    """The sets of a session in the order in which they ended (not the planned one)."""
    found = database.read(rows.SETS, session_id)
    return [rows.set_record(row, session_id, database.remarks) for row in found]


class StoredSessions:
    """The reading half of `core.ports.HistoryStore`."""

    def __init__(self, database: Database, running: RunningMarks) -> None:
        self._database = database
        self._running = running
        self._moved: dict[int, int] = {}  # numbers that were taken in the file that came after

    def sessions(
        self,
        routine_id: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Sequence[SessionSummary]:
        """Ended sessions, newest first; days are local, both ends included."""
        condition, values = ended(routine_id, since, until)
        order = "ORDER BY started_at_us DESC, id DESC LIMIT ? OFFSET ?"
        most = -1 if limit is None else limit
        query = f"{_SUMMARY} WHERE {condition} {order}"
        return self._summaries(self._database.read(query, *values, most, offset))

    def unfinished(self) -> Sequence[SessionSummary]:
        """Sessions without an end, the last one begun first; those that run elsewhere too."""
        query = f"{_SUMMARY} WHERE ended_how IS NULL AND NOT is_deleted ORDER BY id DESC"
        return self._summaries(self._database.read(query))

    def interrupted(self) -> SessionSummary | None:
        """The newest session that was begun and never ended, if any.

        One that runs in another window is left out; one that is returned is left out there.
        """
        return next((one for one in self.unfinished() if self._running.claim(one.id)), None)

    def awaiting_morning(self, today: date) -> SessionSummary | None:
        """The newest session with a set done, if its next morning may still be asked about.

        It was in the three days before `today`.
        """
        condition, values = ended(None, today - timedelta(days=3), None)
        query = f"""SELECT {", ".join(rows.SUMMARY_COLUMNS)}, is_morning_settled, local_day
            FROM session WHERE {condition} AND sets_done > 0
            ORDER BY started_at_us DESC, id DESC LIMIT 1"""
        for *row, is_settled, day in self._database.read(query, *values):
            if not is_settled and day < today.toordinal():
                return rows.summary(row, self._database.remarks)
        return None

    def sets(self, session_id: int) -> Sequence[SetRecord]:
        """The sets of a session in the order in which they ended (not the planned one)."""
        return set_records(self._database, self._number(session_id))

    def last_done(self) -> Mapping[str, datetime]:
        """When each routine was last begun; only sessions with at least one set done count."""
        # Newest first, and no further than the first with a set that was done: however long the
        # history is, this walks over few rows of one index.
        query = """WITH RECURSIVE routine(id) AS (
                SELECT min(routine_id) FROM session WHERE NOT is_deleted
                UNION ALL
                SELECT (SELECT min(routine_id) FROM session
                    WHERE routine_id > routine.id AND NOT is_deleted)
                FROM routine WHERE routine.id IS NOT NULL
            )
            SELECT routine.id, (
                SELECT started_at_us FROM session
                WHERE routine_id = routine.id AND NOT is_deleted AND sets_done > 0
                ORDER BY started_at_us DESC LIMIT 1) AS begun_at_us
            FROM routine WHERE routine.id IS NOT NULL"""
        found = self._database.read(query)
        return {routine_id: rows.from_us(us) for routine_id, us in found if is_moment(us)}

    def times_done(self, routine_id: str) -> int:
        """How often a routine was done: ended sessions with a set done."""
        condition, values = ended(routine_id, None, None)
        query = f"SELECT count(*) FROM session WHERE {condition} AND sets_done > 0"
        [[times]] = self._database.read(query, *values)
        return int(times)

    def routines_done(self) -> Sequence[tuple[str, str]]:
        """(id, newest title) of every routine of an ended session, by title."""
        query = f"""SELECT routine_id, (
                SELECT routine_title FROM session WHERE routine_id = found.routine_id AND {ENDED}
                ORDER BY started_at_us DESC LIMIT 1) AS title
            FROM (SELECT DISTINCT routine_id FROM session WHERE NOT is_deleted) AS found
            WHERE title IS NOT NULL ORDER BY title, routine_id"""
        return [(routine_id, title) for routine_id, title in self._database.read(query)]

    def _summaries(self, found: Sequence[Row]) -> list[SessionSummary]:
        return [rows.summary(row, self._database.remarks) for row in found]

    def _number(self, session_id: int) -> int:
        """Return the number that a session has in the file that is there now."""
        self._database.keep_up()
        return self._moved.get(session_id, session_id)


def _midnight_us(day: date) -> int:
    return rows.to_us(datetime.combine(day, time(), UTC))
