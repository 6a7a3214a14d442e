"""The application that fonts and painting on paper need; no display is needed for it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QFontDatabase, QGuiApplication

from glutetimer import app
from glutetimer.ui.style.application import FONT_FAMILY, find_icons, load_fonts


@contextmanager
def application_for_paper() -> Iterator[None]:
    """Have an application with our fonts and icons as long as something is painted."""
    made = None
    if QGuiApplication.instance() is None:
        # Nothing is shown, so no display is needed.
        made = QGuiApplication(["glutetimer", "-platform", "offscreen"])
    try:
        if FONT_FAMILY not in QFontDatabase.families():
            load_fonts(app.font_files())
        find_icons(app.icon_folder())
        yield
    finally:
        if made is not None:
            made.shutdown()  # Qt's own global name `qApp` would keep it otherwise
