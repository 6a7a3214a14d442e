"""The application that fonts and painting on paper need; no display is needed for it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase, QGuiApplication

from glutetimer import app
from glutetimer.ui.style.theme import FONT_FAMILY, find_icons, load_fonts


def application_for_paper() -> QCoreApplication:
    """Give an application with our fonts and icons; keep it as long as something is painted."""
    running = QGuiApplication.instance()
    # Nothing is shown, so no display is needed.
    application = running or QGuiApplication(["glutetimer", "-platform", "offscreen"])
    if FONT_FAMILY not in QFontDatabase.families():
        load_fonts(app.font_files())
    find_icons(app.icon_folder())
    return application
