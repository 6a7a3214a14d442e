"""The tables of the history, as an append-only list of migrations.

A migration that has been released is never changed: add the next one, and put a database made
by the last one into tests/data.
"""

import sqlite3

APPLICATION_ID = 0x476C7574  # "Glut", in the file's header

Migrations = tuple[tuple[str, ...], ...]

# What migrations share is as little to be changed as they are.
_SET_COLUMNS = """
        id INTEGER PRIMARY KEY, -- the order in which sets ended, even if the clock was set back
        session_id INTEGER NOT NULL REFERENCES session(id) ON DELETE CASCADE,
        set_index INTEGER NOT NULL,
        attempt INTEGER NOT NULL,
        entry INTEGER NOT NULL,
        exercise_id TEXT NOT NULL,
        exercise_name TEXT NOT NULL,
        round INTEGER NOT NULL,
        set_number INTEGER NOT NULL,
        side TEXT,
        planned_reps INTEGER,
        planned_s REAL,
        done_reps INTEGER,
        done_s REAL,
        outcome TEXT NOT NULL,
        load TEXT NOT NULL,
        ended_at_us INTEGER NOT NULL,
        pain_where TEXT,
        pain_level INTEGER CHECK (pain_level BETWEEN 0 AND 10),"""

# Times are microseconds since 1970 in UTC. A session's own offset from UTC stays with it, so that
# one can tell on which day it was for the person, wherever the person is later.
_FIRST = (
    """CREATE TABLE session (
        id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice, another window may hold it
        routine_id TEXT NOT NULL,
        routine_title TEXT NOT NULL,
        started_at_us INTEGER NOT NULL,
        utc_offset_min INTEGER NOT NULL,
        planned_s REAL NOT NULL,
        planned_sets INTEGER NOT NULL,
        pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
        ended_how TEXT,
        ended_at_us INTEGER,
        active_s REAL NOT NULL DEFAULT 0,
        pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
        effort INTEGER CHECK (effort BETWEEN 0 AND 10),
        note TEXT NOT NULL DEFAULT '',
        is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
        CHECK ((ended_how IS NULL) = (ended_at_us IS NULL))
    ) STRICT""",
    f"""CREATE TABLE set_record ({_SET_COLUMNS}
        UNIQUE (session_id, set_index, attempt),
        CHECK ((pain_where IS NULL) = (pain_level IS NULL))
    ) STRICT""",
    # Each covers one query of the first window or of the list of sessions; deleted sessions and
    # ended ones are few or many, but never wanted by the query.
    "CREATE INDEX session_by_start ON session (started_at_us) WHERE NOT is_deleted",
    """CREATE INDEX session_by_routine ON session (routine_id, started_at_us, is_deleted)
        WHERE NOT is_deleted""",  # is_deleted again: else the rows are read to see what it is
    "CREATE INDEX session_open ON session (id) WHERE ended_how IS NULL",
    "CREATE INDEX session_deleted ON session (id) WHERE is_deleted",
    "CREATE INDEX set_done ON set_record (session_id) WHERE outcome = 'done'",
)

# The day on which a session began for the person, wherever that was, as Python's date.toordinal();
# 719163 is the ordinal of 1970-01-01, added first because SQLite rounds a quotient towards zero.
LOCAL_DAY = """(started_at_us + utc_offset_min * 60000000 + 719163 * 86400000000)
        / 86400000000"""

# What statistics read of the sets, summed: 300,000 sets would take them a fifth of a second.
# Triggers keep the sums: a new set is added to them, a changed one has them counted anew.
_SESSION_SUMS = """UPDATE session SET (sets_done, under_s, worst_pain) = (
        SELECT count(nullif(outcome != 'done', 1)), total(done_s), max(pain_level)
        FROM set_record WHERE session_id = session.id)"""
_EXERCISE_SUMS = """INSERT INTO exercise_sum
    SELECT exercise_id, started_at_us, session_id, coalesce(side, ''),
        count(nullif(outcome != 'done', 1)), coalesce(sum(done_reps), 0),
        total(iif(done_reps IS NULL, done_s, 0)), total(done_s)
    FROM session CROSS JOIN set_record ON session_id = session.id"""


