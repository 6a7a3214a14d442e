"""The command that messages name."""

import pytest

from glutetimer.command import VARIABLE, command
from glutetimer.display import refused_display
from tests.cli.conftest import Run


def test_an_installed_program_is_called_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)

    assert command("check", "my file.toml") == "glutetimer check 'my file.toml'"
    assert command() == "glutetimer"


def test_a_checkout_is_called_by_its_script(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "python3 run.py")

    assert command("doctor") == "python3 run.py doctor"
    assert "python3 run.py play first-session" in run("history").out
    assert "python3 run.py history list" in run("history", "show", "9").err
    assert "usage: python3 run.py " in run("--help").out
    assert "python3 run.py doctor" in refused_display("").cure
