"""`glutetimer history export`, `import`, `backups` and `restore`: the history as a whole."""

import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace

from glutetimer.cli.argument_values import SEPARATORS
from glutetimer.cli.opened import opened_history, told_history
from glutetimer.cli.table import table
from glutetimer.command import command
from glutetimer.core.counts import count_text
from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import DECIMAL_COMMA, Backup, Extent, TableStyle
from glutetimer.store.archive.archive import Archive
from glutetimer.terminal.text import clean


def archive(given: Namespace) -> int:
    """Run the asked-for part."""
    opened = told_history if given.what == "export" else opened_history
    with opened(given.data_dir) as store:
        _PARTS[given.what](store.archive, given)
    return 0


def _export(whole: Archive, given: Namespace) -> None:
    is_table = given.format == "csv"
    usual = DECIMAL_COMMA if given.decimal == "comma" else TableStyle()
    style = replace(usual, separator=SEPARATORS.get(given.separator, usual.separator))
    if given.output is None or given.output == "-":
        if is_table:
            whole.write_csv(sys.stdout, style)
        else:
            whole.write_json(sys.stdout)
        return
    path = given.output
    found = whole.export_csv(path, style=style) if is_table else whole.export_json(path)
    print(f"{clean(path)}: {extent_text(found)}")


def _import(whole: Archive, given: Namespace) -> None:
    preview = whole.preview_import(given.file)
    print(f"The file has {extent_text(preview.found)}.")
    if preview.unknown_fields:
        print(clean(preview.unknown_text))
    if preview.is_nothing:
        print("All of that is in the history already; there is nothing to import.")
        return
    if preview.new_answers:
        print(f"New: {count_text(preview.new_answers, 'answer')} to suggestions.")
    if preview.new == preview.found:
        print("All of that is new.")
    elif preview.new.sessions:
        print(f"New of it: {extent_text(preview.new)}. The rest is in the history already.")
    if not _is_wanted("Import it?", given):
        return
    imported = whole.import_json(given.file)
    print(f"Imported: {count_text(len(imported.session_ids), 'session')}.")
    print(f"To undo it: {command('history', 'restore', imported.backup)}")


def _backups(whole: Archive, given: Namespace) -> None:
    rows = [
        (
            f"{backup.made_at.astimezone():%Y-%m-%d %H:%M}",
            reason_text(backup),
            f"{max(1, round(backup.size_bytes / 1000)):,} kB",
            backup.name,
        )
        for backup in whole.backups()
    ]
    if rows:
        print("\n".join(table(("made", "why", "size", "name"), rows, "size")))
    else:
        print("There is no backup yet: the window makes one a day.")


def _restore(whole: Archive, given: Namespace) -> None:
    preview = whole.preview_backup(given.name)
    print(f"The backup has {extent_text(preview.has)}.")
    if preview.lost.sessions:
        print(f"Not in it, and gone from the history then: {extent_text(preview.lost)}.")
    else:
        print("Every session of the history is in it as well.")
    if not _is_wanted("Put it in place of the history?", given):
        return
    before = whole.restore_backup(given.name)
    print("The history is now as it was in the backup.")
    if before:
        print(f"To undo it: {command('history', 'restore', before)}")


_PARTS: dict[str, Callable[[Archive, Namespace], None]] = {
    "export": _export,
    "import": _import,
    "backups": _backups,
    "restore": _restore,
}


def _is_wanted(question: str, given: Namespace) -> bool:
    if given.yes:
        return True
    if sys.stdin is None or not sys.stdin.isatty():
        raise Trouble("Nothing was changed: nobody can be asked", "", "Add --yes to do it")
    try:
        answer = input(f"{question} [y/n] ")
    except EOFError:
        answer = ""
    if answer.strip().lower() in ("y", "yes"):
        return True
    print("Nothing was changed.")
    return False


def extent_text(extent: Extent) -> str:
    """How much there is, and from when to when."""
    if not extent.sessions:
        return "no sessions"
    amount = f"{count_text(extent.sessions, 'session')} with {count_text(extent.sets, 'set')}"
    if extent.first_day == extent.last_day:
        return f"{amount} of {extent.first_day}"
    return f"{amount} from {extent.first_day} to {extent.last_day}"


def reason_text(backup: Backup) -> str:
    """Why a backup was made."""
    return clean(backup.reason.replace("-", " ")) or "daily"
