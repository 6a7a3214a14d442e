"""Histories in a folder of the test's own; all are closed at its end."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glutetimer.store.history import History
from tests.fakes import FakeClock

Open = Callable[..., History]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the history is, or will be."""
    return tmp_path / "data" / "history.sqlite3"


@pytest.fixture
def open_history(path: Path, clock: FakeClock) -> Iterator[Open]:
    """Opens the history, as often as one likes; words go to History."""
    with contextlib.ExitStack() as stack:

        def opened(**words: object) -> History:
            history = History(path, clock, **words)  # type: ignore[arg-type]
            stack.callback(history.close)
            return history

        yield opened


@pytest.fixture
def history(open_history: Open) -> History:
    return open_history()
