"""The handout from the menu: the sheet, and whether the routine itself is on it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.settings import Settings
from glutetimer.ui.paper.handout_pdf import write_handout
from glutetimer.ui.paper.qr_code import QrCode, qr_code
from glutetimer.ui.sharing.handout_dialog import NO_CODE, HandoutChooser
from tests.ui.fakes import World
from tests.ui.samples import FIRST_SESSION

SHORT, LONG = "Short", "Long " * 600


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were opened with the system's program."""
    urls: list[str] = []

    def note(url: QUrl) -> bool:
        urls.append(url.toLocalFile())
        return len(urls) == 1

    monkeypatch.setattr("glutetimer.ui.sharing.handout_dialog.QDesktopServices.openUrl", note)
    return urls


@pytest.mark.parametrize("title", [SHORT, LONG])
def test_the_notice_says_why_there_is_no_code(
    window: QWidget,
    world: World,
    tmp_path: Path,
    qtbot: QtBot,
    opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
    title: str,
) -> None:
    codes: list[QrCode | None] = []

    def noted(timeline: object, path: Path, code: QrCode | None, *, may_replace: bool) -> int:
        codes.append(code)
        return write_handout(asked._timeline, path, code, may_replace=may_replace)

    monkeypatch.setattr("glutetimer.ui.sharing.handout_dialog.write_handout", noted)
    world.library.by_id["a"] = replace(FIRST_SESSION, id="a", title=title)
    asked = HandoutChooser(world.services(), Settings(), "a", window)
    path = tmp_path / "sheet.pdf"

    with qtbot.waitSignal(asked.notice_given) as notice:
        asked.make(str(path))

    assert path.read_bytes().startswith(b"%PDF-")
    assert opened == [str(path)]
    assert codes == [qr_code(title)]
    assert notice.args is not None
    words = str(notice.args[0])
    assert (NO_CODE in words) == (title == LONG)
    assert "It opens now; print it from there." in words


def test_a_routine_that_no_file_could_hold_is_printed_without_a_code(
    window: QWidget,
    world: World,
    tmp_path: Path,
    qtbot: QtBot,
    opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(name: str) -> None:
        raise Trouble("It is larger than 256 KiB", name)

    monkeypatch.setattr(world.library, "given", refuse)
    asked = HandoutChooser(world.services(), Settings(), FIRST_SESSION.id, window)
    with qtbot.waitSignal(asked.notice_given) as notice:
        asked.make(str(tmp_path / "sheet.pdf"))
    assert notice.args is not None
    assert NO_CODE in str(notice.args[0])
    assert opened


def test_what_cannot_be_written_is_said(
    window: QWidget, world: World, tmp_path: Path, qtbot: QtBot, opened: list[str]
) -> None:
    asked = HandoutChooser(world.services(), Settings(), FIRST_SESSION.id, window)
    with qtbot.waitSignal(asked.notice_given) as notice:
        asked.make(str(tmp_path / "sheet.txt"))
    assert notice.args is not None
    assert "PDF" in str(notice.args[0])
    assert opened == []
