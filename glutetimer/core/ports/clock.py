"""The time, as the core asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # The first window comes up without these: see tests/bench/startup.py.
    from datetime import datetime


class Clock(Protocol):
    """The time."""

    def now_s(self) -> float:
        """Seconds since some fixed moment; never steps back, counts while asleep."""

    def utc_now(self) -> datetime:
        """The wall clock as an aware UTC datetime."""

    def asleep_s(self) -> float | None:
        """Seconds of `now_s` for which the machine slept; None where it does not tell."""
