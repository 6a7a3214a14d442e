"""The words of a report about exercises: doses, totals, what was left out."""

from collections.abc import Mapping

from glutetimer.core.counts import count_text, one_line
from glutetimer.core.report.values import ExerciseRow, LeftOut, Report, ReportedDose
from glutetimer.core.side import Side
from glutetimer.core.words.clock_text import seconds_text
from glutetimer.ui.paper.report.words import short

MOST_REASONS = 3

HEAD = (
    "Exercise",
    "Sessions",
    "Dose, first session",
    "Dose, last session",
    "Sets",
    "Reps or seconds",
    "By side",
)


def row_cells(row: ExerciseRow) -> tuple[str, ...]:
    """A line of the table of exercises, under HEAD."""
    unit = " s" if row.is_hold else ""
    planned = "" if row.amount_planned is None else f" / {seconds_text(row.amount_planned)}"
    return (
        one_line(row.name),
        str(row.sessions),
        dose_text(row.first),
        dose_text(row.last),
        f"{row.sets_done} / {row.sets_planned}",
        f"{seconds_text(row.amount_done)}{planned}{unit}",
        "  ".join(
            f"{side.side.value[0].upper()} {seconds_text(side.amount)}" for side in row.sides
        ),
    )


def dose_text(dose: ReportedDose | None) -> str:
    """What a session had: "2 × 10", "3 × 10–12 a side, 6 kg", "2 × 15 s"; "–" for nothing."""
    if dose is None:
        return "–"
    low, high = seconds_text(dose.low), seconds_text(dose.high)
    amount = low if low == high else f"{low}–{high}"
    unit = " s" if dose.is_hold else ""
    load = f", {short(dose.load)}" if dose.load else ""
    return f"{_sets_text(dose.sets)} × {amount}{unit}{_sides_text(dose.sets)}{load}"


def _sets_text(sets: Mapping[Side | None, int]) -> str:
    counts = set(sets.values())
    if len(counts) == 1 and (len(sets) > 1 or None in sets):
        return str(counts.pop())
    ordered = sorted(sets.items(), key=lambda item: str(item[0]))
    return " + ".join(f"{count} {side.value if side else 'both'}" for side, count in ordered)


def _sides_text(sets: Mapping[Side | None, int]) -> str:
    if len(sets) < 2 or len(set(sets.values())) > 1:
        return ""
    return " a side" if Side.LEFT in sets else " each way"


def left_out_text(left: LeftOut) -> str:
    """What was begun and not done of an exercise: "Bird dog: 3 skipped, 1 hurt (wrist sore)"."""
    parts = {"skipped": left.skipped, "ended by pain": left.hurt, "stopped": left.stopped}
    counts = ", ".join(f"{count} {name}" for name, count in parts.items() if count)
    reasons = "; ".join(map(short, left.reasons[:MOST_REASONS]))
    more = len(left.reasons) - MOST_REASONS
    reasons += f"; and {more} more" if more > 0 else ""
    return f"{short(left.name)}: {counts}" + (f" ({reasons})" if reasons else "")


def unreached_text(report: Report) -> str:
    """Sets that a session did not come to; "" if there is none."""
    if not report.unreached:
        return ""
    return f"{count_text(report.unreached, 'planned set')} not begun in sessions that ended early"
