"""The least that a PySide6 window can be."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.children.painted import Painted


class Bare(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._painted = Painted()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._painted.begin()


app = QApplication([])
window = Bare()
window.resize(1280, 800)
window.show()
app.exec()
