"""A sheet that grows with the clips."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.cues.growing import SOON_S, GrowingSheet
from glutetimer.core.cues.placing import cue_sheet, estimated_length_s, texts
from glutetimer.core.cues.sheet import CueKind, CueStyle
from glutetimer.core.cues.waiting import FIRST_WORDS_S
from glutetimer.core.exercise import Hold, Reps, Sides
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
