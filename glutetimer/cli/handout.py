"""`glutetimer handout`: a routine as a sheet to print."""

from argparse import Namespace

from glutetimer.cli.settings import told_settings
from glutetimer.core.counts import count_text
from glutetimer.terminal.text import clean


def handout(given: Namespace) -> int:
    """Make the PDF and say what it has; needs no display."""
    from glutetimer.app import make_handout, planned

    settings = told_settings(given.data_dir)
    timeline = planned(given.data_dir, given.routine, settings).timeline
    pages = make_handout(timeline, given.output, given.force)
    print(clean(f"{given.output}: {count_text(pages, 'page')}, A4"))
    return 0
