"""Opens a file in a text editor, at a line where the editor takes one."""

import os
import shutil
import sys
from functools import cache

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from glutetimer.ui.window.text_editor import EditorCommand, editor_command


class EditorStart:
    """The text editor of this computer; programs are looked for once."""

    def __init__(self) -> None:
        self._which = cache(shutil.which)

    def command(self, path: str, line: int) -> EditorCommand | None:
        """How a file is opened at a line; None: in whatever the system has for it."""
        return editor_command(sys.platform, os.environ, self._which, path, line)

    def open(self, path: str, line: int) -> bool:
        """Open a file; returns whether a program was found for it. It outlives this one."""
        command = self.command(path, line)
        if command is not None and started(*command.words):
            return True
        return QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def started(program: str, *arguments: str) -> bool:
    """Start a program that goes on by itself; what it prints is not ours to show."""
    process = QProcess()
    process.setProgram(program)
    process.setArguments(list(arguments))
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    outcome: object = process.startDetached()
    # Some versions of PySide give the process's number as well.
    return bool(outcome[0] if isinstance(outcome, tuple) else outcome)
