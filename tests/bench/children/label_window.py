"""The least that a PySide6 window with a word in it can be: a label, centred."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.bench.children.painted import Painted


class Label(QLabel):
    def __init__(self) -> None:
        super().__init__("glutetimer")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._painted = Painted()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._painted.begin()


app = QApplication([])
window = Label()
window.resize(1280, 800)
window.show()
app.exec()
