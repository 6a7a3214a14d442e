"""Clocks that jump: a lid that is closed, a device that stalls or races, at any moment."""

from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.cues.sheet import CueKind, CueSheet
from tests.audio.rig import BLOCK, Rig, clip, cue

SHEET = CueSheet(
    (
        cue("a", 2.0),
        cue("three", 6.5, kind=CueKind.COUNTDOWN),
        cue("b", 5.0, 1),
        cue("c", 1.0, 2),
        cue("a", 8.0, 3),
    ),
    (10.0, 10.0, 10.0, 10.0),
)
VALUES = {
    "a": clip(1_000, 0.5),
    "b": clip(2_000, 0.5),
    "c": clip(3_000, 0.5),
    "three": clip(4, 0.1),
}


def test_the_machine_sleeps_while_a_cue_waits_in_the_mixer() -> None:
    rig = Rig({"a": clip(1_000, 0.5), "b": clip(2_000, 0.5)})
    rig.start(CueSheet((cue("a", 2.0), cue("b", 5.0, 1)), (3.0, 10.0)))
    rig.run(1.2)  # "a" is placed but has not begun
    rig.clock.advance(30.0)  # the clock went on in sleep, the device did not
    rig.conductor.pump(rig.clock.now_s())  # the player's thread wakes before the window
    rig.hold()  # the session sees the gap and pauses


def _sleep(rig: Rig, seconds: float) -> None:
    """The clock goes on and the device does not."""
    rig.clock.advance(seconds)
    rig.began_s += seconds
    rig.conductor.pump(rig.clock.now_s())


def _race(rig: Rig, blocks: int) -> None:
    """The device asks for many blocks at one moment."""
    for _ in range(blocks):
        rig.timing.asked(rig.mixer.position, rig.clock.now_s())
        rig.output.frombytes(rig.mixer.read(BLOCK))
    rig.conductor.pump(rig.clock.now_s())


def _restart(rig: Rig) -> None:
    """The device is another one."""
    rig.conductor.restart()
    rig.conductor.pump(rig.clock.now_s())


MOVES = st.one_of(
    st.tuples(st.just("run"), st.integers(1, 40)),
    st.tuples(st.just("sleep"), st.floats(0.01, 400.0)),
    st.tuples(st.just("race"), st.integers(1, 30)),
    st.tuples(st.just("restart"), st.just(0)),
    st.tuples(st.just("hold"), st.just(0)),
    st.tuples(st.just("resume"), st.integers(0, 39)),
    st.tuples(st.just("load"), st.just(0)),
    st.tuples(st.just("announce"), st.just(0)),
    st.tuples(st.just("volume"), st.integers(0, 100)),
)


@given(st.lists(MOVES, max_size=25))
def test_no_jump_of_any_clock_ends_the_sound(moves: list[tuple[str, float]]) -> None:
    rig = Rig(VALUES, tone=clip(5, 0.05))
    rig.start(SHEET)
    for name, amount in moves:
        now_s = rig.clock.now_s()
        match name:
            case "run":
                rig.run(amount / 10)
            case "sleep":
                _sleep(rig, amount)
            case "race":
                _race(rig, round(amount))
            case "restart":
                _restart(rig)
            case "hold":
                rig.hold()
            case "resume":
                rig.resume(int(amount) // 10, amount % 10)
            case "load":
                rig.conductor.load(SHEET)
            case "announce":
                sound = rig.conductor._sound_of(cue("c", 0.0))
                assert sound is not None
                rig.conductor.announce(sound, now_s)
            case _:
                rig.conductor.set_volumes(round(amount), 50)
    # Whatever was: held, and begun anew with a quiet device, a cue is heard whole and in time.
    rig.hold()
    rig.conductor.set_volumes(100, 100)
    rig.run(20.0)
    before = len(rig.output)
    begun_s = rig.start(CueSheet((cue("c", 3.0),), (10.0,)))
    rig.run(6.0)
    late = [one for one in rig.heard() if one.value == 3_000 and one.at_s > begun_s + 2.0]
    assert len(rig.output) > before
    assert [round(one.frames / len(VALUES["c"]), 2) for one in late] == [1.0]
