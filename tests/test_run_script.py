"""The start script's own decisions; nothing is installed here."""

import ast
import os
import re
import shutil
import sys
from pathlib import Path

import pytest

import run

POLICY = """\
libglib2.0-0t64:
  Installed: (none)
  Candidate: 2.80.0-6ubuntu3
  Version table:
     2.80.0-6ubuntu3 500
libglib2.0-0:
  Installed: (none)
  Candidate: (none)
  Version table:
libgl1:
  Installed: (none)
  Candidate: 1.7.0-1build1
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the script takes for its own, with a lock and a finished .venv."""
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(run, "PYTHON", tmp_path / ".venv" / "python")
    monkeypatch.setattr(run, "DEV_LOCK", tmp_path / "requirements-dev.lock")
    monkeypatch.setattr(run, "READY", tmp_path / ".venv" / "ready.txt")
    monkeypatch.setattr(run, "DEV_READY", tmp_path / ".venv" / "ready-dev.txt")
    run.LOCK.write_text("tomli-w==1.2.0\n")
    run.DEV_LOCK.write_text("ruff==0.17.5\n")
    run.PYTHON.parent.mkdir()
    run.PYTHON.touch()
    run.READY.write_text(run.stamp(run.LOCK))
    return tmp_path


def test_a_finished_set_up_is_kept(checkout: Path) -> None:
    assert run.is_ready()


def test_a_changed_lock_asks_for_a_new_set_up(checkout: Path) -> None:
    run.LOCK.write_text("tomli-w==1.2.1\n")

    assert not run.is_ready()


def test_another_python_asks_for_a_new_set_up(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))

    assert not run.is_ready()


def test_a_moved_checkout_asks_for_a_new_set_up(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "ROOT", checkout / "elsewhere")

    assert not run.is_ready()


def test_an_interrupted_set_up_is_done_again(checkout: Path) -> None:
    run.READY.unlink()

    assert not run.is_ready()


@pytest.mark.parametrize("word", ["test", "package"])
def test_what_developing_needs_comes_with_the_first_test_or_package(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    installed: list[Path] = []
    monkeypatch.setattr(run, "provide_libraries", lambda must, nice: None)
    monkeypatch.setattr(run, "install_packages", installed.append)
    monkeypatch.setattr(run, "run", lambda command: 0)
    monkeypatch.setattr(run, "CHECKS", ())
    monkeypatch.chdir(checkout)

    assert [run.main([word]), run.main([word])] == [0, 0]
    assert installed == [run.DEV_LOCK]
    run.DEV_LOCK.write_text("ruff==0.17.6\n")
    assert run.main([word]) == 0
    assert installed == [run.DEV_LOCK, run.DEV_LOCK]


def test_the_locks_of_running_and_developing_agree() -> None:
    running, developing = (
        dict(re.findall(r"^(\S+)==(\S+)", lock.read_text("utf-8"), re.M))
        for lock in (run.LOCK, run.DEV_LOCK)
    )

    shared = running.keys() & developing.keys()
    assert {name: running[name] for name in shared} == {name: developing[name] for name in shared}
    assert not {"pytest", "mypy", "ruff", "pyinstaller"} & running.keys()


def test_a_stamp_that_is_not_text_is_no_stamp(checkout: Path) -> None:
    run.READY.write_bytes(b"\xff\xfe\x00")

    assert not run.is_ready()


def test_an_environment_without_its_python_is_made_again(checkout: Path) -> None:
    run.PYTHON.unlink()

    assert not run.is_ready()


def test_an_old_python_can_read_the_script_as_far_as_its_version_check() -> None:
    text = Path(run.__file__).read_text("utf-8")

    ast.parse(text, feature_version=(3, 6))
    assert text.index("sys.exit(") < text.index("dict[")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], True),
        (["--data-dir", "/tmp/x"], True),
        (["--data-dir=/tmp/x"], True),
        (["play", "first-session"], False),
        (["--data-dir", "/tmp/x", "play", "first-session"], False),
        (["--help"], False),
        (["doctor"], False),
        (["open", "x"], True),
        (["evening.toml"], True),
        (["./play"], True),
        (["--data-dir", "x", "sheets/back"], True),
        (["--data-dir=x", "play", "evening.toml"], False),
        (["-x.y"], False),
    ],
)
def test_only_a_start_without_a_command_opens_the_window(words: list[str], expected: bool) -> None:
    assert run.opens_window(words) is expected


def test_a_terminal_session_needs_no_library_of_the_window() -> None:
    must, nice = run.needs(["play", "desk-squeeze"], {"DISPLAY": ":0"}, is_new=False)

    assert (must, nice) == ({}, {})


def test_the_first_start_needs_a_python_that_makes_environments() -> None:
    must, nice = run.needs(["play", "desk-squeeze"], {}, is_new=True)

    assert list(must) == ["module ensurepip"]
    assert nice == run.SOUND


