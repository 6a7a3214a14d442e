"""What is wrong in the settings file is said by every command that reads it."""

from pathlib import Path

import pytest

from glutetimer.cli import doctor
from tests.cli.conftest import Run

ROUTINE = "first-session"
COMMANDS = {
    "plan": ["plan", ROUTINE],
    "cues": ["cues", ROUTINE, "--verbosity", "silent"],
    "handout": ["handout", ROUTINE, "-o", "sheet.pdf"],
    "report": ["report", "-o", "report.pdf"],
    "calendar": ["calendar", "plan", ROUTINE, "-o", "plan.ics", "--days", "mon", "--at", "07:30"],
    "history": ["history", "next", ROUTINE],
    "doctor": ["doctor"],
}


def nothing_found(*words: object, **more: object) -> list[object]:
    return []


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# mine\nvoice_rat = 200\n", "“voice_rat” is not known; did you mean “voice_rate”?"),
        ("\nvoice_rate = 0x" + "f" * 5000, "is a number beyond all measure, it must be"),
        ("\nvoice_rate = ", "line 2: this is not TOML"),
        ("\n" + "a." * 50_000 + "a = 1", "line 2: brackets or keys are nested"),
    ],
)
def test_a_mistake_is_named_with_its_line(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    text: str,
    told: str,
) -> None:
    monkeypatch.setattr(doctor, "diagnose", nothing_found)
    monkeypatch.chdir(tmp_path)
    data = tmp_path / "data"
    data.mkdir()
    (data / "settings.toml").write_text(text, "utf-8")

    answer = run("--data-dir", str(data), *COMMANDS[command])

    assert answer.status == 0
    assert answer.err.count("Note: ") == 1
    assert told in answer.err
    assert "line 2" in answer.err
    assert str(data / "settings") in answer.err
