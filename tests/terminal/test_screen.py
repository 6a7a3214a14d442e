"""The live block as a person sees it."""

import io
from typing import TextIO, cast

import pytest

from glutetimer.terminal.screen import LiveScreen, PlainScreen
from tests.terminal.terminal_model import TerminalModel


@pytest.fixture
def terminal() -> TerminalModel:
    return TerminalModel(40)


@pytest.fixture
def screen(terminal: TerminalModel) -> LiveScreen:
    return LiveScreen(cast(TextIO, terminal), lambda: terminal.columns)


def test_the_block_changes_in_place(terminal: TerminalModel, screen: LiveScreen) -> None:
    screen.show(["LIFT 2.0 s", "long second line"])
    screen.show(["HOLD 1.0 s", "short"])

    assert terminal.text == "HOLD 1.0 s\nshort"


def test_what_stays_stands_above_the_block(terminal: TerminalModel, screen: LiveScreen) -> None:
    screen.show(["one", "two"])
    screen.log("done: 8 of 8")
    screen.show(["three"])
    screen.log("done: again")

    assert terminal.text == "done: 8 of 8\ndone: again\nthree"


def test_nothing_is_written_when_nothing_changes(
    terminal: TerminalModel, screen: LiveScreen
) -> None:
    screen.show(["one", "two"])
    before = terminal.writes
    screen.show(["one", "two"])

    assert terminal.writes == before


def test_each_change_is_one_write(terminal: TerminalModel, screen: LiveScreen) -> None:
    screen.show(["one", "two"])
    screen.show(["three", "four"])

    assert terminal.writes == 2


def test_lines_are_cut_to_the_width(terminal: TerminalModel, screen: LiveScreen) -> None:
    screen.show(["x" * 100, "腰" * 100])

    assert terminal.text == "x" * 39 + "\n" + "腰 " * 18 + "腰"


def test_a_narrowed_terminal_is_painted_anew(terminal: TerminalModel, screen: LiveScreen) -> None:
    screen.log("stays")
    screen.show(["x" * 39, "second"])
    terminal.narrow(20)
    screen.show(["x" * 39, "second"])

    assert terminal.text == "stays\n" + "x" * 19 + "\nsecond"


def test_control_characters_of_a_file_rule_nothing(
    terminal: TerminalModel, screen: LiveScreen
) -> None:
    screen.log("\x1b[2J\nname")
    screen.show(["\x1b[9Aname"])

    assert terminal.text == r"\x1b[2J name" "\n" r"\x1b[9Aname"


def test_at_the_end_the_cursor_is_back_below(terminal: TerminalModel, screen: LiveScreen) -> None:
    screen.show(["one"])
    assert not terminal.is_cursor_shown
    screen.close()
    terminal.write("$ ")

    assert terminal.is_cursor_shown
    assert terminal.text == "one\n$"


def test_an_empty_block_leaves_nothing(terminal: TerminalModel, screen: LiveScreen) -> None:
    screen.show(["one", "two"])
    screen.show([])
    screen.log("done")

    assert terminal.text == "done"


def test_after_a_stop_the_block_is_written_again(
    terminal: TerminalModel, screen: LiveScreen
) -> None:
    screen.show(["one", "two"])
    terminal.write("\n$ fg\n")
    screen.repaint()
    screen.show(["three", "four"])

    assert terminal.text == "one\ntwo\n$ fg\nthree\nfour"


def test_a_pipe_gets_only_what_stays() -> None:
    out = io.StringIO()
    screen = PlainScreen(out)

    screen.show(["live"])
    screen.log("stays \x1b[2J")

    assert out.getvalue() == "stays \\x1b[2J\n"
