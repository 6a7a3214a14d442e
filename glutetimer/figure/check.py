"""What is wrong with a movement, in words for the person who writes it."""

from glutetimer.figure.blend import unlike
from glutetimer.figure.body import Body, solve
from glutetimer.figure.flesh import balls_in, flesh_of
from glutetimer.figure.frame import Beat, frame_at
from glutetimer.figure.motion import Motion
from glutetimer.figure.pose import Pose
from glutetimer.figure.ranges import beyond_range

SINK_M = 0.025
"""How deep flesh and mat give way under the body."""

_POINTS = 12


def pose_mistakes(pose: Pose) -> list[str]:
    """Limbs that cannot reach, joints beyond what people can do, parts below the floor."""
    body = solve(pose)
    found = [f"the {name} lacks {miss * 100:.0f} cm to its target" for name, miss in body.misses]
    found += beyond_range(body, pose.trunk)
    deepest = _deepest(body)
    if deepest[1] < -SINK_M:
        found.append(f"{deepest[0]} is {-deepest[1] * 100:.0f} cm below the floor")
    return found


def motion_mistakes(motion: Motion) -> list[str]:
    """What goes wrong between the poses of a movement whose poses are right."""
    for keyframe in motion.keyframes[1:]:
        if parts := unlike(motion.start, keyframe.pose):
            part = parts[0].replace("_", " ")
            return [f"the {part} is written in another way than in the start pose"]
    for beat in (Beat.LIFT, Beat.LOWER):
        for point in range(1, _POINTS):
            share = point / _POINTS
            frame = frame_at(motion, beat, share, 1.0)
            if found := pose_mistakes(frame.pose):
                return [f"{share:.0%} into the {beat.value}: {found[0]}"]
    return []


def _deepest(body: Body) -> tuple[str, float]:
    flesh = flesh_of(body)
    parts = [
        (name.replace("-", " "), ball) for name, chain in flesh.limbs.items() for ball in chain
    ]
    parts += [
        ("the trunk", ball) for oval in (*flesh.shirt, *flesh.hips) for ball in balls_in(oval)
    ]
    parts += [("the head", ball) for ball in flesh.skull]
    return min(((name, at[2] - radius) for name, (at, radius) in parts), key=lambda item: item[1])
