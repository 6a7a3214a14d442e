"""A report as a PDF file, there only once it is whole."""

from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter

from glutetimer.core.report.values import Report
from glutetimer.ui.paper.paper import HEIGHT, WIDTH, Paper, PdfPages
from glutetimer.ui.paper.report.sheet import ReportSheet
from glutetimer.ui.paper.report.words import TITLE, period_text
from glutetimer.whole_file import check_target, write_whole

DOTS_PER_METER = round(72 / 0.0254)


def report_pdf(report: Report) -> tuple[bytes, int]:
    """The PDF, and how many pages it has: one or two. Needs a QGuiApplication."""
    with PdfPages(f"{TITLE}, {period_text(report.period)}") as pages:
        sheet = ReportSheet(Paper(pages.painter), report)
        count = len(sheet.pages)
        for number in range(1, count + 1):
            if number > 1:
                pages.next_page()
            sheet.paint(number)
        return pages.finish(), count


def page_picture(report: Report, width_px: int, number: int = 1) -> QImage:
    """A picture of a page, counted from 1, as wide as that; blank after the last one."""
    image = QImage(width_px, round(width_px * HEIGHT / WIDTH), QImage.Format.Format_RGB32)
    # 72 dots per inch, so that fonts count in points here too; the painter makes them larger.
    image.setDotsPerMeterX(DOTS_PER_METER)
    image.setDotsPerMeterY(DOTS_PER_METER)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(width_px / WIDTH, width_px / WIDTH)
    try:
        sheet = ReportSheet(Paper(painter), report)
        if number <= len(sheet.pages):
            sheet.paint(number)
    finally:
        painter.end()
    return image


def write_report(report: Report, path: Path, *, may_replace: bool = False) -> int:
    """Write the PDF and return the number of its pages; what was there before stays on Trouble."""
    check_target(path, ".pdf", may_replace)
    content, pages = report_pdf(report)
    write_whole(content, path, may_replace=may_replace)
    return pages
