"""What is said when."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.cues.placing import GAP_S, cue_sheet, estimated_length_s, texts
from glutetimer.core.cues.sheet import WAITS, CueKind, CueSheet, CueStyle, SheetCue
from glutetimer.core.exercise import (
    Cue,
    CueMoment,
    Exercise,
    FirstPhase,
    Hold,
    Kind,
    OpenHold,
    OpenReps,
    Position,
    Reps,
    Sides,
    Tempo,
)
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.routine import Routine
from glutetimer.core.settings import HoldCount, LoweringSign, RepCount, Verbosity
from tests.core.builders import entry, exercise, plan, routine, routines


def sheet(some: Routine, verbosity: Verbosity = Verbosity.COACH) -> CueSheet:
    """A sheet with estimated clip lengths."""
    return cue_sheet(plan(some), CueStyle(verbosity), estimated_length_s)


def said(cues: CueSheet, kind: CueKind) -> list[tuple[float, str]]:
    """Moments and texts of one kind."""
    return [(round(c.session_s, 3), c.text) for c in cues.cues if c.kind is kind]


def test_every_rep_is_counted_on_its_beat() -> None:
    """At the start of each lift."""
    cues = sheet(routine(entry(Reps(4, 4))))
    assert said(cues, CueKind.COUNT) == [
        (10, "Lift, 1"),
        (16, "2"),
        (22, "3"),
        (28, "4"),
    ]


def test_reps_can_be_counted_at_the_top() -> None:
    """Two seconds after the lift began; where nothing is held up there, as the rep begins."""
    style = CueStyle(rep_count=RepCount.TOP)
    cues = cue_sheet(plan(routine(entry(Reps(2, 2)))), style, estimated_length_s)
    assert said(cues, CueKind.COUNT) == [(12, "1"), (18, "2")]
    quick = replace(entry(Reps(2, 2)), tempo=Tempo(2.0, 0.0, 2.0, 0.0))
    cues = cue_sheet(plan(routine(quick)), style, estimated_length_s)
    assert said(cues, CueKind.COUNT) == [(10, "Lift, 1"), (14, "2")]


@pytest.mark.parametrize(
    ("hold_count", "counted"),
    [
        (HoldCount.LAST_THREE, []),
        (HoldCount.TENS, ["10"]),
        (HoldCount.EVERY, [str(second) for second in range(1, 12)]),
    ],
)
def test_the_seconds_of_a_hold_are_counted_as_chosen(
    hold_count: HoldCount, counted: list[str]
) -> None:
    """Up to the last three, which are counted down."""
    style = CueStyle(hold_count=hold_count)
    cues = cue_sheet(plan(routine(entry(Hold(15)))), style, estimated_length_s)
    assert [text for _, text in said(cues, CueKind.COUNT)] == counted


def test_three_two_one_before_a_set_and_at_the_end_of_a_hold() -> None:
    """In whole seconds before the change."""
    cues = sheet(routine(entry(Hold(20), sets=2)))
    assert [at for at, _ in said(cues, CueKind.COUNTDOWN)] == [
        *(7, 8, 9),
        *(27, 28, 29),
        *(57, 58, 59),
        *(77, 78, 79),
    ]


def test_a_wait_of_two_seconds_counts_two_one() -> None:
    """As many as there is room for."""
    short = replace(entry(Hold(5), sides=Sides.EACH), switch_s=2.0)
    cues = sheet(routine(short), Verbosity.COUNTS)
    switch = [c.text for c in cues.cues if 15 <= c.session_s < 17]
    assert switch == ["2", "1"]


def test_long_holds_are_told_their_half_and_the_last_ten_seconds() -> None:
    """Short ones are not."""
    assert said(sheet(routine(entry(Hold(40)))), CueKind.HALFWAY) == [
        (30, "Halfway"),
        (40, "Ten seconds"),
    ]
    assert said(sheet(routine(entry(Hold(15)))), CueKind.HALFWAY) == []


def test_a_long_rest_is_told_its_last_ten_seconds_and_the_cue_comes_last() -> None:
    """The form cue is still in mind when the set begins."""
    cues = sheet(routine(entry(Hold(5), sets=2)))
    rest = [(c.session_s, c.kind) for c in cues.cues if 15 <= c.session_s < 45]
    assert (35.0, CueKind.HALFWAY) in rest
    (form_at_s,) = [at_s for at_s, kind in rest if kind is CueKind.FORM]
    assert 36.5 <= form_at_s < 42


def test_the_rest_names_what_comes_next_with_its_side_and_set_up() -> None:
    """A new exercise with its set-up, the same one with its set."""
    clam = exercise("Clam shell", sides=Sides.EACH)
    cues = sheet(routine(entry(Hold(5), sets=2), entry(Hold(5), what=clam, sides=Sides.EACH)))
    assert [text for _, text in said(cues, CueKind.NEXT)] == [
        "Bridge, 5 seconds, set 1 of 2.",
        "Next: set 2 of 2.",
        "Next: Clam shell, 5 seconds, left side.",
    ]
    assert "Lie on your back with bent knees" in [t for _, t in said(cues, CueKind.SETUP)]
    assert (95, "Switch sides. Right side") in said(cues, CueKind.SWITCH)


def test_the_side_is_named_in_full_where_there_is_room() -> None:
    """And in its short form where there is less."""
    for switch_s, text in [(8.0, "Switch sides. Right side"), (4.0, "Right side")]:
        sided = replace(entry(Hold(5), sides=Sides.EACH), switch_s=switch_s)
        assert (15, text) in said(sheet(routine(sided)), CueKind.SWITCH)


def test_two_sets_do_not_sound_the_same() -> None:
    """The form cues rotate."""
    cues = sheet(routine(entry(Reps(8, 8), sets=2)))
    first = [c.text for c in cues.cues if c.kind is CueKind.FORM and c.session_s < 58]
    second = [c.text for c in cues.cues if c.kind is CueKind.FORM and c.session_s >= 58]
    assert first
    assert second
    assert first != second


def test_lying_on_the_side_the_leg_on_top_is_named() -> None:
    """ "Left side" would leave open which side to lie on."""
    clam = exercise("Clam shell", position=Position.SIDE_LYING)
    cues = sheet(routine(entry(Hold(5), what=clam, sides=Sides.EACH)))
    assert "Clam shell, 5 seconds, left leg on top." in [t for _, t in said(cues, CueKind.NEXT)]
    assert "Right leg on top" in " ".join(t for _, t in said(cues, CueKind.SWITCH))


def test_the_first_count_says_what_to_do() -> None:
    """ "3, 2, 1, 1" would leave open when to begin; where only counts are wanted it is bare."""
    squat = replace(exercise("Squat"), first=FirstPhase.LOWER)
    walk = exercise("Walk", Kind.STEPS, Position.STANDING)
    for what, word in [(exercise(), "Lift, 1"), (squat, "Lower, 1"), (walk, "Step, 1")]:
        assert said(sheet(routine(entry(what=what))), CueKind.COUNT)[0][1] == word
    bare = sheet(routine(entry()), Verbosity.COUNTS)
    assert said(bare, CueKind.COUNT)[0][1] == "1"


def test_directions_are_said_as_directions() -> None:
    """Steps go to the right and to the left."""
    walk = exercise("Lateral walk", Kind.STEPS, Position.STANDING)
    cues = sheet(routine(entry(what=walk)))
    assert "Lateral walk, 4 steps, to the right." in [text for _, text in said(cues, CueKind.NEXT)]
    assert "Now to the left" in [text for _, text in said(cues, CueKind.SWITCH)]


MOVE = Cue("Each time, the hips rise.", "Hips up")


def moving(name: str, position: Position = Position.SUPINE) -> Exercise:
    """An exercise that says what its movement is."""
    what = exercise(name, position=position)
    return replace(what, cues=(*what.cues, (CueMoment.MOVE, (MOVE,))))


def test_what_the_movement_is_is_told_once_before_the_first_set() -> None:
    """After how to get into place; nobody who lies on the floor can look it up."""
    cues = sheet(routine(entry(Reps(4, 4), sets=3, sides=Sides.EACH, what=moving("Dip"))))
    told = [cue.text for cue in cues.cues if cue.kind is CueKind.SETUP and cue.step == 0]
    assert told == ["Lie on your back with bent knees", MOVE.short]  # ten seconds are not long
    assert sum(cue.text in (MOVE.say, MOVE.short) for cue in cues.cues) == 1


def test_the_movement_is_told_in_the_rest_before_a_change_of_position() -> None:
    """The change itself is short, and told with the side."""
    one = entry(Reps(4, 4), what=moving("Bridge"))
    other = entry(Reps(4, 4), sides=Sides.EACH, what=moving("Clam shell", Position.SIDE_LYING))
    timeline = plan(routine(one, replace(other, change_s=10.0)))
    cues = cue_sheet(timeline, CueStyle(), estimated_length_s).cues
    told = [cue for cue in cues if cue.text in (MOVE.say, MOVE.short)]
    steps = [timeline.steps[cue.step].kind for cue in told]
    assert steps == [StepKind.GET_READY, StepKind.REST]
    begins = [
        cue.text
        for cue in cues
        if timeline.steps[cue.step].kind is StepKind.CHANGE_POSITION and cue.offset_s == 0.0
    ]
    assert begins == ["Change position. Left leg on top"]


def test_open_sets_are_counted_beyond_the_typical_end() -> None:
    """A person who goes on is still counted."""
    reps = sheet(routine(entry(OpenReps())))
    assert said(reps, CueKind.COUNT)[29] == (10 + 29 * 6, "30")
    hold = sheet(routine(entry(OpenHold())))
    assert (70, "60") in said(hold, CueKind.COUNT)


def test_without_a_clip_a_count_becomes_a_tone_and_a_form_cue_is_dropped() -> None:
    """A missing voice never shifts anything."""
    timeline = plan(routine(entry(Reps(4, 4))))
    voiced = cue_sheet(timeline, CueStyle(), estimated_length_s)
    mute = cue_sheet(timeline, CueStyle(), lambda _: None)
    assert [c.session_s for c in mute.cues if c.kind is CueKind.COUNT] == [
        c.session_s for c in voiced.cues if c.kind is CueKind.COUNT
    ]
    assert all(cue.is_tone for cue in mute.cues)
    assert CueKind.FORM not in {cue.kind for cue in mute.cues}


# Said when it happens, so no place on the sheet is theirs; or of what this routine has none.
UNPLANNED = {CueKind.OPENING, CueKind.PAUSED, CueKind.GOES_ON, CueKind.HURT, CueKind.ASIDE}

BARE = WAITS | {CueKind.COUNT, CueKind.COUNTDOWN, CueKind.BEGIN, CueKind.LOWERING}


@pytest.mark.parametrize(
    ("verbosity", "kinds"),
    [
        (Verbosity.COACH, set(CueKind) - UNPLANNED),
        (Verbosity.BRIEF, set(CueKind) - UNPLANNED - {CueKind.FORM, CueKind.SETUP}),
        (Verbosity.COUNTS, BARE | {CueKind.GEAR, CueKind.TIME}),
        (Verbosity.TONES, BARE | {CueKind.HALFWAY, CueKind.TIME}),
        (Verbosity.SILENT, set()),
    ],
)
def test_verbosity(verbosity: Verbosity, kinds: set[CueKind]) -> None:
    """From full coaching to nothing at all."""
    clam = replace(exercise("Clam shell", position=Position.SIDE_LYING), needed=("loop band",))
    turning = entry(Hold(5), what=clam, sides=Sides.EACH)
    cues = sheet(routine(entry(Reps(6, 6), sets=2), entry(Hold(30)), turning), verbosity)
    assert {cue.kind for cue in cues.cues} == kinds
    spoken = [cue for cue in cues.cues if cue.kind is not CueKind.LOWERING]
    assert all(cue.is_tone for cue in spoken) is (not kinds or verbosity is Verbosity.TONES)


@pytest.mark.parametrize("verbosity", [Verbosity.COACH, Verbosity.BRIEF, Verbosity.COUNTS])
def test_every_lowering_can_be_heard(verbosity: Verbosity) -> None:
    """Named in the first reps where there is coaching, and from then on with a tone."""
    cues = sheet(routine(entry(Reps(6, 6), sets=2)), verbosity).cues
    lowerings = [c.session_s for c in cues if c.kind is CueKind.LOWERING or c.text == "Lower"]
    tempo = entry().tempo
    first_s = 10 + tempo.lift_s + tempo.top_s
    assert lowerings[:6] == pytest.approx([first_s + tempo.rep_s * rep for rep in range(6)])
    assert len(lowerings) == 12
    assert all(c.is_tone for c in cues if c.kind is CueKind.LOWERING)


@pytest.mark.parametrize(
    ("sign", "told"),
    [(LoweringSign.WORD, {"Lower"}), (LoweringSign.NOTHING, set())],
)
def test_the_lowering_is_told_as_one_likes(sign: LoweringSign, told: set[str]) -> None:
    timeline = plan(routine(entry(Reps(6, 6))))
    style = CueStyle(verbosity=Verbosity.COUNTS, lowering=sign)
    cues = cue_sheet(timeline, style, estimated_length_s).cues
    assert {c.text for c in cues if c.kind is CueKind.LOWERING} == told
    assert not any(c.is_tone for c in cues)


def test_a_squat_that_opens_with_the_lowering_counts_there() -> None:
    squat = replace(exercise("Squat"), first=FirstPhase.LOWER)
    assert said(sheet(routine(entry(what=squat))), CueKind.LOWERING) == []


def test_the_last_rep_is_called_the_last_one() -> None:
    """After its number; the words for the end come with the rep before."""
    cues = sheet(routine(entry(Reps(8, 8)))).cues
    at_s = {c.text: c.session_s for c in cues}
    assert at_s["8"] < at_s["Last one"] < at_s["8"] + 1
    assert at_s["7"] < at_s["Last ones"] < at_s["7"] + 1


def test_a_hold_ends_with_its_own_words_and_how_to_come_down() -> None:
    cues = sheet(routine(entry(Hold(30), what=exercise("Iso", Kind.HOLD), sets=2))).cues
    (last_s,) = [c.session_s for c in cues if c.text == "Last ones" and c.session_s < 40]
    assert 30 <= last_s < 37
    after = [(c.session_s, c.text) for c in cues if 40 <= c.session_s < 45]
    assert after[0] == (40, "Slowly down")
    assert after[1][1] == "Rest, 30 seconds"


@given(routines(), st.sampled_from(Verbosity), st.floats(0.3, 3.0))
def test_nothing_overlaps_is_late_or_leaves_its_step(
    some: Routine, verbosity: Verbosity, slowness: float
) -> None:
    """However slowly the voice speaks."""

    def length_s(text: str) -> float:
        return slowness * estimated_length_s(text)

    timeline = plan(some)
    cues = cue_sheet(timeline, CueStyle(verbosity), length_s).cues
    by_step: dict[int, list[SheetCue]] = {}
    for cue in cues:
        by_step.setdefault(cue.step, []).append(cue)
        assert cue.session_s == timeline.starts_s[cue.step] + cue.offset_s
    for step, placed in by_step.items():
        duration_s = timeline.steps[step].duration_s
        for one, two in pairwise(placed):
            assert one.offset_s + one.duration_s + GAP_S <= two.offset_s + 1e-9
        if duration_s is not None:
            assert placed[-1].offset_s + placed[-1].duration_s <= duration_s + 1e-9
        for cue in placed:
            assert cue.is_tone or cue.duration_s == length_s(cue.text)
            if cue.kind is CueKind.COUNTDOWN and duration_s is not None:
                assert cue.offset_s == duration_s - int(cue.text)


@given(routines(), st.sampled_from(Verbosity))
def test_every_text_of_a_sheet_was_announced_for_rendering(
    some: Routine, verbosity: Verbosity
) -> None:
    """No clip is asked for that was never prepared."""
    announced = set(texts(plan(some), CueStyle(verbosity)))
    assert {cue.text for cue in sheet(some, verbosity).cues if not cue.is_tone} <= announced


def test_cues_of_a_step_are_found_from_a_moment_on() -> None:
    """As the player asks for them."""
    cues = sheet(routine(entry(Hold(40))))
    all_of_it = cues.of_step(1)
    assert {cue.step for cue in all_of_it} == {1}
    assert cues.of_step(1, 37.0) == tuple(c for c in all_of_it if c.offset_s >= 37.0)
    assert cues.of_step(99) == ()


def test_no_sentence_is_heard_more_than_three_times() -> None:
    """But what is a signal is heard in every set."""
    cues = sheet(routine(entry(Reps(12, 12), sets=6))).cues
    times = Counter(c.text for c in cues if c.kind in (CueKind.FORM, CueKind.SETUP))
    assert times.pop("Last one") == 6
    assert times.pop("Breathe out on the way up.", 0) + times.pop("Breathe out", 0) == 6
    assert times.pop("Lift", 0) <= 6
    assert max(times.values()) <= 3
