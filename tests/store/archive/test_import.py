"""Importing: old files, files that are wrong in every way, and taking an import back."""

import json
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import Extent
from glutetimer.core.history.records import Outcome, Pain, SessionEnd, SessionReview
from glutetimer.core.history.totals import Answer, SuggestionAnswer
from glutetimer.store.history import History
from tests.fakes import FakeClock
from tests.store.archive.histories import everything
from tests.store.builders import MONDAY, a_set, a_start
from tests.store.conftest import Open

OLD = Path(__file__).parents[2] / "data" / "history_v1.json"
HOSTILE = Path(__file__).parents[2] / "data" / "hostile"
HOUR = timedelta(hours=1)


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """A file with two sessions of three sets each, an unfinished one, and an answer."""
    history = History(tmp_path / "other" / "history.sqlite3", FakeClock())
    for number in range(3):
        session = history.begin(a_start(started_at=MONDAY + HOUR * number))
        for index in range(3):
            history.add_set(session, a_set(index))
        if number < 2:
            history.finish(session, SessionEnd.FINISHED, MONDAY + HOUR * (number + 0.5), 800.0)
    history.progress.answer(SuggestionAnswer("squat", "add-reps", Answer.NEVER, MONDAY))
    history.archive.export_json(str(tmp_path / "all.json"))
    history.close()
    return tmp_path / "all.json"


def changed(path: Path, change: Callable[[Any], None]) -> Path:
    """Change what is in a file."""
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content), "utf-8")
    return path


def backups(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.glob("backups/*"))


def test_what_it_would_do_is_said_before(history: History, exported: Path, path: Path) -> None:
    history.finish(history.begin(a_start()), SessionEnd.STOPPED, MONDAY, 10.0)
    before = everything(history)

    preview = history.archive.preview_import(str(exported))

    day = MONDAY.astimezone().date()
    assert preview.found == Extent(3, 9, day, day)
    assert preview.new == Extent(2, 6, day, day)
    assert (preview.path, preview.version) == (str(exported), 2)
    assert everything(history) == before
    assert backups(path) == []


def test_what_is_there_already_is_neither_doubled_nor_overwritten(
    history: History, exported: Path, path: Path
) -> None:
    mine = history.begin(a_start())
    history.finish(mine, SessionEnd.STOPPED, MONDAY, 10.0)
    history.review(mine, SessionReview(1, 2, "mine"))

    imported = history.archive.import_json(str(exported))

    assert (len(imported.session_ids), imported.sets) == (2, 6)
    assert backups(path) == [imported.backup] == ["history-20260105T073000Z-before-import.sqlite3"]
    assert [session.review.note for session in history.sessions()] == ["", "mine"]
    assert history.sets(mine) == []
    assert history.archive.import_json(str(exported)).session_ids == ()
    assert backups(path) == [imported.backup]


def test_undo_takes_away_what_was_added_and_nothing_else(history: History, exported: Path) -> None:
    mine = history.begin(a_start("squat"))
    history.add_set(mine, a_set())
    history.progress.answer(SuggestionAnswer("squat", "add-set", Answer.TAKEN, MONDAY))
    before = everything(history)
    imported = history.archive.import_json(str(exported))
    history.delete(imported.session_ids[0])
    history.note_pain_before(imported.session_ids[1], 5)

    history.archive.undo_import(imported)

    assert everything(history) == before
    with pytest.raises(Trouble, match="cannot be undone any more"):
        history.archive.undo_import(imported)


def test_undo_is_refused_when_the_ids_mean_something_else(history: History, exported: Path) -> None:
    history.finish(history.begin(a_start("squat")), SessionEnd.STOPPED, MONDAY, 10.0)
    archive = history.archive
    imported = archive.import_json(str(exported))
    history.delete(imported.session_ids[-1])  # it has not ended, and nothing is replaced then
    archive.restore_backup(imported.backup)
    for number in range(5):
        history.begin(a_start("desk", MONDAY + HOUR * number))
    with pytest.raises(Trouble, match="a backup was restored since") as caught:
        archive.undo_import(imported)
    assert imported.backup in caught.value.cure
    assert len(history.unfinished()) == 5


