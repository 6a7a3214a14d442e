"""The history as a whole: out into files, in again, and its backups; a port and its values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from glutetimer.core.counts import count_text, one_line
from glutetimer.core.watch import Watch

_MOST_FIELDS, _LONGEST_FIELD = 5, 40


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is: days are those of the first and last session, None if there is none."""

    sessions: int
    sets: int
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class TableStyle:
    """How spreadsheets of a country write a table: in numbers, and between cells."""

    decimal: str = "."
    separator: str = ","


DECIMAL_COMMA = TableStyle(",", ";")
"""Where 1.5 is written 1,5, spreadsheets expect semicolons between cells."""


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What importing a file would do; nothing has been changed.

    `found` is all that the file has, `new` what would be added; the rest is in the history
    already. `version` is the format the file was written in. `unknown_fields` are names in the
    file that mean nothing to this program and would be left out. `new_answers` counts the answers
    to suggestions that would be added.
    """

    path: str
    version: int
    found: Extent
    new: Extent
    unknown_fields: tuple[str, ...] = ()
    new_answers: int = 0

    @property
    def unknown_text(self) -> str:
        """What the unknown fields are, in one sentence of a bearable length; "" without any."""
        names = self.unknown_fields
        if not names:
            return ""
        fields = count_text(len(names), "field")
        are = "is" if len(names) == 1 else "are"
        shown = ", ".join(map(_short, names[:_MOST_FIELDS]))
        more = len(names) - _MOST_FIELDS
        rest = f" and {more:,} more" if more > 0 else ""
        return f"{fields} of the file {are} not known here and would be left out: {shown}{rest}."

    @property
    def is_nothing(self) -> bool:
        """Whether importing would add nothing at all."""
        return not self.new.sessions and not self.new_answers


def _short(name: str) -> str:
    line = one_line(name)
    return line if len(line) <= _LONGEST_FIELD else f"{line[:_LONGEST_FIELD]}…"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import added; for undoing it. `backup` is the name of the copy made before."""

    session_ids: tuple[int, ...]
    sets: int
    backup: str


@dataclass(frozen=True, slots=True)
class Backup:
    """A dated copy of the history. `reason` is "" for the daily one, else why it was made."""

    name: str
    made_at: datetime
    reason: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class BackupPreview:
    """What restoring a backup would do; nothing has been changed.

    `has` is what the backup holds; `lost` are the sessions of today's history that it has not,
    `regained` those of it that today's history has not.
    """

    backup: Backup
    has: Extent
    lost: Extent
    regained: Extent


class HistoryArchive(Protocol):
    """The history as a whole. Every method raises Trouble; nothing has changed then.

    Every method may be called in any thread, also while the history is in use in another: it opens
    files of its own. What a `watch` raises ends the work as Trouble does. An export replaces a file
    of this name once it is whole; until then, and after Trouble, the one before is there still.
    """

    def export_csv(
        self, path: str, watch: Watch | None = None, style: TableStyle | None = None
    ) -> Extent:
        """Write every set as a row, oldest first; None is the usual style."""

    def export_json(self, path: str, watch: Watch | None = None) -> Extent:
        """Write everything, so that `import_json` brings it back."""

    def preview_import(self, path: str, watch: Watch | None = None) -> ImportPreview:
        """Read a file of `export_json` and tell what importing it would do."""

    def import_json(self, path: str, watch: Watch | None = None) -> Imported:
        """Add what the history does not have yet, all or nothing, after a backup.

        With nothing to add no backup is made and its name is "".
        """

    def undo_import(self, imported: Imported) -> None:
        """Take away what an import added; what was deleted since is no trouble.

        Raises Trouble if a backup was restored since: the ids mean other sessions then.
        """

    def backups(self) -> Sequence[Backup]:
        """All the backups, newest first."""

    def preview_backup(self, name: str) -> BackupPreview:
        """Tell what restoring a backup would do."""

    def restore_backup(self, name: str) -> str:
        """Put a backup in place of the history; returns the name of the copy made before.

        The name is "" if there was nothing to copy. Raises Trouble while a session runs, in this
        window or another.
        """
