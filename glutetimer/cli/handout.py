"""`glutetimer handout`: a routine as a sheet to print."""

from argparse import Namespace
from pathlib import Path

from glutetimer import app
from glutetimer.cli.paper import application_for_paper
from glutetimer.cli.planned import planned
from glutetimer.core.counts import count_text
from glutetimer.folders import folders
from glutetimer.terminal.text import clean
from glutetimer.ui.paper.handout_pdf import write_handout
from glutetimer.ui.paper.qr_code import qr_code, text_for_code
from glutetimer.whole_file import check_target


def handout(given: Namespace) -> int:
    """Make the PDF and say what it has; needs no display."""
    path = Path(given.output)
    timeline = planned(given).timeline
    library = app.open_library(folders(given.data_dir))
    code = qr_code(text_for_code(library, given.routine))
    check_target(path, ".pdf", given.force)  # the application takes a while
    with application_for_paper():
        pages = write_handout(timeline, path, code, may_replace=given.force)
    held = "with the routine as a QR code" if code else "too long for a QR code of the routine"
    print(clean(f"{given.output}: {count_text(pages, 'page')}, A4, {held}"))
    return 0
