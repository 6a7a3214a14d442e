"""With a loudspeaker that is late the screen is late by exactly as much, and the sound is not."""

from dataclasses import replace

import pytest

from glutetimer.core.exercise import Hold, OpenHold, Reps, Sides
from glutetimer.core.plan.movement import movement_at
from glutetimer.core.session.picture import SessionPicture, picture_of
from glutetimer.core.session.states import Command, Place
from glutetimer.core.settings import Settings
from tests.core.builders import entry, exercise
from tests.core.session.test_coach import World

DELAY_S = 0.25
TICK_S = 0.0625  # is a sum of powers of two, so that times are compared exactly
LATE = Settings(get_ready_s=4.0, sound_delay_ms=250)
PROMPT = replace(LATE, sound_delay_ms=0)
ENTRIES = (
    entry(Reps(3, 3), sets=2, sides=Sides.EACH),
    entry(Hold(5.0), what=exercise("Plank")),
)
Seen = tuple[Place, SessionPicture, object]


def world(settings: Settings) -> World:
    return World(*ENTRIES, settings=settings)


def seen(one: World) -> Seen:
    place = one.coach.place
    movement = movement_at(one.coach.timeline, place.step, place.elapsed_s)
    return place, picture_of(one.coach.session, place=place), movement


def ticked(one: World, seconds: float) -> list[Seen]:
    """What is seen at each tick."""
    found = []
    for _ in range(round(seconds / TICK_S)):
        one.clock.advance(TICK_S)
        one.coach.tick()
        found.append(seen(one))
    return found


def test_digits_ring_and_figure_are_late_by_exactly_the_delay_and_the_sound_is_not() -> None:
    prompt, late = world(PROMPT), world(LATE)
    for one in (prompt, late):
        one.coach.do(Command.START)
    first = seen(prompt)
    on_time, behind = ticked(prompt, 70.0), ticked(late, 70.0)
    ticks = round(DELAY_S / TICK_S)
    assert behind[: ticks - 1] == [first] * (ticks - 1)  # it waits for the first sound
    assert behind[ticks:] == on_time[:-ticks]
    assert len({place.step for place, _, _ in behind}) > 20
    assert prompt.player.told == late.player.told


def test_added_rest_is_shown_as_late() -> None:
    prompt, late = world(PROMPT), world(LATE)
    found = []
    for one in (prompt, late):
        one.coach.do(Command.START)
        ticked(one, 2.0)
        one.coach.do(Command.ADD_REST)
        found.append(ticked(one, 20.0))
    on_time, behind = found
    ticks = round(DELAY_S / TICK_S)
    assert behind[ticks:] == on_time[:-ticks]


def test_a_jump_and_a_pause_are_seen_at_once_and_time_goes_on_with_the_sound() -> None:
    late = world(LATE)
    late.coach.do(Command.START)
    ticked(late, 2.0)
    late.coach.do(Command.NEXT)
    target = late.coach.session.place
    assert late.coach.place == target
    for place, _, _ in ticked(late, DELAY_S):
        assert place == target
    assert ticked(late, 1.0)[-1][0].elapsed_s == target.elapsed_s + 1.0

    late.coach.do(Command.PAUSE)
    paused = late.coach.place
    assert paused == late.coach.session.place
    ticked(late, 1.0)
    assert late.coach.place == paused
    late.coach.do(Command.RESUME)
    assert late.coach.place.elapsed_s == paused.elapsed_s
    assert ticked(late, 0.5)[-1][0].elapsed_s == paused.elapsed_s + 0.5 - DELAY_S


@pytest.mark.parametrize("settings", [PROMPT, LATE])
def test_an_open_hold_counts_what_was_heard(settings: Settings) -> None:
    one = World(entry(OpenHold()), settings=settings)
    one.coach.do(Command.START)
    ticked(one, 4.0 + 8.0)
    assert one.coach.place.elapsed_s == 8.0 - settings.sound_delay_ms / 1000