def _triggers(
    session_sums: str, exercise_sums: str, is_added: str, is_done: str
) -> tuple[str, ...]:
    """Return the triggers that keep the sums; `is_added` is `is_done` as a term, as released."""
    anew = """
        {0} WHERE id = {2}.session_id;
        DELETE FROM exercise_sum WHERE exercise_id = {2}.exercise_id
            AND begun_at_us = (SELECT started_at_us FROM session WHERE id = {2}.session_id)
            AND session_id = {2}.session_id;
        {1} WHERE session.id = {2}.session_id AND exercise_id = {2}.exercise_id GROUP BY side;"""
    old, new = (anew.format(session_sums, exercise_sums, row) for row in ("OLD", "NEW"))
    return (
        f"""CREATE TRIGGER set_added AFTER INSERT ON set_record BEGIN
        UPDATE session SET sets_done = sets_done + {is_added},
            under_s = under_s + coalesce(NEW.done_s, 0),
            worst_pain = max(coalesce(worst_pain, NEW.pain_level),
                coalesce(NEW.pain_level, worst_pain))
        WHERE id = NEW.session_id;
        INSERT INTO exercise_sum
        SELECT NEW.exercise_id, started_at_us, id, coalesce(NEW.side, ''), {is_done},
            coalesce(NEW.done_reps, 0), iif(NEW.done_reps IS NULL, coalesce(NEW.done_s, 0), 0),
            coalesce(NEW.done_s, 0)
        FROM session WHERE id = NEW.session_id
        ON CONFLICT DO UPDATE SET sets = sets + excluded.sets, reps = reps + excluded.reps,
            hold_s = hold_s + excluded.hold_s, tension_s = tension_s + excluded.tension_s;
    END""",
        f"""CREATE TRIGGER set_changed
        AFTER UPDATE OF exercise_id, side, done_reps, done_s, outcome, pain_level ON set_record
        BEGIN {old} {new} END""",
        f"CREATE TRIGGER set_deleted AFTER DELETE ON set_record BEGIN {old} END",
        # Before its sets go, which tell the exercises.
        """CREATE TRIGGER session_deleted BEFORE DELETE ON session BEGIN
        DELETE FROM exercise_sum
        WHERE exercise_id IN (SELECT exercise_id FROM set_record WHERE session_id = OLD.id)
            AND begun_at_us = OLD.started_at_us AND session_id = OLD.id;
    END""",
    )


_SUMS = (
    "ALTER TABLE session ADD COLUMN sets_done INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE session ADD COLUMN under_s REAL NOT NULL DEFAULT 0",  # under tension
    "ALTER TABLE session ADD COLUMN worst_pain INTEGER",
    """CREATE TABLE exercise_sum (
        exercise_id TEXT NOT NULL,
        begun_at_us INTEGER NOT NULL, -- of the session, for the order
        session_id INTEGER NOT NULL,
        side TEXT NOT NULL, -- '' where both work
        sets INTEGER NOT NULL, -- those done
        reps INTEGER NOT NULL,
        hold_s REAL NOT NULL,
        tension_s REAL NOT NULL,
        PRIMARY KEY (exercise_id, begun_at_us, session_id, side)
    ) STRICT, WITHOUT ROWID""",
    _SESSION_SUMS,
    f"{_EXERCISE_SUMS} GROUP BY exercise_id, session_id, side",
    *_triggers(_SESSION_SUMS, _EXERCISE_SUMS, "(NEW.outcome = 'done')", "NEW.outcome = 'done'"),
    # The number of sets done now stands with the session, so two indexes get smaller or go.
    "DROP INDEX session_by_routine",
    """CREATE INDEX session_by_routine ON session (routine_id, started_at_us, is_deleted, sets_done)
        WHERE NOT is_deleted""",
    "DROP INDEX set_done",
)

