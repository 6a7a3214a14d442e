"""The settings as they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # The first window comes up without these: see tests/bench/startup.py.
    from collections.abc import Sequence

    from glutetimer.core.notice import Notice
    from glutetimer.core.settings import Settings


class SettingsStore(Protocol):
    """The settings file."""

    def load(self) -> tuple[Settings, Sequence[Notice]]:
        """The settings, with a notice for whatever could not be read."""

    def save(self, settings: Settings) -> None:
        """Write the file atomically. Raises Trouble; the old file stays then."""
