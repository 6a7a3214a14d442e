"""The program as `glutetimer` starts it, with a window that reports its first painting."""

import sys

from PySide6.QtGui import QPaintEvent

import glutetimer.window
from glutetimer.__main__ import main
from glutetimer.core.ports import Services
from glutetimer.ui.main_window import MainWindow
from glutetimer.ui.routines.page import RoutinesPage
from tests.bench.children.painted import Painted


class Reporting(MainWindow):
    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._painted = Painted()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        page = self.findChild(RoutinesPage)
        assert page is not None
        assert page.chosen, "no routine is listed"
        self._painted.begin()


vars(glutetimer.window)["MainWindow"] = Reporting
sys.exit(main([]))
