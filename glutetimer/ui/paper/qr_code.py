"""A text as a QR code on paper: made before anything is painted, drawn as one path of vectors."""

from dataclasses import dataclass

import segno
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.library import RoutineLibrary

POINTS_PER_MM = 72 / 25.4
LEAST_MODULE_MM, MODULE_MM = 0.42, 0.5
"""How large a module may be, and is where there is room.

Denso Wave, who invented the code, recommends it as large as there is room, and four dots of the
printer or more for a module: 0.42 mm are five at 300 dots an inch (qrcode.com, "Point for setting
the module size"). The longest code, of 177 modules, is then 78 to 93 mm wide.
"""

QUIET_MODULES = 4


@dataclass(frozen=True, slots=True)
class QrCode:
    """The dark modules of a code, row by row, without the quiet zone around them."""

    rows: tuple[bytes, ...]

    def side(self, room: float) -> float:
        """Points of its width and height, with the quiet zone, in so many points of room.

        It is as large as usual where it cannot be made to fit.
        """
        usual, least = (
            (len(self.rows) + 2 * QUIET_MODULES) * module_mm * POINTS_PER_MM
            for module_mm in (MODULE_MM, LEAST_MODULE_MM)
        )
        return room if least <= room < usual else usual

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw it into a square, with the quiet zone inside, on a ground of white."""
        x, y = box.x(), box.y()
        module = box.width() / (len(self.rows) + 2 * QUIET_MODULES)
        painter.fillRect(box, QColor("white"))
        path = QPainterPath()  # one alone: between neighbours that are painted apart there are gaps
        path.setFillRule(Qt.FillRule.WindingFill)
        for number, row in enumerate(self.rows, QUIET_MODULES):
            column = 0
            while (column := row.find(1, column)) >= 0:
                end = row.find(0, column)
                end = len(row) if end < 0 else end
                left = x + (column + QUIET_MODULES) * module
                path.addRect(left, y + number * module, (end - column) * module, module)
                column = end
        painter.fillPath(path, QColor("black"))


def text_for_code(library: RoutineLibrary, name_or_path: str) -> str:
    """What a code of a routine is to hold; "" if it is more than even a file may hold."""
    try:
        return library.given(name_or_path).short_text
    except Trouble:
        return ""


def qr_code(text: str) -> QrCode | None:
    """The code that holds a whole text; of the longest it takes a third of a second.

    None if there is nothing or too much to hold: more than 2,331 bytes of UTF-8. 15 % of the
    code may be unreadable (level M): a sheet is folded, and gets wet.
    """
    if not text:
        return None
    try:
        made = segno.make(text, encoding="utf-8", error="m", micro=False)
    except segno.DataOverflowError:
        return None
    return QrCode(tuple(map(bytes, made.matrix)))
