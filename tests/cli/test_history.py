"""The history in print and for other programs."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from glutetimer.core.exercise import Side
from glutetimer.core.history.records import (
    Achieved,
    Outcome,
    Pain,
    SessionEnd,
    SessionReview,
    SessionStart,
    SetRecord,
    SetResult,
)
from glutetimer.store.archive import fields
from glutetimer.store.history import History
from tests.cli.conftest import Run
from tests.fakes import FakeClock

SESSION_COLUMNS = ["session", *(field.name for field in fields.SESSION)]
SET_COLUMNS = [field.name for field in fields.SET]
BEGUN = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
ENDED = datetime(2026, 1, 5, 7, 40, tzinfo=UTC)


def a_set(index: int = 0, pain: Pain | None = None) -> SetRecord:
    result = SetResult(
        index=index,
        entry=0,
        exercise_id="clam-shell",
        exercise_name="Clam shell",
        round=1,
        set=index + 1,
        side=Side.LEFT,
        attempt=1,
        planned=Achieved(10, 50.0),
        done=Achieved(7, 35.0),
        outcome=Outcome.HURT if pain else Outcome.DONE,
        load="band",
    )
    return SetRecord(result, ENDED, pain)


@pytest.fixture
def stored(own_home: Path) -> History:
    """A finished session with two sets and a review, and an interrupted one with one set."""
    history = History(own_home / "history.db", FakeClock())
    first = history.begin(SessionStart("mine", "My routine", BEGUN, 600.0, 3))
    history.add_set(first, a_set(0))
    history.add_set(first, a_set(1, Pain("hip", 4)))
    history.finish(first, SessionEnd.STOPPED, ENDED, 590.0)
    history.review(first, SessionReview(2, 6, "=Good\nday"))
    second = history.begin(SessionStart("mine", "My\x1b[2J routine", ENDED, 600.0, 3))
    history.add_set(second, a_set(0))
    history.close()
    return history


def test_without_a_session_it_says_how_to_begin(run: Run) -> None:
    answer = run("history")

    assert answer.status == 0
    assert "glutetimer play first-session" in answer.out


@pytest.mark.usefixtures("stored")
def test_the_list_has_the_newest_first_and_the_interrupted_one(run: Run) -> None:
    head, second, first, *more = run("history").out.splitlines()

    assert head.split() == ["id", "begun", "routine", "sets", "time", "end", "pain", "effort"]
    assert second.split()[0] == "2"
    assert r"My\x1b[2J routine" in second
    assert second.endswith("interrupted")
    assert first.split()[0] == "1"
    assert first.split()[-5:] == ["1/3", "9:50", "stopped", "2", "6"]
    assert len(more) == 1
    assert more[0].startswith("Session 2 runs now, or was interrupted; ")


@pytest.mark.usefixtures("stored")
def test_a_limited_list_says_that_there_is_more(run: Run) -> None:
    answer = run("history", "list", "--limit", "1")

    assert answer.out.splitlines()[1].split()[0] == "2"
    assert "--limit 0" in answer.out
    assert len(run("history", "list", "--limit", "0").out.splitlines()) == 4


@pytest.mark.usefixtures("stored")
def test_one_session_set_by_set(run: Run) -> None:
    lines = run("history", "show", "1").out.splitlines()

    assert lines[0].startswith("My routine, 2026-01-05")
    assert lines[0].endswith("stopped")
    assert lines[1] == "1 of 3 sets, 9:50 of 10:00, pain after 2, effort 6"
    assert lines[2] == "=Good day"
    assert lines[-1].split() == (
        "Clam shell 2 left side 10 reps 7 reps hurt band 4 hip".split()  # noqa: SIM905
    )


def test_a_session_shows_its_dose_its_morning_and_the_reasons(
    run: Run, own_home: Path, stored: History
) -> None:
    history = History(own_home / "history.db", FakeClock())
    start = SessionStart("mine", "My routine", ENDED, 600.0, 3, pain_before=3, dose="gentle")
    number = history.begin(start)
    history.add_set(number, replace(a_set(0), note="No time left"))
    history.finish(number, SessionEnd.STOPPED, ENDED, 300.0)
    history.review(number, SessionReview(2, 6, "", 1))
    history.close()

    lines = run("history", "show", str(number)).out.splitlines()

    assert "gentle dose" in lines[1]
    assert "pain before 3, pain after 2, pain next morning 1, effort 6" in lines[1]
    assert lines[-2].split()[-1] == "note"
    assert lines[-1].endswith("No time left")


@pytest.mark.usefixtures("stored")
def test_an_interrupted_session_can_be_shown(run: Run) -> None:
    answer = run("history", "show", "2")

    assert answer.status == 0
    assert "interrupted" in answer.out
    assert "the next start of the window or of play settles it" in answer.out


def test_whatever_the_list_has_can_be_shown(run: Run, own_home: Path, stored: History) -> None:
    history = History(own_home / "history.db", FakeClock())
    third = history.begin(SessionStart("mine", "My routine", ENDED, 600.0, 3))

    numbers = [line.split()[0] for line in run("history").out.splitlines()[1:4]]
    shown = [run("history", "show", number).status for number in numbers]
    history.close()

    assert sorted(numbers) == ["1", "2", str(third)]
    assert shown == [0, 0, 0]


def test_a_repeated_set_shows_its_try(run: Run, own_home: Path) -> None:
    history = History(own_home / "history.db", FakeClock())
    session = history.begin(SessionStart("mine", "My routine", BEGUN, 600.0, 3))
    again = replace(a_set(1), result=replace(a_set(1).result, attempt=2))
    history.add_set(session, a_set(1))
    history.add_set(session, again)
    history.close()

    first, second = run("history", "show", str(session)).out.splitlines()[-2:]

    assert "2, try 2" in second
    assert "try" not in first


@pytest.mark.usefixtures("stored")
def test_a_session_that_is_not_there(run: Run) -> None:
    answer = run("history", "show", "3")

    assert answer.status == 1
    assert "There is no session 3" in answer.err


@pytest.mark.usefixtures("stored")
def test_csv_has_a_row_a_set(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("history", "export", "--format", "csv").out)))

    times = {
        f"{of}_{what}" for of in ("started", "ended", "set_ended") for what in ("date", "time")
    }
    assert set(rows[0]) == {*SESSION_COLUMNS, *SET_COLUMNS, *times, "utc_offset_min"}
    assert [(row["session"], row["set"]) for row in rows] == [("1", "1"), ("1", "2"), ("2", "1")]
    assert rows[0]["note"] == "'=Good\nday"
    assert datetime.fromisoformat(rows[0]["started_at"]) == BEGUN
    assert (rows[1]["reps"], rows[1]["planned_reps"]) == ("7", "10")
    assert (rows[1]["pain_where"], rows[1]["pain_level"]) == ("hip", "4")
    assert rows[2]["end"] == "interrupted"


@pytest.mark.usefixtures("stored")
def test_json_has_the_sets_in_their_sessions(run: Run) -> None:
    exported = json.loads(run("history", "export", "--format", "json").out)

    assert [session["session"] for session in exported["sessions"]] == [1, 2]
    first = exported["sessions"][0]
    assert set(first) == {*SESSION_COLUMNS, "sets"}
    assert [set(record) for record in first["sets"]] == [set(SET_COLUMNS)] * 2
    assert (first["effort"], first["sets"][1]["pain_level"]) == (6, 4)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_empty_history_can_be_exported(run: Run, form: str) -> None:
    answer = run("history", "export", "--format", form)

    assert answer.status == 0
    if form == "json":
        assert json.loads(answer.out)["sessions"] == []
    else:
        assert answer.out.count("\n") == 1


@pytest.mark.usefixtures("stored")
def test_export_into_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "all.csv"

    answer = run("history", "export", "--format", "csv", "-o", str(path))

    assert answer.status == 0
    assert answer.out.startswith(f"{path}: ")
    assert "session" in answer.out
    assert path.read_bytes().startswith(b"\xef\xbb\xbfsession,utc_offset_min,routine,")
    assert list(tmp_path.iterdir()) == [path]


def test_export_never_replaces_a_device(run: Run) -> None:
    import os

    answer = run("history", "export", "--format", "csv", "-o", os.devnull)

    assert answer.status == 0
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("name", ["no/such/folder/all.csv", "."])
def test_export_into_nowhere(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run("history", "export", "--format", "csv", "-o", name)

    assert answer.status == 1
    assert "Cannot write the file" in answer.err
