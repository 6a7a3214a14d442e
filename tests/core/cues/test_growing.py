"""A sheet that grows with the clips."""

from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.cues.growing import GrowingSheet
from glutetimer.core.cues.placing import cue_sheet, estimated_length_s, texts
from glutetimer.core.cues.sheet import CueStyle
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
