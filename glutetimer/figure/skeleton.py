"""The bones of the figure: lengths in metres of a person of 1.70 m.

The proportions are those of Drillis and Contini (Body Segment Parameters, 1966) as given by Winter,
Biomechanics and Motor Control of Human Movement, figure 4.1: shares of the height. Where the
figure gives a breadth of the body, the joints lie further in.
"""

from typing import Final

HEIGHT: Final = 1.70

THIGH: Final = 0.245 * HEIGHT
SHANK: Final = 0.246 * HEIGHT
ANKLE_HEIGHT: Final = 0.039 * HEIGHT
FOOT: Final = 0.152 * HEIGHT
HEEL: Final = 0.19 * FOOT
"""From the ankle back to the heel, along the sole."""
BALL: Final = 0.48 * FOOT
"""From the ankle forward to the ball of the foot, along the sole."""
TOES: Final = FOOT - HEEL - BALL

UPPER_ARM: Final = 0.186 * HEIGHT
FOREARM: Final = 0.146 * HEIGHT
HAND: Final = 0.108 * HEIGHT

TRUNK: Final = 0.288 * HEIGHT
"""From the hip joints to the shoulder joints; the next three are its parts."""
PELVIS: Final = 0.26 * TRUNK
LUMBAR: Final = 0.26 * TRUNK
THORAX: Final = TRUNK - PELVIS - LUMBAR
NECK: Final = 0.052 * HEIGHT
HEAD: Final = 0.065 * HEIGHT
"""From the top of the neck to the middle of the head (half of its height)."""

HALF_HIPS: Final = 0.052 * HEIGHT
HALF_SHOULDERS: Final = 0.105 * HEIGHT

SIDES: Final = (("left", 1.0), ("right", -1.0))
"""The names of the sides and the sign of y on each."""

REST_HEIGHT: Final = {
    "pelvis": 0.105,
    "shoulders": 0.100,
    "head": 0.095,
    "hip": 0.088,
    "shoulder": 0.075,
    "knee": 0.056,
    "ankle": 0.04,
    "elbow": 0.04,
    "wrist": 0.035,
}
"""How high a joint is above the floor when the body rests on it there."""
