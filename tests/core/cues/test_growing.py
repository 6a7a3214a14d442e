"""A sheet that grows with the clips."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.cues.growing import SOON_S, GrowingSheet
from glutetimer.core.cues.placing import cue_sheet, estimated_length_s, texts
from glutetimer.core.cues.sheet import CueKind, CueSheet, CueStyle, SheetCue
from glutetimer.core.cues.waiting import FIRST_WORDS_S
from glutetimer.core.exercise import Hold, Reps, Sides
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.routine import Routine
from glutetimer.core.settings import Verbosity
from tests.core.builders import entry, exercise, plan, routine, routines


@given(routines(), st.sampled_from(Verbosity), st.data())
def test_it_is_always_the_sheet_that_would_be_made_from_scratch(
    some: Routine, verbosity: Verbosity, data: st.DataObject
) -> None:
    """In whatever order clips come, change and go."""
    timeline, style = plan(some), CueStyle(verbosity)
    growing = GrowingSheet(timeline, style)
    wanted = texts(timeline, style)
    assert growing.texts == wanted
    lengths_s: dict[str, float] = {}
    for text in data.draw(st.lists(st.sampled_from(wanted), max_size=8)) if wanted else ():
        if text in lengths_s and data.draw(st.booleans()):
            del lengths_s[text]
        else:
            lengths_s[text] = data.draw(st.floats(0.2, 3.0))
        assert growing.sheet(lengths_s) == cue_sheet(timeline, style, lengths_s.get)


def test_a_clip_changes_only_the_steps_that_want_it() -> None:
    """A hundred clips cost no more than a few sheets: the window's thread makes them."""
    dose = [
        entry(Reps(12, 12), sets=3, sides=Sides.EACH, what=exercise(f"Exercise {number}"))
        for number in range(8)
    ]
    timeline, style = plan(routine(*dose, entry(Hold(30)))), CueStyle()
    growing = GrowingSheet(timeline, style)
    lengths_s: dict[str, float] = {}
    made = growing.sheet(lengths_s).cues
    placed = 0
    for text in growing.texts:
        lengths_s[text] = estimated_length_s(text)
        before, made = made, growing.sheet(lengths_s).cues
        placed += len({id(cue) for cue in made} - {id(cue) for cue in before})
    assert len(growing.texts) > 50
    assert placed < 5 * len(made)


def test_a_session_s_first_words_come_late_rather_than_not_and_what_follows_makes_way() -> None:
    """With nothing cached the voice takes a second to start, and its first clip is due before."""
    timeline = plan(routine(entry(Reps(8, 8))))
    growing = GrowingSheet(timeline, CueStyle())
    lengths_s: dict[str, float] = {}
    first = growing.sheet(lengths_s).cues[0]
    assert (first.text, first.is_tone, first.can_wait, first.offset_s) == (
        "Get ready",
        True,
        True,
        FIRST_WORDS_S,
    )
    for number, text in enumerate(growing.texts):
        lengths_s[text] = 1.0
        sheet = growing.sheet(lengths_s, 0, 1.5 + 0.1 * number)
    words = [cue for cue in sheet.of_step(0) if cue.kind is not CueKind.COUNTDOWN]
    assert words[0].text == "Get ready"
    assert words[0].offset_s == 1.5 + SOON_S
    assert not words[0].is_tone
    assert [cue.kind for cue in words[:2]] == [CueKind.READY, CueKind.NEXT]
    for before, after in pairwise(sheet.of_step(0)):
        assert before.offset_s + before.duration_s <= after.offset_s
    in_time = cue_sheet(timeline, CueStyle(), lengths_s.get)
    assert sheet.of_step(1) == in_time.of_step(1)
    countdowns = [c for c in in_time.of_step(0) if c.kind is CueKind.COUNTDOWN]
    assert [c for c in sheet.of_step(0) if c.kind is CueKind.COUNTDOWN] == countdowns


def test_words_too_late_for_their_step_leave_it_as_it_was() -> None:
    timeline = plan(routine(entry(Reps(8, 8))))
    growing = GrowingSheet(timeline, CueStyle())
    sheet = growing.sheet({"Get ready": 1.0}, 0, 14.9)
    assert sheet.cues[0].is_tone
    assert sheet.cues[0].offset_s == FIRST_WORDS_S


def _lengths(growing: GrowingSheet) -> dict[str, float]:
    return {text: estimated_length_s(text) for text in growing.texts}


