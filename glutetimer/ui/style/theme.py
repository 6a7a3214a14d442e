"""How everything looks: colours, type, spacing, and the application's palette and style sheet."""

from typing import NamedTuple

from PySide6.QtCore import QDir, QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from glutetimer.core.settings import Theme
from glutetimer.ui.style.style_sheet import style_sheet

FONT_FAMILY = "Inter"
ICONS = "icons"
"""Before the colon in the name of an icon's file: Qt looks for it where `find_icons` said."""

_HAS_FUSION = "glutetimer_has_fusion"
_FOLLOWER = "glutetimer_follower"
_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}

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
    warm: str
    warm_deep: str
    floor_mark: str
    shadow: str
    shadow_percent: int
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
        skin=("#c48a68", "#f0c3a2"),
        hair=("#3a2c27", "#5d4940"),
        shirt=("#2f7a72", "#6bb3a6"),
        trousers=("#27344f", "#4c5d80"),
        shoes=("#b9bcc2", "#fbfbfa"),
        edge="#1f2a2b",
        warm="#ff7a4d",
        warm_deep="#d83a20",
        floor_mark="#b9c4bc",
        shadow="#26312e",
        shadow_percent=34,
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
        skin=("#a8755a", "#e3b493"),
        hair=("#544740", "#8b7d73"),
        shirt=("#2f7d74", "#79c6b8"),
        trousers=("#3d4c70", "#7c8fb8"),
        shoes=("#9fa5a8", "#f1f3f1"),
        edge="#0a0e0d",
        warm="#ff8a5c",
        warm_deep="#f04a2c",
        floor_mark="#3d4a45",
        shadow="#000000",
        shadow_percent=60,
        mat=("#27433c", "#33554c"),
        band=("#c2553a", "#ff9c74"),
        ball=("#6a6496", "#a9a2d6"),
        metal=("#6b7478", "#b9c2c6"),
        wood=("#7a5c40", "#b08a63"),
        ghost="#ff8f85",
    ),
)


def new_application(name: str) -> QApplication:
    """The application, with the style that ours builds on; words of the command line stay ours."""
    app = QApplication([name, "-style", "fusion"])
    app.setProperty(_HAS_FUSION, True)
    return app


def find_icons(folder: str) -> None:
    """Let icons be found in this folder; they are read when they are first drawn."""
    QDir.setSearchPaths(ICONS, [folder])


def load_fonts(paths: tuple[str, ...]) -> bool:
    """Load the program's font files (needs a QApplication); False keeps the system's font."""
    loaded = [QFontDatabase.addApplicationFont(path) for path in paths]
    return bool(loaded) and all(number >= 0 for number in loaded)


def font(size_px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's font with digits of equal width; the system's own where it is not loaded."""
    made = QFont(QApplication.font())
    made.setPixelSize(size_px)
    made.setWeight(weight)
    # Digits that change must not make their neighbours jump.
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the application its colours; `Theme.SYSTEM` follows the system from now on.

    Widgets with colours of their own repaint on `QEvent.Type.PaletteChange` and ask `current`.
    """
    # A property, since looking through the children would touch the style: see new_application.
    follower = app.property(_FOLLOWER)
    if not isinstance(follower, _Follower):
        follower = _Follower(app)
        app.setProperty(_FOLLOWER, follower)
    follower.follow(theme)


def current(app: QApplication | None = None) -> Colors:
    """The colours in use: those of the application, which is the running one by default."""
    # The palette knows: so there is no second place that could say something else.
    palette = app.palette() if app is not None else QApplication.palette()
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


class _Follower(QObject):
    """Keeps an application's colours those of its theme; a child of the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._theme = Theme.SYSTEM
        if not app.property(_HAS_FUSION):
            app.setStyle("Fusion")
        base = QFont(app.font())
        # The system's font stands behind it, so that no list of all fonts need be made.
        base.setFamilies([FONT_FAMILY, *base.families()])
        base.setPixelSize(Type.BODY)
        app.setFont(base)
        # Before ours is set, the palette is the system's: dark or light as its scheme is.
        self._is_system_dark = current(app).is_dark
        app.styleHints().colorSchemeChanged.connect(self.follow_system)

    def follow(self, theme: Theme) -> None:
        """Show a theme from now on."""
        was, self._theme = self._theme, theme
        if theme is not was:
            # The frame around the window, which is the system's, follows where it can.
            self._app.styleHints().setColorScheme(_SCHEMES[theme])
        match theme:
            case Theme.SYSTEM if theme is was:
                self._show(DARK if self._is_system_dark else LIGHT)
            case Theme.SYSTEM:
                self.follow_system()
            case Theme.LIGHT:
                self._show(LIGHT)
            case Theme.DARK:
                self._show(DARK)

    @Slot()
    def follow_system(self) -> None:
        """Take over the system's scheme if the theme is to follow it."""
        if self._theme is Theme.SYSTEM:
            scheme = self._app.styleHints().colorScheme()
            self._is_system_dark = scheme is Qt.ColorScheme.Dark
            self._show(DARK if self._is_system_dark else LIGHT)

    def _show(self, colors: Colors) -> None:
        self._app.setPalette(_palette(colors))
        sheet = style_sheet(colors)
        if self._app.styleSheet() != sheet:
            self._app.setStyleSheet(sheet)


def _palette(colors: Colors) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(colors.card), QColor(colors.window))
    for of, color in {
        role.WindowText: colors.text,
        role.Text: colors.text,
        role.ButtonText: colors.text,
        role.BrightText: colors.on_accent,
        role.Base: colors.card,
        role.AlternateBase: colors.sunken,
        role.Button: colors.card,
        role.Light: colors.card,
        role.Midlight: colors.hover,
        role.Mid: colors.line,
        role.Dark: colors.outline,
        role.Shadow: colors.line,
        role.Highlight: colors.accent,
        role.HighlightedText: colors.on_accent,
        role.Accent: colors.accent,
        role.Link: colors.accent,
        role.LinkVisited: colors.accent,
        role.PlaceholderText: colors.muted,
        role.ToolTipBase: colors.card,
        role.ToolTipText: colors.text,
    }.items():
        palette.setColor(of, QColor(color))
    for of in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, of, QColor(colors.disabled))
    return palette
