"""What an export writes, and what it leaves alone when it cannot."""

import csv
import json
import threading
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import Extent
from glutetimer.core.history.records import Outcome, Pain, SessionEnd, SessionReview, SessionStart
from glutetimer.core.history.totals import Answer, SuggestionAnswer
from glutetimer.core.ports.history import OpenedHistory
from glutetimer.resources import assets_dir
from glutetimer.store.archive import fields
from glutetimer.store.archive.archive import Archive
from glutetimer.store.history import History
from tests.bench.history_fill import fill
from tests.store.builders import MONDAY, a_set, a_start
from tests.store.conftest import Open

IN_INDIA = datetime(2026, 1, 5, 7, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))


@pytest.fixture
def archive(history: History) -> Archive:
    """Of a history with a session in all its fields, one without a set, and a deleted one."""
    start = SessionStart("first", "Your first", IN_INDIA, 840.0, 2, 3, "20 min")
    number = history.begin(start)
    hurt = a_set(1, 2, Outcome.HURT, IN_INDIA + timedelta(minutes=2), Pain("hip, left", 4))
    history.add_set(number, a_set(0, ended_at=IN_INDIA))
    history.add_set(number, hurt)
    history.finish(number, SessionEnd.FINISHED, IN_INDIA + timedelta(minutes=3), 170.5)
    history.review(number, SessionReview(2, 6, "Good\nday", 1))
    history.begin(a_start("second", IN_INDIA + timedelta(days=1)))
    history.delete(history.begin(a_start("third")))
    history.progress.answer(SuggestionAnswer("squat", "add-reps", Answer.NEVER, MONDAY))
    return history.archive


def test_csv_has_every_field_of_every_set(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    first, last = IN_INDIA.date(), IN_INDIA.date() + timedelta(days=1)
    assert archive.export_csv(str(path)) == Extent(2, 2, first, last)
    with path.open(encoding="utf-8-sig", newline="") as file:
        _, hurt, second = csv.DictReader(file)
    assert hurt == {
        "session": "1",
        "utc_offset_min": "330",
        "routine": "first",
        "title": "Your first",
        "started_date": "2026-01-05",
        "started_time": "07:30:00",
        "started_at": "2026-01-05T07:30:00+05:30",
        "ended_date": "2026-01-05",
        "ended_time": "07:33:00",
        "ended_at": "2026-01-05T07:33:00+05:30",
        "end": "finished",
        "planned_s": "840.0",
        "active_s": "170.5",
        "planned_sets": "2",
        "dose": "20 min",
        "pain_before": "3",
        "pain_after": "2",
        "pain_morning": "1",
        "is_morning_settled": "True",
        "effort": "6",
        "note": "Good\nday",
        "index": "1",
        "exercise": "glute-bridge",
        "exercise_name": "Glute bridge",
        "entry": "0",
        "round": "1",
        "set": "2",
        "attempt": "2",
        "side": "",
        "planned_reps": "10",
        "planned_under_tension_s": "55.0",
        "reps": "9",
        "under_tension_s": "50.5",
        "outcome": "hurt",
        "load": "band",
        "set_ended_date": "2026-01-05",
        "set_ended_time": "07:32:00",
        "set_ended_at": "2026-01-05T07:32:00+05:30",
        "pain_where": "hip, left",
        "pain_level": "4",
        "set_note": "",
        "feel": "",
    }
    assert (second["routine"], second["end"], second["ended_at"]) == ("second", "interrupted", "")
    assert second["exercise"] == ""


def test_every_name_is_documented() -> None:
    table = (assets_dir() / "help" / "history-files.md").read_text("utf-8")
    for field in (*fields.SESSION, *fields.SET, *fields.ANSWER):
        assert f"`{field.name}`" in table, field.name


def test_json_has_a_line_a_session_and_a_head(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    archive.export_json(str(path))
    text = path.read_text("utf-8")
    content = json.loads(text)
    assert list(content) == ["format", "version", "sessions", "answers"]
    assert (content["format"], content["version"]) == ("glutetimer-history", 2)
    assert [(one["routine"], len(one["sets"])) for one in content["sessions"]] == [
        ("first", 2),
        ("second", 0),
    ]
    assert content["answers"] == [
        {
            "exercise": "squat",
            "rule": "add-reps",
            "answer": "never",
            "answered_at": "2026-01-05T07:30:00+00:00",
        }
    ]
    assert text.count("\n") == 6


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_empty_history_is_written_and_read(history: History, tmp_path: Path, form: str) -> None:
    path = tmp_path / "all"
    export = history.archive.export_csv if form == "csv" else history.archive.export_json
    shares: list[float] = []
    assert export(str(path), shares.append) == Extent(0, 0)
    assert shares == [1.0]
    if form == "json":
        assert history.archive.preview_import(str(path)).found == Extent(0, 0)


def test_it_can_be_watched_in_a_thread_while_sets_are_stored(
    path: Path, open_history: Open, tmp_path: Path
) -> None:
    fill(path, 100, 1000)
    history = open_history()
    running = history.begin(a_start())
    shares: list[float] = []
    done: list[Extent] = []

    def run() -> None:
        done.append(history.archive.export_json(str(tmp_path / "all.json"), shares.append))

    thread = threading.Thread(target=run)
    thread.start()
    for index in range(30):
        history.add_set(running, a_set(index))
    thread.join()
    assert done[0].sessions == 101
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    content = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert sum(len(one["sets"]) for one in content["sessions"]) == done[0].sets


class _StoppedError(Exception):
    pass


def _stop(share: float) -> None:
    if share > 0.5:
        raise _StoppedError


@pytest.mark.parametrize("there", [None, "mine"])
def test_stopped_half_way_it_leaves_what_was_there(
    path: Path, open_history: Open, tmp_path: Path, there: str | None
) -> None:
    fill(path, 100, 100)
    target = tmp_path / "all.json"
    if there:
        target.write_text(there)
    archive = open_history().archive
    exports: tuple[Callable[..., Extent], ...] = (archive.export_json, archive.export_csv)
    for export in exports:
        with pytest.raises(_StoppedError):
            export(str(target), _stop)
    left = {file.name for file in tmp_path.iterdir()}
    assert left == ({"data", "all.json"} if there else {"data"})
    assert not there or target.read_text() == there


def test_a_target_that_cannot_be_written_is_trouble(archive: Archive, tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "no" / "all.csv"):
        with pytest.raises(Trouble, match="Cannot write the file") as caught:
            archive.export_csv(str(target))
        assert caught.value.where == str(target)


def test_it_is_what_the_core_asks_for(history: History) -> None:
    whole = OpenedHistory(history, history.progress, history.archive)
    assert whole.archive.backups() == []
