"""A private session bus."""

from collections.abc import Iterator

import pytest

from tests.media.session_bus import private_bus


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a session bus of this test alone."""
    with private_bus(monkeypatch) as address:
        yield address
