"""What a chart shows, before anything is drawn: words, lines, bars, and the table behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from glutetimer.core.progress.points import Grain, Point, Row
from glutetimer.ui.chart.words import GRAIN_HEADINGS, grain_text, number_text


class ChartInk(Enum):
    """A colour of the theme; never the only thing that tells two lines apart."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"


class PointMarker(Enum):
    """The shape of a point; all but the ring are filled."""

    RING = "ring"
    DISC = "disc"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    LEFT = "left"
    RIGHT = "right"
    CROSS = "cross"


class Stroke(Enum):
    """How a line is drawn."""

    SOLID = "solid"
    DASHED = "dashed"


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A named row of points: markers alone, a line alone, or both."""

    name: str
    points: Sequence[Point]
    ink: ChartInk
    marker: PointMarker | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars, each from its day for `days` days; the last one may still grow.

    Those below the `goal` are hollow.
    """

    name: str
    points: Sequence[Point]
    days: int
    is_last_open: bool = False
    goal: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """The same as a table: headings, and rows of as many words, newest first."""

    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class AxisScale:
    """The upright axis: from 0 to at least `least_top`; `unit` says what is counted.

    `numbers` are written beside it, None: round ones; at `limits` a dashed line goes across.
    """

    unit: str
    least_top: float
    is_fixed: bool = False
    numbers: tuple[float, ...] | None = None
    limits: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """What is drawn of a chart, from `first` to `last`, both included."""

    first: date
    last: date
    scale: AxisScale
    lines: Sequence[ChartLine] = ()
    bars: Bars | None = None
    grain: Grain = Grain.SESSION

    @property
    def places(self) -> int:
        """At how many places in time there is something to see."""
        lengths = [len(line.points) for line in self.lines]
        bars = sum(point.value > 0 for point in self.bars.points) if self.bars else 0
        return max([*lengths, bars])

    @property
    def highest(self) -> float:
        """The highest value that is drawn; 0 for none."""
        drawn = [point.value for line in self.lines for point in line.points]
        if self.bars:
            drawn += [point.value for point in self.bars.points]
        return max(drawn, default=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartContent(Plot):
    """All of a chart. `sentence` says what it shows; with no points it says why there are none."""

    sentence: str
    table: Table

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.table.rows


def place_of(day: date) -> float:
    """Where a day begins on a chart; the next one begins at one more."""
    return float(day.toordinal())


def table_of(found: Sequence[Row], grain: Grain, headings: Sequence[str]) -> Table:
    """The table of such rows, oldest first; a heading for every value of a row."""
    return Table(
        (GRAIN_HEADINGS[grain], *headings),
        [
            (grain_text(row.day, grain), *(number_text(value) for value in row.values))
            for row in reversed(found)
        ],
    )
