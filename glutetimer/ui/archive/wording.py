"""What a file, an import or a backup has, in words."""

from collections.abc import Sequence
from datetime import date, datetime

from glutetimer.core.counts import count_text
from glutetimer.core.history.archive import Backup, BackupPreview, Extent, Imported, ImportPreview
from glutetimer.ui.words import MONTHS, day_text

_REASONS = {
    "before-import": "before an import",
    "before-restore": "before a restore",
    "before-v": "before an update of glutetimer",
}


def date_text(day: date, today: date) -> str:
    """A day, "2 Mar"; with the year if it is another one than today's."""
    return _day(day) if day.year == today.year else f"{_day(day)}\u00a0{day.year}"


def days_text(extent: Extent, today: date) -> str:
    """From when to when, "12 Jan to 3 Mar"; "" if there is no session."""
    first, last = extent.first_day, extent.last_day
    if first is None or last is None:
        return ""
    if first == last:
        return date_text(first, today)
    if first.year != last.year:
        return f"{_day(first)}\u00a0{first.year} to {_day(last)}\u00a0{last.year}"
    return f"{_day(first)} to {date_text(last, today)}"


def extent_text(extent: Extent, today: date) -> str:
    """How much there is: "120 sessions with 960 sets, 12 Jan to 3 Mar"."""
    if not extent.sessions:
        return "no sessions"
    amount = f"{count_text(extent.sessions, 'session')} with {count_text(extent.sets, 'set')}"
    days = days_text(extent, today)
    return f"{amount}, {days}" if days else amount


def import_lines(preview: ImportPreview, today: date) -> Sequence[str]:
    """What importing a file would do, a sentence or two each."""
    lines = [*_session_lines(preview, today)]
    if preview.new_answers:
        answers = count_text(preview.new_answers, "answer")
        lines.append(f"{answers} to suggestions would be added.")
    if preview.is_nothing:
        lines.append("There is nothing to import.")
    if preview.unknown_fields:
        lines.append(preview.unknown_text)
    return lines


def _session_lines(preview: ImportPreview, today: date) -> Sequence[str]:
    found, new = preview.found, preview.new
    known = found.sessions - new.sessions
    if not found.sessions:
        return ("The file has no sessions.",)
    if not new.sessions:
        which = "It is" if known == 1 else "All of them are"
        which += " in your history already."
    elif not known:
        which = "It is" if new.sessions == 1 else "All of them are"
        which += " new and would be added."
    else:
        days = f" ({days_text(new, today)})" if days_text(new, today) else ""
        which = f"{_are(new.sessions)} new and would be added{days}, "
        which += f"{_are(known)} in your history already."
    return f"The file has {extent_text(found, today)}.", which


def imported_text(imported: Imported) -> str:
    """What an import has added, and the copy that was made before, a sentence or two."""
    count = len(imported.session_ids)
    was = "was" if count == 1 else "were"
    kept = f" The backup made before is {imported.backup}." if imported.backup else ""
    what = count_text(count, "session") if count else "Answers to suggestions"
    return f"{what} {was} added to your history.{kept}"


def backup_title(backup: Backup, now: datetime) -> str:
    """When a backup was made, as a heading: "Today, 18:05", "12 Mar 2026, 18:05"."""
    text = made_text(backup, now)
    return text[:1].upper() + text[1:]


def made_text(backup: Backup, now: datetime) -> str:
    """When a backup was made, within a sentence: "today, 18:05"."""
    return f"{day_text(backup.made_at, now)}, {backup.made_at.astimezone():%H:%M}"


def reason_text(reason: str) -> str:
    """Why a backup was made; "daily" if for no special reason."""
    for known, words in _REASONS.items():
        if reason.startswith(known):
            return words
    return reason.replace("-", " ") or "daily"


def size_text(size_bytes: int) -> str:
    """The size of a file: "40 kB", "1.2 MB"."""
    if size_bytes < 1_000_000:
        return f"{max(1, round(size_bytes / 1000))} kB"
    return f"{size_bytes / 1_000_000:.1f} MB"


def backup_facts(backup: Backup) -> str:
    """Why a backup was made, and its size: "Daily · 1.2 MB"."""
    reason = reason_text(backup.reason)
    return f"{reason[:1].upper()}{reason[1:]}  ·  {size_text(backup.size_bytes)}"


def backup_lines(preview: BackupPreview, today: date) -> Sequence[str]:
    """What is in a backup, and how today's history differs from it, a sentence each."""
    has, lost, regained = preview.has, preview.lost, preview.regained
    lines = [f"It has {extent_text(has, today)}."]
    if not lost.sessions and not regained.sessions:
        return (*lines, "Today's history has the same sessions.")
    if has.sessions and regained.sessions == has.sessions:
        lines.append("None of them is in today's history.")
    elif regained.sessions:
        days = _with_days(regained, today)
        lines.append(f"{_are(regained.sessions)} not in today's history{days}.")
    if lost.sessions:
        count, are = count_text(lost.sessions, "session"), "is" if lost.sessions == 1 else "are"
        lines.append(f"{count} of today's history {are} not in it{_with_days(lost, today)}.")
    elif regained.sessions != has.sessions:
        lines.append("Every session of today's history is in it as well.")
    return lines


def _with_days(extent: Extent, today: date) -> str:
    days = days_text(extent, today)
    return f": {days}" if days else ""


def _are(count: int) -> str:
    return f"{count} {'is' if count == 1 else 'are'}"


def _day(day: date) -> str:
    return f"{day.day}\u00a0{MONTHS[day.month - 1]}"  # never torn apart by a line's end
