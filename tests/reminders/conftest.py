"""A desktop on a private session bus, with notifications that can be answered."""

import sys
from collections.abc import Iterator

import pytest

if sys.platform != "linux":
    collect_ignore_glob = ["test_notification.py", "test_presence.py", "test_desktop_reminders.py"]

from tests.desktop_service import DesktopService
from tests.media.session_bus import private_bus
from tests.reminders.desktop import notifications


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a session bus of this test alone."""
    with private_bus(monkeypatch) as address:
        yield address


@pytest.fixture
def desktop(bus: str) -> Iterator[DesktopService]:
    """The notifications of a desktop."""
    with notifications() as service:
        yield service
