"""Text on paper: cut where it must be, and nothing that breaks what stands beside it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from glutetimer import resources
from glutetimer.ui.paper.paper import Paper, PdfPages, TextStyle, clean
from glutetimer.ui.style.application import load_fonts
from tests.ui.samples import RTL

STYLE = TextStyle(9)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts need one; and the font is that of the program."""
    load_fonts(tuple(str(path) for path in (resources.assets_dir() / "fonts").glob("*.otf")))


@pytest.mark.parametrize(
    "text",
    [
        "Slept badly; took the gentle dose and stopped the hold early, as the squeeze faded.",
        "x" * 400,
        RTL.title * 8,
        "🦵🏽🏋️‍♀️ " * 60,
        "",
    ],
)
@pytest.mark.parametrize("lines", [1, 2, 5])
def test_a_shortened_text_keeps_to_its_lines_and_width(text: str, lines: int) -> None:
    with PdfPages("test") as pages:
        paper = Paper(pages.painter)

        found = paper.shortened(text, 120.0, lines, STYLE)

        assert len(found) <= lines
        assert all(paper.width(line, STYLE) <= 121.0 for line in found)
        whole = paper.shortened(text, 120.0, 1000, STYLE)
        assert "".join("".join(whole).split()) == "".join(text.split())
        assert (found == whole) == (len(whole) <= lines)


def test_what_turns_or_ends_a_line_is_left_out() -> None:
    assert clean("a\u202eb\x07c\x00d\u2069") == "abcd"
    assert clean(RTL.title) == RTL.title
    assert clean("🏋️‍♀️") == "🏋️‍♀️"


def test_an_error_while_painting_leaves_no_painter_behind() -> None:
    with pytest.raises(ZeroDivisionError), PdfPages("test") as pages:
        raise ZeroDivisionError

    assert not pages.painter.isActive()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_every_letter_can_be_found_and_copied(tmp_path: Path) -> None:
    words = "3 × 10–12 reps (left), 2-3: 100 % – “so” 12×"
    with PdfPages("test") as pages:
        Paper(pages.painter).one_line(words, QRectF(40, 40, 500, 20), STYLE)
        (tmp_path / "a.pdf").write_bytes(pages.finish())

    command = ["pdftotext", "-enc", "UTF-8", str(tmp_path / "a.pdf"), "-"]
    read = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert read.stdout.strip() == words
