"""Scenes of the history's way out into files and back: see tests/screens.py."""

from datetime import date, datetime

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import Backup, Extent, Imported, ImportPreview
from glutetimer.core.ports.history import OfferedBackup
from glutetimer.ui.archive.export import ExportPanel, Format
from glutetimer.ui.archive.importing import ImportPanel
from glutetimer.ui.archive.restore import RestorePanel
from glutetimer.ui.settings.dialog import SettingsDialog
from glutetimer.ui.widgets.work_dialog import WorkDialog
from tests.screens import Scene, Stage, settle, settle_window

ALL = Extent(118, 944, date(2026, 1, 12), date(2026, 3, 18))
NEW = Extent(20, 160, date(2026, 3, 1), date(2026, 3, 3))
LOST = Extent(2, 16, date(2026, 3, 19), date(2026, 3, 20))
TARGET = "/home/you/Documents/glutetimer-history-2026-03-20.json"


def backups(stage: Stage) -> list[Backup]:
    """One a day, and three that were made before something."""
    ago = stage.world.ago
    days = (0.4, 1.4, 2.4, 3.0, 3.4, 5.4, 12.4, 19.0, 19.4, 26.4)
    reasons = {3.0: "before-import", 19.0: "before-v2"}
    return [
        Backup(_name(ago(day)), ago(day), reasons.get(day, ""), round(1_230_000 - day * 9000))
        for day in days
    ]


def _name(at: datetime) -> str:
    return f"history-{at:%Y%m%dT%H%M%SZ}.sqlite3"


def finish(panel: WorkDialog) -> None:
    """Let the work of a dialog end, and the dialog see it."""
    panel.task.wait()
    panel.task.look()
    settle()


def _importing(stage: Stage) -> ImportPanel:
    panel = ImportPanel(stage.world.services(), TARGET, stage.window)
    panel.open()
    finish(panel)
    return panel


def _import_preview(stage: Stage) -> None:
    fields = ("mood", "heart_rate_bpm", "sets.band_colour")
    found = Extent(120, 960, date(2026, 1, 12), date(2026, 3, 3))
    stage.world.archive.preview = ImportPreview(TARGET, 2, found, NEW, fields)
    _importing(stage)


def _import_nothing_new(stage: Stage) -> None:
    stage.world.archive.preview = ImportPreview(TARGET, 2, ALL, Extent(0, 0))
    _importing(stage)


def _import_bad_file(stage: Stage) -> None:
    stage.world.archive.trouble = Trouble(
        "The file ends in the middle: it is not whole",
        f"{TARGET}, line 5120",
        "Export it again where it came from, or copy it again",
    )
    _importing(stage)


def _import_undo(stage: Stage) -> None:
    stage.fill_history()
    stage.window.home.show_history()
    stage.world.archive.preview = ImportPreview(TARGET, 2, ALL, NEW)
    stage.world.archive.imported = Imported(
        tuple(range(20)), 160, "history-20260320T170000Z-before-import.sqlite3"
    )
    assert stage.window.menus is not None
    stage.window.menus.your_history.preview_import(TARGET)
    panel = stage.window.findChild(ImportPanel)
    assert panel is not None
    finish(panel)
    panel.import_it()
    finish(panel)


def _exporting(stage: Stage) -> ExportPanel:
    stage.world.archive.extent = ALL
    panel = ExportPanel(stage.world.services(), Format.JSON, TARGET, stage.window)
    panel.open()
    return panel


def _export_progress(stage: Stage) -> None:
    stage.world.archive.may_go_on.clear()
    panel = _exporting(stage)
    while panel.task.share != 0.5:
        settle()
    panel.task.look()


def _export_end(stage: Stage) -> None:
    finish(_exporting(stage))


def _export_trouble(stage: Stage) -> None:
    stage.world.archive.trouble = Trouble(
        "The disk is full; no file was made", TARGET, "Free some space, or choose another place"
    )
    finish(_exporting(stage))


def _data(stage: Stage) -> SettingsDialog:
    dialog = stage.settings("Data")
    settle()
    task = dialog.data.backups.peek.task
    if task is not None:
        task.wait()
        task.look()
    settle()
    return dialog


def _data_backups(stage: Stage) -> SettingsDialog:
    stage.world.archive.known_backups = backups(stage)
    stage.world.archive.has, stage.world.archive.lost = ALL, LOST
    return _data(stage)


def _data_empty(stage: Stage) -> None:
    _data(stage)


def _offered(stage: Stage) -> None:
    """At the start, with a history that was found damaged."""
    stage.world.archive.known_backups = backups(stage)
    stage.world.archive.has = ALL
    name = stage.world.archive.known_backups[1].name
    stage.world.offered_backup = OfferedBackup(name, settle)
    settle_window(stage)


def _restore(stage: Stage) -> RestorePanel:
    dialog = _data_backups(stage)
    dialog.data.backups.ask_to_restore()
    settle()
    panel = dialog.findChild(RestorePanel)
    assert panel is not None
    return panel


def _restored(stage: Stage) -> None:
    panel = _restore(stage)
    panel.restore()
    finish(panel)


SCENES = (
    Scene("import-preview", _import_preview),
    Scene("import-nothing-new", _import_nothing_new),
    Scene("import-bad-file", _import_bad_file),
    Scene("import-undo", _import_undo),
    Scene("export-progress", _export_progress),
    Scene("export-end", _export_end),
    Scene("export-trouble", _export_trouble),
    Scene("backup-offered", _offered),
    Scene("settings-data", _data_backups),
    Scene("settings-data-empty", _data_empty),
    Scene("settings-data-restore", _restore),
    Scene("settings-data-restored", _restored),
)
