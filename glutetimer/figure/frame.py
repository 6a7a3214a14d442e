"""The figure at a moment: a pure function of the movement, the phase and the time in it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

from glutetimer.figure.blend import blended, eased
from glutetimer.figure.body import Body, solve
from glutetimer.figure.motion import Motion
from glutetimer.figure.pose import Arm, ArmReach, FootFlat, Leg, LegReach, Of, Pose
from glutetimer.figure.vector import ORIGIN, Vec, add, mirrored, scaled

_Limb = TypeVar("_Limb", bound=Arm | Leg)

RISE_S = 2.0
"""How long a hold takes to get to its end position, at most a quarter of it."""


class Beat(StrEnum):
    """What the body does: waits, moves, or keeps still.

    The words are those of a session's steps. LIFT goes from start to top and LOWER back; of a
    downward movement (a squat) LOWER goes from start to top, which is its bottom, and LIFT back.
    TOP keeps still between the two moves of a rep, PAUSE before the next rep: of a downward
    movement PAUSE is at its bottom and TOP at its start. HOLD gets to the top and stays.
    """

    WAIT = "wait"
    LIFT = "lift"
    TOP = "top"
    LOWER = "lower"
    PAUSE = "pause"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Frame:
    """What is seen at a moment.

    `effort` is 0 to 1. `travelled` is how far the person has come from the first step, the
    floor under the eye: joints are in the world, so the eye has to go along. `is_mirrored` says
    that the left side works. `ghost` is a faulty pose to be shown with it.
    """

    motion: Motion
    pose: Pose
    body: Body
    effort: float
    travelled: Vec
    is_mirrored: bool
    ghost: Body | None = None


def frame_at(
    motion: Motion,
    beat: Beat,
    elapsed_s: float = 0.0,
    duration_s: float | None = None,
    *,
    is_left: bool = False,
    is_back: bool = False,
    rep: int = 1,
    fault: str = "",
) -> Frame:
    """The figure `elapsed_s` into a beat that takes `duration_s` (None: waits for the person).

    `is_left`: the left side works, or steps to the left; `is_back`: the way back of steps.
    `rep` counts from 1. The fault of that name is shown as a ghost; "" shows none.
    """
    share = 1.0 if not duration_s else elapsed_s / duration_s
    phase = _phase(motion, beat, share, elapsed_s, duration_s)
    pose = _on_way(motion, phase, is_back)
    wrong = next((other.pose for other in motion.faults if other.name == fault), None)
    travelled = ORIGIN
    if motion.travels:
        steps = rep - 1 if beat is not Beat.WAIT else 0
        way = scaled(motion.travel, -1.0 if is_back else 1.0)
        is_other = motion.alternates and steps % 2 == 1
        behind = _after(motion, way, steps)
        if wrong is not None:
            wrong = moved(wrong, way) if is_back else wrong
            wrong = moved(wrong.mirrored() if is_other else wrong, behind)
        pose = moved(pose.mirrored() if is_other else pose, behind)
        travelled = _middle(motion, way, steps + phase / 2)
    if is_left:
        pose, travelled = pose.mirrored(), mirrored(travelled)
        wrong = wrong.mirrored() if wrong is not None else None
    ghost = solve(wrong) if wrong is not None else None
    return Frame(motion, pose, solve(pose), _effort(motion, beat, phase), travelled, is_left, ghost)


def moved(pose: Pose, by: Vec) -> Pose:
    """A pose at another place of the floor."""
    if by == ORIGIN:
        return pose
    trunk = replace(pose.trunk, at=add(pose.trunk.at, by))
    return Pose(
        trunk,
        _moved_limb(pose.left_arm, by),
        _moved_limb(pose.right_arm, mirrored(by)),
        _moved_limb(pose.left_leg, by),
        _moved_limb(pose.right_leg, mirrored(by)),
        add(pose.ball, by),
    )


def _moved_limb(limb: _Limb, by: Vec) -> _Limb:
    """A limb that goes along; `by` counts outward, as the limb's own places do."""
    if isinstance(limb, FootFlat) or (
        isinstance(limb, ArmReach | LegReach) and limb.of is Of.FLOOR
    ):
        return replace(limb, at=add(limb.at, by))
    return limb


def _after(motion: Motion, way: Vec, steps: int) -> Vec:
    """Where the person is after whole steps; by turns right and left they make a zigzag."""
    across = way[1] * (steps % 2 if motion.alternates else steps)
    return (way[0] * steps, across, 0.0)


def _middle(motion: Motion, way: Vec, steps: float) -> Vec:
    """Where the eye is after steps: it goes along straight, so that a zigzag is seen."""
    return (way[0] * steps, way[1] * (0.5 if motion.alternates else steps), 0.0)


def end_of(motion: Motion) -> Pose:
    """The pose after a whole step: the start, moved on."""
    return moved(motion.start, motion.travel)


def _phase(
    motion: Motion, beat: Beat, share: float, elapsed_s: float, duration_s: float | None
) -> float:
    """How far a rep is, from 0 (start) over 1 (top) to 2 (start again)."""
    down = motion.is_downward
    match beat:
        case Beat.WAIT:
            return 0.0
        case Beat.LIFT:
            return eased(share) + (1.0 if down else 0.0)
        case Beat.TOP:
            return 0.0 if down else 1.0
        case Beat.LOWER:
            return eased(share) + (0.0 if down else 1.0)
        case Beat.PAUSE:
            return 1.0 if down else 2.0
        case Beat.HOLD:
            rise_s = min(RISE_S, duration_s / 4) if duration_s else RISE_S
            return eased(elapsed_s / rise_s)


def _on_way(motion: Motion, phase: float, is_back: bool) -> Pose:
    if not motion.travels:
        return _between(motion, phase if phase <= 1.0 else 2.0 - phase)
    if is_back:
        # Like a film that runs backwards: the foot that came last goes first.
        return moved(_step(motion, 2.0 - phase), scaled(motion.travel, -1.0))
    return _step(motion, phase)


def _step(motion: Motion, phase: float) -> Pose:
    if phase <= 1.0:
        return _between(motion, phase)
    return blended(motion.top, end_of(motion), phase - 1.0)


def _between(motion: Motion, place: float) -> Pose:
    frames = motion.keyframes
    for before, after in pairwise(frames):
        if place <= after.at:
            return blended(before.pose, after.pose, (place - before.at) / (after.at - before.at))
    return frames[-1].pose


def _effort(motion: Motion, beat: Beat, phase: float) -> float:
    if motion.travels:
        return 0.0 if beat is Beat.WAIT else 0.65 + 0.35 * (phase if phase <= 1.0 else 2.0 - phase)
    return phase if phase <= 1.0 else 2.0 - phase
