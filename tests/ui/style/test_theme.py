"""The themes: legible, complete, and following what they should."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from glutetimer.core.theme import Theme
from glutetimer.ui.paper import paper
from glutetimer.ui.style.application import apply_theme
from glutetimer.ui.style.style_sheet import style_sheet
from glutetimer.ui.style.theme import DARK, LIGHT, Colors, Type, current, font


def _luminance(color: str) -> float:
    def linear(part: float) -> float:
        return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)

    made = QColor(color)
    red, green, blue = (linear(part) for part in (made.redF(), made.greenF(), made.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_text_meets_wcag_aa(colors: Colors) -> None:
    c = colors
    grounds = (c.window, c.card, c.sunken, c.hover, c.accent_soft)
    pairs = [(text, ground) for text in (c.text, c.muted) for ground in grounds]
    pairs += [(c.accent, ground) for ground in (c.window, c.card, c.accent_soft)]
    pairs += [(c.on_accent, c.accent), (c.on_accent, c.accent_hover), (c.on_danger, c.danger)]
    pairs += [(c.danger, ground) for ground in (c.window, c.card, c.danger_soft)]
    pairs += [(c.warning, c.warning_soft)]
    pairs += [(phase, ground) for phase in c.phases for ground in (c.window, c.card)]
    too_low = {pair: round(_contrast(*pair), 2) for pair in pairs if _contrast(*pair) < 4.5}
    assert not too_low


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_the_words_of_a_session_meet_wcag_aa(colors: Colors) -> None:
    c = colors
    # The band writes in the colour of the cards on that of the phase.
    pairs = [(c.card, phase) for phase in c.phases]
    pairs += [(c.text, c.danger_soft), (c.warning, c.warning_soft), (c.muted, c.card)]
    too_low = {pair: round(_contrast(*pair), 2) for pair in pairs if _contrast(*pair) < 4.5}
    assert not too_low


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_every_rule_of_the_style_sheet_with_text_and_ground_meets_wcag_aa(colors: Colors) -> None:
    found = 0
    too_low = {}
    for selector, rule in re.findall(r"([^{}]+)\{([^}]*)\}", style_sheet(colors)):
        told = dict(re.findall(r"(?<![\w-])([\w-]+): *(#[0-9a-f]{6})", rule))
        for text, ground in (
            ("color", "background-color"),
            ("selection-color", "selection-background-color"),
        ):
            if text in told and ground in told and ":disabled" not in selector:
                found += 1
                contrast = _contrast(told[text], told[ground])
                if contrast < 4.5:
                    too_low[selector.strip()] = round(contrast, 2)
    assert found >= 10
    assert not too_low


def test_the_ink_on_paper_meets_wcag_aa() -> None:
    inks = (paper.INK, paper.SOFT, paper.ACCENT)
    assert all(_contrast(ink, "#ffffff") >= 4.5 for ink in inks)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_the_figure_stands_out_from_its_card(colors: Colors) -> None:
    figure = colors.figure
    for pair in (figure.trousers, figure.shirt, figure.skin, figure.hair):
        assert max(_contrast(tone, colors.card) for tone in (*pair, figure.edge)) >= 1.5
    # A working muscle is told from the trousers by its colour.
    assert max(_contrast(figure.warm, tone) for tone in figure.trousers) >= 2


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_controls_are_seen(colors: Colors) -> None:
    assert _contrast(colors.outline, colors.window) >= 3
    assert _contrast(colors.outline, colors.card) >= 3


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_no_colour_left_open(colors: Colors) -> None:
    assert "@" not in style_sheet(colors)


@pytest.mark.parametrize(("theme", "colors"), [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK)])
def test_a_theme_is_applied(qapp: QApplication, theme: Theme, colors: Colors) -> None:
    apply_theme(qapp, theme)
    assert current(qapp) == colors
    assert qapp.styleSheet() == style_sheet(colors)


def test_the_system_theme_follows_the_system_and_a_fixed_one_does_not(qapp: QApplication) -> None:
    apply_theme(qapp, Theme.DARK)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert current(qapp) == DARK
    apply_theme(qapp, Theme.SYSTEM)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert current(qapp) == LIGHT


def test_fonts_keep_to_their_size(qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    assert font(Type.DISPLAY).pixelSize() == 30
    assert Type.CAPTION >= 13


@pytest.mark.parametrize("look", ["", "switch"])
def test_the_row_of_tabs_with_the_focus_has_a_ring(
    qapp: QApplication, qtbot: QtBot, look: str
) -> None:
    apply_theme(qapp, Theme.LIGHT)
    tabs = QTabBar()
    qtbot.addWidget(tabs)
    tabs.setProperty("look", look)
    tabs.addTab("Month")
    tabs.show()
    tabs.activateWindow()
    tabs.setFocus()
    with qtbot.waitActive(tabs):
        pass

    edge = tabs.tabRect(0)
    middle = tabs.grab().toImage().pixelColor(edge.center().x(), edge.top() + 1)

    assert middle.name() == LIGHT.accent
