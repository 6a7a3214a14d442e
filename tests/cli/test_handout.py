"""`glutetimer handout`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Reps
from glutetimer.core.plan.plan import plan
from glutetimer.core.settings import ExerciseSettings, Settings, dose_key
from glutetimer.ui.paper import handout_pdf as pdf
from glutetimer.ui.paper.handout_words import SAFETY, entries_of
from tests.built_in import library
from tests.cli.conftest import Run
from tests.core.builders import entry, routine

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """The one of the tests, which must be there before the command makes its own."""


@pytest.mark.parametrize("routine", ["first-session", "ten-glute-exercises", "desk-squeeze"])
def test_a_normal_routine_fills_one_or_two_pages(run: Run, tmp_path: Path, routine: str) -> None:
    path = tmp_path / "sheet.pdf"
    answer = run("handout", routine, "-o", str(path))
    assert (answer.status, answer.err) == (0, "")
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert " 1 page, A4" in answer.out or " 2 pages, A4" in answer.out
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_file_stays_without_force(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_text("mine")
    answer = run("handout", "first-session", "-o", str(path))
    assert answer.status == 1
    assert "--force" in answer.err
    assert path.read_text() == "mine"
    assert run("handout", "first-session", "-o", str(path), "--force").status == 0
    assert path.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("name", "words"),
    [("sheet.txt", ".pdf"), ("no/such/sheet.pdf", "no such folder"), ("folder.pdf", "folder")],
)
def test_a_name_that_is_no_good_is_refused(run: Run, tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "folder.pdf").mkdir()
    answer = run("handout", "first-session", "-o", str(tmp_path / name), "--force")
    assert answer.status == 1
    assert words in answer.err
    assert "Traceback" not in answer.err


def test_what_cannot_be_written_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_text("mine")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Trouble, match="No space left"):
        pdf.write_handout(plan(library().routine("desk-squeeze")), path, may_replace=True)
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.e2e
def test_no_display_is_needed(tmp_path: Path) -> None:
    away = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environ = {name: value for name, value in os.environ.items() if name not in away}
    done = subprocess.run(
        [sys.executable, "-m", "glutetimer", "handout", "desk-squeeze", "-o", "sheet.pdf"],
        cwd=tmp_path,
        env=environ | {"GLUTETIMER_HOME": str(tmp_path / "home"), "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_its_doses_can_be_found_and_copied(run: Run, tmp_path: Path) -> None:
    run("handout", "ten-glute-exercises", "-o", str(tmp_path / "sheet.pdf"))
    command = ["pdftotext", "-enc", "UTF-8", str(tmp_path / "sheet.pdf"), "-"]
    read = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert "10-12 reps each side" in read.stdout
    assert "3 × 10 reps" in read.stdout


def test_every_exercise_has_dose_cues_and_pictures() -> None:
    timeline = plan(library().routine("ten-glute-exercises"))
    entries = entries_of(timeline)
    assert [one.number for one in entries] == list(range(1, len(timeline.entries) + 1))
    for one in entries:
        assert one.dose
        assert 1 <= len(one.cues) <= 3
        if one.exercise.motion is not None:
            assert all(one.captions)
    assert "no medical advice" in SAFETY


def test_a_dose_of_ones_own_says_so() -> None:
    """It must not look like that of whoever wrote the routine."""
    some = routine(entry(Reps(10, 10)))
    settings = Settings(exercises={dose_key("test", "bridge"): ExerciseSettings(reps=12)})
    (mine,) = entries_of(plan(some, settings))
    assert mine.dose == "12 reps"
    assert mine.extra == "Your own dose, only in this routine"
    (written,) = entries_of(plan(some))
    assert written.extra == ""
