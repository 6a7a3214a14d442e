"""Going from one pose to another: eased, and with feet that step rather than slide."""

from dataclasses import fields, replace
from functools import cache
from math import hypot, pi, sin
from typing import Any, TypeVar

from glutetimer.figure.pose import FootFlat, Leg, Pose

_Part = TypeVar("_Part")

_STEP_HEIGHT_M = 0.055
_FULL_STEP_M = 0.20
_ROLL_DEGREES = 16.0


def eased(share: float) -> float:
    """A share (0 to 1) of a way that starts and ends softly."""
    share = min(1.0, max(0.0, share))
    return share * share * share * (share * (share * 6 - 15) + 10)


def blended(a: Pose, b: Pose, share: float) -> Pose:
    """The pose at a share (0 to 1) between two that are written alike (see `unlike`)."""
    if share <= 0.0 or a is b:
        return a
    if share >= 1.0:
        return b
    return Pose(
        _part(a.trunk, b.trunk, share),
        _part(a.left_arm, b.left_arm, share),
        _part(a.right_arm, b.right_arm, share),
        _leg(a.left_leg, b.left_leg, share),
        _leg(a.right_leg, b.right_leg, share),
        _numbers(a.ball, b.ball, share),
    )


def unlike(a: Pose, b: Pose) -> tuple[str, ...]:
    """The parts of two poses that cannot be blended because they are written in other ways."""
    found = []
    for name in ("left_arm", "right_arm", "left_leg", "right_leg"):
        one, other = getattr(a, name), getattr(b, name)
        if type(one) is not type(other) or getattr(one, "of", None) != getattr(other, "of", None):
            found.append(name)
    if a.trunk.anchor != b.trunk.anchor:
        found.append("trunk")
    return tuple(found)


def _leg(a: Leg, b: Leg, share: float) -> Leg:
    mixed = _part(a, b, share)
    if isinstance(mixed, FootFlat) and isinstance(a, FootFlat) and isinstance(b, FootFlat):
        stride = hypot(b.at[0] - a.at[0], b.at[1] - a.at[1])
        if stride > 0.02:
            swing = sin(pi * share) * min(1.0, stride / _FULL_STEP_M)
            # Forward and back the foot hangs from its heel on the way; to the side it stays level.
            heel = mixed.heel + swing * _ROLL_DEGREES * abs(b.at[0] - a.at[0]) / stride
            up = mixed.at[2] + swing * _STEP_HEIGHT_M
            return replace(mixed, at=(mixed.at[0], mixed.at[1], up), heel=heel)
    return mixed


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _part(a: _Part, b: _Part, share: float) -> _Part:
    if a == b:
        return a
    values = []
    kind: Any = type(a)
    for name in _names(kind):
        one, other = getattr(a, name), getattr(b, name)
        if isinstance(one, tuple):
            values.append(_numbers(one, other, share))
        elif isinstance(one, float | int) and one != other:
            values.append(one + (other - one) * share)
        else:
            values.append(one)
    mixed: _Part = kind(*values)
    return mixed


def _numbers(
    a: tuple[float, float, float], b: tuple[float, float, float], share: float
) -> tuple[float, float, float]:
    if a == b:
        return a
    rest = 1.0 - share
    return (a[0] * rest + b[0] * share, a[1] * rest + b[1] * share, a[2] * rest + b[2] * share)
