"""Icon, metadata, man page and completions of the packages."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon, QImage
from pytestqt.qtbot import QtBot

from glutetimer import __version__
from glutetimer.cli.arguments import parser
from glutetimer.cli.commands import add_commands
from glutetimer.menu_entry import ICON_SIZES
from package import icon
from package.face import metainfo
from package.words import SHELLS, completion, man_page

HOME = "https://example.org/glutetimer"


def test_the_icon_is_drawn_from_the_figure_in_every_size(qtbot: QtBot, tmp_path: Path) -> None:
    folder = icon.make_icon(tmp_path)

    for size in ICON_SIZES:
        picture = QImage(str(folder / f"glutetimer-{size}.png"))
        assert (picture.width(), picture.height()) == (size, size)
        assert picture.pixelColor(0, 0).alpha() == 0
        assert picture.pixelColor(size // 2, size // 5).alpha() == 255
    assert "Z" not in (folder / "glutetimer.svg").read_text()


def test_the_figure_of_the_icon_lies_with_its_hips_up(qtbot: QtBot) -> None:
    places = icon.joints()

    assert places["head"][0] < places["pelvis"][0] < places["right-toe"][0]
    assert places["pelvis"][1] > places["shoulders"][1] + 0.1


def test_the_files_of_windows_and_macos_hold_every_size(qtbot: QtBot, tmp_path: Path) -> None:
    icon.write_bundles(tmp_path)

    sizes = {size.width() for size in QIcon(str(tmp_path / "glutetimer.ico")).availableSizes()}
    assert sizes == set(icon.ICO_SIZES)
    data = (tmp_path / "glutetimer.icns").read_bytes()
    assert int.from_bytes(data[4:8], "big") == len(data)
    assert all(kind.encode() in data for kind in icon.ICNS_TYPES)


def test_the_metadata_has_pictures_where_the_home_is_known() -> None:
    assert f"<image>{HOME}/raw/v{__version__}/assets/pictures/session.png</image>" in metainfo(HOME)
    alone = metainfo("")
    assert "screenshot" not in alone
    assert "@" not in alone


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="it is not installed")
@pytest.mark.parametrize("home", [HOME, ""])
def test_the_metadata_is_valid(tmp_path: Path, home: str) -> None:
    file = tmp_path / "org.glutetimer.glutetimer.metainfo.xml"
    file.write_text(metainfo(home), "utf-8")
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert not re.search(r"^[WE]:", done.stdout, re.M)


def test_the_man_page_has_every_command() -> None:
    page = man_page()

    assert "coach for glute exercises at home" in page
    for command in _commands():
        assert f"glutetimer {command}" in page


@pytest.mark.skipif(not shutil.which("groff"), reason="it is not installed")
def test_the_man_page_is_set_without_a_warning() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-K", "utf-8"],
        input=man_page(), capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", SHELLS)
def test_shells_complete_commands_routines_and_options(tmp_path: Path, shell: str) -> None:
    words = completion(shell)

    assert all(word in words for word in (*_commands(), "first-session", "data-dir", "strong"))
    if shutil.which(shell):
        file = tmp_path / "completion"
        file.write_text(words)
        done = subprocess.run([shell, "-n", str(file)], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def _commands() -> Iterable[str]:
    """All that there are: a new one is written down without being asked."""
    names = add_commands(parser())
    assert isinstance(names, Mapping)
    return list(names)
