"""A few of the kills, cuts and blocks of tests/bench/faults.py; and that the judge can tell."""

import random
import shutil
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("needs pseudo-terminals, and limits for other processes", allow_module_level=True)

from tests.faults import strikes
from tests.faults.judge import judge
from tests.faults.subjects import TERMINAL, Told, play, prepare

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Told]:
    """A session that nothing struck: its home, and what it told."""
    home = tmp_path_factory.mktemp("whole") / "home"
    prepare(home)
    told = play(replace(TERMINAL, command=(*TERMINAL.command[:-1], "15")), home)
    assert all(map(told.has, (TERMINAL.pain_before, TERMINAL.hurt, *TERMINAL.parts)))
    return home, told


@pytest.mark.parametrize("seed", range(4))
def test_a_kill_loses_nothing(tmp_path: Path, seed: int) -> None:
    outcome = strikes.kill(random.Random(seed), tmp_path / "home")
    assert outcome.faults == [], outcome


@pytest.mark.parametrize("seed", range(5))
def test_a_lock_or_a_full_disk_loses_nothing_and_is_told(tmp_path: Path, seed: int) -> None:
    outcome = strikes.block(random.Random(seed), tmp_path / "home")
    assert outcome.faults == [], outcome


@pytest.mark.skipif(bool(strikes.LACKING), reason=strikes.LACKING or "-")
@pytest.mark.parametrize(
    ("case", "call", "number"),
    [("terminal", "pwrite64", 60), ("terminal", "fdatasync", 9), ("locked", "rename", 3)],
)
def test_a_cut_at_a_call_loses_nothing(
    tmp_path: Path, whole: tuple[Path, Told], case: str, call: str, number: int
) -> None:
    outcome = strikes.cut_at(case, call, number, tmp_path / "home", *whole)
    assert outcome.has_hit, outcome
    assert outcome.faults == [], outcome


def test_a_session_that_nothing_struck_is_kept(tmp_path: Path, whole: tuple[Path, Told]) -> None:
    home, told = shutil.copytree(whole[0], tmp_path / "home"), whole[1]
    assert (told.sets, told.status) == (4, 0)
    assert judge(TERMINAL, home, told) == []


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
def test_the_judge_sees_what_is_lost(
    tmp_path: Path, whole: tuple[Path, Told], damage: str, word: str
) -> None:
    home = shutil.copytree(whole[0], tmp_path / "home")
    with closing(sqlite3.connect(home / "history.db")) as connection, connection:
        connection.execute(damage)
    (home / ".left.part").touch()

    false_word, status, *_, lost = judge(TERMINAL, home, whole[1])

    assert false_word == f"said to be kept, but the database lacks: {word}"
    assert status == f"exit status 0, but the database lacks: {word}"
    assert lost == f"lost: {word}"
