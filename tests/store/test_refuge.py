"""What the history refuses is kept in a file, and the next start takes it in, once."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import Pain, SessionEnd, SessionReview, SetRecord, WholeSession
from glutetimer.store.database import connect
from glutetimer.store.history import History
from glutetimer.store.refuge import PREFIX, Refuge
from tests.fakes import FakeClock
from tests.store.builders import MONDAY, a_set, a_start
from tests.store.conftest import Open


def whole(*sets: SetRecord, review: SessionReview | None = None) -> WholeSession:
    end = MONDAY + timedelta(minutes=20)
    return WholeSession(
        a_start(), sets, SessionEnd.FINISHED, end, 1200.0, review or SessionReview(3, 6, "good")
    )


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{PREFIX}*"))


def test_a_session_comes_back_as_it_was(open_history: Open, path: Path) -> None:
    hurt = replace(a_set(1), pain=Pain("hip", 0))
    place = open_history().keep_elsewhere(whole(a_set(0), hurt))
    assert Path(place).parent == path.parent

    history = open_history()

    [summary] = history.sessions()
    assert summary.start == replace(a_start(), started_at=summary.start.started_at)
    assert summary.start.started_at == a_start().started_at
    assert (summary.end, summary.active_s) == (SessionEnd.FINISHED, 1200.0)
    assert summary.review == SessionReview(3, 6, "good")
    assert list(history.sets(summary.id)) == [a_set(0), hurt]
    assert files(path.parent) == []
    [notice] = history.notices
    assert "2 sets" in notice.text
    assert open_history().notices == ()


def test_a_session_that_is_there_in_part_is_completed(open_history: Open, path: Path) -> None:
    first = open_history()
    number = first.begin(a_start())
    first.note_pain_before(number, 2)
    first.add_set(number, a_set(0))
    hurt = replace(a_set(1), pain=Pain("low back", 6))
    first.keep_elsewhere(replace(whole(a_set(0), hurt), start=replace(a_start(), pain_before=2)))
    first.close()

    history = open_history()

    [summary] = history.sessions()
    assert summary.id == number
    assert summary.start.pain_before == 2
    assert summary.review.pain_after == 3
    assert [r.result.index for r in history.sets(number)] == [0, 1]
    assert history.sets(number)[1].pain == Pain("low back", 6)
    assert summary.sets_done == 2


def test_what_is_told_later_is_not_taken_back(open_history: Open) -> None:
    """The file has nothing of what was answered after it was written."""
    first = open_history()
    number = first.begin(a_start())
    nothing_yet = replace(
        whole(a_set(0), review=SessionReview()), end=None, ended_at=None, active_s=0.0
    )
    first.keep_elsewhere(nothing_yet)
    first.finish(number, SessionEnd.FINISHED, MONDAY + timedelta(minutes=9), 540.0)
    first.review(number, SessionReview(0, 4, "fine"))
    first.close()

    [summary] = open_history().sessions()

    assert (summary.end, summary.active_s) == (SessionEnd.FINISHED, 540.0)
    assert summary.review == SessionReview(0, 4, "fine")


def test_a_session_that_another_process_took_in_goes_on(open_history: Open) -> None:
    mine = open_history()
    mine.keep_elsewhere(replace(whole(a_set(0)), end=None, ended_at=None))
    other = open_history()

    number = mine.begin(a_start())
    mine.add_set(number, a_set(0))
    mine.add_set(number, a_set(1))
    mine.finish(number, SessionEnd.FINISHED, MONDAY + timedelta(minutes=20), 1200.0)

    [summary] = other.sessions()
    assert summary.id == number
    assert [r.result.index for r in other.sets(number)] == [0, 1]


def test_a_place_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    good = tmp_path / "good"

    place = Refuge(blocked / "history.db", (good,)).keep(whole(a_set(0)))

    assert Path(place).parent == good
    assert json.loads(Path(place).read_text())["format"] == "glutetimer-history"
    with pytest.raises(Trouble, match="blocked"):
        Refuge(blocked / "history.db", ()).keep(whole(a_set(0)))


def test_the_same_session_has_one_file(tmp_path: Path) -> None:
    refuge = Refuge(tmp_path / "history.db", ())
    refuge.keep(whole(a_set(0)))
    place = refuge.keep(whole(a_set(0), a_set(1)))

    assert [str(path) for path in files(tmp_path)] == [place]
    refuge.drop(place)
    assert files(tmp_path) == []
    refuge.drop(place)  # once more does no harm


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b'{"format": "other"}'])
def test_a_damaged_file_is_told_and_left(open_history: Open, path: Path, content: bytes) -> None:
    open_history().close()
    damaged = path.parent / f"{PREFIX}1-1.json"
    damaged.write_bytes(content)

    history = open_history()

    [notice] = history.notices
    assert str(damaged) in notice.text
    assert damaged.read_bytes() == content
    assert list(history.sessions()) == []


def test_a_busy_history_leaves_the_file_for_the_next_start(
    open_history: Open, path: Path, clock: FakeClock
) -> None:
    open_history().keep_elsewhere(whole(a_set(0)))
    with closing(connect(path, 0.0)) as other:
        other.execute("BEGIN IMMEDIATE")
        history = History(path, clock, busy_timeout_s=0.0)
        assert "Another program" in history.notices[-1].text
        history.close()
    assert len(files(path.parent)) == 1

    assert len(open_history().sessions()) == 1
    assert files(path.parent) == []


def test_a_call_waits_far_less_than_a_session_takes_for_sleep(
    open_history: Open, path: Path
) -> None:
    """A window must go on painting while another program writes."""
    history = open_history()
    [(busy_ms,)] = history._database.read("PRAGMA busy_timeout")
    assert busy_ms <= 100
    with closing(connect(path, 0.0)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Trouble, match="Another program is using the history"):
            history.begin(a_start())


def test_a_file_in_a_folder_for_all_goes_into_its_own_history_only(tmp_path: Path) -> None:
    home = tmp_path / "home"
    mine, others = (tmp_path / name / "history.db" for name in ("mine", "others"))
    home.mkdir()
    mine.parent.write_text("no folder")
    Refuge(mine, (home,)).keep(whole(a_set(0)))
    mine.parent.unlink()

    with closing(History(others, FakeClock(), refuges=(home,))) as history:
        assert history.sessions() == []
    with closing(History(mine, FakeClock(), refuges=(home,))) as history:
        assert len(history.sessions()) == 1
    assert files(home) == []


def test_an_earlier_file_in_another_folder_goes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    second.mkdir()
    refuge = Refuge(first / "history.db", (second,))
    refuge.keep(whole(a_set(0)))
    [file] = files(first)
    file.unlink()
    first.rmdir()
    first.write_text("no folder any more")
    place = refuge.keep(whole(a_set(0), a_set(1)))
    first.unlink()
    first.mkdir()
    (first / file.name).write_text("{}")
    assert Path(refuge.keep(whole(a_set(0), a_set(1)))).parent == first
    assert not Path(place).exists()