def _begun(sheet: CueSheet, step: int, until_s: float) -> list[SheetCue]:
    return [
        cue
        for cue in sheet.of_step(step)
        if cue.offset_s < until_s and not (cue.is_tone and cue.can_wait)
    ]


@given(routines(), st.sampled_from(Verbosity), st.data())
def test_what_has_begun_stays_and_nothing_new_is_said_in_the_past(
    some: Routine, verbosity: Verbosity, data: st.DataObject
) -> None:
    """Whatever clips come while a session runs, and wherever it stands."""
    timeline = plan(some)
    growing = GrowingSheet(timeline, CueStyle(verbosity))
    all_s, lengths_s = _lengths(growing), dict[str, float]()
    sheet = growing.sheet(lengths_s)
    step, elapsed_s = 0, 0.0
    waits_s = st.lists(st.floats(0.01, 40.0), max_size=8)
    for wait_s in data.draw(waits_s):
        elapsed_s += wait_s
        while (duration_s := timeline.steps[step].duration_s or 60.0) <= elapsed_s:
            step, elapsed_s = step + 1, elapsed_s - duration_s
            if step == len(timeline.steps):
                return
        for text in (
            data.draw(st.lists(st.sampled_from(growing.texts), max_size=4)) if all_s else ()
        ):
            lengths_s[text] = all_s[text]
        before, sheet = sheet, growing.sheet(lengths_s, step, elapsed_s)
        until_s = elapsed_s + SOON_S
        assert _begun(sheet, step, until_s) == _begun(before, step, until_s)
        for earlier in range(step):
            assert sheet.of_step(earlier) == before.of_step(earlier)
        for one, other in pairwise(sheet.of_step(step)):
            assert one.offset_s + one.duration_s <= other.offset_s


def test_words_whose_place_would_be_past_are_not_said_late() -> None:
    """A wait's first word was its tone; its clip, ready half a second later, is for the next."""
    timeline = plan(routine(entry(Reps(8, 8), sets=2)))
    growing = GrowingSheet(timeline, CueStyle())
    rest = next(n for n, step in enumerate(timeline.steps) if step.kind is StepKind.REST)
    lengths_s = _lengths(growing)
    for text in [text for text in lengths_s if text.startswith("Rest")]:
        del lengths_s[text]
    before = growing.sheet(lengths_s).of_step(rest)[0]
    assert (before.kind, before.is_tone, before.offset_s) == (CueKind.REST, True, 0.0)
    after = growing.sheet(_lengths(growing), rest, 0.5).of_step(rest)
    assert after[0] == before
    assert [cue.kind for cue in after].count(CueKind.REST) == 1


def test_a_step_that_begins_in_a_moment_keeps_what_has_been_sent_of_it() -> None:
    timeline = plan(routine(entry(Reps(8, 8), sets=2)))
    growing = GrowingSheet(timeline, CueStyle())
    rest = next(n for n, step in enumerate(timeline.steps) if step.kind is StepKind.REST)
    before = growing.sheet({}).of_step(rest)
    step_s = timeline.steps[rest - 1].duration_s
    assert step_s is not None
    after = growing.sheet(_lengths(growing), rest - 1, step_s - SOON_S / 2).of_step(rest)
    assert after[0] == before[0]
    assert not any(cue.is_tone for cue in after[1:])
    more_rest = growing.sheet({}, rest, 0.1, added_s=10.0)
    assert more_rest.of_step(rest + 1) == growing.sheet({}).of_step(rest + 1)


def test_what_a_wait_had_no_time_to_tell_is_told_in_the_set() -> None:
    """Its clip came when the wait was nearly over."""
    timeline = plan(routine(entry(Reps(8, 8), sides=Sides.EACH)))
    growing = GrowingSheet(timeline, CueStyle())
    growing.sheet({})
    first = timeline.sets[0].first
    sheet = growing.sheet(_lengths(growing), first - 1, 9.95 - SOON_S)
    told = [cue.kind for cue in sheet.of_step(first)]
    assert CueKind.OPENING in told


def test_a_step_that_is_come_back_to_has_the_words_that_have_come_meanwhile() -> None:
    timeline = plan(routine(entry(Reps(8, 8), sets=2)))
    growing = GrowingSheet(timeline, CueStyle())
    growing.sheet({}, 0, 1.0)
    lengths_s = _lengths(growing)
    growing.sheet(lengths_s, timeline.sets[1].first, 3.0)
    assert growing.sheet(lengths_s) == cue_sheet(timeline, CueStyle(), lengths_s.get)
