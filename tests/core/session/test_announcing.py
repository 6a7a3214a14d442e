"""Whoever comes to a set from anywhere hears its side, whatever key brought them there."""

from collections.abc import Iterator

import pytest

from glutetimer.core.cues.placing import cue_sheet
from glutetimer.core.cues.sheet import CueKind, CueSheet, CueStyle
from glutetimer.core.exercise import Sides
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import SetSpan, Timeline
from glutetimer.core.routine import Routine
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.states import Command
from glutetimer.core.settings import Settings, Verbosity
from glutetimer.core.words.coaching import working_side
from tests import built_in
from tests.fakes import FakeClock
from tests.fakes_history import FakeHistory
from tests.fakes_player import FakePlayer

SPOKEN = [Verbosity.COACH, Verbosity.BRIEF, Verbosity.COUNTS]


def one_sided(timeline: Timeline) -> Iterator[SetSpan]:
    """The sets that are for one side."""
    for span in timeline.sets:
        entry, side = timeline.entry_of(span), timeline.steps[span.first].side
        if side is not None and entry.sides is not Sides.ALTERNATING:
            yield span


def heard_until(player: FakePlayer, timeline: Timeline, span: SetSpan) -> str:
    """What was announced, and what the sheet says from the last place on until the set begins."""
    words = [str(told[1]) for told in player.told if told[0] == "announce"]
    (_, step, elapsed_s, *_) = [told for told in player.told if told[0] == "run"][-1]
    sheet: CueSheet = player.sheets[-1]
    for number in range(int(str(step)), span.first + 1):
        from_s = float(str(elapsed_s)) if number == step else 0.0
        words += [cue.text for cue in sheet.of_step(number, from_s) if not cue.is_tone]
    return " | ".join(words).casefold()


def begun(routine: Routine, settings: Settings, first_set: int = 0) -> tuple[Coach, FakePlayer]:
    player = FakePlayer()
    clock = FakeClock()
    coach = Coach(routine, settings, clock, FakeHistory(), player, first_set=first_set)
    player.make_ready()
    coach.tick()
    player.told.clear()
    return coach, player


@pytest.mark.parametrize("verbosity", SPOKEN)
def test_a_session_that_begins_with_any_set_says_its_side(verbosity: Verbosity) -> None:
    settings, count = Settings(verbosity=verbosity), 0
    for routine in built_in.routines():
        timeline = plan(routine, settings)
        for span in one_sided(timeline):
            coach, player = begun(routine, settings, span.index)
            coach.do(Command.START)
            side = timeline.steps[span.first].side
            told = heard_until(player, timeline, span)
            exercise = timeline.entry_of(span).exercise
            assert working_side(side, exercise) in told or str(side) in told, (routine.id, span)
            count += 1
    assert count > 70


@pytest.mark.parametrize("verbosity", SPOKEN)
@pytest.mark.parametrize("command", [Command.PREVIOUS, Command.NEXT, Command.REPEAT_SET])
def test_a_jump_to_any_set_says_its_side(command: Command, verbosity: Verbosity) -> None:
    """From the first moment of the wait before the set after it."""
    settings = Settings(verbosity=verbosity)
    for routine in built_in.routines():
        timeline = plan(routine, settings)
        for span in one_sided(timeline):
            coach, player = begun(routine, settings)
            coach.do(Command.START)
            while coach.session.current_set.index < span.index:
                coach.do(Command.NEXT)
            if command is Command.PREVIOUS:
                if span.index + 1 == len(timeline.sets):
                    continue
                while coach.session.current_set.index == span.index:
                    coach.do(Command.NEXT)
            elif command is Command.REPEAT_SET:
                while not timeline.steps[coach.session.place.step].kind.is_effort:
                    coach.do(Command.NEXT)
            player.told.clear()
            coach.do(command)
            if coach.session.current_set.index != span.index:
                continue  # in a set that no wait leads to, "next" goes one further
            side = timeline.steps[span.first].side
            told = heard_until(player, timeline, span)
            exercise = timeline.entry_of(span).exercise
            assert working_side(side, exercise) in told or str(side) in told, (routine.id, span)


