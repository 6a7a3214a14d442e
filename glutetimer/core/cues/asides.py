"""Sentences on why, told in long rests: while there is nothing to do, and nothing else to say."""

from collections.abc import Mapping

from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.plan.timeline import StepKind, Timeline

LONG_REST_S = 40.0
MOST = 2
"""So many in a session at most."""


def asides(timeline: Timeline, style: CueStyle) -> Mapping[int, str]:
    """What is told in which rest, by step; from session to session the next ones of the routine."""
    known = timeline.routine.asides
    if not style.tells_why or not known:
        return {}
    rests = [
        number
        for number, step in enumerate(timeline.steps)
        if step.kind is StepKind.REST and (step.duration_s or 0.0) >= LONG_REST_S
    ]
    parts = range(1, MOST + 1) if rests else ()
    chosen = dict.fromkeys(rests[len(rests) * part // (MOST + 1)] for part in parts)
    first = MOST * style.times_done
    return {
        step: known[(first + place) % len(known)]
        for place, step in enumerate(list(chosen)[: len(known)])
    }
