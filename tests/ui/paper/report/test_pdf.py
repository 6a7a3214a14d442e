"""A report on paper: one page or two, whatever there is to say."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from glutetimer import resources
from glutetimer.core.history.records import Pain
from glutetimer.core.report.period import Period, last_months
from glutetimer.core.report.values import Report, ReportedSession
from glutetimer.ui.paper.paper import Paper, PdfPages
from glutetimer.ui.paper.report.pdf import report_pdf, write_report
from glutetimer.ui.paper.report.sheet import MARGIN, ROOM, ReportSheet
from glutetimer.ui.style.application import load_fonts
from tests.core.report.builders import NAMES, a_history, a_session, a_set
from tests.core.report.test_report import report
from tests.ui.samples import RTL, STRANGE

END = date(2026, 3, 31)
LONG = (STRANGE.title, RTL.title, "🦵🏽" * 30, "x" * 2000, "a\u202eb\x07c", STRANGE.notes)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts need one; and the font is that of the program."""
    load_fonts(tuple(str(path) for path in (resources.assets_dir() / "fonts").glob("*.otf")))


def strange() -> Report:
    """Long, turned round and broken texts wherever a person can write."""
    sessions = a_history(date(2026, 1, 1), 89, 60, (*LONG, *NAMES), 7)
    return report(*(_strange(n, session) for n, session in enumerate(sessions)))


def _strange(number: int, session: ReportedSession) -> ReportedSession:
    text = LONG[number % len(LONG)]
    sets = tuple(
        replace(record, note=text, pain=Pain(text, 5), result=replace(record.result, load=text))
        for record in session.sets
    )
    return replace(session, sets=sets, note=text)


def nothing() -> Report:
    return report()


def one_day() -> Report:
    return report(a_session(END, [a_set(0)]), period=Period(END, END))


def three_sessions() -> Report:
    return report(*a_history(date(2026, 3, 10), 20, 3, NAMES[:4], 5))


def a_year() -> Report:
    sessions = a_history(date(2025, 4, 1), 364, 150, NAMES, 3)
    return report(*sessions, period=last_months(END, 12))


def many_exercises() -> Report:
    names = [f"Exercise number {n}" for n in range(80)]
    return report(*a_history(date(2026, 1, 1), 89, 80, names, 3))


def a_decade() -> Report:
    first = date(2016, 4, 1)
    return report(*a_history(first, 3650, 1200, NAMES, 3), period=Period(first, END))


CASES = {
    "nothing": (nothing, 1),
    "one day": (one_day, 1),
    "three sessions": (three_sessions, 1),
    "a year": (a_year, 2),
    "many exercises": (many_exercises, 2),
    "a decade": (a_decade, 2),
    "strange": (strange, 2),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_one_page_or_two_and_nothing_runs_over_the_edge(name: str) -> None:
    make, count = CASES[name]
    made: Report = make()

    content, pages = report_pdf(made)

    assert pages == count
    assert len(re.findall(rb"/Type /Page\b", content)) == count
    with PdfPages("test") as paper:
        for parts in ReportSheet(Paper(paper.painter), made).pages:
            assert MARGIN + sum(part.height for part in parts) <= ROOM + 12.0  # the last gap


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_the_text_can_be_read_by_programs(tmp_path: Path) -> None:
    path = tmp_path / "year.pdf"
    made = a_year()
    write_report(made, path)

    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"]
    read = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)

    text = read.stdout
    assert "1 Apr 2025 – 31 Mar 2026" in text
    assert f"{made.sets_done:,} of {made.sets_planned:,}" in text
    for row in made.exercises:
        assert row.name in text
        assert f"{row.sets_done} / {row.sets_planned}" in text
    assert "Thomeé 1997; Silbernagel 2007" in text
    assert re.search(r"… and \d+ more", text)
    newest = made.notes[-1]
    assert newest.text in text
