"""The size of text: from 80 to 200 percent, at once, everywhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from glutetimer.core.settings import Settings
from glutetimer.core.theme import Theme
from glutetimer.ui.style import application
from glutetimer.ui.style.application import apply_text_size, apply_theme
from glutetimer.ui.style.style_sheet import style_sheet
from glutetimer.ui.style.text_size import grown, set_sizes, text_font, text_scale
from glutetimer.ui.style.theme import LIGHT, Type, current, high_contrast
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.fakes import World


@pytest.fixture(autouse=True)
def usual(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Theme.LIGHT)
    yield
    apply_text_size(qapp, 100)
    apply_theme(qapp, Theme.LIGHT)


def test_everything_goes_with_it(qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    set_sizes(label, text_px=14, height_px=36)
    apply_text_size(qapp, 200)
    assert qapp.font().pixelSize() == 2 * Type.BODY
    assert text_scale() == 2
    assert text_font(Type.CAPTION).pixelSize() == 2 * Type.CAPTION
    assert (label.font().pixelSize(), label.height()) == (28, 72)
    assert "font-size: 60px" in qapp.styleSheet(), "a display text of 30"
    apply_text_size(qapp, 100)
    assert (label.font().pixelSize(), label.height()) == (14, 36)
    assert qapp.styleSheet() == style_sheet(LIGHT)


def test_a_place_does_not_shrink_with_its_text(qapp: QApplication) -> None:
    apply_text_size(qapp, 80)
    assert text_font(Type.BODY).pixelSize() == 12
    assert grown(36) == 36


@pytest.mark.parametrize(
    ("size", "dpi", "body"),
    [(9.0, 96, 15), (11.0, 96, 15), (11.0, 120, 18), (14.0, 144, 28), (13.0, 72, 15)],
    ids=["usual", "gnome", "gnome large", "large", "mac"],
)
def test_text_is_never_smaller_than_that_of_the_system(size: float, dpi: int, body: int) -> None:
    class Font:
        def pixelSize(self) -> int:  # noqa: N802
            return -1

        def pointSizeF(self) -> float:  # noqa: N802
            return size

    class Screen:
        def logicalDotsPerInch(self) -> float:  # noqa: N802
            return dpi

    class App:
        def font(self) -> Font:
            return Font()

        def primaryScreen(self) -> Screen:  # noqa: N802
            return Screen()

    assert max(Type.BODY, application._pixels(App())) == body  # type: ignore[arg-type]


def test_keys_step_it_and_it_is_kept(qtbot: QtBot, world: World) -> None:
    window = MainWindow(world.services())
    qtbot.addWidget(window)
    steps = window.preferences
    steps.larger_text()
    steps.larger_text()
    assert world.store.settings.text_size == 120
    assert text_scale() == pytest.approx(1.2)
    for _ in range(20):
        steps.larger_text()
    assert world.store.settings.text_size == 200
    for _ in range(20):
        steps.smaller_text()
    assert world.store.settings.text_size == 80
    steps.usual_text()
    assert world.store.settings.text_size == Settings().text_size == 100


def test_high_contrast_is_known_from_the_palette(qapp: QApplication) -> None:
    strong = high_contrast(LIGHT)
    assert strong.muted == strong.outline == LIGHT.text
    before = qapp.palette()
    qapp.setPalette(application._palette(strong))
    try:
        assert current(qapp) == strong
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.window
    finally:
        qapp.setPalette(before)
    assert current(qapp) == LIGHT
