"""The person's settings for a command."""

import sys

from glutetimer.clock import SystemClock
from glutetimer.core.settings import Settings
from glutetimer.folders import folders
from glutetimer.store.settings_file import SettingsFile
from glutetimer.terminal.text import clean
from glutetimer.terminal.view import notice_line


def told_settings(data_dir: str | None) -> Settings:
    """The settings as they are now; what could not be read of them is said on stderr."""
    settings, notices = SettingsFile(folders(data_dir).settings, SystemClock()).load()
    for notice in notices:
        print(clean(notice_line(notice)), file=sys.stderr)
    return settings
