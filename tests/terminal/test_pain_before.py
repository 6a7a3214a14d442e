"""The pain before a session, asked at a terminal while it gets ready."""

import pytest

from glutetimer.core.exercise import Reps
from glutetimer.core.history.records import SessionEnd
from glutetimer.core.session.coach import Coach
from glutetimer.core.settings import Settings
from glutetimer.core.words.safety import SEE_SOMEONE
from glutetimer.terminal.console import Console
from glutetimer.terminal.pain_before import QUESTION
from glutetimer.terminal.player import TerminalPlayer
from glutetimer.terminal.questions import TerminalQuestions
from glutetimer.terminal.scaled_clock import ScaledClock
from tests.core.builders import entry, routine
from tests.fakes import FakeClock
from tests.fakes_history import FakeHistory
from tests.fakes_player import FakePlayer
from tests.terminal.fakes import FakeKeyboard, FakeScreen

ONE_SET = routine(entry(Reps(2, 2)))  # 10 s to get ready, then 12 s


def play(
    *keys: tuple[float, str], asks: bool = True, has_person: bool = True
) -> tuple[FakeHistory, list[str]]:
    clock, screen, history = FakeClock(), FakeScreen(), FakeHistory()
    keyboard = FakeKeyboard(clock, keys)
    scaled = ScaledClock(clock, 1.0)
    coach = Coach(ONE_SET, Settings(get_ready_s=10.0), scaled, history, FakePlayer())
    questions = TerminalQuestions(screen, keyboard) if has_person else None
    player = TerminalPlayer(
        coach, Console(screen, keyboard.read, questions), scaled, asks_pain=asks
    )
    player.run(lambda: False)
    return history, screen.logged


@pytest.mark.parametrize(
    ("keys", "level"),
    [
        ("4", 4),
        ("0", 0),
        ("10", 10),
        ("20", 0),  # the newest counts
        ("46", 6),
        ("è", 7),  # on a French keyboard, without Shift
        ("&à", 10),
        ("x", None),
        ("", None),
    ],
)
def test_one_key_answers_and_nothing_waits(
    keys: str, level: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    history, logged = play(*((2.0 + number, key) for number, key in enumerate(keys)))
    assert logged[0] == QUESTION
    assert history.starts[1].pain_before == level
    end, active_s = history.ends[1]
    assert end is SessionEnd.FINISHED
    assert active_s == pytest.approx(22.0)


def test_backspace_takes_the_answer_back() -> None:
    history, _ = play((2.0, "4"), (3.0, "backspace"))
    assert history.starts[1].pain_before is None


def test_a_digit_in_a_set_means_nothing() -> None:
    history, logged = play((12.0, "4"))
    assert history.starts[1].pain_before is None
    assert not any(line.startswith("Pain 4") for line in logged)


@pytest.mark.parametrize(("key", "has_signs"), [("7", False), ("8", True)])
def test_much_pain_is_answered_calmly(key: str, has_signs: bool) -> None:
    _, logged = play((2.0, key))
    assert "step back" in logged[1]
    assert (SEE_SOMEONE in logged) is has_signs


@pytest.mark.parametrize(("asks", "has_person"), [(False, True), (True, False)])
def test_it_is_asked_only_where_somebody_wants_it(asks: bool, has_person: bool) -> None:
    _, logged = play(asks=asks, has_person=has_person)
    assert QUESTION not in logged
