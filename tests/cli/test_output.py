"""Every command, at a terminal that texts want to rule, on a full disk and in a closed pipe."""

import io
import os
import shutil
import sys
from pathlib import Path

import pytest

from glutetimer.__main__ import main
from tests.cli.conftest import Run

HOSTILE = Path(__file__).parents[1] / "data" / "hostile"
NAME = "evil\x1b[2J\u202e\u200b"
COMMANDS = (
    "history list",
    "history show 1",
    "history export --format csv",
    "history export --format json",
    "history backups",
    f"history import {HOSTILE / 'import-escape.json'}",
    f"history import {HOSTILE / 'import-offset.json'}",
    f"history import {NAME}.json",
    f"history next {NAME}",
    f"history restore {NAME}",
    f"plan {NAME}.toml",
    f"plan {NAME}.toml --json",
    f"plan {NAME}",
    f"cues {NAME}.toml --verbosity silent",
    f"play {NAME}.toml --voice off --speed 500",
    f"check {NAME}.toml bad.toml {NAME}",
    f"report -o {NAME}.pdf",
    f"report -o {NAME}.doc",
    f"calendar past -o {NAME}.ics",
    f"play {NAME} --dose {NAME}",
    f"history --limit {NAME}",
    NAME,
    "--help",
)


class FakeTerminal(io.StringIO):
    """An output at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def hostile(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, and a history, full of names that want to rule a terminal."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / f"{NAME}.toml").write_text(
        'format = 1\ntitle = "A\u200bB\u2066"\n[[exercise]]\nuse = "glute-squeeze"\nhold = "1s"\n'
    )
    shutil.copy(HOSTILE / "routine-formula-html.toml", tmp_path / "bad.toml")
    assert run("history", "import", str(HOSTILE / "import-escape.json"), "--yes").status == 0
    return tmp_path


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("words", COMMANDS)
def test_no_text_rules_the_terminal(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    out, messages = FakeTerminal(), FakeTerminal()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", messages)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    main(words.split())
    shown = out.getvalue() + messages.getvalue()
    assert shown
    for letter in "\x1b\x07\r\u202e\u200b\u2066":
        assert letter not in shown, shown


@pytest.mark.usefixtures("hostile")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", COMMANDS)
def test_a_full_disk_is_said_in_a_line(
    monkeypatch: pytest.MonkeyPatch, own_home: Path, words: str
) -> None:
    messages = io.StringIO()
    with open("/dev/full", "w") as full:  # noqa: PTH123
        monkeypatch.setattr(sys, "stdout", full)
        monkeypatch.setattr(sys, "stderr", messages)
        status = main(words.split())
        monkeypatch.undo()
    assert status in (1, 2)
    assert messages.getvalue()
    assert not (own_home / "errors.log").exists(), messages.getvalue()


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("words", COMMANDS)
def test_a_closed_pipe_is_no_mistake(
    monkeypatch: pytest.MonkeyPatch, own_home: Path, words: str
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    messages = io.StringIO()
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        monkeypatch.setattr(sys, "stderr", messages)
        status = main(words.split())
        monkeypatch.undo()
    if not words.startswith("check "):  # whose summary goes to the messages
        assert (status == 141) != bool(messages.getvalue()), messages.getvalue()
    assert status == 141 or messages.getvalue()
    assert not (own_home / "errors.log").exists(), messages.getvalue()


@pytest.mark.usefixtures("hostile")
def test_a_pipe_gets_the_table_as_it_is(run: Run) -> None:
    answer = run("history", "export", "--format", "csv")
    assert "T\x1b]0;owned\x07" in answer.out
