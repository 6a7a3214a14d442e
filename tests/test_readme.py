"""What the README shows must be true."""

import re
from pathlib import Path

import pytest

from glutetimer.__main__ import main

CHECKOUT = Path(__file__).parent.parent


def test_the_example_routine_has_no_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    [example] = re.findall(r"^    format = 1\n(?:    .*\n|\n)+", readme, re.M)
    routine = tmp_path / "before-the-desk.toml"
    routine.write_text(re.sub(r"^ {4}", "", example, flags=re.M), "utf-8")

    status = main(["check", str(routine)])

    assert (capsys.readouterr().out, status) == ("", 0)


def test_every_link_into_the_repository_leads_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        text = (CHECKOUT / name).read_text("utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (CHECKOUT / target).exists(), f"{name} links to {target}"
