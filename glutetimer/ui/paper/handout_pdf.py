"""A handout as a PDF file, there only once it is whole."""

from pathlib import Path

from glutetimer.core.counts import one_line
from glutetimer.core.plan.timeline import Timeline
from glutetimer.ui.paper.handout_page import HandoutSheet
from glutetimer.ui.paper.paper import PdfPages
from glutetimer.ui.paper.qr_code import QrCode
from glutetimer.whole_file import check_target, write_whole


def handout(timeline: Timeline, code: QrCode | None = None) -> tuple[bytes, int]:
    """The PDF of a planned routine, and how many pages it has. Needs a QGuiApplication.

    `code` holds the routine itself.
    """
    with PdfPages(one_line(timeline.routine.title)) as paper:
        sheet = HandoutSheet(paper.painter, timeline, code)
        pages = sheet.pages()
        for number, page in enumerate(pages, 1):
            if number > 1:
                paper.next_page()
            sheet.paint(page, number, len(pages))
        return paper.finish(), len(pages)


def write_handout(
    timeline: Timeline, path: Path, code: QrCode | None = None, *, may_replace: bool = False
) -> int:
    """Write the PDF and return the number of its pages; what was there before stays on Trouble."""
    check_target(path, ".pdf", may_replace)
    content, pages = handout(timeline, code)
    write_whole(content, path, may_replace=may_replace)
    return pages
