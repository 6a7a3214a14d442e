"""A handout as a PDF file, there only once it is whole."""

import secrets
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from glutetimer.core.errors import Trouble
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
    if path.suffix.lower() != ".pdf":
        raise Trouble("A handout is a PDF file", str(path), "Let the name end in .pdf")
    if path.exists() and not path.is_file():
        what = "There is a folder of this name" if path.is_dir() else "This is no ordinary file"
        raise Trouble(what, str(path), "Choose another name")
    if path.exists() and not may_replace:
        cure = "Choose another name, or give --force to replace it"
        raise Trouble("There is a file of this name already", str(path), cure)
    if not path.parent.is_dir():
        raise Trouble("There is no such folder", str(path.parent), "Make it, or choose another one")


def write_handout(timeline: Timeline, path: Path, *, may_replace: bool = False) -> int:
    """Write the PDF and return the number of its pages; what was there before stays on Trouble."""
    check_target(path, may_replace)
    content, pages = handout(timeline)
    target = path.resolve()  # a link stays a link
    part = target.with_name(f".glutetimer-{secrets.token_hex(6)}.part")
    try:
        part.write_bytes(content)
        check_target(path, may_replace)  # it may have come meanwhile
        part.replace(target)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Trouble(
            f"Cannot write the file: {reason}", str(path), "Choose another one"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return pages
