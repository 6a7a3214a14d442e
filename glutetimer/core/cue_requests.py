"""What should be said in each step of a timeline, before it is known what fits."""

from collections.abc import Iterator

from glutetimer.core.cue_request import Request, SetToCoach
from glutetimer.core.cues import CueKind, CueStyle
from glutetimer.core.effort_cues import EffortCues
from glutetimer.core.settings import Verbosity
from glutetimer.core.timeline import Timeline
from glutetimer.core.waiting_cues import WaitingCues

_COUNTS = frozenset({CueKind.COUNT, CueKind.COUNTDOWN, CueKind.BEGIN})
_ALLOWED: dict[Verbosity, frozenset[CueKind]] = {
    Verbosity.COACH: frozenset(CueKind),
    Verbosity.BRIEF: _COUNTS | {CueKind.NEXT, CueKind.HALFWAY},
    Verbosity.COUNTS: _COUNTS,
    Verbosity.TONES: _COUNTS | {CueKind.HALFWAY},
    Verbosity.SILENT: frozenset(),
}


def requests(timeline: Timeline, style: CueStyle) -> Iterator[tuple[int, list[Request]]]:
    """Every step that has something to say, with its requests in the order of telling."""
    allowed = _ALLOWED[style.verbosity]
    if not allowed:
        return
    for span in timeline.sets:
        to_coach = SetToCoach(timeline, span, style)
        waiting, effort = WaitingCues(to_coach), EffortCues(to_coach)
        for number in range(span.lead_in, span.end):
            step = timeline.steps[number]
            cues = effort if step.kind.is_effort else waiting
            wanted = [r for r in cues.requests(number, step) if r.kind in allowed]
            if wanted:
                yield number, wanted
