"""Where the window stands, and its theme, when it is opened again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.theme import Theme
from glutetimer.kept_file import KeptFile
from glutetimer.window import KeptLook

USUAL = QSize(640, 480)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """In a folder that is not there yet."""
    return tmp_path / "cache" / "window"


@pytest.fixture
def place(path: Path) -> KeptFile:
    """Where it is kept."""
    return KeptFile(path)


def made(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(USUAL)
    return window


def closed_at(qtbot: QtBot, place: KeptFile, at: QRect) -> None:
    """Close a window that stands here."""
    window = made(qtbot)
    window.setGeometry(at)
    window.show()
    KeptLook(place).keep(window, Theme.DARK, 130)
    window.close()


def test_the_first_time_it_stays_as_it_is(qtbot: QtBot, place: KeptFile) -> None:
    window = made(qtbot)
    KeptLook(place).put_back(window)
    assert window.size() == USUAL


def test_it_comes_back_where_it_was(qtbot: QtBot, place: KeptFile) -> None:
    at = QRect(60, 70, 500, 400)
    closed_at(qtbot, place, at)
    window = made(qtbot)
    KeptLook(place).put_back(window)
    assert window.geometry() == at


def test_on_a_smaller_screen_it_is_moved_and_made_to_fit(qtbot: QtBot, place: KeptFile) -> None:
    room = QApplication.primaryScreen().availableGeometry()
    closed_at(qtbot, place, QRect(room.right() + 900, room.bottom() + 700, 5000, 4000))
    window = made(qtbot)
    KeptLook(place).put_back(window)
    assert room.contains(window.geometry())


def test_a_maximised_window_comes_back_as_one(qtbot: QtBot, place: KeptFile) -> None:
    before = made(qtbot)
    before.showMaximized()
    KeptLook(place).keep(before, Theme.DARK, 130)
    window = made(qtbot)
    KeptLook(place).put_back(window)
    assert window.windowState() & Qt.WindowState.WindowMaximized


def test_full_screen_is_not_kept_but_what_was_before(qtbot: QtBot, place: KeptFile) -> None:
    at = QRect(60, 70, 500, 400)
    closed_at(qtbot, place, at)
    before = made(qtbot)
    before.showFullScreen()
    KeptLook(place).keep(before, Theme.DARK, 130)
    window = made(qtbot)
    KeptLook(place).put_back(window)
    assert window.geometry() == at


def test_a_value_that_is_broken_anywhere_stops_nothing(
    qtbot: QtBot, path: Path, place: KeptFile
) -> None:
    closed_at(qtbot, place, QRect(60, 70, 500, 400))
    whole = path.read_bytes()
    for written in (*(whole[:length] for length in range(len(whole))), b"x" * 5000):
        path.write_bytes(written)
        window = made(qtbot)
        KeptLook(place).put_back(window)
        assert window.size() == USUAL
    for n, byte in enumerate(whole):  # it may be another place then
        path.write_bytes(whole[:n] + bytes([byte ^ 4]) + whole[n + 1 :])
        KeptLook(place).put_back(made(qtbot))


def test_what_is_not_qt_s_is_no_value(qtbot: QtBot, place: KeptFile) -> None:
    for value in ("", "abc", "A" * 88, 7, "600x400", None, ["x"]):
        for kept in (value, {"geometry": value, "theme": "dark"}):
            place.store(kept)
            window = made(qtbot)
            KeptLook(place).put_back(window)
            assert window.size() == USUAL


def test_the_theme_comes_back_and_a_strange_one_does_not(qtbot: QtBot, place: KeptFile) -> None:
    assert KeptLook(place).theme is None
    KeptLook(place).keep(made(qtbot), Theme.DARK, 130)
    assert KeptLook(place).theme is Theme.DARK
    for strange in ("pink", 7, None, ["dark"]):
        place.store({"geometry": "", "theme": strange})
        assert KeptLook(place).theme is None


def test_what_cannot_be_read_or_written_stops_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window = made(qtbot)
    (tmp_path / "file").touch()
    for impossible in (tmp_path, tmp_path / "file" / "window"):
        KeptLook(KeptFile(impossible)).put_back(window)
        KeptLook(KeptFile(impossible)).keep(window, Theme.DARK, 130)
    assert window.size() == USUAL
