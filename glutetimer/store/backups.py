"""Dated copies of the history file."""

import contextlib
import itertools
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from glutetimer.core.errors import Trouble
from glutetimer.store import rotation
from glutetimer.store.disk import explain_os, stamp
from glutetimer.store.troubles import FAILURES, damage, explain, is_damage
from glutetimer.whole_file import replaced

_DAY = timedelta(days=1)
_STAMP_LENGTH = len("20260105T073000Z")


class Copy(NamedTuple):
    """A backup; `reason` is "" for the daily one."""

    path: Path
    made_at: datetime
    reason: str


class Backups:
    """The backups of one history file, in a folder of their own.

    Every method opens files of its own, so it may run in any thread while the history is used.
    A backup is called history-20260105T073000Z.sqlite3, with a reason after the time if it was not
    the daily one. `rotation` tells which of each are kept.
    """

    def __init__(self, source: Path, folder: Path) -> None:
        self._source = source
        self._folder = folder

    def newest(self) -> Path | None:
        """Return the newest backup, whatever it was made for; None if there is none."""
        return max((copy.path for copy in self.all()), key=lambda path: path.stem, default=None)

    def make(self, at: datetime, reason: str = "") -> Path:
        """Copy the history as it is now, with everything that is committed, and check the copy.

        Raises:
            Trouble: the history is damaged, or the copy could not be written; no copy is left.
        """
        target = self._free("-".join(filter(None, (self._source.stem, stamp(at), reason))))
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with replaced(target) as part:
                _copy(self._source, part)
        except FAILURES as error:
            if is_damage(error):
                raise explain(error, self._source) from error
            cure = "Check that the disk has space; the history itself is safe"
            what = f"The backup could not be written: {error}"
            raise Trouble(what, str(target), cure) from error
        except OSError as error:
            raise explain_os(error, "The backup could not be written", target) from error
        if reason:
            copies = [copy for copy in self.all() if copy.reason == reason]
            _keep(copies, rotation.kept_of_a_reason([copy.made_at for copy in copies], at))
        return target

    def make_if_due(self, now: datetime) -> Path | None:
        """Make the daily backup unless there is one from the last 24 hours.

        Returns None if none was due, or if there is nothing worth keeping: empty copies would
        push out the good ones. Raises Trouble like `make`.
        """
        is_due = not any(timedelta(0) <= now - copy.made_at < _DAY for copy in self.all())
        if not is_due or not self._has_session():
            return None
        made = self.make(now)
        daily = [copy for copy in self.all() if not copy.reason]
        _keep(daily, rotation.kept_daily([copy.made_at for copy in daily], now))
        return made

    def all(self) -> list[Copy]:
        """List the backups; other files in the folder are not ours."""
        found = []
        prefix = f"{self._source.stem}-"
        for path in self._folder.glob(f"{prefix}*{self._source.suffix}"):
            name = path.stem.removeprefix(prefix)
            with contextlib.suppress(ValueError):
                at = datetime.strptime(name[:_STAMP_LENGTH], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
                found.append(Copy(path, at, _reason(name[_STAMP_LENGTH:])))
        return found

    def _free(self, name: str) -> Path:
        """Return a path that is not taken: two restores within a second must not meet."""
        path = self._folder / f"{name}{self._source.suffix}"
        for number in itertools.count(2):
            if not path.exists():
                break
            path = path.with_name(f"{name}-{number}{path.suffix}")
        return path

    def _has_session(self) -> bool:
        if not self._source.exists():
            return False
        try:
            with contextlib.closing(sqlite3.connect(self._source)) as connection:
                return connection.execute("SELECT 1 FROM session LIMIT 1").fetchone() is not None
        except FAILURES as error:
            raise explain(error, self._source) from error


def _reason(end: str) -> str:
    """Tell the reason from what follows the time: "-before-import-2" was the second of a second."""
    _, *words = end.split("-")
    return "-".join(words[:-1] if words and words[-1].isdigit() else words)


def _keep(copies: Iterable[Copy], kept: set[datetime]) -> None:
    for copy in copies:
        if copy.made_at not in kept:
            with contextlib.suppress(OSError):
                copy.path.unlink()


def _copy(source: Path, target: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(source)) as reading,
        contextlib.closing(sqlite3.connect(target, isolation_level=None)) as writing,
    ):
        # A half-written copy is thrown away, so it needs no journal, only to be on disk at the end.
        writing.execute("PRAGMA synchronous = OFF")
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode = DELETE")  # one file, without companions
        (state,) = writing.execute("PRAGMA quick_check(1)").fetchone()
        if state != "ok":
            raise damage(state)
