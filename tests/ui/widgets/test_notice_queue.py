"""Which notice is shown first, and which is told again."""

import pytest

from glutetimer.core.notice import Notice
from glutetimer.ui.widgets.notice_queue import NoticeQueue

FULL, MUTE = Notice("The disk is full"), Notice("There is no sound", "Plug something in")


@pytest.mark.parametrize(("newest_first", "order"), [(False, [FULL, MUTE]), (True, [MUTE, FULL])])
def test_one_is_shown_after_the_other(newest_first: bool, order: list[Notice]) -> None:
    queue = NoticeQueue(newest_first)
    for notice in (FULL, MUTE, FULL):
        queue.add(notice)
    shown = []
    while queue.first is not None:
        shown.append((queue.first, queue.more))
        queue.dismiss()
    assert shown == [(order[0], 1), (order[1], 0)]


@pytest.mark.parametrize(("newest_first", "again"), [(False, FULL), (True, None)])
def test_what_was_read_comes_again_in_the_window_only(
    newest_first: bool, again: Notice | None
) -> None:
    queue = NoticeQueue(newest_first)
    queue.add(FULL)
    queue.dismiss()
    queue.add(FULL)
    assert queue.first == again
    queue.clear()
    queue.add(FULL)
    assert queue.first == FULL


def test_what_has_passed_goes_and_is_told_again_when_it_comes_again() -> None:
    queue = NoticeQueue(newest_first=True)
    queue.add(FULL)
    queue.add(MUTE)
    queue.remove(FULL)
    queue.dismiss()
    queue.remove(MUTE)
    assert queue.first is None
    queue.add(MUTE)
    assert queue.first == MUTE
