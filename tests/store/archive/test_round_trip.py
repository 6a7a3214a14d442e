"""Exported, wiped, imported: the same history."""

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from hypothesis import given, settings

from glutetimer.core.history.records import SessionEnd
from glutetimer.core.history.totals import SuggestionAnswer
from glutetimer.store.history import History
from tests.fakes import FakeClock
from tests.store.archive.histories import Session, answers, everything, histories, store
from tests.store.builders import a_set, a_start
from tests.store.conftest import Open


@settings(max_examples=40)
@given(found=histories, said=answers)
def test_whatever_was_done_comes_back(
    found: Sequence[Session], said: Sequence[SuggestionAnswer]
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        exported = folder / "all.json"
        first = History(folder / "first.sqlite3", FakeClock())
        second = History(folder / "second.sqlite3", FakeClock())
        try:
            store(first, found)
            for one in said:
                first.progress.answer(one)
            written = first.archive.export_json(str(exported))
            preview = second.archive.preview_import(str(exported))
            imported = second.archive.import_json(str(exported))
            assert everything(second) == everything(first)

            sets = sum(len(one.sets) for one in found)
            assert (written.sessions, written.sets) == (len(found), sets)
            assert preview.found == preview.new == written
            assert (preview.version, preview.unknown_fields) == (2, ())
            assert (len(imported.session_ids), imported.sets) == (len(found), sets)
            # And nothing comes twice.
            assert second.archive.preview_import(str(exported)).new.sessions == 0
            assert second.archive.import_json(str(exported)).backup == ""
            assert everything(second) == everything(first)
            second.archive.undo_import(imported)
            assert everything(second) == []
        finally:
            first.close()
            second.close()


def test_days_stay_those_of_the_person_over_a_change_of_the_clock(
    open_history: Open, tmp_path: Path
) -> None:
    berlin, apia = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Apia")
    begun = [
        datetime(2026, 3, 28, 23, 59, tzinfo=berlin),  # the clock goes forward in this night
        datetime(2026, 3, 29, 3, 1, tzinfo=berlin),
        datetime(2026, 10, 25, 2, 30, tzinfo=berlin),  # this half hour comes twice
        datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=berlin),
        datetime(2011, 12, 29, 23, 0, tzinfo=apia),  # there was no 30 December
        datetime(2011, 12, 31, 0, 30, tzinfo=apia),
    ]
    first = open_history()
    for at in begun:
        number = first.begin(a_start(started_at=at))
        first.add_set(number, a_set())
        first.finish(number, SessionEnd.FINISHED, at + timedelta(minutes=10), 600.0)
    first.archive.export_json(str(tmp_path / "all.json"))
    texts = [
        session["started_at"]
        for session in json.loads((tmp_path / "all.json").read_text("utf-8"))["sessions"]
    ]
    assert texts[2:] == [
        "2026-03-28T23:59:00+01:00",
        "2026-03-29T03:01:00+02:00",
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
    ]
    second = History(tmp_path / "second.sqlite3", FakeClock())
    try:
        second.archive.import_json(str(tmp_path / "all.json"))
        days = [totals.day for totals in second.progress.totals()]
        assert days == [
            date(2011, 12, 29),
            date(2011, 12, 31),
            date(2026, 3, 28),
            date(2026, 3, 29),
            date(2026, 10, 25),
            date(2026, 10, 25),
        ]
        assert [s.start.started_at.isoformat() for s in second.sessions()][::-1] == texts
    finally:
        second.close()
