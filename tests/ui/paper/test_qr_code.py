"""The code on a handout: read back as a scanner reads it, never cut, never too fine to be read."""

from collections.abc import Sequence

import pytest
import zxingcpp
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from glutetimer import resources
from glutetimer.core.plan.plan import plan
from glutetimer.core.settings import ExerciseSettings, Settings, dose_key
from glutetimer.ui.paper.handout_page import BelowExercises, HandoutSheet
from glutetimer.ui.paper.handout_words import code_words, entries_of
from glutetimer.ui.paper.paper import HEIGHT, WIDTH, PdfPages
from glutetimer.ui.paper.qr_code import (
    LEAST_MODULE_MM,
    MODULE_MM,
    POINTS_PER_MM,
    QUIET_MODULES,
    QrCode,
    qr_code,
)
from glutetimer.ui.style.application import load_fonts
from tests.built_in import library

DPI = 300
WHITE = QImage.Format.Format_Grayscale8


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts need one."""
    load_fonts(tuple(str(path) for path in (resources.assets_dir() / "fonts").glob("*.otf")))


def made(text: str) -> QrCode:
    code = qr_code(text)
    assert code is not None
    return code


def read(image: QImage) -> Sequence[str]:
    """What a reader of codes sees in an image."""
    rows = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
    return [found.text for found in zxingcpp.read_barcodes(rows)]


def printed(code: QrCode, side: float) -> QImage:
    """The code as a printer of 300 dots an inch prints it, so many points wide."""
    dots = round(side / 72 * DPI)
    image = QImage(dots + 3 & ~3, dots, WHITE)
    image.fill(255)
    painter = QPainter(image)
    code.paint(painter, QRectF(0, 0, dots, dots))
    painter.end()
    return image


@pytest.mark.parametrize("count", [1, 30, 300, 1000, 2331])
def test_it_is_read_back_as_it_was_even_in_its_least_size(count: int) -> None:
    text = ('title="Für dich 腰 🦵"\n[[exercise]]\nuse="clam"\n' * 60).encode()[:count]
    whole = text.decode(errors="ignore").ljust(3)
    code = made(whole)
    least = len(code.rows) + 2 * QUIET_MODULES
    for module_mm in (LEAST_MODULE_MM, MODULE_MM):
        assert read(printed(code, least * module_mm * POINTS_PER_MM)) == [whole]


def test_nothing_is_ever_cut() -> None:
    assert qr_code("x" * 2331) is not None
    assert qr_code("x" * 2332) is None
    assert qr_code("ü" * 1166) is None


def test_it_is_as_large_as_there_is_room_but_never_too_fine() -> None:
    code = made("x" * 500)
    modules = len(code.rows) + 2 * QUIET_MODULES
    usual, least = (modules * module * POINTS_PER_MM for module in (MODULE_MM, LEAST_MODULE_MM))
    assert code.side(1000) == usual
    assert code.side(usual - 1) == usual - 1
    assert code.side(least - 0.01) == usual  # on a page of its own


@pytest.mark.parametrize("name", ["first-session", "desk-squeeze", "band-activation"])
def test_a_sheet_holds_the_routine_itself(name: str) -> None:
    text = library().given(name).short_text
    timeline, scale = plan(library().routine(name)), DPI / 72
    with PdfPages("test") as paper:  # measures in points
        sheet = HandoutSheet(paper.painter, timeline, made(text))
        pages = sheet.pages()
    assert [part for page in pages for part in page if isinstance(part, BelowExercises)] == list(
        BelowExercises
    )

    image = QImage(round(WIDTH * scale) + 3 & ~3, round(HEIGHT * scale), WHITE)
    image.fill(255)
    image.setDotsPerMeterX(2835)  # 72 dots an inch: fonts measure as on paper
    image.setDotsPerMeterY(2835)
    painter = QPainter(image)
    painter.scale(scale, scale)
    sheet = HandoutSheet(painter, timeline, made(text))
    last = sheet.pages()[-1]
    sheet.paint(last, len(pages), len(pages))
    painter.end()

    [found] = read(image)
    assert found == text
    assert library().routine_of(found, name) == library().routine(name)


def test_a_short_routine_keeps_to_one_page() -> None:
    timeline = plan(library().routine("first-session"))
    for text, count in (("x" * 250, 1), ("x" * 2331, 2)):
        with PdfPages("test") as paper:
            assert len(HandoutSheet(paper.painter, timeline, made(text)).pages()) == count


def test_it_says_that_a_dose_of_ones_own_is_not_in_it() -> None:
    written = plan(library().routine("desk-squeeze"))
    [entry] = written.entries[:1]
    key = dose_key("desk-squeeze", entry.exercise.id)
    mine = plan(
        library().routine("desk-squeeze"), Settings(exercises={key: ExerciseSettings(sets=5)})
    )
    said = [" ".join(code_words(entries_of(timeline))) for timeline in (written, mine)]
    assert "Import pasted text" in said[0]
    assert "not in the code" not in said[0]
    assert "not in the code" in said[1]
