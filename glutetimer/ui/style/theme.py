"""What everything looks like: colours, type and spacing, each with a name."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

ICONS = "icons"
"""The property of the application that has the folder of the icons: `find_icons` sets it."""

SCROLL_BAR_PX = 12
"""Width of a scroll bar, as the style sheet has it."""


class Type:
    """Sizes of text in pixels."""

    CAPTION = 13
    BODY = 15
    TITLE = 22
    DISPLAY = 30
    HUGE = 56


class Space:
    """Distances in pixels, each about half as large again as the one before."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 36


GUTTER_PX = Space.XL
"""Right of what a page scrolls; the scroll bar stands in it."""


class Radius:
    """Rounding of corners in pixels."""

    ROW = 12
    CARD = 16


class Phases(NamedTuple):
    """One colour per phase of a session: as text on `window` or `card` it meets WCAG AA."""

    ready: str
    lift: str
    hold: str
    lower: str
    pause: str
    rest: str
    switch: str
    change: str


class FigureColors(NamedTuple):
    """The colours of the animated figure: each tone pair goes from shade to light."""

    skin: tuple[str, str]
    hair: tuple[str, str]
    shirt: tuple[str, str]
    trousers: tuple[str, str]
    shoes: tuple[str, str]
    edge: str
    blush: str
    warm: str
    floor_mark: str
    shadow: str
    mat: tuple[str, str]
    band: tuple[str, str]
    ball: tuple[str, str]
    metal: tuple[str, str]
    wood: tuple[str, str]
    ghost: str


class Colors(NamedTuple):
    """The colours of one theme, each "#rrggbb".

    `text` and `muted` meet WCAG AA (4.5 to 1) on `window`, `card`, `sunken`, `hover` and
    `accent_soft`; `accent` as text on `window`, `card` and `accent_soft`; every `on_x` on
    its `x`; `danger` on `window`, `card` and `danger_soft`; `warning` on `warning_soft`.
    `outline`, the edge of a control, has 3 to 1 against `window` and `card`; `line` only
    separates.
    """

    is_dark: bool
    window: str
    card: str
    sunken: str
    hover: str
    line: str
    outline: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    danger: str
    danger_soft: str
    on_danger: str
    warning: str
    warning_soft: str
    phases: Phases
    figure: FigureColors


LIGHT = Colors(
    is_dark=False,
    window="#f5f3ee",
    card="#ffffff",
    sunken="#eeebe4",
    hover="#f4f2ec",
    line="#e4e0d6",
    outline="#8a877c",
    text="#1c2421",
    muted="#59625d",
    disabled="#a5a79f",
    accent="#0a6a5b",
    accent_hover="#085448",
    accent_soft="#dcefe9",
    on_accent="#ffffff",
    danger="#b3261e",
    danger_soft="#fbe8e6",
    on_danger="#ffffff",
    warning="#6b4a00",
    warning_soft="#fdf0cf",
    phases=Phases(
        ready="#0a6a5b",
        lift="#b0400c",
        hold="#6a3fb5",
        lower="#1c5fa8",
        pause="#59625d",
        rest="#26733a",
        switch="#a3246e",
        change="#7c5800",
    ),
    figure=FigureColors(
        skin=("#d6a07e", "#f0c3a2"),
        hair=("#3f2a20", "#6a4632"),
        shirt=("#468f85", "#6bb3a6"),
        trousers=("#36456a", "#4c5d80"),
        shoes=("#cdd0d4", "#fbfbfa"),
        edge="#1f2a2b",
        blush="#eba78c",
        warm="#f2502e",
        floor_mark="#b9c4bc",
        shadow="#dcdfda",
        mat=("#a9c5bb", "#c9dcd3"),
        band=("#b04a2f", "#e8835c"),
        ball=("#8a83b8", "#c9c4e6"),
        metal=("#4b5256", "#98a2a6"),
        wood=("#8d6a48", "#c79f74"),
        ghost="#b3261e",
    ),
)

DARK = Colors(
    is_dark=True,
    window="#131716",
    card="#1c2220",
    sunken="#171c1a",
    hover="#252d2a",
    line="#2d3532",
    outline="#74807b",
    text="#ecf0ed",
    muted="#a6b0ab",
    disabled="#5d6864",
    accent="#62cdb8",
    accent_hover="#84dccb",
    accent_soft="#1c3a34",
    on_accent="#05231d",
    danger="#ff8f85",
    danger_soft="#3c2321",
    on_danger="#330905",
    warning="#f3d48a",
    warning_soft="#3a2f15",
    phases=Phases(
        ready="#62cdb8",
        lift="#ffa574",
        hold="#c6aaff",
        lower="#8fc4ff",
        pause="#a6b0ab",
        rest="#8cdb9c",
        switch="#ffa1cc",
        change="#ecc868",
    ),
    figure=FigureColors(
        skin=("#bd8b6d", "#e3b493"),
        hair=("#6b4630", "#a06c48"),
        shirt=("#4a968b", "#79c6b8"),
        trousers=("#4f5f88", "#7286b3"),
        shoes=("#b4babc", "#f1f3f1"),
        edge="#0a0e0d",
        blush="#dc9a80",
        warm="#ff6a44",
        floor_mark="#3d4a45",
        shadow="#111614",
        mat=("#27433c", "#33554c"),
        band=("#c2553a", "#ff9c74"),
        ball=("#6a6496", "#a9a2d6"),
        metal=("#6b7478", "#b9c2c6"),
        wood=("#7a5c40", "#b08a63"),
        ghost="#ff8f85",
    ),
)


def font(size_px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's font with digits of equal width; the system's own where it is not loaded."""
    made = QFont(QApplication.font())
    made.setPixelSize(size_px)
    made.setWeight(weight)
    # Digits that change must not make their neighbours jump.
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def current(app: QApplication | None = None) -> Colors:
    """The colours in use: those of the application, which is the running one by default."""
    # The palette knows: so there is no second place that could say something else.
    palette = app.palette() if app is not None else QApplication.palette()
    colors = DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT
    muted = palette.color(QPalette.ColorRole.PlaceholderText)
    is_high = muted == palette.color(QPalette.ColorRole.WindowText)
    return high_contrast(colors) if is_high else colors


@lru_cache(maxsize=2)
def high_contrast(colors: Colors) -> Colors:
    """A theme for whom grey words and thin lines are too pale: all in the colour of text."""
    text = colors.text
    return colors._replace(muted=text, line=text, outline=text, disabled=colors.muted)
