"""The parts of the page never overlap and never leave the window."""

from dataclasses import fields
from itertools import combinations

import pytest
from PySide6.QtCore import QRect

from glutetimer.ui.session.arrange import arrange

_SIZES = [
    (1024, 600),
    (1280, 720),
    (1280, 800),
    (1920, 1080),
    (3840, 2160),
    (480, 800),
    (360, 480),
    (894, 464),
    (820, 800),
    (800, 820),
    (720, 1280),
    (2160, 3840),
    (2560, 600),
]


@pytest.mark.parametrize("has_notice", [False, True])
@pytest.mark.parametrize(("width", "height"), _SIZES)
def test_parts_are_apart_and_inside(width: int, height: int, has_notice: bool) -> None:
    places = arrange(width, height, has_notice)
    every = {part.name: getattr(places, part.name) for part in fields(places)}
    if places.is_name_in_band:
        assert places.band.contains(every.pop("name"))
    rects = [rect for rect in every.values() if isinstance(rect, QRect) and not rect.isEmpty()]
    window = QRect(0, 0, width, height)
    assert len(rects) >= 8 + has_notice
    for rect in rects:
        assert window.contains(rect), rect
    for one, other in combinations(rects, 2):
        assert not one.intersects(other), (one, other)


@pytest.mark.parametrize(("width", "height"), _SIZES)
def test_what_must_be_read_from_afar_is_large(width: int, height: int) -> None:
    places = arrange(width, height)
    unit = min(width, height)
    assert places.band.height() >= 0.12 * unit
    assert places.ring.height() >= 0.3 * unit


def test_a_notice_takes_room_only_while_it_is_shown() -> None:
    assert arrange(1280, 800).notice.isEmpty()
    assert arrange(1280, 800, has_notice=True).notice.height() >= 30