def test_a_window_needs_what_its_display_needs() -> None:
    on_x11, _ = run.needs([], {"DISPLAY": ":0"}, is_new=False)
    on_wayland, _ = run.needs([], {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, is_new=False)
    nowhere, _ = run.needs([], {}, is_new=False)

    assert on_x11 == run.QT | run.X11
    assert on_wayland == run.QT
    assert nowhere == {}


def test_the_tests_need_qt_and_would_like_the_rest() -> None:
    must, nice = run.needs(["test"], {}, is_new=False)

    assert must == run.QT
    assert nice == run.X11 | run.SOUND | run.TOOLS


def test_a_package_needs_what_goes_into_it_and_the_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    must, nice = run.needs(["package", "deb"], {}, is_new=False)

    python = f"libpython{sys.version_info[0]}.{sys.version_info[1]}"
    assert must.pop(f"{python}.so.1.0") == (python,)
    assert must == run.QT | run.X11
    assert nice == run.SOUND | run.PACKAGING


def test_a_library_counts_when_the_linker_knows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "ld.so.cache"
    cache.write_bytes(b"glibc\0libnot-installed.so.7\0/usr/lib/libnot-installed.so.7\0")
    monkeypatch.setattr(run, "LINKER_CACHE", cache)

    assert run.missing(["libnot-installed.so.7", "libnot-installed.so.70"]) == [
        "libnot-installed.so.70"
    ]


def test_without_a_linker_cache_libraries_are_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "LINKER_CACHE", tmp_path / "none")

    assert run.missing(["libnot-installed.so.7"]) == ["libnot-installed.so.7"]


def test_programs_are_looked_for_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "Xvfb"
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert run.missing(["Xvfb", "parec"]) == ["parec"]


def test_modules_are_looked_for() -> None:
    assert run.missing(["module json", "module not_there"]) == ["module not_there"]


def test_the_newer_name_is_taken_where_it_is_offered() -> None:
    choices = [("libglib2.0-0t64", "libglib2.0-0"), ("libgl1",)]

    assert run.pick(choices, POLICY) == ["libglib2.0-0t64", "libgl1"]


def test_the_older_name_is_taken_where_nothing_is_known() -> None:
    assert run.pick([("libglib2.0-0t64", "libglib2.0-0")], "") == ["libglib2.0-0"]


def test_without_what_is_needed_it_ends_with_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(run, "install", asked.extend)
    nice: run.Needs = {"libnice-to-have.so.1": ("libnice",)}

    run.provide_libraries({}, nice)
    with pytest.raises(SystemExit, match=r"libneeded\.so\.1"):
        run.provide_libraries({"libneeded.so.1": ("libneeded1",)}, nice)

    assert asked == [("libnice",), ("libneeded1",), ("libnice",)]
    assert "Going on without libnice-to-have.so.1." in capsys.readouterr().out


def test_without_the_right_to_install_the_command_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(run, "as_root", lambda: None)
    monkeypatch.setattr(run, "output", lambda command: POLICY)

    run.install([("libglib2.0-0t64", "libglib2.0-0")])

    assert "sudo apt-get install -y --no-install-recommends libglib2.0-0t64" in (
        capsys.readouterr().out
    )


def test_a_python_on_the_path_is_called_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["run.py"])
    monkeypatch.setenv("PATH", os.pathsep.join(["/usr/bin", "/opt/python/bin"]))

    called = []
    for python in ("/opt/python/bin/python3", "/opt/other/bin/python3"):
        monkeypatch.setattr(sys, "orig_argv", [python, "run.py"])
        called.append(run.called())

    assert called == ["python3 run.py", "/opt/other/bin/python3 run.py"]


def test_the_program_is_told_how_it_was_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "orig_argv", ["python3.12", "-B", "a folder/run.py", "doctor"])
    monkeypatch.setattr(sys, "argv", ["a folder/run.py", "doctor"])

    assert run.called("posix") == "python3.12 'a folder/run.py'"
    assert run.called("nt") == 'python3.12 "a folder/run.py"'


@pytest.mark.parametrize(("status", "shown"), [(0, False), (3, True)])
def test_what_pip_says_is_shown_only_if_it_fails(
    status: int, shown: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    pip = (
        "import sys; print('Collecting a'); print('Collecting b'); "
        f"print('WARNING: no good', file=sys.stderr); sys.exit({status})"
    )

    assert run.run_with_dots([sys.executable, "-c", pip]) == status

    printed = capfd.readouterr()
    assert printed.out.splitlines()[0] == ".."
    assert ("WARNING: no good" in printed.out) is shown
    assert printed.err == ""


def test_the_first_failing_check_ends_the_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tools: list[str] = []

    def fail_at_types(command: list[str]) -> int:
        tools.append(Path(command[0]).name)
        return 3 if tools[-1] == "mypy" else 0

    monkeypatch.setattr(run, "run", fail_at_types)
    monkeypatch.chdir(tmp_path)

    assert run.run_checks([]) == 3
    assert tools == ["ruff", "ruff", "mypy"]


def test_words_after_test_go_to_pytest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    commands: list[list[str]] = []

    def note(command: list[str]) -> int:
        commands.append(command)
        return 0

    monkeypatch.setattr(run, "run", note)
    monkeypatch.chdir(tmp_path)

    assert run.run_checks(["-k", "pain"]) == 0
    assert Path(commands[-1][0]).name == "pytest"
    assert commands[-1][1:] == ["-n2", "-k", "pain"]
