"""Whether a database is what it should be, as a whole."""

import re
import sqlite3

from glutetimer.store import schema
from glutetimer.store.troubles import FAILURES, is_suspect

# Such a value costs its row a remark, never the whole history.
_OF_A_VALUE = re.compile("^(CHECK constraint failed in|.* value in )")


def problems(connection: sqlite3.Connection, migrations: schema.Migrations) -> tuple[str, ...]:
    """Read a whole database and return what is wrong with it, about 200 lines at most.

    `migrations` are those that it has seen. Takes about a second for 100 MB.

    Raises:
        sqlite3.Error: something else than damage kept it from being read.
    """
    found: list[str] = []
    try:
        checks = connection.execute("PRAGMA integrity_check(100)").fetchall()
        found += [text for (text,) in checks if text != "ok" and not _OF_A_VALUE.match(text)]
        strays = connection.execute("PRAGMA foreign_key_check").fetchmany(100)
        found += [f"row {row} of {table} has no {parent}" for table, row, parent, _ in strays]
        found += _not_as_made(connection, migrations)
    except FAILURES as error:
        if not is_suspect(error):
            raise
        found.append(str(error))
    return tuple(found)


def _not_as_made(connection: sqlite3.Connection, migrations: schema.Migrations) -> list[str]:
    """Compare the tables with those that migrations make; what others have added is theirs."""
    query = "SELECT name, sql FROM sqlite_schema"
    found = dict(connection.execute(query))
    new = sqlite3.connect(":memory:", isolation_level=None)
    try:
        schema.migrate(new, migrations)
        made = dict(new.execute(query))
    finally:
        new.close()
    return [
        f"“{name}” is not as it was made" for name, sql in made.items() if found.get(name) != sql
    ]
