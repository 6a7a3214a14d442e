"""How the program starts itself, from its files and frozen."""

import subprocess
import sys

import pytest

from glutetimer import child
from glutetimer.cli.main import run


@pytest.mark.parametrize("word", [child.VOICE, child.MUSIC, child.QT_PROBE])
def test_every_child_is_a_module_with_a_main(word: str) -> None:
    python, option, dash_m, module = child.child_command(word)

    assert (python, option, dash_m) == (sys.executable, "-P", "-m")
    __import__(module)
    assert callable(sys.modules[module].main)


@pytest.mark.parametrize(
    ("executable", "expected"),
    [
        ("/opt/glutetimer/glutetimer", "/opt/glutetimer/glutetimer"),
        ("/opt/glutetimer/glutetimer-window.exe", "/opt/glutetimer/glutetimer.exe"),
    ],
)
def test_a_frozen_program_is_its_own_child(
    monkeypatch: pytest.MonkeyPatch, executable: str, expected: str
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", executable)

    assert child.child_command(child.VOICE) == (expected, "--voice-worker")


def test_the_first_word_makes_it_a_child(capsys: pytest.CaptureFixture[str]) -> None:
    assert child.run_as_child(["play"]) is None
    assert child.run_as_child([]) is None
    assert run(["--music-child-of-somebody"]) == 2


def test_the_probe_of_qt_says_version_and_platform() -> None:
    done = subprocess.run(
        [*child.child_command(child.QT_PROBE), "open"],
        env=child.child_environment(), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    version, platform = done.stdout.split()
    assert done.returncode == 0
    assert version.startswith("6.")
    assert platform == "offscreen"
