"""Where everything stands on the session page, for every size of the window."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

NARROW_BELOW = 1.0
"""A window less wide than this many times its height is arranged in one column."""

BROAD_FROM = 1.5
"""From this many times its height on, the cue stands beside the figure, and all can be read from
three metres on a laptop that is filled: see tests/bench/arc_minutes.py."""

_CONTROLS_MIN_PX = 44
_LARGER_CONTROLS = 1.3
_GAP_SHARE, _BROAD_GAP_SHARE = 0.013, 0.01
_FIGURE_MIN_PX = 120
_RING_OF_WIDTH, _RING_OF_HEIGHT, _RING_MIN = 0.5, 0.52, 0.3  # of a narrow window's ring


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The rectangles of the page's parts; `notice` is empty where none is shown."""

    band: QRect
    ring: QRect
    name: QRect
    place: QRect
    figure: QRect
    cue: QRect
    next_up: QRect
    left: QRect
    bar: QRect
    controls: QRect
    notice: QRect
    is_name_in_band: bool = False
    cue_lines: float = 1.5


class _Column:
    """Cuts a column into rows, from the top and from the bottom."""

    def __init__(self, area: QRect, gap: int) -> None:
        self.left = QRect(area)
        self._gap = gap

    def top(self, height: float) -> QRect:
        row = QRect(self.left.x(), self.left.y(), self.left.width(), round(height))
        self.left.setTop(row.bottom() + 1 + self._gap)
        return row

    def bottom(self, height: float) -> QRect:
        y = self.left.y() + self.left.height() - round(height)
        row = QRect(self.left.x(), y, self.left.width(), round(height))
        self.left.setBottom(row.top() - 1 - self._gap)
        return row


def arrange(
    width_px: int, height_px: int, has_notice: bool = False, has_large_controls: bool = False
) -> Arrangement:
    """Lay the page out; the parts never overlap and never leave the window."""
    larger = _LARGER_CONTROLS if has_large_controls else 1.0
    if width_px >= BROAD_FROM * height_px:
        return _broad(width_px, height_px, has_notice, larger)
    if width_px >= NARROW_BELOW * height_px:
        return _wide(width_px, height_px, has_notice, larger)
    return _narrow(width_px, height_px, has_notice, larger)


def _outer(width: int, height: int, gap_share: float = _GAP_SHARE) -> tuple[_Column, int]:
    unit = min(width * 0.75, height)
    gap = max(5, round(gap_share * height))
    margin = max(8, round(0.02 * unit))
    area = QRect(0, 0, width, height).adjusted(margin, margin, -margin, -margin)
    return _Column(area, gap), gap


def _broad(width: int, height: int, has_notice: bool, larger: float) -> Arrangement:
    """The name in the band; ring, figure and cue side by side below it."""
    column, gap = _outer(width, height, _BROAD_GAP_SHARE)
    notice = column.top(max(30, 0.048 * height)) if has_notice else QRect()
    band = column.top(0.292 * height)
    controls = column.bottom(larger * max(_CONTROLS_MIN_PX, 0.08 * height))
    bar = column.bottom(max(6, 0.011 * height))
    line = column.bottom(0.09 * height)
    pad = round(0.07 * band.height())
    name = band.adjusted(pad, band.height() // 2, -pad, -round(0.003 * height))
    body = column.left
    ring_px = min(body.height(), round(0.25 * body.width()))
    ring = QRect(body.x(), body.y() + (body.height() - ring_px) // 2, ring_px, ring_px)
    beside = body.adjusted(ring_px + gap, 0, 0, 0)
    figure, words = _split(beside, 0.38, 2 * gap)
    text = _Column(words, 0)
    place = text.top(0.09 * height)
    next_up, left = _split(line, 0.74, gap)
    return Arrangement(
        band,
        ring,
        name,
        place,
        figure,
        text.left,
        next_up,
        left,
        bar,
        controls,
        notice,
        is_name_in_band=True,
        cue_lines=3.5,
    )


def _wide(width: int, height: int, has_notice: bool, larger: float) -> Arrangement:
    column, gap = _outer(width, height)
    notice = column.top(max(30, 0.048 * height)) if has_notice else QRect()
    band = column.top(0.165 * height)
    controls = column.bottom(larger * max(_CONTROLS_MIN_PX, 0.075 * height))
    bar = column.bottom(max(6, 0.011 * height))
    line = column.bottom(0.042 * height)
    cue = column.bottom(0.088 * height)
    body = column.left
    ring_px = min(body.height(), round(body.width() * 0.5))
    ring = QRect(body.x(), body.y() + (body.height() - ring_px) // 2, ring_px, ring_px)
    beside = _Column(body.adjusted(ring_px + 2 * gap, 0, 0, 0), gap)
    if beside.left.width() >= 0.9 * height:
        # One line for both leaves more to the figure.
        name, place = _split(beside.top(0.075 * height), 0.6, gap)
        place.adjust(0, round(0.026 * height), 0, -round(0.004 * height))
    else:
        name = beside.top(0.075 * height)
        place = beside.top(0.052 * height)
    next_up, left = _split(line, 0.6, gap)
    return Arrangement(
        band, ring, name, place, beside.left, cue, next_up, left, bar, controls, notice
    )


def _narrow(width: int, height: int, has_notice: bool, larger: float) -> Arrangement:
    column, gap = _outer(width, height)
    notice = column.top(max(36, 0.05 * height)) if has_notice else QRect()
    band = column.top(min(0.14 * height, 0.3 * width))
    controls = column.bottom(larger * max(2 * _CONTROLS_MIN_PX + 6, 0.12 * height))
    bar = column.bottom(max(6, 0.009 * height))
    left = column.bottom(min(0.032 * height, 0.06 * width))
    next_up = column.bottom(min(0.032 * height, 0.06 * width))
    cue = column.bottom(0.09 * height)
    body = column.left
    ring_px = round(min(_RING_OF_WIDTH * body.width(), _RING_OF_HEIGHT * body.height()))
    figure = body.adjusted(0, ring_px + gap, 0, 0)
    if figure.height() >= _FIGURE_MIN_PX and ring_px >= _RING_MIN * min(width, height):
        ring = QRect(body.x(), body.y(), ring_px, ring_px)
        beside = _Column(QRect(body.x(), body.y(), body.width(), ring_px), gap)
        beside.left.setLeft(ring.right() + 1 + 2 * gap)
        beside.top(0.1 * ring_px)
        name, place = beside.top(0.38 * ring_px), beside.top(0.2 * ring_px)
    else:
        # A figure that is too low to be made out gives its room to the ring.
        figure = QRect()
        name_px, place_px = min(0.055 * height, 0.11 * width), min(0.04 * height, 0.08 * width)
        free_px = body.height() - round(name_px + place_px) - 3 * gap
        ring_px = min(body.width(), free_px)
        row = column.top(ring_px)
        ring = QRect(row.x() + (row.width() - ring_px) // 2, row.y(), ring_px, ring_px)
        name, place = column.top(name_px), column.top(place_px)
    return Arrangement(band, ring, name, place, figure, cue, next_up, left, bar, controls, notice)


def _split(row: QRect, share: float, gap: int) -> tuple[QRect, QRect]:
    first_px = round(row.width() * share)
    first = QRect(row.x(), row.y(), first_px, row.height())
    rest_px = row.width() - first_px - gap
    return first, QRect(row.x() + first_px + gap, row.y(), rest_px, row.height())
