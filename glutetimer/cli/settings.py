"""The person's settings for a command."""

import sys

from glutetimer.core.settings import Settings
from glutetimer.terminal.text import clean
from glutetimer.terminal.view import notice_line


def told_settings(data_dir: str | None) -> Settings:
    """The settings as they are now; what could not be read of them is said on stderr."""
    from glutetimer.app import load_settings

    settings, notices = load_settings(data_dir)
    for notice in notices:
        print(clean(notice_line(notice)), file=sys.stderr)
    return settings
