"""A few of the kills, cuts and blocks of tests/bench/faults.py; and that the judge can tell."""

import random
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("needs pseudo-terminals, and limits for other processes", allow_module_level=True)

from glutetimer.core.history.records import Pain, SessionEnd, SessionReview
from glutetimer.store.history import History
from tests.fakes import FakeClock
from tests.faults import strikes
from tests.faults.judge import judge
from tests.faults.subjects import TERMINAL, Told
from tests.store.builders import MONDAY, a_set, a_start

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


TOLD = Told(
    "Pain 2\r\n"
    + "   0:19  done                  Hip thrust, iso hold: 4 s of 4 s\r\n" * 4
    + "How much? (open) 4_ What now? Pain now? (open) 3_ How hard was it? (open) 6_ "
    + "A note? fine_\r\n"
    + "Kept in the history as session 1.\r\n",
    status=0,
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of a person whose history has all that TOLD tells."""
    home = tmp_path / "home"
    history = History(home / "history.db", FakeClock())
    number = history.begin(replace(a_start(), pain_before=2))
    for index in range(4):
        history.add_set(number, a_set(index))
    history.note_pain(number, 0, a_set(0).result.attempt, Pain("hip", 4))
    history.finish(number, SessionEnd.FINISHED, MONDAY, 46.0)
    history.review(number, SessionReview(3, 6, "fine"))
    history.close()
    return home


@pytest.mark.parametrize("seed", range(3))
def test_a_kill_loses_nothing(tmp_path: Path, seed: int) -> None:
    outcome = strikes.kill(random.Random(seed), tmp_path / "home")
    assert outcome.faults == [], outcome


@pytest.mark.parametrize("seed", range(4))
def test_a_lock_or_a_full_disk_loses_nothing_and_is_told(tmp_path: Path, seed: int) -> None:
    outcome = strikes.block(random.Random(seed), tmp_path / "home")
    assert outcome.faults == [], outcome


@pytest.mark.skipif(bool(strikes.LACKING), reason=strikes.LACKING or "-")
@pytest.mark.parametrize(
    ("case", "call", "number"),
    [("terminal", "pwrite64", 60), ("terminal", "fdatasync", 9), ("locked", "rename", 3)],
)
def test_a_cut_at_a_call_loses_nothing(tmp_path: Path, case: str, call: str, number: int) -> None:
    outcome = strikes.cut_at(case, call, number, tmp_path / "home", tmp_path, TOLD)
    assert outcome.has_hit, outcome
    assert outcome.faults == [], outcome


def test_the_judge_finds_nothing_where_all_is_kept(home: Path) -> None:
    assert TOLD.sets == 4
    assert judge(TERMINAL, home, TOLD) == []


@pytest.mark.parametrize(
    ("damage", "word"),
    [
        ("DELETE FROM set_record WHERE set_index = 3", "set 4 of 4"),
        ("UPDATE session SET pain_before = NULL", "pain before"),
        ("UPDATE session SET effort = NULL", "effort"),
        ("UPDATE session SET ended_how = NULL, ended_at_us = NULL", "the end"),
        ("UPDATE set_record SET pain_where = ''", "it hurts"),
    ],
)
def test_the_judge_sees_what_is_lost(home: Path, damage: str, word: str) -> None:
    with closing(sqlite3.connect(home / "history.db")) as connection, connection:
        connection.execute(damage)

    false_word, status, lost = judge(TERMINAL, home, TOLD)

    assert false_word == f"said to be kept, but the database lacks: {word}"
    assert status == f"exit status 0, but the database lacks: {word}"
    assert lost == f"lost: {word}"
