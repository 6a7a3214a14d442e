"""Which backups are kept."""

from collections.abc import Sequence
from datetime import UTC, datetime

DAILY = 7
WEEKLY = 8
OF_A_REASON = 10


def kept_daily(made_at: Sequence[datetime], now: datetime) -> set[datetime]:
    """Return which of the daily backups are kept: the newest 7, and 8 of weeks before.

    Of an older week (from Monday, in UTC) the newest is kept. Those of the future were made before
    the clock was set back. They count for themselves, else they would push out all that are made
    now.
    """
    future = [at for at in made_at if at > now]
    past = [at for at in made_at if at <= now]
    return _kept_daily(future) | _kept_daily(past)


def kept_of_a_reason(made_at: Sequence[datetime], now: datetime) -> set[datetime]:
    """Return which backups for one reason are kept: the newest 10, those of the future apart."""
    future = sorted(at for at in made_at if at > now)
    past = sorted(at for at in made_at if at <= now)
    return {*future[-OF_A_REASON:], *past[-OF_A_REASON:]}


def _kept_daily(made_at: Sequence[datetime]) -> set[datetime]:
    newest_first = sorted(made_at, reverse=True)
    weekly: dict[tuple[int, int], datetime] = {}
    for at in newest_first[DAILY:]:
        year, week, _ = at.astimezone(UTC).isocalendar()
        weekly.setdefault((year, week), at)
    return {*newest_first[:DAILY], *list(weekly.values())[:WEEKLY]}
