"""`glutetimer report`."""

import os
import shutil
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from glutetimer.app import open_history_at
from glutetimer.cli.planned import chosen_period
from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd, SessionReview, SessionStart
from glutetimer.core.report.period import Period
from glutetimer.folders import folders
from tests.cli.conftest import Run
from tests.core.report.builders import a_set

CHECKOUT = Path(__file__).parents[2]
TODAY = date(2026, 3, 31)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """The one of the tests, which must be there before the command makes its own."""


@pytest.fixture
def done(own_home: Path) -> date:
    """A session of two sets an hour ago; its day."""
    history = open_history_at(folders(None))
    began_at = datetime.now().astimezone() - timedelta(hours=1)
    start = SessionStart("first-session", "First session", began_at, 540.0, 8, 2)
    number = history.begin(start)
    for index in range(2):
        history.add_set(number, a_set(index))
    history.finish(number, SessionEnd.STOPPED, began_at + timedelta(minutes=9), 545.0)
    history.review(number, SessionReview(1, 5, "Felt fine"))
    history.close()
    return began_at.date()


def test_the_last_three_months_are_meant_when_nothing_is_said() -> None:
    assert chosen_period(None, None, TODAY) == Period(date(2026, 1, 1), TODAY)
    assert chosen_period(None, date(2026, 1, 31), TODAY).since == date(2025, 11, 1)
    assert chosen_period(date(2026, 3, 1), None, TODAY) == Period(date(2026, 3, 1), TODAY)
    with pytest.raises(Trouble, match="ends before it begins"):
        chosen_period(TODAY, date(2026, 3, 30), TODAY)


def test_a_report_is_made_of_what_was_done(run: Run, tmp_path: Path, done: date) -> None:
    path = tmp_path / "report.pdf"

    answer = run("report", "-o", str(path))

    assert (answer.status, answer.err) == (0, "")
    assert answer.out.endswith(", 1 page, A4\n")
    assert path.read_bytes().startswith(b"%PDF-")
    if (reader := shutil.which("pdftotext")) is not None:
        command = [reader, "-layout", "-enc", "UTF-8", str(path), "-"]
        read = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        for words in ("Exercise report", "Glute bridge", "2 × 10", "2 of 8", "Felt fine", "goal 3"):
            assert words in read.stdout


def test_a_period_with_nothing_done_makes_an_honest_page(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"

    answer = run("report", "--from", "2026-01-01", "--to", "2026-03-31", "-o", str(path))

    assert answer.out == f"{path}: 2026-01-01 to 2026-03-31, 1 page, A4\n"
    assert path.is_file()


def test_an_existing_file_stays_without_force(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_text("mine")

    assert "--force" in run("report", "-o", str(path)).err
    assert path.read_text() == "mine"
    assert run("report", "-o", str(path), "--force").status == 0
    assert path.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "report.txt"], "PDF"),
        (["-o", "no/such/report.pdf"], "no such folder"),
        (["--from", "2026-03-31", "--to", "2026-03-01", "-o", "report.pdf"], "before it begins"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)

    answer = run("report", *words)

    assert answer.status == 1
    assert said in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.e2e
def test_no_display_is_needed(tmp_path: Path) -> None:
    away = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environ = {name: value for name, value in os.environ.items() if name not in away}
    ended = subprocess.run(
        [sys.executable, "-m", "glutetimer", "report", "-o", "report.pdf"],
        cwd=tmp_path,
        env=environ | {"GLUTETIMER_HOME": str(tmp_path / "home"), "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
