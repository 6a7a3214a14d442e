"""Whatever ends the program, every set that had ended is in the history."""

import contextlib
import os
import random
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from glutetimer.store.history import History
from tests.fakes import FakeClock
from tests.store.killing import Child, kill_many
from tests.store.test_opening import OLD

COPIES = 200
KILLS = int(os.environ.get("GLUTETIMER_KILLS", "20"))


@pytest.mark.timeout(60 + KILLS)
def test_no_finished_set_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    committed = kill_many(tmp_path, KILLS, seed=9)
    assert committed > KILLS, "hardly a set was stored before the kills"


def _old_history(path: Path) -> None:
    """Make a history of the first version that takes some 50 ms to bring up to date."""
    shutil.copy(OLD, path)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        of_session, of_set = (
            ", ".join(name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})"))
            for table in ("session", "set_record")
        )
        for copy in range(1, COPIES):
            connection.execute(
                f"""INSERT INTO session SELECT id + ?, {of_session.removeprefix("id, ")}
                    FROM session WHERE id <= 4""",
                (4 * copy,),
            )
            connection.execute(
                f"""INSERT INTO set_record
                    SELECT id + ?, session_id + ?, {of_set.removeprefix("id, session_id, ")}
                    FROM set_record WHERE id <= 40""",
                (40 * copy, 4 * copy),
            )


def test_an_update_that_is_killed_leaves_the_old_history_or_the_new_one(tmp_path: Path) -> None:
    chance = random.Random(9)
    old = tmp_path / "old.sqlite3"
    _old_history(old)
    seen = set()
    for number in range(KILLS // 3):
        path = tmp_path / f"{number}" / "history.sqlite3"
        path.parent.mkdir()
        shutil.copy(old, path)
        child = Child(path)
        child.go()
        until_s = time.perf_counter() + chance.uniform(0.01, 0.12)
        while time.perf_counter() < until_s:
            pass
        child.kill()
        with contextlib.closing(sqlite3.connect(path)) as connection:
            seen.add(connection.execute("PRAGMA user_version").fetchone())
        history = History(path, FakeClock())
        try:
            assert history.notices == ()
            assert history.verify() == ()
            assert len(history.sessions()) == 4 * COPIES
            totals = history.progress.totals()
            assert sum(one.sets_done for one in totals) == 36 * COPIES
        finally:
            history.close()
    assert (1,) in seen, "every update was over before the kill"
