"""The pain-monitoring model: what a pain of 0 to 10 means for training, in limits and words.

Source: Thomeé 1997 ("A comprehensive treatment approach for patellofemoral pain syndrome in young
women", Physical Therapy 77) and Silbernagel 2007 ("Continued sports activity, using a
pain-monitoring model, during rehabilitation in patients with Achilles tendinopathy", American
Journal of Sports Medicine 35): up to 2 is safe, up to 5 acceptable if it has settled by the next
morning, more means a step back. The model was made for the knee and the Achilles tendon; that it is
used for the back, and that a session is held against the pain before it, is ours. The words tell
what the model says; they judge nobody's back.
"""

import re
from enum import Enum, auto
from typing import TypeGuard

LEAST, MOST = 0, 10

SAFE_MOST = 2
"""Up to this level pain is safe."""

ACCEPTABLE_MOST = 5
"""Up to this level pain is acceptable if it has settled by the next morning."""

RISE = 2
"""So much more than before a session is a rise, which allows no step up (editorial)."""

MODEL = (
    "The pain-monitoring model: Thomeé 1997 (knee) and Silbernagel 2007 (Achilles tendon). Its "
    "use for the back is ours."
)
"""Where the limits come from, as it is told."""

SAFETY_FROM = 8
"""From this level on the safety text is offered. Ours: the model names no such limit."""


class PainBand(Enum):
    """The three bands of the model."""

    SAFE = auto()
    ACCEPTABLE = auto()
    TOO_MUCH = auto()


def band(level: int) -> PainBand:
    """The band of a pain of 0 to 10. Raises ValueError outside."""
    if not LEAST <= level <= MOST:
        raise ValueError(f"pain is {LEAST} to {MOST}, not {level}")
    if level <= SAFE_MOST:
        return PainBand.SAFE
    return PainBand.ACCEPTABLE if level <= ACCEPTABLE_MOST else PainBand.TOO_MUCH


def is_settled(morning: int, before: int | None = None) -> bool:
    """Whether a session's pain has settled by the next morning.

    It has if it is safe by then, or acceptable and no more than `before` that session (None where
    that is not known).
    """
    match band(morning):
        case PainBand.SAFE:
            return True
        case PainBand.ACCEPTABLE:
            return before is not None and morning <= before
        case PainBand.TOO_MUCH:
            return False


def allows_more(
    before: int | None, after: int | None, morning: int | None, worst: int | None
) -> bool:
    """Whether the pain of a session allows a step up, against what it was `before`.

    Up to 5 does if it is less than RISE above `before`, after the session and the morning after,
    and has settled by then: it is safe or no more than before. Where the morning was not told,
    pain that the session did not raise needs no settling. Without `before` it has to be safe,
    without `after` nothing is known. `worst` is the highest that was told with "it hurts".
    """
    if after is None:
        return False
    told = [level for level in (after, morning, worst) if level is not None]
    if before is None:
        return max(told) <= SAFE_MOST
    usual = max(SAFE_MOST, before)
    if max(before, *told) > ACCEPTABLE_MOST or (worst or 0) > usual:
        return False
    if max(after, morning or 0) >= before + RISE:
        return False
    return after <= usual if morning is None else is_settled(morning, before)


def falls(before: int | None, level: int) -> bool:
    """Whether a level told later is less than `before` the session; never where that is unknown."""
    return before is not None and level < before


def is_easing(before: int | None, level: int) -> bool:
    """Whether a pain is too much, but less than `before` the session: no reason to step back."""
    return is_too_much(level) and falls(before, level)


_LEG = frozenset(
    {"leg", "legs", "thigh", "calf", "shin", "foot", "feet", "toe", "toes", "sciatica"}
)


def is_in_leg(where: str) -> bool:
    """Whether a pain, as the person says where it is, is in the leg (the knee is a joint of it)."""
    return not _LEG.isdisjoint(re.findall("[a-z]+", where.lower()))


def is_too_much(level: int | None) -> TypeGuard[int]:
    """Whether a pain is above what the model accepts; never for no answer."""
    return level is not None and band(level) is PainBand.TOO_MUCH


def calls_for_safety(level: int | None, where: str = "") -> bool:
    """Whether the safety text should be offered; never for no answer."""
    return is_in_leg(where) or (level is not None and level >= SAFETY_FROM)


def is_reason_to_end(level: int | None, where: str = "") -> bool:
    """Whether a pain during a session is a reason to end it."""
    return is_too_much(level) or is_in_leg(where)


def words_hurt(level: int | None, where: str = "") -> str:
    """One or two sentences on the pain in an exercise, in order to choose how to go on."""
    if is_in_leg(where):
        return (
            "Pain down the leg is a reason to end for today. See a physician or physiotherapist "
            "before you train again."
        )
    if level is not None and level >= SAFETY_FROM:
        return f"{level} is a lot. End for today, and see someone if it does not ease soon."
    if is_reason_to_end(level):
        return (
            f"{level} is above {ACCEPTABLE_MOST}: step back. End for today; see your "
            "physiotherapist if it does not settle."
        )
    return (
        "Feeling the working muscle is expected. Sharp back pain, or back pain that grows, is a "
        "reason to stop."
    )


def words_before(level: int) -> str:
    """One sentence on the pain before a session."""
    match band(level):
        case PainBand.SAFE:
            return f"{level}: in the safe range."
        case PainBand.ACCEPTABLE:
            return f"{level}: acceptable. It should not grow while you train."
        case PainBand.TOO_MUCH:
            return f"{level}: above {ACCEPTABLE_MOST}, so step back to an easier day, or rest."


def words_after(level: int, before: int | None = None) -> str:
    """One or two sentences on the pain after a session; `before` it, None where not known."""
    if is_easing(before, level):
        return f"{level}: less than before ({before}), but above {ACCEPTABLE_MOST}. {_KEEP}"
    match band(level):
        case PainBand.SAFE:
            return f"{level}: in the safe range."
        case PainBand.ACCEPTABLE:
            return f"{level}: acceptable if it has settled by tomorrow morning."
        case PainBand.TOO_MUCH:
            return (
                f"{level}: more than is good. Do less next time, and step back to easier exercises."
            )


def words_morning(level: int, before: int | None = None) -> str:
    """One or two sentences on the pain of the morning after; `before` as in `is_settled`."""
    if is_settled(level, before):
        return f"{level}: settled. You can go on as planned."
    if is_easing(before, level):
        return f"{level}: less than before that session ({before}). {_KEEP}"
    if is_too_much(level):
        return f"{level}: above {ACCEPTABLE_MOST}. {_LIGHTER}"
    if before is None:
        return f"{level}: acceptable while it goes on settling. {_LIGHTER}"
    return f"{level}: more than before that session ({before}). {_LIGHTER}"


_KEEP = "Keep the dose, or go lighter next time."
_LIGHTER = "The next step can be a lighter one, if you like."
