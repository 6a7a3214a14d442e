"""Bytes of a history that are not as they were: no way of reading it ends with an exception."""

import io
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import TableStyle
from glutetimer.core.report.making import report_of
from glutetimer.core.report.period import Period
from glutetimer.store.archive.history_file import HistoryFile
from glutetimer.store.history import History
from tests.bench.history_fill import fill
from tests.fakes import FakeClock
from tests.store.builders import a_set, a_start
from tests.store.conftest import Open

DATA = Path(__file__).parent.parent / "data"
TODAY = date(2026, 1, 10)


def listed(history: History) -> None:
    for session in (*history.sessions(), *history.unfinished()):
        history.sets(session.id)
    history.routines_done()
    history.last_done()
    history.interrupted()
    history.awaiting_morning(TODAY)


def overviewed(history: History) -> None:
    progress = history.progress
    progress.totals()
    progress.answers()
    for exercise_id, _ in progress.exercises_done():
        progress.exercise_totals(exercise_id)
        progress.recent(exercise_id, 3)


def exported(history: History) -> None:
    history.archive.write_csv(io.StringIO(), TableStyle())
    history.archive.write_json(io.StringIO())


def reported(history: History) -> None:
    period = Period(date(2025, 12, 1), TODAY)
    report_of(history, history.progress, period, 3, TODAY, 1)


def recorded(history: History) -> None:
    session_id = history.begin(a_start())
    history.add_set(session_id, a_set())


WAYS: tuple[Callable[[History], None], ...] = (listed, overviewed, exported, reported, recorded)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("version", [1, 2, 3])
def test_no_mutation_ends_with_an_exception(
    tmp_path: Path, clock: FakeClock, version: int, seed: int
) -> None:
    sound = (DATA / f"history_v{version}.sqlite3").read_bytes()
    chance = random.Random(1000 * version + seed)
    for number in range(20):
        damaged = bytearray(sound)
        for _ in range(chance.choice((1, 1, 1, 4, 30))):
            # Half of it where opening reads: the header and the tables.
            most = chance.choice((4096, len(damaged)))
            damaged[chance.randrange(most)] = chance.randrange(256)
        path = tmp_path / str(number) / "history.sqlite3"
        path.parent.mkdir()
        path.write_bytes(damaged)
        for way in WAYS:
            with suppress(Trouble), closing(History(path, clock)) as history:
                way(history)
        shutil.rmtree(path.parent)


def test_a_schema_that_is_no_text_is_damage(open_history: Open, path: Path) -> None:
    fill(path, 1, 1)
    data = path.read_bytes()
    place = data.index(b"note TEXT NOT NULL DEFAULT ''")
    path.write_bytes(data[:place] + b"note \xac\xac\xac\xac" + data[place + 9 :])
    assert "damaged" in open_history().notices[0].text


def test_a_schema_that_says_something_else_is_damage_at_the_next_start(
    open_history: Open, path: Path
) -> None:
    fill(path, 1, 1)
    open_history().close()
    data = path.read_bytes()
    path.write_bytes(data.replace(b"pain_after", b"pain_aftar"))
    with pytest.raises(Trouble), closing(open_history()) as history:
        history.sessions()
    assert "damaged" in open_history().notices[0].text


# One row


def _spoil(path: Path, statement: str) -> None:
    """Put into a row what no program of ours would, as damaged bytes do."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')')")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(replace(sql, ' IS NOT NULL', ' NOTNULL'), "
            "' NOT NULL', '') WHERE type = 'table'"
        )
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("session", "pain_after", "99"),
        ("session", "pain_before", "-1"),
        ("session", "effort", "'much'"),
        ("session", "started_at_us", "9e17"),
        ("session", "started_at_us", "9000000000000000000"),
        ("session", "started_at_us", "NULL"),
        ("session", "utc_offset_min", "999999"),
        ("session", "utc_offset_min", "-1440"),
        ("session", "ended_how", "'eaten'"),
        ("session", "ended_at_us", "-9000000000000000000"),
        ("session", "active_s", "9e999"),
        ("session", "active_s", "-5.0"),
        ("session", "planned_sets", "NULL"),
        ("session", "note", "NULL"),
        ("session", "routine_title", "x'ff00fe'"),
        ("session", "dose", "x'05'"),
        ("set_record", "outcome", "'eaten'"),
        ("set_record", "side", "'up'"),
        ("set_record", "ended_at_us", "'yesterday'"),
        ("set_record", "done_s", "9e999"),
        ("set_record", "done_reps", "-3"),
        ("set_record", "pain_level", "77"),
        ("set_record", "exercise_name", "NULL"),
    ],
)
def test_a_value_that_cannot_be_right_costs_its_row_a_remark(
    open_history: Open, path: Path, tmp_path: Path, table: str, column: str, value: str
) -> None:
    fill(path, 3, 60)
    open_history().close()
    key = "id" if table == "session" else "session_id"
    _spoil(path, f"UPDATE {table} SET {column} = {value} WHERE {key} = 2")
    history = open_history()
    assert history.notices == ()
    listed(history)
    (told, *_) = history.take_notices()
    assert "Session 2" in told.text
    assert f"“{column}”" in told.text
    assert len((*history.sessions(), *history.unfinished())) == 3
    overviewed(history)
    reported(history)
    out = tmp_path / "all.json"
    history.archive.export_json(str(out))
    history.archive.export_csv(str(tmp_path / "all.csv"))
    assert len(list(HistoryFile(out).read())) == 3, "it can be imported"


def test_a_remark_comes_once(open_history: Open, path: Path) -> None:
    fill(path, 3, 60)
    open_history().close()
    _spoil(path, "UPDATE session SET pain_after = 99")
    history = open_history()
    listed(history)
    assert len(history.take_notices()) == 3
    listed(history)
    assert history.take_notices() == ()


def test_many_remarks_are_cut_short(open_history: Open, path: Path) -> None:
    fill(path, 30, 60)
    open_history().close()
    _spoil(path, "UPDATE session SET pain_after = 99")
    history = open_history()
    listed(history)
    told = history.take_notices()
    assert len(told) == 11
    assert told[-1].text.startswith("There are more")


def test_text_that_is_no_utf_8_is_shown_as_far_as_it_goes(open_history: Open, path: Path) -> None:
    fill(path, 1, 1)
    open_history().close()
    _spoil(path, "UPDATE session SET note = CAST(x'6261ff64' AS TEXT)")
    history = open_history()
    assert history.sessions()[0].review.note == "ba\N{REPLACEMENT CHARACTER}d"
    exported(history)
