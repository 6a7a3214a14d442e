"""What was told, in a small file that the window and the timer's process share."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

from glutetimer.core.ports.clock import Clock
from glutetimer.core.reminders.rules import after, due
from glutetimer.core.reminders.told import ReminderKind, Told
from glutetimer.core.settings import Settings
from glutetimer.kept_file import KeptFile
from glutetimer.store.locking import alone

_PATIENCE_S = 2.0


class KeptTold:
    """Told on disk. If the file is lost or damaged, somebody may be reminded twice on that day."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = KeptFile(path)

    def load(self) -> Told:
        """What was told up to now."""
        found = self._file.load()
        return _told(found) if isinstance(found, Mapping) else Told()

    def change(self, change: Callable[[Told], Told]) -> Told:
        """Change it while no other process does; returns what is kept then."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        with alone(self._path.with_name(f".{self._path.name}.lock"), _PATIENCE_S):
            before = self.load()
            told = change(before)
            if told != before:
                self._file.store(_plain(told))
        return told

    def claim(
        self, settings: Settings, now: datetime, trained_on: date | None
    ) -> ReminderKind | None:
        """Return what is due, and count it as told, so that no other process tells it."""
        found: list[ReminderKind] = []

        def take(told: Told) -> Told:
            kind = due(settings, told, now, trained_on)
            if kind is None:
                return told
            found.append(kind)
            return after(settings, told, kind, now)

        self.change(take)
        return found[0] if found else None


class KeptReminders:
    """What every implementation of core.ports.reminders.Reminders begins with."""

    def __init__(self, kept: KeptTold, clock: Clock, zone: tzinfo) -> None:
        self.kept = kept
        self._clock = clock
        self._zone = zone

    def now(self) -> datetime:
        """The local time."""
        return self._clock.utc_now().astimezone(self._zone)

    def told(self) -> Told:
        """What was told."""
        return self.kept.load()

    def change(self, change: Callable[[Told], Told]) -> Told:
        """Change what counts as told."""
        return self.kept.change(change)


def _plain(told: Told) -> dict[str, str | None]:
    days = ("session_day", "no_squeeze_day", "quiet_day")
    plain = {name: _text(getattr(told, name)) for name in days}
    for name in ("squeeze_at", "later_at"):
        moment = getattr(told, name)
        plain[name] = None if moment is None else moment.astimezone(UTC).isoformat()
    return plain


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _told(plain: Mapping[str, object]) -> Told:
    return Told(
        session_day=_day(plain.get("session_day")),
        squeeze_at=_moment(plain.get("squeeze_at")),
        later_at=_moment(plain.get("later_at")),
        no_squeeze_day=_day(plain.get("no_squeeze_day")),
        quiet_day=_day(plain.get("quiet_day")),
    )


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None
