"""The keys of a session at a terminal."""

import pytest

from glutetimer.core.exercise import OpenReps, Reps
from glutetimer.core.history.records import Outcome, SessionEnd
from glutetimer.core.keys.table import Action
from glutetimer.terminal.session_keys import SessionKeys, is_told
from tests.core.builders import entry, routine
from tests.terminal.test_player import Play

USUAL = SessionKeys({})


@pytest.mark.parametrize(
    ("typed", "action"),
    [
        ("space", Action.PAUSE),
        ("B", Action.PAUSE),
        (".", Action.PAUSE),
        ("f5", Action.PAUSE),
        ("shift+f5", Action.PAUSE),
        ("pgdown", Action.FORWARD),
        ("pgup", Action.PREVIOUS),
        ("n", Action.NEXT),
        ("N", Action.NEXT),
        ("т", Action.NEXT),  # by its place on a Russian keyboard
        ("+", Action.MORE_REST),
        ("enter", Action.SET_DONE),
        ("esc", Action.STOP),
        ("?", Action.KEYS),
        ("ctrl+n", None),
        ("end key", None),
        ("end", None),  # a terminal that was closed
        ("t", None),  # a tap needs a screen
        ("", None),
    ],
)
def test_what_a_key_does(typed: str, action: Action | None) -> None:
    assert USUAL.action(typed) is action


def test_the_key_end_is_not_the_end_of_the_terminal() -> None:
    assert SessionKeys({Action.NEXT: ("End",)}).action("end key") is Action.NEXT


def test_the_line_of_hints_has_the_keys_as_assigned() -> None:
    assert USUAL.hints(is_paused=False) == (
        "space pause  n next  p back  + rest  Enter done  r redo  h hurt  q stop  ? keys"
    )
    own = SessionKeys({Action.PAUSE: ("Ctrl+K",), Action.REPEAT: (), Action.STOP: ()})
    assert own.hints(is_paused=True).startswith("Ctrl+K go on")
    assert "redo" not in own.hints(is_paused=True)
    assert "Esc stop" in own.hints(is_paused=True)


def test_every_line_names_the_keys_as_assigned() -> None:
    lines = SessionKeys({Action.SET_DONE: ("PgDown", "Media Next")}).lines()
    assert any(line.startswith("PgDown ") and "the set is done" in line for line in lines)
    assert not any("Media" in line for line in lines)


@pytest.mark.parametrize("key", ["Media Play", "Alt+K", "Meta+K", "Ctrl+Space", "Shift+K", "Menu"])
def test_what_a_terminal_cannot_tell(key: str) -> None:
    assert not is_told(key)


def test_a_remote_ends_a_set_and_begins_the_next() -> None:
    two = routine(entry(Reps(2, 2), sets=2))
    play = Play(two, keys=[(17.0, "pgdown"), (18.0, "pgdown"), (29.0, "pgdown")]).run()
    assert play.outcomes == [(Outcome.DONE, 1), (Outcome.DONE, 1)]
    assert play.end[0] is SessionEnd.FINISHED


def test_own_keys_count_in_a_session_and_are_said() -> None:
    own = {Action.SET_DONE: ("PgUp",)}
    play = Play(routine(entry(OpenReps())), keys=[(50.0, "enter"), (60.0, "pgup")], own=own).run()
    assert play.outcomes == [(Outcome.DONE, 8)]
    assert any("PgUp when done" in lines[0] for lines in play.screen.shown)
