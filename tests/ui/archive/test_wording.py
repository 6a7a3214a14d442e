"""Files, imports and backups in words."""

from datetime import UTC, date, datetime

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import Backup, BackupPreview, Extent, Imported, ImportPreview
from glutetimer.ui.archive.wording import (
    backup_facts,
    backup_lines,
    backup_title,
    days_text,
    extent_text,
    import_lines,
    imported_text,
    size_text,
)
from glutetimer.ui.words import trouble_lines

TODAY = date(2026, 3, 20)
NONE = Extent(0, 0)
ONE = Extent(1, 8, date(2026, 3, 2), date(2026, 3, 2))
SOME = Extent(20, 160, date(2026, 3, 1), date(2026, 3, 3))
ALL = Extent(120, 960, date(2026, 1, 12), date(2026, 3, 3))


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2026, 1, 12), date(2026, 3, 3), "12 Jan to 3 Mar"),
        (date(2026, 3, 2), date(2026, 3, 2), "2 Mar"),
        (date(2025, 3, 2), date(2025, 3, 2), "2 Mar 2025"),
        (date(2025, 1, 12), date(2025, 3, 3), "12 Jan to 3 Mar 2025"),
        (date(2025, 12, 31), date(2026, 1, 1), "31 Dec 2025 to 1 Jan 2026"),
    ],
)
def test_days_have_a_year_where_they_need_one(first: date, last: date, text: str) -> None:
    assert plain(days_text(Extent(2, 2, first, last), TODAY)) == text


def test_an_extent() -> None:
    assert plain(extent_text(ALL, TODAY)) == "120 sessions with 960 sets, 12 Jan to 3 Mar"
    assert plain(extent_text(ONE, TODAY)) == "1 session with 8 sets, 2 Mar"
    assert extent_text(NONE, TODAY) == "no sessions"


def preview(found: Extent, new: Extent, *fields: str) -> str:
    return plain(" ".join(import_lines(ImportPreview("a.json", 2, found, new, fields), TODAY)))


def test_a_preview_says_what_is_new_and_what_is_there() -> None:
    assert preview(ALL, SOME) == (
        "The file has 120 sessions with 960 sets, 12 Jan to 3 Mar. "
        "20 are new and would be added (1 Mar to 3 Mar), 100 are in your history already."
    )


@pytest.mark.parametrize(
    ("found", "new", "text"),
    [
        (NONE, NONE, "The file has no sessions. There is nothing to import."),
        (ALL, NONE, "All of them are in your history already. There is nothing to import."),
        (ONE, NONE, "2 Mar. It is in your history already. There is nothing to import."),
        (ALL, ALL, "All of them are new and would be added."),
        (ONE, ONE, "It is new and would be added."),
        (Extent(2, 9, ONE.first_day, ONE.last_day), ONE, "1 is new and would be added (2 Mar)"),
        (Extent(2, 9, ONE.first_day, ONE.last_day), ONE, ", 1 is in your history already."),
    ],
)
def test_a_preview_of_few_or_none(found: Extent, new: Extent, text: str) -> None:
    assert text in preview(found, new)


def test_answers_alone_are_worth_an_import() -> None:
    only = ImportPreview("a.json", 2, ALL, NONE, new_answers=3)
    assert import_lines(only, TODAY)[1:] == [
        "All of them are in your history already.",
        "3 answers to suggestions would be added.",
    ]
    assert not only.is_nothing
    assert (
        imported_text(Imported((), 0, "")) == "Answers to suggestions were added to your history."
    )


def test_unknown_fields_are_named_but_not_all_of_a_thousand() -> None:
    assert preview(ALL, SOME, "mood").endswith(
        "1 field of the file is not known here and would be left out: mood."
    )
    many = preview(ALL, SOME, *(f"field {number}" for number in range(1000)))
    assert many.endswith("field 3, field 4 and 995 more.")
    assert "1,000 fields" in many
    long = preview(ALL, SOME, "x" * 5000, "two\nlines")
    assert len(long) < 400
    assert "two lines" in long


def backup(at: datetime, reason: str = "", size_bytes: int = 1_230_000) -> Backup:
    return Backup("history-20260302T180500Z.sqlite3", at, reason, size_bytes)


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("", "Daily  ·  1.2 MB"),
        ("before-import", "Before an import  ·  1.2 MB"),
        ("before-restore", "Before a restore  ·  1.2 MB"),
        ("before-restore-2", "Before a restore  ·  1.2 MB"),
        ("before-v2", "Before an update of glutetimer  ·  1.2 MB"),
        ("by-hand", "By hand  ·  1.2 MB"),
    ],
)
def test_why_a_backup_was_made(reason: str, text: str) -> None:
    assert backup_facts(backup(datetime(2026, 3, 2, tzinfo=UTC), reason)) == text


def test_when_a_backup_was_made() -> None:
    now = datetime(2026, 3, 20, 12, 0).astimezone()
    assert backup_title(backup(datetime(2026, 3, 20, 7, 24).astimezone()), now) == "Today, 07:24"
    long_ago = datetime(2026, 3, 2, 18, 5).astimezone()
    assert backup_title(backup(long_ago), now) == "2 Mar 2026, 18:05"


def test_sizes() -> None:
    assert [size_text(size) for size in (0, 40_000, 999_400, 1_000_000, 123_456_789)] == [
        "1 kB",
        "40 kB",
        "999 kB",
        "1.0 MB",
        "123.5 MB",
    ]


SAME = "Today's history has the same sessions."
GONE = "20 are not in today's history: 1 Mar to 3 Mar."
EVERY = "Every session of today's history is in it as well."
LACKS = "20 sessions of today's history are not in it: 1 Mar to 3 Mar."


@pytest.mark.parametrize(
    ("has", "lost", "regained", "lines"),
    [
        (ALL, NONE, NONE, [SAME]),
        (NONE, NONE, NONE, [SAME]),
        (ALL, NONE, SOME, [GONE, EVERY]),
        (ALL, SOME, NONE, [LACKS]),
        (ALL, SOME, SOME, [GONE, LACKS]),
        (ALL, NONE, ALL, ["None of them is in today's history."]),
        (ALL, SOME, ALL, ["None of them is in today's history.", LACKS]),
        (NONE, SOME, NONE, [LACKS]),
        (ALL, ONE, NONE, ["1 session of today's history is not in it: 2 Mar."]),
        (ALL, NONE, ONE, ["1 is not in today's history: 2 Mar.", EVERY]),
    ],
)
def test_how_a_backup_differs_from_today(
    has: Extent, lost: Extent, regained: Extent, lines: list[str]
) -> None:
    made = backup(datetime(2026, 3, 2, tzinfo=UTC))
    first, *rest = backup_lines(BackupPreview(made, has, lost, regained), TODAY)
    assert plain(first) == f"It has {plain(extent_text(has, TODAY))}."
    assert [plain(line) for line in rest] == lines


def test_trouble_is_said_line_by_line() -> None:
    full = Trouble("The disk is full", "a.json", "Free some space")
    assert trouble_lines(full) == ["The disk is full.", "a.json", "Free some space."]
    assert trouble_lines(Trouble("The disk is full")) == ["The disk is full."]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")
