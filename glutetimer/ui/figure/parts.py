"""The parts of a figure on the screen, and which of them hides which."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from glutetimer.figure.body import Body
from glutetimer.figure.flesh import Ball, Flesh
from glutetimer.figure.skeleton import SIDES
from glutetimer.figure.vector import along
from glutetimer.ui.figure.camera import Camera, Point
from glutetimer.ui.figure.outlines import Disc
from glutetimer.ui.figure.shapes import Outline

HIPS, SHIRT, HEAD = "hips", "shirt", "head"

_TIE_M = 0.012
_FROM_FEET_M = 0.148
_SEAT_M = 0.1
_UNDER_HEM = 0.65
"""The share of a thigh that may lie under the shirt: with less of it the order would change in the
middle of squats and bridges, and that jumps to the eye."""


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A part that is painted at once: its name and the lines through it, seen by the eye."""

    name: str
    lines: tuple[tuple[Point, Point], ...]
    radius_px: float

    @property
    def near(self) -> float:
        """How near its middle is to the eye, in metres."""
        return sum(a[2] + b[2] for a, b in self.lines) / (2 * len(self.lines))


def parts_of(body: Body, camera: Camera) -> list[BodyPart]:
    """Trunk, head, and the two halves of every limb."""
    seen = {name: camera.point(place) for name, place in body.joints.items()}
    px = camera.scale
    seat = camera.point(along(body.joints["pelvis"], body.pelvis.forward, -_SEAT_M))
    found = [
        BodyPart(HIPS, ((seen["pelvis"], seen["lumbar"]), (seen["pelvis"], seat)), 0.13 * px),
        BodyPart(SHIRT, ((seen["lumbar"], seen["shoulders"]),), 0.13 * px),
        BodyPart(HEAD, ((seen["neck"], seen["head"]),), 0.1 * px),
    ]
    for side, _ in SIDES:
        for name, a, b, radius in (
            ("thigh", "hip", "knee", 0.075),
            ("shank", "knee", "ankle", 0.05),
            ("foot", "ankle", "ball", 0.04),
            ("upper-arm", "shoulder", "elbow", 0.05),
            ("forearm", "elbow", "wrist", 0.04),
        ):
            lines: tuple[tuple[Point, Point], ...] = ((seen[f"{side}-{a}"], seen[f"{side}-{b}"]),)
            if name == "forearm":
                lines = (*lines, (seen[f"{side}-wrist"], seen[f"{side}-hand"]))
            found.append(BodyPart(f"{side}-{name}", lines, radius * px))
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
    left = dict(behind)
    depth = [part.near for part in parts]
    while left:
        free = [i for i, others in left.items() if not others & left.keys()]
        # A ring of parts that hide one another is broken at the one farthest away.
        chosen = min(free or left, key=depth.__getitem__)
        order.append(parts[chosen])
        del left[chosen]
    return order


_NEIGHBOURS: Mapping[tuple[str, str], tuple[float, float]] = {
    (HIPS, "thigh"): (0.4, 0.015),
    (SHIRT, "upper-arm"): (0.3, 0.03),
    ("thigh", "shank"): (0.5, 0.0),
    ("shank", "foot"): (0.5, -0.03),
    ("upper-arm", "forearm"): (0.5, 0.0),
}
"""Parts that share a joint: where on the second to compare, and how much it is favoured."""


def _nearer(a: BodyPart, b: BodyPart) -> float:
    """Positive where `a` hides `b`, negative where `b` hides `a`, 0 where it is all the same."""
    kinds = (a.name.partition("-")[2] or a.name, b.name.partition("-")[2] or b.name)
    same_side = a.name in (HIPS, SHIRT) or a.name.partition("-")[0] == b.name.partition("-")[0]
    rule = _NEIGHBOURS.get(kinds) if same_side else None
    if rule is not None:
        share, favour = rule
        base = a.near
        if a.name == HIPS:
            base = a.lines[0][0][2]
        elif a.name == SHIRT:
            base = a.lines[0][1][2]
        start, end = b.lines[0]
        return base - (start[2] + (end[2] - start[2]) * share) - favour
    if (a.name, b.name) == (HIPS, SHIRT):
        # The shirt hangs over the hips, unless the eye looks from the feet.
        return 1.0 if a.near - b.near > _FROM_FEET_M else -1.0
    if (a.name, b.name) == (SHIRT, HEAD):
        return a.lines[0][1][2] - b.lines[0][1][2] - 0.02
    if a.name == SHIRT and kinds[1] == "thigh":
        # The shirt hangs over the hips: only a thigh that is bent up comes before it.
        return _apart(a, _without_root(b)) or 0.1
    return _apart(a, b)


