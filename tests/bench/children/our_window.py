"""The program as `glutetimer` starts it, with a window that reports its first painting.

With the word `whole` it reports instead when all that belongs to the first page is there.
"""

import sys

from glutetimer import app
from glutetimer.__main__ import main

font_files = app.font_files


def watch_then_name_fonts() -> tuple[str, ...]:
    """Called just before the window is made: whatever is imported late still is."""
    from PySide6.QtGui import QPaintEvent

    from glutetimer import window
    from glutetimer.core.ports.services import Services
    from glutetimer.core.theme import Theme
    from glutetimer.ui.routines.page import RoutinesPage
    from glutetimer.ui.window.main_window import MainWindow
    from tests.bench.children.painted import Painted

    class Reporting(MainWindow):
        def __init__(self, services: Services, theme: Theme | None = None) -> None:
            super().__init__(services, theme)
            self._painted = Painted()
            if "whole" in sys.argv:
                self._watch_all()

        def _watch_all(self) -> None:
            from tests.bench.children.whole import Whole

            self._whole = Whole(self.home.routines)

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            page = self.findChild(RoutinesPage)
            assert page is not None
            assert page.chosen, "no routine is listed"
            if "whole" not in sys.argv:
                self._painted.begin()

    vars(window)["MainWindow"] = Reporting
    return font_files()


app.font_files = watch_then_name_fonts
sys.exit(main([]))
