"""What is shown at a moment: text and fractions."""

from dataclasses import replace

import pytest

from glutetimer.core.exercise import OpenHold, OpenReps, Reps, Side, Sides
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.routine import Circuit, Prescription, Routine
from glutetimer.core.session.picture import SessionPicture, picture_of
from glutetimer.core.session.session import Session
from glutetimer.core.session.states import Command
from glutetimer.core.settings import Settings
from tests.ui.samples import BIRD_DOG, BRIDGE, CLAM, ISO_HOLD, SQUAT, WALK, dose

_READY_S = Settings().get_ready_s


class _Watch:
    """A session that is moved second by second, and its moments."""

    def __init__(self, *entries: Prescription, circuits: tuple[Circuit, ...] = ()) -> None:
        self.session = Session(plan(Routine("own", "Own", entries, circuits)))
        self.session.do(Command.START, 0.0)
        self._now_s = 0.0

    def at(self, seconds: float, is_reduced: bool = False) -> SessionPicture:
        """The moment so many seconds after get ready."""
        wanted_s = _READY_S + seconds
        while self._now_s < wanted_s:
            self._now_s = min(self._now_s + 1.0, wanted_s)
            self.session.advance(self._now_s)
        return picture_of(self.session, is_reduced)


def test_seconds_count_down_to_one() -> None:
    watch = _Watch(dose(BRIDGE))
    assert watch.at(-_READY_S).digits == f"{_READY_S:g}"
    assert watch.at(-2.5).digits == "3"
    assert watch.at(-0.05).digits == "1"
    assert watch.at(0.0).digits == "1", "now it is the first rep"
    assert watch.at(0.0).caption == "Rep 1 of 10"


def test_reps_count_up_and_the_ring_is_that_of_the_set() -> None:
    watch = _Watch(dose(BRIDGE, 2, Reps(8, 8)))
    first = watch.at(1.0)
    assert (first.word, first.digits, first.segments) == ("LIFT", "1", 8)
    assert first.kind is StepKind.LIFT
    half = watch.at(4 * 5.5)
    assert half.digits == "5"
    assert half.ring == pytest.approx(0.5)
    assert half.set_text == "Set 1 of 2"


def test_a_range_starts_at_its_low_end() -> None:
    assert _Watch(dose(BRIDGE, 1, Reps(10, 12))).at(0.5).caption == "Rep 1 of 10"


@pytest.mark.parametrize(
    ("in_set_s", "word", "kind"),
    [
        (0.5, "LIFT", StepKind.LIFT),
        (2.5, "HOLD", StepKind.TOP),
        (3.5, "LOWER", StepKind.LOWER),
        (5.2, "BREATHE", StepKind.PAUSE),
    ],
)
def test_each_phase_has_its_word(in_set_s: float, word: str, kind: StepKind) -> None:
    moment = _Watch(dose(BRIDGE)).at(in_set_s)
    assert (moment.word, moment.kind) == (word, kind)


def test_a_squat_begins_with_lowering() -> None:
    assert _Watch(dose(SQUAT)).at(0.5).kind is StepKind.LOWER


def test_steps_point_where_they_go() -> None:
    watch = _Watch(replace(dose(WALK), start=Side.RIGHT))
    out = watch.at(0.5)
    assert (out.kind, out.side, out.side_text) == (StepKind.LIFT, Side.RIGHT, "to the right")
    assert out.caption == "Step 1 of 5"
    follow = watch.at(3.5)
    assert follow.kind is StepKind.LOWER


def test_a_hold_shows_its_seconds() -> None:
    moment = _Watch(dose(ISO_HOLD, 1)).at(4.2)
    assert (moment.word, moment.digits, moment.caption) == ("HOLD", "11", "seconds")
    assert moment.ring == pytest.approx(4.2 / 15.0)


def test_an_open_hold_counts_up() -> None:
    watch = _Watch(dose(ISO_HOLD, 1, OpenHold()))
    moment = watch.at(75.5)
    assert (moment.digits, moment.caption) == ("75", "seconds held")
    assert moment.ring == pytest.approx(15.5 / 60)
    assert "Enter when done" in moment.set_text
    assert moment.left_text.startswith("about 0:00 left")


def test_open_reps_count_up_through_their_phases() -> None:
    watch = _Watch(dose(BRIDGE, 1, OpenReps()), dose(CLAM, 1))
    moment = watch.at(2 * 5.5 + 2.5)
    assert (moment.word, moment.digits, moment.caption) == ("HOLD", "3", "reps so far")
    assert moment.ring == pytest.approx(2.5 / 5.5)
    assert moment.left_text.startswith("about ")


def test_alternating_sides_name_the_side_of_the_rep() -> None:
    watch = _Watch(replace(dose(BIRD_DOG, 1), sides=Sides.ALTERNATING))
    assert watch.at(0.5).side is Side.LEFT
    assert watch.at(8.0).side is Side.RIGHT
    assert watch.at(8.0).digits == "1"
    assert watch.at(8.0).segments == 12


def test_waiting_names_what_is_waited_for() -> None:
    watch = _Watch(dose(CLAM, 1), dose(ISO_HOLD, 1))
    first = watch.at(-5.0)
    assert first.is_ahead
    assert first.side_text == "left leg on top"
    assert first.set_text == "15-20 reps"
    assert first.next_text == "Then: right leg on top"
    switch = watch.at(15 * 5.0 + 1.0)
    assert switch.word == "SWITCH SIDES"
    assert (switch.side, switch.next_text) == (Side.RIGHT, "Then: Hip thrust iso hold")


def test_the_last_set_is_followed_by_the_end() -> None:
    watch = _Watch(dose(ISO_HOLD, 1))
    assert watch.at(-1.0).next_text == "Then: the end"
    assert watch.at(1.0).next_text == "Next: the end"


def test_rounds_of_a_circuit_are_counted() -> None:
    circuit = (Circuit("A", 3, 30.0),)
    watch = _Watch(dose(BRIDGE, 1, circuit="A"), circuits=circuit)
    assert watch.at(1.0).set_text == "Round 1 of 3"


def test_time_left_and_what_is_done_add_up() -> None:
    watch = _Watch(dose(ISO_HOLD, 2))
    total_s = watch.session.timeline.total_s
    assert total_s == _READY_S + 15 + 30 + 15
    assert watch.at(5.0).left_text == "0:55 left, set 1 of 2"
    assert watch.at(5.0).done == pytest.approx((_READY_S + 5) / total_s)


def test_added_rest_is_time_left() -> None:
    watch = _Watch(dose(ISO_HOLD, 2))
    assert watch.at(20.0).left_text == "0:40 left, set 2 of 2"
    watch.session.do(Command.ADD_REST, _READY_S + 20.0)
    moment = watch.at(20.0)
    assert (moment.left_text, moment.digits) == ("0:50 left, set 2 of 2", "35")
    assert moment.ring == pytest.approx(5 / 40)


def test_reduced_motion_steps_in_seconds() -> None:
    watch = _Watch(dose(ISO_HOLD, 1))
    assert watch.at(4.2, is_reduced=True).ring == pytest.approx(4 / 15)
    assert watch.at(4.9, is_reduced=True).ring == pytest.approx(4 / 15)


def test_many_reps_are_one_ring() -> None:
    assert _Watch(dose(BRIDGE, 1, Reps(40, 40))).at(0.5).segments == 1


def test_a_pause_is_shown() -> None:
    watch = _Watch(dose(BRIDGE))
    assert not watch.at(1.0).is_paused
    watch.session.do(Command.PAUSE, _READY_S + 1.0)
    assert watch.at(1.0).is_paused
