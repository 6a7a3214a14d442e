"""The history: every session and every set, in SQLite."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from pathlib import Path

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import WholeSession
from glutetimer.core.notice import Notice
from glutetimer.core.ports.clock import Clock
from glutetimer.store import schema
from glutetimer.store.archive.archive import Archive
from glutetimer.store.backups import Backups
from glutetimer.store.database import MakeRoom, no_room
from glutetimer.store.lost import LostHistory
from glutetimer.store.opening import Opener
from glutetimer.store.progress import Progress
from glutetimer.store.recording import Recording
from glutetimer.store.refuge import Refuge
from glutetimer.store.restoring import restore
from glutetimer.store.running import RunningMarks
from glutetimer.store.soundness import problems

PATIENCE_S, OPENING_S = 0.1, 1.0
"""So long a call waits for another program that is writing: a window must go on painting, and a
session takes two seconds without it for sleep. What cannot be written is tried again by time.
Opening waits longer, once: a session that begins meanwhile is tried again as well."""


class History(Recording):
    """The history in one file; implements `core.ports.HistoryStore`.

    Use it in one thread; only `backup_if_due` may be called from any. Several programs may have
    the file open at once. `notices` is what the person should know after opening; `offered_backup`
    is set if the history was found missing or damaged, by whichever process, and there is a backup.
    It is offered until `restore_backup` or `begin_anew` answers. If the file is removed, moved or
    replaced meanwhile, the next call notices, and what this process has written of its sessions
    is written into what is there now, or a new file.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        *,
        zone: tzinfo | None = None,
        busy_timeout_s: float = PATIENCE_S,
        migrations: schema.Migrations = schema.MIGRATIONS,
        make_room: MakeRoom = no_room,
        refuges: Sequence[Path] = (),
        opening_s: float = OPENING_S,
    ) -> None:
        """Open the history, or make it. Raises Trouble if that is impossible (see Opener).

        `zone` is where new sessions are done; None is the machine's. `busy_timeout_s` is how
        long a call may wait for another program that is writing. `make_room` is called when the
        disk is full. `refuges` are the folders for what cannot be stored, beside the history's
        own; what is there is taken in now. `opening_s` is how long opening may wait.
        """
        self.path = path
        self._clock = clock
        self._migrations = migrations
        self._backups = Backups(path, path.parent / "backups")
        running = RunningMarks(path.with_name(f"{path.name}-running"))
        self._opener = Opener(
            path,
            self._backups,
            clock.utc_now,
            max(busy_timeout_s, opening_s),
            migrations,
            running,
            make_room,
        )
        opened = self._opener.open()
        super().__init__(opened.database, running, zone)
        if opened.database.file == path:
            opened.database.follow = self._follow
        self._refuge = Refuge(path, refuges, zone)
        rescued = tuple(self._refuge.take_in(opened.database))
        self.notices: tuple[Notice, ...] = (*opened.notices, *rescued)
        self._busy_timeout_s = busy_timeout_s
        opened.database.wait_at_most(busy_timeout_s)
        self.offered_backup: Path | None = opened.offered
        self._news: list[Notice] = []

    def close(self) -> None:
        """Close the file; sessions that were not finished count as interrupted from now on."""
        self._running.close()
        self._database.close()

    def keep_elsewhere(self, session: WholeSession) -> str:
        """Write a session that could not be stored into a file; returns its path."""
        self.expect(session.start.started_at)
        return self._refuge.keep(session)

    def expect(self, started_at: datetime) -> None:
        """Know a session that is in a file as the same, should it be taken in meanwhile."""
        self._elsewhere.add(started_at)

    def drop_elsewhere(self, place: str) -> None:
        """Remove such a file: all of it is in the history."""
        self._refuge.drop(place)

    @property
    def progress(self) -> Progress:
        """What statistics ask of it."""
        return Progress(self._database)

    @property
    def archive(self) -> Archive:
        """Its files and backups."""
        return Archive(self._database, self._clock, self._backups, self._running, self._migrations)

    def verify(self) -> Sequence[str]:
        """Read the whole file and return what is wrong with it; empty if it is sound.

        If it is not, the next start sets the file aside and offers the newest backup.
        """
        with self._database.explained():
            found = problems(self._database.connection, self._migrations)
        if found:
            self._database.suspect()
        return found

    def backup_if_due(self, now: datetime) -> Path | None:
        """Make the daily backup if there is none from the last 24 hours; returns it if made.

        Takes about a second for 100 MB: call it in a thread, after the window is up.
        """
        return self._backups.make_if_due(now)

    def restore_backup(self, backup: Path) -> None:
        """Take a backup's content in place of the history; the latter becomes a backup itself.

        Not while a session runs. Raises Trouble if the backup is no good; nothing has changed then.
        """
        now = self._clock.utc_now()
        restore(backup, self._database, self._backups, now, self._migrations)
        self.offered_backup = None

    def begin_anew(self) -> None:
        """Let the offer and the notices rest: the person goes on with the history that is there."""
        LostHistory(self.path).settle()
        self.offered_backup = None

    @property
    def is_lost(self) -> bool:
        """Whether the history before this one was lost and nobody has answered the offer."""
        return LostHistory(self.path).kept is not None

    def take_notices(self) -> Sequence[Notice]:
        """What was met since the last call: values that cannot be right, a file that went away."""
        news, self._news = self._news, []
        return (*news, *self._database.remarks.take())

    def _follow(self) -> None:
        """Go on with the file that is in place of the one that was opened; make it if need be.

        Raises:
            Trouble: nothing can be opened there, or written into it; the next call tries again.
        """
        self._database.leave()
        opened = self._opener.open()
        self._database.adopt(opened.database)
        self._database.wait_at_most(self._busy_timeout_s)
        try:
            self._write_again()
        except Trouble:
            self._database.leave()
            raise
        self.offered_backup = opened.offered
        self._news += (
            Notice(
                "The history file was removed, moved or replaced while it was open.",
                f"What was done since the start is kept in the file that is there now: {self.path}",
            ),
            *opened.notices,
        )