def test_more_rest_and_a_pause_are_no_jumps() -> None:
    settings = Settings()
    coach, player = begun(built_in.library().routine("first-session"), settings)
    coach.do(Command.START)
    coach.do(Command.NEXT)
    coach.do(Command.NEXT)
    coach.do(Command.FINISH_SET)
    player.told.clear()
    coach.do(Command.ADD_REST)
    coach.do(Command.PAUSE)
    coach.do(Command.RESUME)
    assert [told for told in player.told if told[0] == "announce"] == []


def jumped_while_paused() -> tuple[Coach, FakePlayer]:
    """In the last seconds of a wait, whose words were never heard."""
    coach, player = begun(built_in.library().routine("first-session"), Settings())
    coach.do(Command.START)
    coach.do(Command.NEXT)
    coach.do(Command.NEXT)
    coach.do(Command.FINISH_SET)
    coach.do(Command.PAUSE)
    coach.do(Command.REPEAT_SET)
    return coach, player


def test_a_jump_while_paused_is_announced_when_it_goes_on() -> None:
    coach, player = jumped_while_paused()
    player.told.clear()
    coach.do(Command.RESUME)
    assert [told[0] for told in player.told][:2] == ["announce", "run"]


def test_more_rest_in_the_same_pause_keeps_what_was_not_announced() -> None:
    coach, player = jumped_while_paused()
    coach.do(Command.ADD_REST)
    player.told.clear()
    coach.do(Command.RESUME)
    assert [told[0] for told in player.told][:2] == ["announce", "run"]


@pytest.mark.parametrize("verbosity", [Verbosity.TONES, Verbosity.SILENT])
def test_without_words_nothing_is_announced(verbosity: Verbosity) -> None:
    routine = built_in.library().routine("first-session")
    coach, player = begun(routine, Settings(verbosity=verbosity), 3)
    coach.do(Command.START)
    coach.do(Command.PREVIOUS)
    assert [told for told in player.told if told[0] == "announce"] == []


def test_a_session_begins_with_its_first_words_and_not_with_the_tone_that_ends_a_pause() -> None:
    coach, player = begun(next(iter(built_in.routines())), Settings())
    coach.do(Command.START)
    assert player.signals == []
    coach.do(Command.PAUSE)
    coach.do(Command.RESUME)
    assert player.signals == [CueKind.PAUSED, CueKind.GOES_ON]


def test_clips_that_come_late_move_the_first_words_and_no_step_that_is_still_to_come() -> None:
    player, clock = FakePlayer(), FakeClock()
    routine = next(iter(built_in.routines()))
    coach = Coach(routine, Settings(), clock, FakeHistory(), player)
    coach.do(Command.START)
    clock.advance(1.5)
    player.make_ready()
    coach.tick()
    first, *others = player.sheets[-1].of_step(0)
    assert (first.text, first.is_tone) == ("Get ready", False)
    assert first.offset_s > 1.5
    assert others[0].kind is CueKind.NEXT
    assert player.sheets[-1].of_step(1)[0].offset_s == 0.0


def test_who_goes_back_hears_in_words_what_was_a_tone_before_its_clip_came() -> None:
    player, clock = FakePlayer(), FakeClock()
    coach = Coach(
        built_in.library().routine("first-session"), Settings(), clock, FakeHistory(), player
    )
    coach.do(Command.START)
    for _ in range(40):  # into the set, with tones
        clock.advance(0.7)
        coach.tick()
    place = coach.session.place
    assert place.step > 2
    player.make_ready()
    coach.tick()
    kept = player.sheets[-1]
    assert [cue.text for cue in kept.of_step(0) if not cue.is_tone] == []
    coach.do(Command.PREVIOUS)
    style, lengths_s = CueStyle.of(Settings()), player.lengths_s()
    whole = cue_sheet(coach.timeline, style, lengths_s.get)
    step = coach.session.place.step
    assert step < place.step
    for number in range(step, place.step + 1):
        assert player.sheets[-1].of_step(number) == whole.of_step(number)
