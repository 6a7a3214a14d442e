"""A handout as a PDF file, there only once it is whole."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from glutetimer import whole_file
from glutetimer.core.timeline import Timeline
from glutetimer.ui.handout.page import Sheet
from glutetimer.ui.wording import one_line


def handout(timeline: Timeline) -> tuple[bytes, int]:
    """The PDF of a planned routine, and how many pages it has. Needs a QGuiApplication."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    writer.setResolution(72)
    writer.setTitle(one_line(timeline.routine.title))
    writer.setCreator("glutetimer")
    painter = QPainter(writer)
    sheet = Sheet(painter, timeline)
    pages = sheet.pages()
    for number, page in enumerate(pages, 1):
        if number > 1:
            writer.newPage()
        sheet.paint(page, number, len(pages))
    painter.end()
    return bytes(buffer.data().data()), len(pages)


def check_target(path: Path, may_replace: bool) -> None:
    """Raise Trouble if a file of this name cannot be made, as far as can be known before."""
    whole_file.check_target(path, ".pdf", may_replace)


def write_handout(timeline: Timeline, path: Path, *, may_replace: bool = False) -> int:
    """Write the PDF and return the number of its pages; what was there before stays on Trouble."""
    check_target(path, may_replace)
    content, pages = handout(timeline)
    whole_file.write_whole(content, path, may_replace=may_replace)
    return pages
