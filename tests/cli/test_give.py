"""`glutetimer give`, and the file at somebody else's."""

from pathlib import Path

import pytest

from glutetimer import app
from glutetimer.folders import folders
from tests.cli.conftest import Run

PLANK = '# mine\nname = "Side plank"\nposition = "plank"\nkind = "hold"\n'
MINE = '# for Anna\ntitle = "Anna"\n[[exercise]]\nuse = "side-plank"\nhold = ["20s", "10s"]\n'


@pytest.fixture
def home(own_home: Path) -> Path:
    for kind, name, text in (("exercises", "side-plank", PLANK), ("routines", "anna", MINE)):
        path = own_home / kind / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return own_home


def test_it_opens_everywhere(run: Run, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "given.toml"

    answer = run("give", "Anna", "-o", str(file))

    assert (answer.status, answer.err) == (0, "")
    assert "it holds Side plank" in answer.out
    assert "settings are not in it" in answer.out
    assert file.read_text("utf-8").startswith(MINE)
    away = ("--data-dir", str(tmp_path / "away"))
    plan = run(*away, "plan", str(file))
    assert plan.status == 0
    assert plan.out == run("plan", "anna").out
    assert run(*away, "check", str(file)).status == 0
    assert run(*away, "cues", str(file)).out == run("cues", "anna").out
    played = run(*away, "play", str(file), "--speed", "200", "--voice", "off")
    assert played.status == 0, played.err
    assert "Side plank" in run(*away, "history", "show", "1").out
    taken = run(*away, "import", str(file))
    assert taken.status == 0
    kept = tmp_path / "away" / "routines" / "given.toml"
    assert kept.read_bytes() == file.read_bytes()
    there = app.open_library(folders(str(tmp_path / "away"))).routine("given")
    assert there.entries == app.open_library(folders(str(home))).routine("anna").entries


def test_a_file_that_is_there_stays_without_force(run: Run, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "given.toml"
    file.write_text("mine", encoding="utf-8")
    answer = run("give", "anna", "-o", str(file))
    assert answer.status == 1
    assert "--force" in answer.err
    assert file.read_text("utf-8") == "mine"
    assert run("give", "anna", "-o", str(file), "--force").status == 0
    assert file.read_text("utf-8") != "mine"


@pytest.mark.parametrize(
    ("routine", "name", "told"),
    [
        ("ana", "a.toml", '"anna"'),
        ("anna", "a.txt", ".toml"),
        ("anna", "no/such/a.toml", "no such folder"),
    ],
)
def test_trouble_is_one_line(
    run: Run, home: Path, tmp_path: Path, routine: str, name: str, told: str
) -> None:
    answer = run("give", routine, "-o", str(tmp_path / name))
    assert (answer.status, answer.out) == (1, "")
    assert told in answer.err
    assert "Traceback" not in answer.err


def test_mistakes_of_a_file_that_is_brought_in_have_lines(
    run: Run, own_home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.toml"
    file.write_text(MINE, encoding="utf-8")
    answer = run("import", str(file))
    assert answer.status == 1
    assert 'a.toml:4: unknown exercise "side-plank"' in answer.err
    assert not (own_home / "routines").exists()
