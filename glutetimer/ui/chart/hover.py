"""What a plot has near some place, in words."""

from datetime import date

from glutetimer.core.progress.points import Grain
from glutetimer.ui.chart.content import Plot, place_of
from glutetimer.ui.chart.words import GRAIN_HEADINGS, grain_text, number_text


def words_near(plot: Plot, place: float, reach: float) -> str:
    """The nearest day that has anything, and its values; empty if it is more than `reach` away.

    Places are days, as `place_of` has them; a bar reaches over all of its days.
    """
    bars = plot.bars
    middle = bars.days / 2 if bars else 0.5
    days = {point.day for line in plot.lines for point in line.points}
    days |= {point.day for point in bars.points} if bars else set()
    nearest = min(days, key=lambda day: abs(place_of(day) + middle - place), default=None)
    if nearest is None or abs(place_of(nearest) + middle - place) > max(middle, reach):
        return ""
    return "\n".join([_when(nearest, plot.grain), *_values(plot, nearest)])


def _values(plot: Plot, day: date) -> list[str]:
    found = [
        f"{line.name}: {number_text(point.value)}"
        for line in plot.lines
        if line.marker
        for point in line.points
        if point.day == day
    ]
    bars = plot.bars
    if bars:
        found += [
            f"{bars.name}: {number_text(point.value)} {plot.scale.unit}"
            for point in bars.points
            if point.day == day
        ]
    return found


def _when(day: date, grain: Grain) -> str:
    text = grain_text(day, grain)
    return text if grain is Grain.SESSION else f"{GRAIN_HEADINGS[grain]} {text}"
