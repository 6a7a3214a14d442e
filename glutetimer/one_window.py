"""One window for one data folder: a second start raises the first window, and ends.

The first window listens at a local socket; whoever comes says in a line of JSON what it was given,
and waits for an answer. A socket that nobody answers is no obstacle: the program starts as usual.
"""

import json
import re
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

from glutetimer.ui.window.front import activation, bring_to_front

ANSWER_MS = 2000
"""So long a window that is there may take to answer; one that is stopped never does."""

MAX_LINE_BYTES = 64 * 1024
_TAKEN = b"taken\n"


def hand_over(socket_path: Path, file: str) -> bool:
    """Let the window that listens there come to the front, with a file if `file` is not "".

    False if there is none, or none that answers.
    """
    socket = QLocalSocket()
    socket.connectToServer(_name(socket_path))
    if not socket.waitForConnected(ANSWER_MS):
        return False
    asked = {"file": file, "activation": activation()}
    socket.write(f"{json.dumps(asked)}\n".encode())
    socket.waitForBytesWritten(ANSWER_MS)
    if not socket.canReadLine():
        socket.waitForReadyRead(ANSWER_MS)
    return bytes(socket.readAll().data()) == _TAKEN


class OneWindow(QObject):
    """Listens for later starts of the program, and brings its window to the front for them."""

    file_asked = Signal(str)
    """A later start was given the file of this path."""

    is_second = Signal()
    """Another window was faster: it has been told, and this one is not needed."""

    def __init__(self, window: QWidget, socket_path: Path, file: str) -> None:
        """`file` is what this start was given, for a window that was faster."""
        super().__init__(window)
        self._window = window
        self._path = socket_path
        self._file = file
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)

    @Slot()
    def listen(self) -> None:
        """Listen from now on. Where no socket can be made, every start has its own window."""
        name = _name(self._path)
        if self._server.listen(name):
            return
        if hand_over(self._path, self._file):
            self.is_second.emit()
            return
        QLocalServer.removeServer(name)  # of a program that was killed
        self._server.listen(name)

    @Slot()
    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Visit(socket, self).told.connect(self._take)

    @Slot(str, str)
    def _take(self, file: str, activation: str) -> None:
        bring_to_front(self._window, activation)
        if file:
            self.file_asked.emit(file)


class _Visit(QObject):
    """One who came: says a line, is answered, and goes."""

    told = Signal(str, str)
    """The path of a file or "", and what lets the window come to the front or ""."""

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.deleteLater)
        self._read()  # what came before we listened

    @Slot()
    def _read(self) -> None:
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() > MAX_LINE_BYTES:
                self._socket.abort()
            return
        try:
            asked = json.loads(bytes(self._socket.readLine(MAX_LINE_BYTES).data()))
        except ValueError:
            asked = None
        match asked:
            case {"file": str(file), "activation": str(activation)}:
                self._socket.write(_TAKEN)
                self._socket.flush()
                self.told.emit(file, activation)
            case _:
                self._socket.abort()


def _name(socket_path: Path) -> str:
    """What Qt calls the socket: its path, and on Windows the name of a pipe."""
    if sys.platform == "win32":
        return "glutetimer-" + re.sub(r"\W+", "-", str(socket_path))
    return str(socket_path)
