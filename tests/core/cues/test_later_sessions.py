"""What is said in a routine's later sessions: other cues, and from the third on fewer."""

from dataclasses import replace

import pytest

from glutetimer.core.cues.placing import cue_sheet, estimated_length_s, texts
from glutetimer.core.cues.sheet import CueKind, CueSheet, CueStyle
from glutetimer.core.exercise import Cue, CueMoment, Hold, Kind, Reps
from glutetimer.core.plan.plan import plan
from glutetimer.core.settings import Settings, Verbosity
from tests.core.builders import CUES, entry, exercise, routine

STARTS = tuple(Cue(f"Start {letter}") for letter in "ABC")
MOVES = ((CueMoment.START, STARTS), (CueMoment.MOVE, (Cue("Lift your hips"),)))
CUED = replace(
    exercise(),
    cues=(*((moment, cues) for moment, cues in CUES if moment is not CueMoment.START), *MOVES),
)
SOME = routine(entry(Reps(4, 4), sets=3, what=CUED))


LONG = Settings(get_ready_s=60.0)  # with room for all that the first wait wants to say


def sheet(times_done: int, settings: Settings | None = None) -> CueSheet:
    style = CueStyle.of(settings or Settings(), times_done)
    return cue_sheet(plan(SOME, LONG), style, estimated_length_s)


def last_words(cues: CueSheet) -> list[str]:
    """The form cue that is told while each set is waited for."""
    waits = [step for step, one in enumerate(plan(SOME, LONG).steps) if not one.kind.is_effort]
    return [c.text for c in cues.cues if c.kind is CueKind.FORM and c.step in waits]


@pytest.mark.parametrize("times_done", range(1, 9))
def test_each_set_of_a_session_begins_with_another_cue(times_done: int) -> None:
    found = last_words(sheet(times_done))
    assert sorted(found) == ["Start A", "Start B", "Start C"]


def test_each_session_begins_with_another_cue() -> None:
    firsts = [last_words(sheet(times_done))[0] for times_done in range(1, 7)]
    assert firsts == ["Start B", "Start C", "Start A", "Start B", "Start C", "Start A"]


def test_the_first_two_sessions_tell_everything_and_the_third_less() -> None:
    told = [{cue.text for cue in sheet(times_done).cues} for times_done in range(4)]
    assert all("Lift your hips" in texts for texts in told[:2])
    assert all("Lift your hips" not in texts for texts in told[2:])
    counts = [len(sheet(times_done).cues) for times_done in range(4)]
    assert counts[2] == counts[3] < counts[1]


@pytest.mark.parametrize("kind", sorted({*CueKind} - {CueKind.FORM, CueKind.SETUP}))
def test_counts_names_and_sides_are_always_told(kind: CueKind) -> None:
    named = ("Hold", "Lower")  # the phases of the first two reps are named to who is new

    def of_kind(times_done: int) -> list[str]:
        found = (cue.text for cue in sheet(times_done).cues if cue.kind is kind)
        return [text for text in found if text not in named]

    assert of_kind(2) == of_kind(1)


def test_the_setting_leaves_all_words() -> None:
    talks = Settings(say_less=False)
    assert "Lift your hips" in {cue.text for cue in sheet(12, talks).cues}
    assert last_words(sheet(2, talks)) == last_words(sheet(2))


def test_a_hold_has_half_as_many_form_cues() -> None:
    hold = routine(entry(Hold(60.0), what=exercise("Thrust", Kind.HOLD)))

    def form(style: CueStyle) -> int:
        cues = cue_sheet(plan(hold), style, estimated_length_s).cues
        return sum(cue.kind is CueKind.FORM for cue in cues)

    new, known = (form(CueStyle.of(Settings(), times)) for times in (1, 2))
    assert 0 < known <= new * 0.7


@pytest.mark.parametrize("verbosity", list(Verbosity))
@pytest.mark.parametrize("times_done", [0, 1, 2, 13])
def test_every_text_of_a_sheet_was_announced(verbosity: Verbosity, times_done: int) -> None:
    style = replace(CueStyle.of(Settings(), times_done), verbosity=verbosity)
    wanted = set(texts(plan(SOME, LONG), style))
    said = cue_sheet(plan(SOME, LONG), style, estimated_length_s).cues
    assert {cue.text for cue in said if not cue.is_tone} <= wanted
