"""One window for one data folder: later starts hand over what they were given."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from glutetimer import one_window
from glutetimer.one_window import OneWindow, hand_over


class Listener(QObject):
    """Notes what a window was told."""

    def __init__(self, visits: OneWindow) -> None:
        super().__init__()
        self.files: list[str] = []
        self.is_second = False
        visits.file_asked.connect(self.take_file)
        visits.is_second.connect(self.take_second)

    @Slot(str)
    def take_file(self, path: str) -> None:
        self.files.append(path)

    @Slot()
    def take_second(self) -> None:
        self.is_second = True


@pytest.fixture
def socket_path() -> Iterator[Path]:
    """A short path: that of a socket has about a hundred characters."""
    with TemporaryDirectory(prefix="one") as folder:
        yield Path(folder) / "window.socket"


def listening(qtbot: QtBot, path: Path, file: str = "") -> tuple[QWidget, OneWindow, Listener]:
    """A window that listens, where it can."""
    window = QWidget()
    qtbot.addWidget(window)
    visits = OneWindow(window, path, file)
    listener = Listener(visits)
    visits.listen()
    return window, visits, listener


_SECOND = """
import sys
from pathlib import Path
from glutetimer.one_window import hand_over
sys.exit(not hand_over(Path(sys.argv[1]), sys.argv[2]))
"""


def is_taken(qtbot: QtBot, path: Path, file: str) -> bool:
    """Whether a second start, a process of its own, is answered by the window here."""
    second = subprocess.Popen([sys.executable, "-c", _SECOND, str(path), file])
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    return second.returncode == 0


def test_a_second_start_raises_the_window_and_hands_its_file_over(
    qtbot: QtBot, socket_path: Path
) -> None:
    window, _, listener = listening(qtbot, socket_path)
    window.showMinimized()

    assert is_taken(qtbot, socket_path, "/a/routine.toml")
    assert listener.files == ["/a/routine.toml"]
    assert window.isVisible()
    assert not window.isMinimized()

    assert is_taken(qtbot, socket_path, "")
    assert listener.files == ["/a/routine.toml"], "raising opens nothing"


def test_without_a_window_there_is_nobody_to_hand_over_to(socket_path: Path) -> None:
    assert not hand_over(socket_path, "")
    socket_path.write_text("not a socket")
    assert not hand_over(socket_path, "")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes leave nothing behind")
def test_a_socket_of_a_program_that_was_killed_is_no_obstacle(
    qtbot: QtBot, socket_path: Path
) -> None:
    socket_path.touch()  # as a crash leaves one: there, and nobody answers

    _, _, listener = listening(qtbot, socket_path)

    assert not listener.is_second
    assert is_taken(qtbot, socket_path, "")


def test_one_that_never_answers_is_not_waited_for_long(
    qtbot: QtBot, socket_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_window, "ANSWER_MS", 50)
    deaf = QLocalServer()
    assert deaf.listen(str(socket_path))

    assert not hand_over(socket_path, "")


@pytest.mark.parametrize("line", [b"\n", b"[]\n", b'{"file": 3}\n', b"\xff\n", b"x" * 70_000])
def test_nonsense_is_sent_away(qtbot: QtBot, socket_path: Path, line: bytes) -> None:
    _, _, listener = listening(qtbot, socket_path)
    socket = QLocalSocket()
    socket.connectToServer(str(socket_path))

    with qtbot.waitSignal(socket.disconnected, timeout=10_000):
        socket.write(line)

    assert listener.files == []
    assert is_taken(qtbot, socket_path, "/c.toml")
    assert listener.files == ["/c.toml"]
