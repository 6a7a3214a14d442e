"""A report as a PDF file, there only once it is whole."""

from pathlib import Path

from glutetimer.core.report.values import Report
from glutetimer.ui.paper import Paper, PdfPages
from glutetimer.ui.report.sheet import Sheet
from glutetimer.ui.report.words import TITLE, period_text
from glutetimer.whole_file import check_target, write_whole


def report_pdf(report: Report) -> tuple[bytes, int]:
    """The PDF, and how many pages it has: one or two. Needs a QGuiApplication."""
    with PdfPages(f"{TITLE}, {period_text(report.period)}") as pages:
        sheet = Sheet(Paper(pages.painter), report)
        count = len(sheet.pages)
        for number in range(1, count + 1):
            if number > 1:
                pages.next_page()
            sheet.paint(number)
        return pages.finish(), count


def write_report(report: Report, path: Path, *, may_replace: bool = False) -> int:
    """Write the PDF and return the number of its pages; what was there before stays on Trouble."""
    check_target(path, ".pdf", may_replace)
    content, pages = report_pdf(report)
    write_whole(content, path, may_replace=may_replace)
    return pages
