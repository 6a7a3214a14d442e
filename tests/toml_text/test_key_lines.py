import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.toml_text.key_lines import MAX_DEPTH, KeyPath, TooDeepError, key_lines

TEXT = '''\
# a comment with [[brackets]] and = "quotes
title = "A # title = x"   # [no.table]

notes = """
[not.a.table]
use = "nothing" \\"""
"""
also = [   # item 0 comes next
  "one",

  { say = "two", short = "2" }, [1.5, 2026-01-05 07:30:00,
  3],
]
a.b."c.d".e = 'C:\\'

[[exercise]]
use = "bridge"
tempo = { lift = "1s", "top" = "2s" }

  [[exercise]]
  use = "clam"
  [exercise.deep]
  key = 1
  [[exercise.inner]]
  [[exercise.inner]]
  x = 2

[circuits.A]
rounds = 3
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("notes",), 4),
        (("also",), 8),
        (("also", 0), 9),
        (("also", 1), 11),
        (("also", 1, "short"), 11),
        (("also", 2), 11),
        (("also", 2, 1), 11),
        (("also", 2, 2), 12),
        (("a", "b", "c.d", "e"), 14),
        (("exercise",), 16),
        (("exercise", 0), 16),
        (("exercise", 0, "tempo", "top"), 18),
        (("exercise", 1), 20),
        (("exercise", 1, "use"), 21),
        (("exercise", 1, "deep", "key"), 23),
        (("exercise", 1, "inner", 0), 24),
        (("exercise", 1, "inner", 1, "x"), 26),
        (("circuits", "A", "rounds"), 29),
    ],
)
def test_every_key_and_item_has_its_line(path: KeyPath, line: int) -> None:
    assert tomllib.loads(TEXT)
    assert key_lines(TEXT)[path] == line


KEYS = st.text(min_size=1, max_size=6).filter(lambda key: key.isprintable() and "\\" not in key)
VALUES = st.recursive(
    st.text(max_size=8) | st.integers(-(2**60), 2**60) | st.booleans() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


def all_paths(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    """The path of every key and item in a parsed document."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        yield (*path, key)
        if isinstance(inner, dict | list):
            yield from all_paths(inner, (*path, key))


@given(st.dictionaries(KEYS, VALUES, max_size=5), st.booleans())
def test_whatever_is_written_is_found(values: dict[str, Any], multiline: bool) -> None:
    text = tomli_w.dumps(values, multiline_strings=multiline)
    lines = key_lines(text)
    last = text.count("\n") + 1
    for path in all_paths(tomllib.loads(text)):
        assert 1 <= lines[path] <= last


@given(st.text(alphabet="[]{}=\"'#.,\n\\ ab1", max_size=60))
def test_what_is_not_toml_does_no_harm(text: str) -> None:
    try:
        lines = list(key_lines(text).values())
    except TooDeepError as error:
        lines = [error.line]
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "\nx = " + "[" * 3000 + "]" * 3000,
        "\nx = " + "{a=" * 3000 + "1" + "}" * 3000,
        "\n" + "a." * 100_000 + "a = 1",
        "\n[" + "a." * 100_000 + "a]",
    ],
    ids=["brackets", "braces", "key", "header"],
)
def test_depth_is_refused_at_its_line(text: str) -> None:
    with pytest.raises(TooDeepError) as caught:
        key_lines(text)
    assert caught.value.line == 2


def test_depth_up_to_the_limit_is_read() -> None:
    assert ("x", *[0] * MAX_DEPTH) in key_lines("x = " + "[" * MAX_DEPTH + "1" + "]" * MAX_DEPTH)


@pytest.mark.parametrize(
    "text", ['"""' * 80_000, '"""\\' * 60_000, "'''a" * 50_001, '"\\' * 120_000]
)
def test_unclosed_quotes_take_no_time(text: str) -> None:
    assert key_lines(text) == {}
