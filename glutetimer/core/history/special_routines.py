"""The routines that come along and are treated apart, by their ids."""

WARM_UP, WIND_DOWN = "warm-up", "wind-down"
"""For before and after a session, if one likes."""

SQUEEZES = "desk-squeeze"
"""A minute's break from sitting; doing it is no session of the day."""


def is_extra(routine_id: str) -> bool:
    """Whether a routine counts as no session, and its sets as none: the history has its minutes."""
    return routine_id in (WARM_UP, WIND_DOWN)