_SECOND = (
    "ALTER TABLE session ADD COLUMN dose TEXT NOT NULL DEFAULT 'normal'",
    """ALTER TABLE session ADD COLUMN pain_morning INTEGER
        CHECK (pain_morning BETWEEN 0 AND 10)""",
    # Told, or waved away: the person is not asked about that morning again.
    """ALTER TABLE session ADD COLUMN is_morning_settled INTEGER NOT NULL DEFAULT 0
        CHECK (is_morning_settled IN (0, 1))""",
    f"ALTER TABLE session ADD COLUMN local_day INTEGER GENERATED ALWAYS AS ({LOCAL_DAY}) VIRTUAL",
    # The name of the backup that was made before the import which brought it.
    "ALTER TABLE session ADD COLUMN imported_with TEXT",
    "ALTER TABLE set_record ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE suggestion_answer (
        id INTEGER PRIMARY KEY, -- the order in which they were given
        exercise_id TEXT NOT NULL,
        rule TEXT NOT NULL,
        answer TEXT NOT NULL,
        answered_at_us INTEGER NOT NULL,
        imported_with TEXT
    ) STRICT""",
    # One that is not here was made in a history that has been replaced since by a backup of it.
    "CREATE TABLE import_log (backup TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    *_SUMS,
)

# A set counts once however often it was tried, and only with something done; see
# core/history/counting.py, which says the same in Python. The place of a pain may be told without
# a level.
_IS_DONE = """({0}outcome = 'done' AND CASE
    WHEN {0}done_reps IS NOT NULL THEN {0}done_reps > 0
    ELSE coalesce({0}done_s >= max(min(1.0, coalesce({0}planned_s, 1.0)),
        0.1 * coalesce({0}planned_s, 1.0)), 1) END)"""
_DONE_COUNT = f"""count(DISTINCT iif({_IS_DONE.format("set_record.")}, set_index || ' ' || round
        || ' ' || set_number || ' ' || coalesce(side, '') || ' ' || exercise_id, NULL))"""
_SESSION_COUNTS = f"""UPDATE session SET (sets_done, under_s, worst_pain) = (
        SELECT {_DONE_COUNT}, total(done_s), max(pain_level)
        FROM set_record WHERE session_id = session.id)"""
_EXERCISE_COUNTS = f"""INSERT INTO exercise_sum
    SELECT exercise_id, started_at_us, session_id, coalesce(side, ''), {_DONE_COUNT},
        coalesce(sum(done_reps), 0), total(iif(done_reps IS NULL, done_s, 0)), total(done_s)
    FROM session CROSS JOIN set_record ON session_id = session.id"""
_IS_NEWLY_DONE = f"""({_IS_DONE.format("NEW.")} AND NOT EXISTS (
        SELECT * FROM set_record AS other
        WHERE session_id = NEW.session_id AND set_index = NEW.set_index AND attempt != NEW.attempt
            AND exercise_id = NEW.exercise_id AND round = NEW.round
            AND set_number = NEW.set_number AND side IS NEW.side
            AND {_IS_DONE.format("other.")}))"""

_THIRD = (
    "DROP TRIGGER session_deleted",  # it names the table that goes
    f"""CREATE TABLE new_set_record ({_SET_COLUMNS}
        note TEXT NOT NULL DEFAULT '',
        UNIQUE (session_id, set_index, attempt),
        CHECK (pain_where IS NOT NULL OR pain_level IS NULL)
    ) STRICT""",
    "INSERT INTO new_set_record SELECT * FROM set_record",
    "DROP TABLE set_record",
    "ALTER TABLE new_set_record RENAME TO set_record",
    _SESSION_COUNTS,
    "DELETE FROM exercise_sum",
    f"{_EXERCISE_COUNTS} GROUP BY exercise_id, session_id, side",
    *_triggers(_SESSION_COUNTS, _EXERCISE_COUNTS, _IS_NEWLY_DONE, _IS_NEWLY_DONE),
)

# How an exercise was for the person: the same in all its sets of a session.
_FOURTH = ("ALTER TABLE set_record ADD COLUMN feel TEXT CHECK (feel IN ('easy', 'right', 'hard'))",)

MIGRATIONS: Migrations = (_FIRST, _SECOND, _THIRD, _FOURTH)


def version(connection: sqlite3.Connection) -> int:
    """Return how many migrations a database has seen; 0 for an empty one."""
    return _number(connection, "PRAGMA user_version")


def application_id(connection: sqlite3.Connection) -> int:
    """Return whose file this is; 0 if nobody's."""
    return _number(connection, "PRAGMA application_id")


def is_empty(connection: sqlite3.Connection) -> bool:
    """Say whether a database has nothing in it, not even a table."""
    return not _number(connection, "SELECT EXISTS (SELECT * FROM sqlite_schema)")


def migrate(connection: sqlite3.Connection, migrations: Migrations) -> None:
    """Bring a database (in autocommit mode, foreign keys off) up to date, all or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again under the lock: another instance may have been faster.
        for number in range(version(connection), len(migrations)):
            for statement in migrations[number]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _number(connection: sqlite3.Connection, query: str) -> int:
    (number,) = connection.execute(query).fetchone()
    return int(number)
