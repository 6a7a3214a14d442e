"""`glutetimer check`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

GOOD = 'format = 1\ntitle = "Good"\n[[exercise]]\nuse = "glute-bridge"\nsets = 1\nreps = 8\n'


def test_a_clean_file_is_told_to_people_only(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "good.toml"
    path.write_text(GOOD)

    answer = run("check", str(path))

    assert (answer.status, answer.out, answer.err) == (0, "", "1 routine checked, no mistakes\n")


def test_every_mistake_of_every_file_is_printed_with_its_line(run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text(GOOD.replace("reps = 8", "reps = -8\nrepz = 8"))
    second.write_text("= =")
    good = tmp_path / "good.toml"
    good.write_text(GOOD)

    answer = run("check", str(first), str(good), str(second))

    assert answer.status == 1
    assert answer.err == "2 routines and 1 file checked, 3 mistakes\n"
    starts = [line.split(": ")[0] for line in answer.out.splitlines()]
    assert starts == [f"{first}:6", f"{first}:7", f"{second}:1"]


def test_a_routine_in_another_language_is_told_what_is_said_in_english(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "gut.toml"
    path.write_text(GOOD.replace("format = 1\n", 'format = 1\nlanguage = "de"\n'))

    answer = run("check", str(path))

    assert (answer.status, answer.out) == (0, "")  # it is no mistake
    remark, summary = answer.err.splitlines()
    assert "said in English" in remark
    assert "“de”" in remark
    assert summary == "1 routine checked, no mistakes"


def test_a_missing_file_is_a_mistake(run: Run, tmp_path: Path) -> None:
    answer = run("check", str(tmp_path / "none.toml"))

    assert answer.status == 1
    assert answer.out == f"{tmp_path / 'none.toml'}: there is no such file\n"


def test_who_wants_to_play_a_faulty_file_is_told_the_same(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(GOOD.replace("reps = 8", "reps = -8\nrepz = 8"))

    checked, planned = run("check", str(path)), run("plan", str(path))

    assert (planned.status, planned.out) == (1, "")
    assert checked.out.count("\n") == 2
    assert planned.err == f"{checked.out}glutetimer: Mend the file and try again.\n"


def test_an_exercise_is_checked_as_one(run: Run, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text('name = "Evil"\nposition = "supine"\n')
    bad.write_text('title = "Evil"\nposition = "supine"\nkind = "hold"\n')

    fine, wrong = run("check", str(good)), run("check", str(bad))

    assert (fine.status, fine.out, fine.err) == (0, "", "1 exercise checked, no mistakes\n")
    assert wrong.err == "1 exercise checked, 2 mistakes\n"
    assert f"{bad}:1: name is missing" in wrong.out


def test_a_folder_stands_for_its_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "bad.toml").write_text(GOOD + "x = 1")
    (tmp_path / "empty").mkdir()

    answer, empty = run("check", str(tmp_path)), run("check", str(tmp_path / "empty"))

    assert answer.out.startswith(f"{tmp_path / 'bad.toml'}:7: unknown key")
    assert answer.err == "2 routines checked, 1 mistake\n"
    assert empty.status == 1
    assert empty.out == f"{tmp_path / 'empty'}: there is no .toml file in this folder\n"


def test_two_files_with_one_id_are_named_both(run: Run, tmp_path: Path) -> None:
    for name in ("Übung eins.toml", "übung-eins.toml"):
        (tmp_path / name).write_text(GOOD, "utf-8")

    whole, one = run("check", str(tmp_path)), run("check", str(tmp_path / "Übung eins.toml"))

    assert one.out == (
        f'{tmp_path / "Übung eins.toml"}:1: "Übung eins.toml" and "übung-eins.toml" '
        'have the same id, "übung-eins"; rename one of them\n'
    )
    assert whole.out.count("have the same id") == 2


@pytest.mark.parametrize("name", ["settings.toml", "settings-of-may.toml"])
def test_the_mistakes_of_settings_are_named_with_their_lines(
    run: Run, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text(
        "# mine\nvoice_rat = 200\nrest_s = -1\n\n[exercises.clam-shell]\nsets = 3\nreps = 0\n"
    )

    answer = run("check", str(path))

    assert answer.status == 1
    assert answer.out == (
        f"{path}:2: the setting “voice_rat” is not known; did you mean “voice_rate”? "
        "It stays in the file and does nothing\n"
        f"{path}:3: the setting “rest_s” (Rest between sets) is -1, it must be a number from 0 to "
        "600 s. Now it is: as in the routine\n"
        f"{path}:7: the setting “exercises.clam-shell.reps” (Reps or steps) is 0, it must be a "
        "whole number from 1 to 100. Now it is: no own value\n"
    )
    assert answer.err == "1 settings file checked, 3 mistakes\n"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", 'theme = "dark"\n'])
def test_settings_without_a_mistake_are_told_to_people_only(
    run: Run, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)

    answer = run("check", str(path))

    assert (answer.status, answer.out) == (0, "")
    assert answer.err == "1 settings file checked, no mistakes\n"


def test_settings_that_are_no_toml_are_told_the_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "dark"\nvoice_rate =\n')

    answer = run("check", str(path))

    assert answer.out.startswith(f"{path}:2: this is not TOML: ")
    assert answer.err == "1 settings file checked, 1 mistake\n"


def test_settings_in_a_folder_stand_beside_routines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("weekly_goal = 4\n")
    (tmp_path / "good.toml").write_text(GOOD)
    # A routine that has a key of the settings by mistake stays a routine.
    (tmp_path / "odd.toml").write_text("rest_s = 30\n" + GOOD)

    answer = run("check", str(tmp_path))

    assert answer.out.startswith(f'{tmp_path / "odd.toml"}:1: unknown key "rest_s"')
    assert answer.err == "2 routines and 1 settings file checked, 1 mistake\n"
