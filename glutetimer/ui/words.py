"""Days, equipment and counts as the pages write them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from glutetimer.core.counts import sentence
from glutetimer.core.errors import Trouble
from glutetimer.core.ports.clock import Clock

if TYPE_CHECKING:
    from glutetimer.core.exercise import Source

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def at_place(at: datetime) -> datetime:
    """A moment as clocks showed it where the person was; UTC means the place of this machine."""
    return at.astimezone() if at.tzinfo is UTC else at


def local_day(clock: Clock) -> date:
    """The day that it is here."""
    return clock.utc_now().astimezone().date()


def date_text(day: date) -> str:
    """A day: "3 Mar 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_text(at: datetime, now: datetime) -> str:
    """The local day of a moment: "today", "yesterday", "3 days ago", "12 Mar 2026"."""
    day, today = at_place(at).date(), now.astimezone().date()
    match (today - day).days:
        case 0:
            return "today"
        case 1:
            return "yesterday"
        case days if 1 < days < 7:
            return f"{days} days ago"
        case _:
            return date_text(day)


def moment_text(at: datetime) -> str:
    """A moment in local time: "12 Mar 2026, 18:05"."""
    local = at_place(at)
    return f"{date_text(local)}, {local:%H:%M}"


def breakable(path: str) -> str:
    """A path that a label may break after each folder, to fit its width."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")


def shortened(text: str, most: int) -> str:
    """As much of a text as there is room for, where all of it is shown elsewhere."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def source_text(source: "Source") -> str:
    """Who recommends an exercise, and what they say."""
    name = ", ".join(filter(None, (source.author, source.title)))
    return f"{name}: {source.says}" if source.says else name


def equipment_text(equipment: Iterable[str]) -> str:
    """What a routine needs: "Loop band, dumbbells", "No equipment"."""
    text = ", ".join(equipment)
    return sentence(text) or "No equipment"


def dose_words(text: str) -> str:
    """A dose in the signs of the screen: "3 x 10 -> 2 x 8 reps" as "3 × 10 → 2 × 8 reps"."""
    return text.replace(" x ", " × ").replace("->", "→")


def trouble_lines(trouble: Trouble) -> Sequence[str]:
    """What is wrong, where, and what to do, a line each."""
    cure = f"{trouble.cure}." if trouble.cure else ""
    return [line for line in (f"{trouble.what}.", trouble.where, cure) if line]
