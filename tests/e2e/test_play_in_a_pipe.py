"""The real program without a terminal: a whole session, signals, kills, pipes."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from glutetimer.core.words.safety import SAFETY
from tests.e2e.program import COMMAND, environment, run, start

pytestmark = pytest.mark.e2e

QUICK = """\
format = 1
title = "Quick"
[[exercise]]
use = "hip-thrust-iso-hold"
sets = 3
hold = "4s"
rest = "60s"
"""


@pytest.fixture
def quick(tmp_path: Path) -> str:
    path = tmp_path / "quick.toml"
    path.write_text(QUICK)
    return str(path)


def sessions(home: Path) -> list[dict[str, object]]:
    exported = run(home, "history", "export", "--format", "json")
    assert exported.returncode == 0
    found: list[dict[str, object]] = json.loads(exported.stdout)["sessions"]
    return found


def lines_until(process: subprocess.Popen[str], word: str) -> Iterator[str]:
    """Lines of output up to and with the first that has the word."""
    assert process.stdout is not None
    for line in process.stdout:
        yield line
        if word in line:
            return
    raise AssertionError(f"it ended without saying {word!r}")


def test_a_whole_session_is_in_the_history(own_home: Path) -> None:
    played = run(own_home, "play", "first-session", "--speed", "200", "--voice", "off")

    assert played.returncode == 0
    assert played.stderr == ""
    assert "\x1b" not in played.stdout
    assert "Finished: 8 of 8 sets" in played.stdout
    (session,) = sessions(own_home)
    assert (session["routine"], session["end"]) == ("first-session", "finished")
    assert session["active_s"] == pytest.approx(session["planned_s"], abs=0.001)
    done = session["sets"]
    assert isinstance(done, list)
    assert [record["outcome"] for record in done] == ["done"] * 8


def test_the_words_on_safety_come_once(own_home: Path) -> None:
    words = ("play", "first-session", "--speed", "200", "--voice", "off", "--from", "8")
    first, second = run(own_home, *words), run(own_home, *words)
    for paragraph in SAFETY:
        assert paragraph in first.stdout
        assert paragraph not in second.stdout


def test_a_session_can_begin_in_the_middle(own_home: Path) -> None:
    words = ("play", "first-session", "--speed", "200", "--voice", "off", "--from", "7")
    played = run(own_home, *words)

    assert "from set 7" in played.stdout
    (session,) = sessions(own_home)
    done = session["sets"]
    assert isinstance(done, list)
    assert [record["index"] for record in done] == [6, 7]


def test_a_set_that_is_not_there(own_home: Path) -> None:
    played = run(own_home, "play", "first-session", "--from", "9", "--voice", "off")

    assert played.returncode == 1
    assert "There is no set 9" in played.stderr
    assert "from 1 to 8" in played.stderr
    assert sessions(own_home) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_ends_it_in_order(
    own_home: Path, quick: str, number: signal.Signals, status: int
) -> None:
    with start(own_home, "play", quick, "--speed", "40", "--voice", "off") as process:
        list(lines_until(process, "REST"))
        process.send_signal(number)
        out, err = process.communicate(timeout=20)

    assert process.returncode == status
    assert err == ""
    assert "Stopped: 1 of 3 sets" in out
    (session,) = sessions(own_home)
    assert session["end"] == "stopped"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_after_a_kill_what_was_done_is_kept(own_home: Path, quick: str) -> None:
    with start(own_home, "play", quick, "--speed", "40", "--voice", "off") as process:
        list(lines_until(process, "REST"))
        process.kill()

    listed = run(own_home, "history")
    assert "interrupted" in listed.stdout
    assert "1/3" in listed.stdout

    played = run(own_home, "play", quick, "--speed", "200", "--voice", "off")
    assert played.returncode == 0
    assert "“Quick” was interrupted after 1 set; it is kept in the history as session 1." in (
        played.stdout
    )
    assert [session["end"] for session in sessions(own_home)] == ["interrupted", "finished"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_stopped_process_pauses_and_says_so(own_home: Path, quick: str) -> None:
    with start(own_home, "play", quick, "--voice", "off", "--speed", "10") as process:
        list(lines_until(process, "REST"))  # after a set: else nothing would be kept
        process.send_signal(signal.SIGSTOP)
        time.sleep(2.6)  # the one thing here that needs real time: a machine that sleeps
        process.send_signal(signal.SIGCONT)
        (line,) = lines_until(process, "paused where it was")
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)

    assert "stood still for 3 s" in line or "Nothing moved for 3 s" in line
    (session,) = sessions(own_home)
    active_s = session["active_s"]
    assert isinstance(active_s, float)
    assert 19.0 <= active_s < 25.0  # with the time that it was stopped, tenfold, it would be 45


def test_another_session_that_runs_is_left_alone(own_home: Path, quick: str) -> None:
    with start(own_home, "play", quick, "--speed", "40", "--voice", "off") as process:
        list(lines_until(process, "GET READY"))
        other = run(own_home, "play", quick, "--speed", "200", "--voice", "off")
        out, _ = process.communicate(timeout=30)

    assert "interrupted" not in other.stdout
    assert "Finished: 3 of 3" in out
    assert [session["end"] for session in sessions(own_home)] == ["finished", "finished"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell of POSIX")
@pytest.mark.parametrize(
    "words",
    ["plan ten-glute-exercises --json", "--help", "play first-session --speed 200 --voice off"],
)
def test_a_closed_pipe_is_quiet(own_home: Path, words: str) -> None:
    program = " ".join(COMMAND)
    done = subprocess.run(
        ["/bin/sh", "-c", f"{program} {words} | head -n 1"],
        env=environment(own_home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_a_terminal_without_unicode(own_home: Path) -> None:
    played = run(own_home, "plan", "desk-squeeze", PYTHONIOENCODING="ascii", LC_ALL="C")

    assert (played.returncode, played.stderr) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="only there a display may be missing")
@pytest.mark.parametrize("display", ["", ":9876"])
def test_without_a_display_it_offers_the_terminal(own_home: Path, display: str) -> None:
    opened = run(own_home, DISPLAY=display)

    assert opened.returncode == 1
    assert opened.stdout == ""
    assert opened.stderr.count("\n") == 1
    assert "glutetimer play" in opened.stderr


def test_a_session_that_cannot_be_recorded_is_played_and_is_trouble(
    own_home: Path, quick: str
) -> None:
    own_home.touch()  # a file where the folder should be

    played = run(own_home, "play", quick, "--speed", "500", "--voice", "off")

    assert played.returncode == 1
    assert "Finished: 3 of 3 sets" in played.stdout
    assert "The history cannot be written" in played.stdout
    assert "Kept in the history" not in played.stdout
    assert "which the next start takes in" in played.stdout.splitlines()[-1]
    assert played.stderr == ""

    own_home.unlink()
    assert "3/3" in run(own_home, "history").stdout
