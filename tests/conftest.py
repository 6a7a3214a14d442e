"""What holds for every test: no screen, no folder of the person's own, no window left behind."""

import itertools
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.fakes import FakeClock

# Before anything can import Qt: without a screen it would end the process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A job in the background of a script ignores SIGINT, and so would every child of the tests.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Before any import of the package, so that no default can have been read from the person's folders.
_RUN_DIR = Path(tempfile.mkdtemp(prefix="glutetimer-tests-"))
for _variable, _folder in {
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
    "GLUTETIMER_HOME": "home",
    "HOME": "user",  # the last place for a session that the history refuses
}.items():
    (_RUN_DIR / _folder).mkdir(mode=0o700)
    os.environ[_variable] = str(_RUN_DIR / _folder)

# A busy machine must not fail a property; failures print what repeats them.
# One commit gives everybody one answer; `--hypothesis-profile=chance` looks for new cases.
settings.register_profile("chance", deadline=None, print_blob=True)
settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("same")

_home_numbers = itertools.count(1)


def pytest_unconfigure() -> None:
    shutil.rmtree(_RUN_DIR, ignore_errors=True)


@pytest.fixture
def clock() -> FakeClock:
    """A clock that moves only when it is told to."""
    return FakeClock()


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder for this test alone, not yet made."""
    home = _RUN_DIR / f"home-{next(_home_numbers)}"
    monkeypatch.setenv("GLUTETIMER_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def _no_window_left_behind() -> Iterator[None]:
    before = _top_level_widgets()
    yield
    left = _top_level_widgets() - before
    if left:
        pytest.fail(f"windows left behind: {', '.join(sorted(left))}", pytrace=False)


def _top_level_widgets() -> set[str]:
    """Describe the windows that exist once everything marked for deletion is gone."""
    if "PySide6.QtWidgets" not in sys.modules:
        return set()
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return set()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {
        f"{type(widget).__name__} {widget.objectName()!r} at {id(widget):#x}"
        for widget in QApplication.topLevelWidgets()
    }
