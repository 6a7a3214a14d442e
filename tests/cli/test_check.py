"""`glutetimer check`."""

from pathlib import Path

from tests.cli.conftest import Run

GOOD = 'format = 1\ntitle = "Good"\n[[exercise]]\nuse = "glute-bridge"\nsets = 1\nreps = 8\n'


def test_a_clean_file_is_told_to_people_only(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "good.toml"
    path.write_text(GOOD)

    answer = run("check", str(path))

    assert (answer.status, answer.out, answer.err) == (0, "", "1 file checked, no mistakes\n")


def test_every_mistake_of_every_file_is_printed_with_its_line(run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text(GOOD.replace("reps = 8", "reps = -8\nrepz = 8"))
    second.write_text("= =")
    good = tmp_path / "good.toml"
    good.write_text(GOOD)

    answer = run("check", str(first), str(good), str(second))

    assert answer.status == 1
    assert answer.err == ""
    starts = [line.split(": ")[0] for line in answer.out.splitlines()]
    assert starts == [f"{first}:6", f"{first}:7", f"{second}:1"]


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
