"""The parts of a figure on the screen, and which of them hides which."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from glutetimer.figure.body import Body
from glutetimer.figure.skeleton import SIDES
from glutetimer.figure.vector import dot
from glutetimer.ui.figure.camera import Camera, Point

HIPS, SHIRT, HEAD = "hips", "shirt", "head"

_TIE_M = 0.012
_FROM_FEET = -0.45
_UNDER_HEM, _IN_SLEEVE = 0.65, 0.5
"""The shares of a thigh and an upper arm that may lie under the shirt: with less of them the order
would change in the middle of squats and bridges, and that jumps to the eye."""
_THIN = 0.2

_Line = tuple[Point, Point]


@dataclass(slots=True)
class BodyPart:
    """A part that is painted at once: its name, the lines through it as the eye sees them.

    It reaches `radius_px` from its lines. `after` says of its order what the lines cannot: how
    much nearer it is than the part of that name, in metres.
    """

    name: str
    lines: tuple[_Line, ...]
    radius_px: float
    after: tuple[tuple[str, float], ...] = ()
    box: tuple[float, float, float, float] = field(init=False)
    """Left, top, right, bottom of the lines."""

    def __post_init__(self) -> None:
        xs, ys = ([end[k] for line in self.lines for end in line] for k in (0, 1))
        self.box = (min(xs), min(ys), max(xs), max(ys))

    @property
    def near(self) -> float:
        """How near its middle is to the eye, in metres."""
        return sum(a[2] + b[2] for a, b in self.lines) / (2 * len(self.lines))


def parts_of(body: Body, camera: Camera) -> list[BodyPart]:
    """Hips, shirt, head and limbs."""
    seen = {name: camera.point(place) for name, place in body.joints.items()}
    px, near = camera.scale, camera.near
    pelvis, lumbar, shoulders = seen["pelvis"], seen["lumbar"], seen["shoulders"]
    # The shirt hangs over the hips, and the head stands before it, unless the eye looks from the
    # feet.
    hem = dot(body.pelvis.up, near) - _FROM_FEET
    collar = dot(body.chest.up, near) - _FROM_FEET
    found = [
        BodyPart(HIPS, ((pelvis, lumbar),), 0.12 * px),
        BodyPart(SHIRT, ((lumbar, shoulders),), 0.12 * px, ((HIPS, hem),)),
        BodyPart(HEAD, ((seen["neck"], seen["head"]),), 0.1 * px, ((SHIRT, collar),)),
    ]
    for side, _ in SIDES:
        hip, knee, ankle = (seen[f"{side}-{joint}"] for joint in ("hip", "knee", "ankle"))
        thigh = _on(hip, knee, _UNDER_HEM)
        # On which side of the hips it is counts twice: the far leg stays behind them.
        on_hips = _on(hip, knee, 0.4)[2] + hip[2] - 2 * pelvis[2] + _TIE_M
        lines = ((thigh, knee), (knee, ankle))
        found.append(BodyPart(f"{side}-leg", lines, 0.05 * px, ((HIPS, on_hips),)))
        shoulder, elbow, hand = (seen[f"{side}-{joint}"] for joint in ("shoulder", "elbow", "hand"))
        arm = _on(shoulder, elbow, _IN_SLEEVE)
        lines = ((arm, elbow), (elbow, hand))
        found.append(BodyPart(f"{side}-arm", lines, 0.04 * px))
    return found


def painting_order(parts: Sequence[BodyPart]) -> list[BodyPart]:
    """From the back to the front: a part comes after all that it hides."""
    behind: dict[int, set[int]] = {i: set() for i in range(len(parts))}
    for i, a in enumerate(parts):
        for j in range(i + 1, len(parts)):
            nearer = _nearer(a, parts[j])
            if nearer > 0:
                behind[i].add(j)
            elif nearer < 0:
                behind[j].add(i)
    order: list[BodyPart] = []
    depth = [part.near for part in parts]
    while behind:
        free = [i for i, others in behind.items() if not others & behind.keys()]
        # A ring of parts that hide one another is broken at the one farthest away.
        chosen = min(free or behind, key=depth.__getitem__)
        order.append(parts[chosen])
        del behind[chosen]
    return order


def _nearer(a: BodyPart, b: BodyPart) -> float:
    """Positive where `a` hides `b`, negative where `b` hides `a`, 0 where it is all the same."""
    for name, nearer in b.after:
        if name == a.name:
            return -nearer
    if a.name == SHIRT and b.name.endswith(("arm", "leg")):
        # A thigh that only touches the hem stays under it.
        default = a.lines[0][1][2] - b.near if b.name.endswith("arm") else 0.1
        return _apart(a, b, _THIN) or default
    return _apart(a, b, 1.0)


def _on(a: Point, b: Point, share: float) -> Point:
    rest = 1.0 - share
    return (a[0] * rest + b[0] * share, a[1] * rest + b[1] * share, a[2] * rest + b[2] * share)


def _apart(a: BodyPart, b: BodyPart, thin: float) -> float:
    """How much nearer `a` is where both are seen nearest to each other; 0 if they don't meet."""
    reach = (a.radius_px + b.radius_px * thin) * 1.2
    (al, at, ar, ab), (bl, bt, br, bb) = a.box, b.box
    if al - br > reach or bl - ar > reach or at - bb > reach or bt - ab > reach:
        return 0.0
    best, found = reach * reach, 0.0
    for one in a.lines:
        for other in b.lines:
            square, s, t = _closest(one, other)
            if square < best:
                best = square
                found = _on(*one, s)[2] - _on(*other, t)[2]
    return found if abs(found) > _TIE_M else 0.0


def _closest(a: _Line, b: _Line) -> tuple[float, float, float]:
    """The square of the distance of two lines on the screen, and where on each it is."""
    (ax, ay, _), (bx, by, _) = a
    (cx, cy, _), (dx, dy, _) = b
    ux, uy, vx, vy, wx, wy = bx - ax, by - ay, dx - cx, dy - cy, ax - cx, ay - cy
    uu, uv, vv = ux * ux + uy * uy, ux * vx + uy * vy, vx * vx + vy * vy
    uw, vw = ux * wx + uy * wy, vx * wx + vy * wy
    bottom = uu * vv - uv * uv
    s = (uv * vw - vv * uw) / bottom if bottom > 1e-9 else 0.5
    s = 0.0 if s < 0.0 else min(s, 1.0)
    t = (uv * s + vw) / vv if vv > 1e-9 else 0.0
    t = 0.0 if t < 0.0 else min(t, 1.0)
    s = (uv * t - uw) / uu if uu > 1e-9 else 0.0
    s = 0.0 if s < 0.0 else min(s, 1.0)
    x, y = wx + ux * s - vx * t, wy + uy * s - vy * t
    return x * x + y * y, s, t