def _without_root(thigh: BodyPart) -> BodyPart:
    (ax, ay, az), (bx, by, bz) = thigh.lines[0]
    share = _UNDER_HEM
    start = (ax + (bx - ax) * share, ay + (by - ay) * share, az + (bz - az) * share)
    return BodyPart(thigh.name, ((start, thigh.lines[0][1]),), thigh.radius_px * 0.2)


def _apart(a: BodyPart, b: BodyPart) -> float:
    best, found = 1e18, 0.0
    for one in a.lines:
        for other in b.lines:
            square, s, t = _closest(one, other)
            if square < best:
                best = square
                found = (one[0][2] + (one[1][2] - one[0][2]) * s) - (
                    other[0][2] + (other[1][2] - other[0][2]) * t
                )
    reach = a.radius_px + b.radius_px
    return found if best < reach * reach * 1.4 and abs(found) > _TIE_M else 0.0


def _closest(a: tuple[Point, Point], b: tuple[Point, Point]) -> tuple[float, float, float]:
    """The square of the distance of two lines on the screen, and where on each it is."""
    (ax, ay, _), (bx, by, _) = a
    (cx, cy, _), (dx, dy, _) = b
    ux, uy, vx, vy, wx, wy = bx - ax, by - ay, dx - cx, dy - cy, ax - cx, ay - cy
    uu, uv, vv = ux * ux + uy * uy, ux * vx + uy * vy, vx * vx + vy * vy
    uw, vw = ux * wx + uy * wy, vx * wx + vy * wy
    bottom = uu * vv - uv * uv
    s = _clamped((uv * vw - vv * uw) / bottom) if bottom > 1e-9 else 0.5
    t = _clamped((uv * s + vw) / vv) if vv > 1e-9 else 0.0
    s = _clamped((uv * t - uw) / uu) if uu > 1e-9 else 0.0
    x, y = wx + ux * s - vx * t, wy + uy * s - vy * t
    return x * x + y * y, s, t


def _clamped(share: float) -> float:
    return min(1.0, max(0.0, share))


def discs(balls: Iterable[Ball], camera: Camera) -> list[Disc]:
    """Spheres as they are seen."""
    px = camera.scale
    found = []
    for place, radius in balls:
        x, y, _ = camera.point(place)
        found.append((x, y, radius * px))
    return found


def shapes_of(flesh: Flesh, camera: Camera) -> dict[str, Outline]:
    """All shapes by name, as in `Flesh`, with "shirt", "hips" and "skull".

    The forearm has the hand with it.
    """
    found = {
        name: Outline.chain(discs(chain, camera))
        for name, chain in flesh.limbs.items()
        if not name.endswith(("foot", "hand", "forearm"))
    }
    for side, _ in SIDES:
        foot = discs(flesh.limbs[f"{side}-foot"], camera)
        found[f"{side}-foot"] = Outline(foot, hulls=(range(len(foot)),))
        # Both begin with the wrist's sphere.
        arm = (*flesh.limbs[f"{side}-forearm"], *flesh.limbs[f"{side}-hand"][1:])
        found[f"{side}-forearm"] = Outline.chain(discs(arm, camera))
    # Neck, shoulders and ribs bulge everywhere; further down the trunk has a waist and bends.
    found["shirt"] = _sections_shape(flesh.shirt, camera, (range(6), range(4, 8), range(6, 10)))
    found["hips"] = _sections_shape(flesh.hips, camera, (range(4), range(2, 6)))
    found["skull"] = Outline.chain(discs(flesh.skull, camera))
    return found


def _sections_shape(
    sections: Sequence[tuple[Ball, Ball]], camera: Camera, hulls: Sequence[range]
) -> Outline:
    """Sections of a trunk, wrapped together as `hulls` says."""
    return Outline(discs((ball for pair in sections for ball in pair), camera), hulls=hulls)
