"""The whole application's looks: its style, font and icons, and the colours of its theme."""

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from glutetimer.core.theme import Theme
from glutetimer.ui.style.style_sheet import style_sheet
from glutetimer.ui.style.text_size import refit, text_scale
from glutetimer.ui.style.theme import DARK, ICONS, LIGHT, Colors, Type, current, high_contrast

FONT_FAMILY = "Inter"

_HAS_FUSION = "glutetimer_has_fusion"
_FOLLOWER = "glutetimer_follower"
_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}


def new_application(name: str) -> QApplication:
    """The application, with the style that ours builds on; words of the command line stay ours."""
    app = QApplication([name, "-style", "fusion"])
    app.setProperty(_HAS_FUSION, True)
    return app


def find_icons(folder: str) -> None:
    """Let icons be found in this folder (needs an application); they are read when first drawn."""
    app = QCoreApplication.instance()
    assert app is not None
    app.setProperty(ICONS, folder)


def load_fonts(paths: tuple[str, ...]) -> bool:
    """Load the program's font files (needs a QApplication); False keeps the system's font."""
    loaded = [QFontDatabase.addApplicationFont(path) for path in paths]
    return bool(loaded) and all(number >= 0 for number in loaded)


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the application its colours; `Theme.SYSTEM` follows the system from now on.

    Widgets with colours of their own repaint on `QEvent.Type.PaletteChange` and ask `current`.
    """
    _follower(app).follow(theme)


def apply_text_size(app: QApplication, percent: int) -> None:
    """Make all text so large, in percent of the usual size or of the system's if that is larger."""
    _follower(app).show_size(percent)


def _follower(app: QApplication) -> "_Follower":
    # A property, since looking through the children would touch the style: see new_application.
    follower = app.property(_FOLLOWER)
    if not isinstance(follower, _Follower):
        follower = _Follower(app)
        app.setProperty(_FOLLOWER, follower)
    return follower


class _Follower(QObject):
    """Keeps an application's looks those of its theme and size; a child of the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._theme = Theme.SYSTEM
        if not app.property(_HAS_FUSION):
            app.setStyle("Fusion")
        base = QFont(app.font())
        # The system's font stands behind it, so that no list of all fonts need be made.
        base.setFamilies([FONT_FAMILY, *base.families()])
        self._body_px = max(Type.BODY, _pixels(app))
        base.setPixelSize(self._body_px)
        app.setFont(base)
        # Before ours is set, the palette is the system's: dark or light as its scheme is.
        self._is_system_dark = current(app).is_dark
        self._colors: Colors | None = None
        # Both are kept: without the one Python forgets the other, which Qt still has.
        self._hints = app.styleHints()
        self._wishes = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.follow_system)
        self._wishes.contrastPreferenceChanged.connect(self.follow_contrast)

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

    @Slot()
    def follow_contrast(self) -> None:
        """Take over how much contrast the system wants."""
        if self._colors is not None:
            self._show(DARK if self._colors.is_dark else LIGHT)

    def show_size(self, percent: int) -> None:
        """Let text be so large from now on, and all that has its size from it."""
        made = QFont(self._app.font())
        size_px = max(1, round(self._body_px * percent / 100))
        if made.pixelSize() == size_px:
            return
        made.setPixelSize(size_px)
        self._app.setFont(made)
        if self._colors is not None:  # else nothing is shown yet
            self._show(self._colors)
            for widget in self._app.allWidgets():
                refit(widget)

    def _show(self, colors: Colors) -> None:
        wish = self._wishes.contrastPreference()
        self._colors = colors
        if wish is Qt.ContrastPreference.HighContrast:
            colors = high_contrast(colors)
        self._app.setPalette(_palette(colors))
        sheet = style_sheet(colors, text_scale())
        if self._app.styleSheet() != sheet:
            self._app.setStyleSheet(sheet)


def _pixels(app: QApplication) -> int:
    """How large the system's text is; asking the font itself would make a list of all fonts."""
    given = app.font()
    if given.pixelSize() > 0:
        return given.pixelSize()
    return round(given.pointSizeF() * app.primaryScreen().logicalDotsPerInch() / 72)


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
