"""The history as a whole: files and backups."""

from collections.abc import Sequence

from glutetimer.core.archive import Backup, BackupPreview, Extent, Imported, ImportPreview, Watch


class Archive:
    """Implements `core.archive.HistoryArchive`; not written yet."""

    def export_csv(self, path: str, watch: Watch | None = None) -> Extent:
        """Write every set as a row, oldest first."""
        raise NotImplementedError

    def export_json(self, path: str, watch: Watch | None = None) -> Extent:
        """Write everything, so that `import_json` brings it back."""
        raise NotImplementedError

    def preview_import(self, path: str) -> ImportPreview:
        """Tell what importing a file would do."""
        raise NotImplementedError

    def import_json(self, path: str) -> Imported:
        """Add what the history does not have yet."""
        raise NotImplementedError

    def undo_import(self, imported: Imported) -> None:
        """Take away what an import added."""
        raise NotImplementedError

    def backups(self) -> Sequence[Backup]:
        """All the backups, newest first."""
        raise NotImplementedError

    def preview_backup(self, name: str) -> BackupPreview:
        """Tell what restoring a backup would do."""
        raise NotImplementedError

    def restore_backup(self, name: str) -> str:
        """Put a backup in place of the history."""
        raise NotImplementedError
