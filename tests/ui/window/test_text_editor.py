"""The command that opens a file at a line, on every system and with every editor."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from glutetimer.ui.window.editor_start import EditorStart, started
from glutetimer.ui.window.text_editor import EditorCommand, editor_command

FILE = "/home/you/My routines/evening.toml"
VISUAL, EDITOR = "VISUAL", "EDITOR"


def command(
    platform: str, there: Sequence[str], environment: Mapping[str, str], line: int = 7
) -> EditorCommand | None:
    """The command where these programs are installed, each in /bin or at its own path."""

    def which(name: str) -> str | None:
        if name not in there:
            return None
        return name if "/" in name or "\\" in name else f"/bin/{name}"

    return editor_command(platform, environment, which, FILE, line)


@pytest.mark.parametrize(
    ("platform", "there", "environment", "name", "words"),
    [
        ("linux", ["gedit"], {}, "gedit", ["/bin/gedit", "+7", FILE]),
        ("linux", ["gnome-text-editor"], {}, "Text Editor", ["/bin/gnome-text-editor", "+7", FILE]),
        ("linux", ["xed"], {}, "xed", ["/bin/xed", "+7", FILE]),
        ("linux", ["pluma"], {}, "Pluma", ["/bin/pluma", "+7", FILE]),
        ("linux", ["featherpad"], {}, "FeatherPad", ["/bin/featherpad", "+7", FILE]),
        ("linux", ["mousepad"], {}, "Mousepad", ["/bin/mousepad", "-l", "7", FILE]),
        ("linux", ["kate"], {}, "Kate", ["/bin/kate", "-l", "7", FILE]),
        ("linux", ["kwrite"], {}, "KWrite", ["/bin/kwrite", "-l", "7", FILE]),
        ("linux", ["geany"], {}, "Geany", ["/bin/geany", "-l", "7", FILE]),
        ("linux", ["subl"], {}, "Sublime Text", ["/bin/subl", f"{FILE}:7"]),
        ("linux", ["codium"], {}, "VSCodium", ["/bin/codium", "-g", f"{FILE}:7"]),
        ("linux", ["code"], {}, "Visual Studio Code", ["/bin/code", "-g", f"{FILE}:7"]),
        ("linux", ["gvim"], {}, "gVim", ["/bin/gvim", "+7", FILE]),
        ("linux", ["code", "kate"], {}, "Kate", ["/bin/kate", "-l", "7", FILE]),
        ("freebsd14", ["kate"], {}, "Kate", ["/bin/kate", "-l", "7", FILE]),
        # What the person has named
        (
            "linux",
            ["code", "kate"],
            {VISUAL: "code --wait"},
            "Visual Studio Code",
            ["/bin/code", "--wait", "-g", f"{FILE}:7"],
        ),
        ("linux", ["geany", "kate"], {EDITOR: "geany"}, "Geany", ["/bin/geany", "-l", "7", FILE]),
        (
            "linux",
            ["/opt/my editors/kate", "gedit"],
            {EDITOR: "'/opt/my editors/kate'"},
            "Kate",
            ["/opt/my editors/kate", "-l", "7", FILE],
        ),
        (
            "linux",
            ["geany", "kate", "vim"],
            {VISUAL: "vim", EDITOR: "geany"},
            "Geany",
            ["/bin/geany", "-l", "7", FILE],
        ),
        # What cannot be used: one for terminals, one that is gone, half a quote
        ("linux", ["nano", "kate"], {EDITOR: "nano"}, "Kate", ["/bin/kate", "-l", "7", FILE]),
        ("linux", ["kate"], {VISUAL: "code"}, "Kate", ["/bin/kate", "-l", "7", FILE]),
        ("linux", ["kate"], {VISUAL: "'kate"}, "Kate", ["/bin/kate", "-l", "7", FILE]),
        ("darwin", ["bbedit"], {}, "BBEdit", ["/bin/bbedit", "+7", FILE]),
        ("darwin", ["mate"], {}, "TextMate", ["/bin/mate", "-l", "7", FILE]),
        # There "xed" is another program.
        ("darwin", ["xed", "subl"], {}, "Sublime Text", ["/bin/subl", f"{FILE}:7"]),
        (
            "darwin",
            ["/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code"],
            {},
            "Visual Studio Code",
            [
                "/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code",
                "-g",
                f"{FILE}:7",
            ],
        ),
        ("win32", ["notepad++"], {}, "Notepad++", ["/bin/notepad++", "-n7", FILE]),
        (
            "win32",
            [r"C:\Program Files\Notepad++\notepad++.exe"],
            {"ProgramFiles": r"C:\Program Files"},
            "Notepad++",
            [r"C:\Program Files\Notepad++\notepad++.exe", "-n7", FILE],
        ),
        (
            "win32",
            [r"C:\Users\you\AppData\Local\Programs\Microsoft VS Code\Code.exe"],
            {"LocalAppData": r"C:\Users\you\AppData\Local"},
            "Visual Studio Code",
            [
                r"C:\Users\you\AppData\Local\Programs\Microsoft VS Code\Code.exe",
                "-g",
                f"{FILE}:7",
            ],
        ),
        (
            "win32",
            [r"C:\Editors\subl.exe"],
            {EDITOR: r'"C:\Editors\subl.exe" --wait'},
            "Sublime Text",
            [r"C:\Editors\subl.exe", "--wait", f"{FILE}:7"],
        ),
    ],
)
def test_an_editor_is_given_the_line(
    platform: str, there: list[str], environment: dict[str, str], name: str, words: list[str]
) -> None:
    assert command(platform, there, environment) == EditorCommand(name, tuple(words))


def test_without_an_editor_for_lines_it_is_said_so() -> None:
    mac, windows = command("darwin", ["nano"], {}), command("win32", [], {})

    assert command("linux", ["nano", "vim"], {EDITOR: "vim"}) is None
    assert mac == EditorCommand("the text editor", ("open", "-t", FILE), False)
    assert windows == EditorCommand("Notepad", ("notepad.exe", FILE), False)


def test_a_batch_file_is_never_given_a_name_from_elsewhere() -> None:
    found = editor_command("win32", {}, lambda name: f"C:\\{name}.CMD", FILE, 7)

    assert found is not None
    assert found.name == "Notepad"


def test_a_mistake_without_a_line_opens_at_the_first() -> None:
    found = command("linux", ["kate"], {}, line=0)

    assert found is not None
    assert found.words == ("/bin/kate", "-l", "1", FILE)


def test_a_program_that_is_not_there_is_told() -> None:
    assert not started("/no/such/program", "x")


def test_an_editor_that_does_not_start_leaves_it_to_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def opened(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", opened)
    monkeypatch.setenv("PATH", os.devnull)
    for name in (VISUAL, EDITOR):
        monkeypatch.delenv(name, raising=False)

    assert not EditorStart().open(FILE, 7)
    assert asked == [FILE]


def test_an_editor_gets_the_words_as_they_are(qtbot: QtBot, tmp_path: Path) -> None:
    said = tmp_path / "said"
    program = "import sys; open(sys.argv[1], 'w').write('|'.join(sys.argv[2:])); print('x')"

    assert started(sys.executable, "-c", program, str(said), "-l", "7", FILE)

    whole = f"-l|7|{FILE}"
    qtbot.waitUntil(lambda: said.exists() and said.read_text() == whole, timeout=20_000)