def test_a_session_that_was_deleted_here_comes_back_as_the_file_has_it(
    history: History, exported: Path
) -> None:
    imported = history.archive.import_json(str(exported))
    history.review(imported.session_ids[0], SessionReview(note="changed"))
    history.delete(imported.session_ids[0])
    assert history.archive.preview_import(str(exported)).new.sessions == 1

    again = history.archive.import_json(str(exported))

    assert len(again.session_ids) == 1
    assert [session.review.note for session in history.sessions()] == ["", ""]
    assert len(everything(history)) == 3 + 9 + 3 + 1
    with pytest.raises(Trouble, match="no longer in the history"):
        history.restore(imported.session_ids[0])


def test_an_unfinished_session_is_asked_about_like_any_other(
    open_history: Open, exported: Path
) -> None:
    history = open_history()
    history.archive.import_json(str(exported))
    found = history.interrupted()
    assert found is not None
    assert (found.start.started_at, found.sets_done) == (MONDAY + HOUR * 2, 3)


def test_a_session_that_the_file_has_twice_comes_once(history: History, exported: Path) -> None:
    changed(exported, lambda content: content["sessions"].append(content["sessions"][0]))
    assert history.archive.preview_import(str(exported)).new.sessions == 3
    assert len(history.archive.import_json(str(exported)).session_ids) == 3


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_layout_of_the_file_is_free(
    history: History, exported: Path, indent: int | None, mark: str
) -> None:
    expected = exported.read_text("utf-8")
    content = json.loads(expected)
    content["sessions"] = [dict(reversed(one.items())) for one in content["sessions"]]
    exported.write_text(mark + json.dumps(content, indent=indent, ensure_ascii=False), "utf-8")
    history.archive.import_json(str(exported))
    again = exported.with_name("again.json")
    history.archive.export_json(str(again))
    assert json.loads(again.read_text("utf-8")) == json.loads(expected)


def test_unknown_fields_are_left_out_and_named(history: History, exported: Path) -> None:
    def change(content: Any) -> None:
        content["weather"] = {"sun": [1, 2]}
        content["sessions"][1]["mood"] = 3
        content["sessions"][0]["sets"][2]["heart"] = content["sessions"][0]["sets"][1]["heart"] = 9
        content["answers"][0]["why"] = "so"

    before = json.loads(exported.read_text("utf-8"))
    preview = history.archive.preview_import(str(changed(exported, change)))
    assert preview.unknown_fields == ("answers.why", "sessions.mood", "sets.heart", "weather")
    history.archive.import_json(str(exported))
    history.archive.export_json(str(exported))
    assert json.loads(exported.read_text("utf-8")) == before


# What version 1 wrote


def test_a_file_of_the_first_version_is_read(history: History) -> None:
    preview = history.archive.preview_import(str(OLD))
    assert (preview.version, preview.found.sessions, preview.found.sets) == (1, 5, 42)
    assert preview.unknown_fields == ()
    history.archive.import_json(str(OLD))

    old = json.loads(OLD.read_text("utf-8"))["sessions"]
    sessions = history.sessions()[::-1]
    assert [session.start.started_at.isoformat() for session in sessions] == [
        # In the zone of this machine: version 1 did not tell another.
        session.start.started_at.astimezone().isoformat()
        for session in sessions
    ]
    assert [session.start.routine_id for session in sessions] == [one["routine"] for one in old[:4]]
    assert [session.sets_done for session in sessions] == [8, 8, 10, 10]
    first = history.sets(sessions[0].id)
    assert [record.result.done.seconds for record in first] == [
        one["seconds"] for one in old[0]["sets"]
    ]
    assert [record.result.entry for record in first] == [0, 0, 0, 1, 1, 1, 1, 1, 1, 2]
    (unfinished,) = history.unfinished()
    assert unfinished.start.routine_title == "Glute squeezes – im Büro"
    pained = history.sets(unfinished.id)[1]
    assert (pained.pain, pained.result.outcome) == (Pain("Hüfte, rechts", 4), Outcome.HURT)


