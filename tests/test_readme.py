"""What the README and the manual show must be true."""

import re
from pathlib import Path

import pytest

from glutetimer.__main__ import main

CHECKOUT = Path(__file__).parent.parent
HELP = CHECKOUT / "assets" / "help"


def test_the_example_routine_has_no_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (HELP / "routines.md").read_text("utf-8")
    [example] = re.findall(r"^    format = 1\n(?:    .*\n|\n)+", page, re.M)
    routine = tmp_path / "before-the-desk.toml"
    routine.write_text(re.sub(r"^ {4}", "", example, flags=re.M), "utf-8")

    status = main(["check", str(routine)])

    assert (capsys.readouterr().out, status) == ("", 0)


def test_the_example_exercise_has_no_mistake_and_can_be_used(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (HELP / "routines.md").read_text("utf-8")
    pattern = r"^    # exercises/(\S+\.toml).*\n((?:    .*\n|\n)+)"
    [(name, example)] = re.findall(pattern, page, re.M)
    exercise = own_home / "exercises" / name
    exercise.parent.mkdir(parents=True)
    exercise.write_text(re.sub(r"^ {4}", "", example, flags=re.M), "utf-8")
    routine = own_home / "mine.toml"
    use = f'use = "{exercise.stem}"'
    routine.write_text(f'format = 1\ntitle = "Mine"\n[[exercise]]\n{use}\n', "utf-8")

    status = main(["check", str(exercise), str(routine)])

    assert (capsys.readouterr().out, status) == ("", 0)


def test_the_example_plan_has_no_mistake(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (HELP / "plans.md").read_text("utf-8")
    pattern = r"^    # plans/(\S+\.toml)\n((?:    .*\n|\n)+)"
    [(name, example)] = re.findall(pattern, page, re.M)
    plan = own_home / "plans" / name
    plan.parent.mkdir(parents=True)
    plan.write_text(re.sub(r"^ {4}", "", example, flags=re.M), "utf-8")

    assert (main(["check", str(plan)]), capsys.readouterr().err) == (
        0,
        "1 plan checked, no mistakes\n",
    )
    assert main(["plans"]) == 0
    assert "Eight weeks back (eight-weeks): 8 weeks, 10 days" in capsys.readouterr().out


def test_the_readme_names_only_commands_that_a_checkout_has() -> None:
    readme = (CHECKOUT / "README.md").read_text("utf-8")

    assert not re.findall(r"`glutetimer [a-z]+", readme)


def test_every_link_into_the_repository_leads_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        text = (CHECKOUT / name).read_text("utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (CHECKOUT / target).exists(), f"{name} links to {target}"
