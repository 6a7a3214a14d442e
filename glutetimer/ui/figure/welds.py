"""Where parts of the body join: no rim is seen between them."""

from collections.abc import Mapping
from math import hypot

from PySide6.QtGui import QPainter

from glutetimer.figure.body import Body
from glutetimer.figure.skeleton import SIDES
from glutetimer.ui.figure.camera import Camera
from glutetimer.ui.figure.parts import HIPS, SHIRT
from glutetimer.ui.figure.shapes import Outline, paint_patch

_LIMBS = (
    ({"thigh", "shank"}, ("hip", "knee", "ankle")),
    ({"upper-arm", "forearm"}, ("shoulder", "elbow", "wrist")),
)


class Welds:
    """The joints of one figure; each is hidden once both of its parts are painted."""

    def __init__(
        self, painter: QPainter, shapes: Mapping[str, Outline], sleeves: Mapping[str, Outline]
    ) -> None:
        """`sleeves` by side cover the upper arms."""
        self._painter = painter
        self._shapes = shapes
        self._sleeves = sleeves
        self._joined: set[frozenset[str]] = set()

    def join(self, name: str, other: str) -> None:
        """Two parts have been painted as one."""
        self._joined.add(frozenset((name, other)))

    def after(self, name: str, done: set[str]) -> None:
        """Make a part that has just been painted one with those of its neighbours that are."""
        side = name.partition("-")[0]
        sides = [s for s, _ in SIDES] if name in (HIPS, SHIRT) else [side]
        for which in sides:
            for a, b, joint in (
                (HIPS, f"{which}-thigh", "hip"),
                (SHIRT, f"{which}-upper-arm", "shoulder"),
                (f"{which}-thigh", f"{which}-shank", "knee"),
                (f"{which}-upper-arm", f"{which}-forearm", "elbow"),
            ):
                if name in (a, b) and {a, b} <= done and frozenset((a, b)) not in self._joined:
                    self._joined.add(frozenset((a, b)))
                    self._weld_at(which, joint, a, b)

    def _weld_at(self, side: str, joint: str, a: str, b: str) -> None:
        one, other = self._shapes[a], self._shapes[b]
        if joint == "shoulder":
            other = self._sleeves[side]
        # Into the trunk it goes to a sphere of the trunk: of the hips up, of the shirt across.
        inner = {"hip": {"left": 0, "right": 1}, "shoulder": {"left": 3, "right": 2}}
        root = one.discs[inner[joint][side]] if joint in inner else one.discs[1]
        paint_patch(self._painter, other.discs[0], (root, other.discs[1]), other.tones)


def is_one_limb(body: Body, camera: Camera, name: str, other: str) -> bool:
    """Whether two halves of a limb can be painted as one: they don't hide each other."""
    side, _, part = name.partition("-")
    bones = next(
        (
            joints
            for halves, joints in _LIMBS
            if part in halves and other in {f"{side}-{half}" for half in halves}
        ),
        None,
    )
    if bones is None:
        return False
    hip, knee, ankle = (camera.point(body.joints[f"{side}-{joint}"]) for joint in bones)
    ux, uy, vx, vy = hip[0] - knee[0], hip[1] - knee[1], ankle[0] - knee[0], ankle[1] - knee[1]
    sizes = hypot(ux, uy) * hypot(vx, vy)
    return (ux * vx + uy * vy) < 0.3 * sizes
