"""The names of keys, and which of them does what."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.keys.names import MEDIA, NAMED, key_named, key_parts, shown_key
from glutetimer.core.keys.table import (
    EXPLANATIONS,
    USUAL,
    Action,
    assigned,
    own_of,
    owner_of,
    read_keys,
    why_not,
    with_key,
    with_usual,
    without_key,
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("PgDown", "PgDown"),
        ("page down", "PgDown"),
        ("Page-Down", "PgDown"),
        ("ctrl + k", "Ctrl+K"),
        ("Shift+Ctrl+f5", "Ctrl+Shift+F5"),
        ("b", "B"),
        ("+", "+"),
        ("Ctrl++", "Ctrl++"),
        ("Shift+?", "?"),
        ("Shift+A", "Shift+A"),
        ("Return", "Enter"),
        ("Toggle Media Play/Pause", "Media Play/Pause"),
        ("end", "End"),
        ("ß", "ß"),
        *((name, name) for name in NAMED),
    ],
)
def test_a_key_has_one_name_however_it_is_written(written: str, name: str) -> None:
    assert key_named(written) == name


@pytest.mark.parametrize(
    "written", ["", "  ", "PgDwn", "Ctrl", "Ctrl+", "K+Ctrl", "ctrl+ctrl", "\n", "+k+", "a" * 9_999]
)
def test_what_is_no_key_has_no_name(written: str) -> None:
    assert key_named(written) == ""


@given(st.text())
def test_a_name_names_itself(text: str) -> None:
    name = key_named(text)
    assert key_named(name) == name
    assert not name or "+".join(key_parts(name)) == name


def test_arrows_are_shown_as_such() -> None:
    assert [shown_key(key) for key in ("Left", "Ctrl+Up", "PgUp", "+")] == [
        "←",
        "Ctrl+↑",
        "PgUp",
        "+",
    ]


def test_no_key_means_two_things_and_each_is_named_as_it_is_kept() -> None:
    named = [key for keys in USUAL.values() for key in keys]
    assert max(Counter(named).values()) == 1
    assert [key_named(key) for key in named] == named
    assert set(USUAL) == set(EXPLANATIONS) == set(Action)
    assert not [key for action, keys in USUAL.items() for key in keys if why_not(action, key)]


def test_presenter_remotes_and_headsets_do_something_at_once() -> None:
    pauses = {"F5", "Shift+F5", "B", ".", "Media Play", "Media Pause", "Media Play/Pause"}
    assert {owner_of(USUAL, key) for key in pauses} == {Action.PAUSE}
    assert owner_of(USUAL, "PgDown") is owner_of(USUAL, "Media Next") is Action.FORWARD
    assert owner_of(USUAL, "PgUp") is owner_of(USUAL, "Media Previous") is Action.PREVIOUS
    assert set(MEDIA) - {key for keys in USUAL.values() for key in keys} == {
        "Media Rewind",
        "Media Fast Forward",
    }


def test_what_the_person_gave_away_is_taken_from_its_usual_action() -> None:
    table = assigned({Action.MORE_REST: ("PgDown", "B")})
    assert table[Action.MORE_REST] == ("PgDown", "B")
    assert table[Action.FORWARD] == ("Media Next",)
    assert "B" not in table[Action.PAUSE]
    assert table[Action.STOP] == USUAL[Action.STOP]


def test_escape_always_stops() -> None:
    assert assigned({Action.STOP: ()})[Action.STOP] == ("Esc",)
    assert why_not(Action.PAUSE, "Esc") == "always stops the session"
    assert why_not(Action.STOP, "Esc") == ""


@pytest.mark.parametrize(
    "key", ["Ctrl+Q", "Tab", "Shift+Tab", "Backspace", "7", "Meta+L", "Ctrl+C"]
)
def test_reserved_keys_are_refused_with_words(key: str) -> None:
    assert why_not(Action.NEXT, key)


def test_a_key_that_is_moved_is_nowhere_else() -> None:
    table = with_key(assigned({}), Action.REPEAT, "Space")
    assert table[Action.REPEAT] == ("R", "Space")
    assert table[Action.PAUSE][0] == "B"
    assert owner_of(without_key(table, Action.REPEAT, "Space"), "Space") is None


def test_back_to_usual_takes_the_keys_back() -> None:
    table = with_key(assigned({}), Action.REPEAT, "Space")
    table = with_usual(with_usual(table, Action.PAUSE), Action.REPEAT)
    assert table == USUAL
    assert own_of(table) == {}


actions = st.sampled_from(list(Action))
keys = st.sampled_from([key for keys in USUAL.values() for key in keys] + ["Down", "Ctrl+K"])


@given(st.lists(st.tuples(actions, keys, st.booleans())))
def test_whatever_is_changed_no_key_means_two_things_and_it_is_kept(
    changes: list[tuple[Action, str, bool]],
) -> None:
    table = assigned({})
    for action, key, is_added in changes:
        if not why_not(action, key):
            table = with_key(table, action, key) if is_added else without_key(table, action, key)
        kept = assigned(own_of(table))
        named = Counter(key for keys in kept.values() for key in keys)
        assert max(named.values()) == 1
        assert kept == {**table, Action.STOP: kept[Action.STOP]}


def test_a_list_of_a_file_says_what_is_no_key() -> None:
    assert read_keys(["b", "B", 3, "PgDwn"]) == (("B",), [3, "PgDwn"])