# Files that are wrong


def refused(history: History, path: Path) -> Trouble:
    """Import a wrong file, and see that nothing has happened."""
    before = everything(history)
    with pytest.raises(Trouble) as caught:
        history.archive.preview_import(str(path))
    with pytest.raises(Trouble) as again:
        history.archive.import_json(str(path))
    assert str(again.value) == str(caught.value)
    assert str(path) in caught.value.where
    assert caught.value.cure
    assert everything(history) == before
    assert not (history.path.parent / "backups").exists()
    return caught.value


def test_a_truncated_file_is_refused_wherever_it_ends(history: History, exported: Path) -> None:
    whole = exported.read_text("utf-8")
    end = len(whole.rstrip())
    for length in (*range(0, end, 97), *range(end - 40, end)):
        exported.write_text(whole[:length], "utf-8")
        trouble = refused(history, exported)
        assert trouble.what == "The file ends too early", (length, trouble)
        lines = whole[:length].count("\n") + 1
        assert f"line {lines}" in trouble.where or f"line {lines - 1}" in trouble.where


SESSION, SET = ("sessions", 1), ("sessions", 1, "sets", 2)


@pytest.mark.parametrize(
    ("place", "value", "what", "allowed"),
    [
        ((*SESSION, "effort"), 11, "“effort” is 11", "from 0 to 10 or null"),
        ((*SESSION, "effort"), True, "“effort” is True", "a whole number"),
        ((*SESSION, "pain_after"), -1, "“pain_after” is -1", "from 0 to 10"),
        ((*SESSION, "pain_morning"), 3.5, "“pain_morning” is 3.5", "a whole number"),
        ((*SESSION, "planned_s"), float("nan"), "NaN", "Export the history again"),
        ((*SESSION, "planned_s"), -1, "“planned_s” is -1", "seconds from 0"),
        ((*SESSION, "active_s"), 1e300, "“active_s” is 1e+300", "10,000,000"),
        ((*SESSION, "active_s"), "12", "“active_s” is '12'", "a number of seconds"),
        ((*SESSION, "planned_sets"), 10**30, "“planned_sets” is 1000", "10,000,000"),
        ((*SESSION, "started_at"), "2026-01-05T07:30:00", "“started_at”", "offset from UTC"),
        ((*SESSION, "started_at"), "yesterday", "“started_at” is 'yesterday'", "offset from UTC"),
        ((*SESSION, "started_at"), "0001-01-01T00:00:00+14:00", "“started_at”", "year 1900"),
        ((*SESSION, "started_at"), "2026-01-05T07:30:00-23:59:30", "“started_at”", "whole minutes"),
        ((*SESSION, "ended_at"), "2026-01-05T07:30:00+18:01", "“ended_at”", "at most 18 hours"),
        ((*SET, "set_ended_at"), "2026-01-05T07:30:00+00:00:01", "set_ended_at", "whole minutes"),
        ((*SESSION, "started_at"), None, "“started_at” is None", "a time"),
        ((*SESSION, "ended_at"), 5, "“ended_at” is 5", "a time"),
        ((*SESSION, "ended_at"), None, "but “ended_at” is null", "interrupted"),
        ((*SESSION, "end"), "won", "“end” is 'won'", "finished, stopped, interrupted"),
        ((*SESSION, "note"), None, "“note” is None", "a text"),
        ((*SESSION, "note"), "half \ud83d", "“note” is", "whole characters"),
        ((*SESSION, "note"), "x" * 100_001, "“note” is 'xxx", "100,000"),
        ((*SESSION, "is_morning_settled"), 1, "“is_morning_settled” is 1", "true or false"),
        ((*SESSION, "sets"), {}, "“sets” is {}", "a list"),
        (SESSION, [1], "There is [1]", "an object"),
        (SET, "a set", "Set 3: there is 'a set'", "an object"),
        ((*SET, "outcome"), "fine", "Set 3: the field “outcome”", "done, skipped, hurt"),
        ((*SET, "side"), "up", "“side” is 'up'", "left, right"),
        ((*SET, "index"), 0, "index 0 and attempt 1 come twice", "another attempt"),
        ((*SET, "pain_level"), 3, "only one of “pain_where”", "both"),
        ((*SET, "under_tension_s"), [], "“under_tension_s” is []", "or null"),
        (("answers", 0, "answer"), "perhaps", "“answer” is 'perhaps'", "taken, declined"),
        (("version",), "two", "“version” is 'two'", "a number"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(
    history: History, exported: Path, place: tuple[Any, ...], value: Any, what: str, allowed: str
) -> None:
    def change(content: Any) -> None:
        *way, last = place
        for step in way:
            content = content[step]
        content[last] = value

    trouble = refused(history, changed(exported, change))
    assert what in trouble.what
    assert allowed in trouble.cure
    if place[0] == "sessions" and "NaN" not in what:
        assert "line 1, session 2" in trouble.where


@pytest.mark.parametrize("place", [SESSION, SET, ("answers", 0)])
def test_a_field_that_is_missing_is_named(
    history: History, exported: Path, place: tuple[Any, ...]
) -> None:
    def change(content: Any) -> None:
        for step in place:
            content = content[step]
        del content["title" if place is SESSION else "exercise"]

    name = "title" if place is SESSION else "exercise"
    assert f"“{name}” is missing" in refused(history, changed(exported, change)).what


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("", "ends too early"),
        ("[]", "“[” where “{”"),
        ("{}", "not a history of glutetimer"),
        ('{"name": "package", "version": "1.2"}', "not a history of glutetimer"),
        ('{"format": "recipes", "sessions": []}', "not a history of glutetimer"),
        ('{"format": "glutetimer-history", "version": 3, "sessions": []}', "newer glutetimer"),
        ('{"sessions": [], "sessions": [1]}', "There is 1"),
        ('{"sessions": [}', "no JSON"),
        ('{"sessions": []} x', "after the end"),
        ('{"sessions": ' + "[" * 100_000, "nested too deep"),
        ('{"sessions": [' + "9" * 10_000 + "]}", "digits"),
        ('{"sessions": 5}', "There is 5"),
        ("once upon a time", "“o” where “{”"),
        ("session,routine\n1,x\n", "“s” where “{”"),
    ],
)
def test_a_file_that_is_something_else_is_refused(
    history: History, tmp_path: Path, content: str, what: str
) -> None:
    path = tmp_path / "some.json"
    path.write_text(content, "utf-8")
    assert what in refused(history, path).what


def test_a_file_that_is_no_text_or_not_there_is_refused(history: History, tmp_path: Path) -> None:
    path = tmp_path / "picture.json"
    path.write_bytes(b'{"format": "\xff\xfe"}')
    assert "not a text file" in refused(history, path).what
    assert "cannot be read" in refused(history, tmp_path / "nowhere.json").what
    assert "cannot be read" in refused(history, tmp_path).what


def test_a_table_is_told_that_only_json_can_be_imported(history: History, tmp_path: Path) -> None:
    history.finish(history.begin(a_start()), SessionEnd.STOPPED, MONDAY, 10.0)
    history.archive.export_csv(str(tmp_path / "all.csv"))
    assert "Only JSON can be imported" in refused(history, tmp_path / "all.csv").cure
    (tmp_path / "cut.json").write_text('{"sessions": [')
    assert "Only JSON" not in refused(history, tmp_path / "cut.json").cure


@pytest.mark.parametrize("name", ["import-offset", "import-deep"])
def test_hostile_files_are_refused_with_their_place(history: History, name: str) -> None:
    trouble = refused(history, HOSTILE / f"{name}.json")
    assert "line 1, session 1" in trouble.where


@pytest.mark.parametrize("depth", range(100, 1100, 100))
def test_a_value_of_any_depth_is_a_mistake_with_its_place(
    history: History, tmp_path: Path, depth: int
) -> None:
    path = tmp_path / "deep.json"
    path.write_text(f'{{"sessions": [\n{"[" * depth}{"]" * depth}]}}')
    assert "line 2" in refused(history, path).where


@pytest.mark.parametrize(
    "values",
    [
        '"x": [' + ",".join(["1"] * 1_000_000) + "]",
        ",".join(f'"k{number}": 1' for number in range(150_000)),
        '"x": 1' + "\n" * 2_000_000,
    ],
    ids=["values", "names", "lines"],
)
def test_two_megabytes_that_mean_nothing_cost_little(
    history: History, tmp_path: Path, values: str
) -> None:
    path = tmp_path / "long.json"
    head = '"format": "glutetimer-history", "version": 2, "sessions": []'
    path.write_text(f"{{{head}, {values}}}")
    spent_s = []
    for _ in range(3):  # a busy machine costs time of its own
        before_s = process_time()
        preview = history.archive.preview_import(str(path))
        spent_s.append(process_time() - before_s)
        assert len(preview.unknown_text) < 200
    assert min(spent_s) < 1.0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_pipes_and_devices_are_refused_at_once(history: History, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    for path in (tmp_path / "pipe.json", Path("/dev/zero")):
        assert "not an ordinary file" in refused(history, path).what


@pytest.mark.parametrize("order", ["format sessions version", "sessions format version"])
def test_the_head_has_to_stand_first(history: History, exported: Path, order: str) -> None:
    content = json.loads(exported.read_text("utf-8"))
    if order.startswith("sessions"):
        content["sessions"] = json.loads(OLD.read_text("utf-8"))["sessions"]
    exported.write_text(json.dumps({name: content[name] for name in order.split()}), "utf-8")
    trouble = refused(history, exported)
    assert "stands after the sessions" in trouble.what
    assert trouble.cure == "It has to be before them"


def test_a_session_longer_than_a_piece_of_reading_is_read(history: History, exported: Path) -> None:
    def change(content: Any) -> None:
        for session in content["sessions"]:
            session["note"] = "lang " * 18_000

    history.archive.import_json(str(changed(exported, change)))
    assert history.sessions()[0].review.note == "lang " * 18_000


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    """A file with 60 sessions that is read in several pieces."""
    history = History(tmp_path / "long" / "history.sqlite3", FakeClock())
    for number in range(60):
        session = history.begin(a_start(started_at=MONDAY + HOUR * number))
        history.finish(session, SessionEnd.FINISHED, MONDAY + HOUR * (number + 0.5), 800.0)
        history.review(session, SessionReview(note="long " * 2000))
    history.archive.export_json(str(tmp_path / "long.json"))
    history.close()
    return tmp_path / "long.json"


def test_a_watch_is_told_how_far_the_reading_is(history: History, long_file: Path) -> None:
    shares: list[float] = []
    history.archive.preview_import(str(long_file), shares.append)
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.3
    assert 0.5 < shares[-1] <= 1


def test_an_import_is_watched_from_its_beginning_to_its_end(
    history: History, long_file: Path
) -> None:
    shares: list[float] = []
    history.archive.import_json(str(long_file), shares.append)
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.15
    assert 0.75 < shares[-1] <= 1


@pytest.mark.parametrize("at", [0.0, 0.4, 0.5, 0.8])
def test_an_import_that_its_watch_ends_has_added_nothing(
    history: History, long_file: Path, at: float
) -> None:
    history.finish(history.begin(a_start("squat")), SessionEnd.STOPPED, MONDAY, 10.0)
    before = everything(history)

    class Stop(Exception):
        """Of nobody else."""

    def stop(share: float) -> None:
        if share >= at:
            raise Stop

    with pytest.raises(Stop):
        history.archive.import_json(str(long_file), stop)
    assert everything(history) == before
    assert history.archive.preview_import(str(long_file)).new.sessions == 60
