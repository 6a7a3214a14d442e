"""Looks after a session that was struck whether all that it had told is so."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from glutetimer.app import open_history_at
from glutetimer.core.errors import Trouble
from glutetimer.folders import folders
from tests.faults.subjects import Kind, Told, person

TAKEN_IN = "What could not be kept last time"
KEPT = ("Kept in the history as session", "saved\r\n")


@dataclass(frozen=True)
class Stored:
    """What the database has of the one session."""

    sets: int = 0
    has_ended: bool = False
    pain_before: int | None = None
    pain_after: int | None = None
    effort: int | None = None
    note: str = ""
    hurts: frozenset[tuple[str, int]] = frozenset()


def judge(kind: Kind, home: Path, told: Told, may_lose: bool = False) -> list[str]:
    """Say what is not as it was told; empty if all is.

    Opens the history as the next start does, which may change it. `may_lose`: there was no room
    for anything anywhere, which must have been told by the exit status.
    """
    found = []
    if told.is_hanging:
        found.append("it does not end")
    if "Traceback" in told.text:
        found.append("a traceback")
    is_said_kept = any(words in told.text for words in KEPT)
    before = missing(kind, told, database(home), is_said_kept)
    if is_said_kept and before:
        found.append(f"said to be kept, but the database lacks: {', '.join(before)}")
    if told.status == 0 and before:
        found.append(f"exit status 0, but the database lacks: {', '.join(before)}")
    if told.status == 1 and is_said_kept:
        found.append("kept, but the exit status says that it is not")
    found += next_start(home)
    after = missing(kind, told, database(home), is_said_kept)
    if after and not may_lose:
        found.append(f"lost: {', '.join(after)}")
    return found


def missing(kind: Kind, told: Told, stored: Stored, is_said_kept: bool) -> list[str]:
    """What was finished or answered and is not stored."""
    wanted = {
        f"set {stored.sets + 1} of {told.sets}": stored.sets >= told.sets,
        "pain before": not told.has(kind.pain_before) or stored.pain_before == 2,
        "it hurts": not told.has(kind.hurt) or ("hip", 4) in stored.hurts,
    }
    if is_said_kept or told.status is not None:  # what is not saved may go only with a kill
        has_pain, has_effort, has_note = map(told.has, kind.parts)
        wanted |= {
            "pain after": not has_pain or stored.pain_after == 3,
            "effort": not has_effort or stored.effort == 6,
            "note": not has_note or stored.note == "fine",
            "the end": stored.has_ended or not told.sets,
        }
    return [name for name, is_there in wanted.items() if not is_there]


def database(home: Path) -> Stored:
    """What the database alone has, read from a copy: what is waiting elsewhere does not count."""
    with tempfile.TemporaryDirectory() as folder:
        for end in ("", "-wal"):
            if (file := home / f"history.db{end}").exists():
                shutil.copy(file, folder)
        with closing(sqlite3.connect(Path(folder) / "history.db")) as connection:
            if not connection.execute(
                "SELECT 1 FROM sqlite_schema WHERE name = 'session'"
            ).fetchone():
                return Stored()
            rows = connection.execute(
                "SELECT id, ended_how, pain_before, pain_after, effort, note FROM session"
            ).fetchall()
            if not rows:
                return Stored()
            ((number, how, pain_before, pain_after, effort, note), *_) = rows
            hurts = connection.execute(
                "SELECT pain_where, pain_level FROM set_record WHERE pain_where <> ''"
            ).fetchall()
            ((sets,),) = connection.execute(
                "SELECT count(*) FROM set_record WHERE session_id = ?", (number,)
            )
            return Stored(
                sets, how is not None, pain_before, pain_after, effort, note, frozenset(hurts)
            )


def next_start(home: Path) -> list[str]:
    """Open the history as the next start does; say what is wrong with it or with its folder."""
    found = []
    with _as_person(home):
        try:
            history = open_history_at(folders())
        except Trouble as trouble:
            return [f"the next start: {trouble}"]
        try:
            found += [n.text for n in history.notices if not n.text.startswith(TAKEN_IN)]
            found += history.verify()
            sessions = [*history.sessions(), *history.unfinished()]
        finally:
            history.close()
    with closing(sqlite3.connect(home / "history.db")) as connection:
        (answer,) = connection.execute("PRAGMA integrity_check").fetchall()
        if answer != ("ok",):
            found.append(str(answer))
    if len(sessions) > 1:
        found.append(f"{len(sessions)} sessions instead of one")
    found += [f"left over: {path.name}" for path in home.rglob("*.part")]
    found += [f"left over: {path.name}" for path in home.rglob("glutetimer-rescued-*")]
    return found


@contextmanager
def _as_person(home: Path) -> Iterator[None]:
    with patch.dict(os.environ, person(home)), patch.object(tempfile, "tempdir", None):
        yield
