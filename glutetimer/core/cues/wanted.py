"""What should be said in each step of a timeline, before it is known what fits."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from glutetimer.core.cues.asides import asides
from glutetimer.core.cues.effort import SIGNALS, EffortCues
from glutetimer.core.cues.opening import NOTHING_TO_TELL, Opening, opening_of
from glutetimer.core.cues.request import Request, SetToCoach
from glutetimer.core.cues.sheet import FIRST_WORDS, CueKind, CueStyle
from glutetimer.core.cues.waiting import WaitingCues
from glutetimer.core.plan.timeline import SetSpan, Timeline
from glutetimer.core.settings import Verbosity

MOST_TIMES = 3
"""So often a sentence on form is heard in a session at most."""

ROOM_S = 3.0
"""A wait of this length has room for a side, however slowly it is said."""

_COUNTS = FIRST_WORDS | {
    CueKind.OPENING,
    CueKind.COUNT,
    CueKind.COUNTDOWN,
    CueKind.LOWERING,
    CueKind.GEAR,
    CueKind.TIME,
}
_ALLOWED: dict[Verbosity, frozenset[CueKind]] = {
    Verbosity.COACH: frozenset(CueKind),
    Verbosity.BRIEF: _COUNTS | {CueKind.NEXT, CueKind.HALFWAY},
    Verbosity.COUNTS: _COUNTS,
    Verbosity.TONES: _COUNTS | {CueKind.HALFWAY},
    Verbosity.SILENT: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a step wants to say, in the order of telling.

    `opening` is what has to be told from this step on, None if that is as the step before left
    it. A step that `tells` says what is left of it: a wait where there is room, one of a set
    before all else.
    """

    step: int
    requests: tuple[Request, ...]
    opening: Opening | None = NOTHING_TO_TELL
    tells: bool = False

    @property
    def texts(self) -> Iterator[str]:
        """Every text of the requests, in the order of need."""
        for request in self.requests:
            if request.is_tone:
                continue
            yield request.say
            if request.short:
                yield request.short


class _Patience:
    """Lets no sentence be wanted more than MOST_TIMES in a session; signals of ours are none."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()

    def bearable(self, request: Request) -> Request | None:
        """The request, or its short form alone, or nothing, if it was wanted so often."""
        if request.kind not in (CueKind.FORM, CueKind.SETUP) or request.say in SIGNALS:
            return request
        worn = {one for one in (request.say, request.short) if self._times[one] >= MOST_TIMES}
        self._times.update({request.say, request.short})
        if request.say in worn:
            return None
        return replace(request, short="") if request.short in worn else request


def wanted_by(timeline: Timeline, style: CueStyle) -> Iterator[Wanted]:
    """Every step that has something to say, in order."""
    allowed = _ALLOWED[style.verbosity]
    if not allowed:
        return
    patience, told = _Patience(), asides(timeline, style)
    for span in timeline.sets:
        to_coach = SetToCoach(timeline, span, style)
        waiting, effort = WaitingCues(to_coach), EffortCues(to_coach)
        opening: Opening | None = opening_of(to_coach, says_names=CueKind.NEXT in allowed)
        opened, telling = _end_of_first_rep(timeline, span), _telling_wait(timeline, span)
        for number in range(span.lead_in, span.end):
            step = timeline.steps[number]
            cues = effort if step.kind.is_effort else waiting
            every = (r for r in cues.requests(number, step) if r.kind in allowed)
            requests = tuple(filter(None, map(patience.bearable, every)))
            if number in told and CueKind.ASIDE in allowed:  # after all else, where that left room
                requests = (*requests, Request(CueKind.ASIDE, told[number]))
            if number < opened:
                yield Wanted(number, requests, opening, number == telling or step.kind.is_effort)
                opening = None
            elif requests:
                yield Wanted(number, requests)


def _telling_wait(timeline: Timeline, span: SetSpan) -> int:
    """The last wait with room for a few words; of short ones the last."""
    for number in range(span.first - 1, span.lead_in - 1, -1):
        if (timeline.steps[number].duration_s or 0.0) >= ROOM_S:
            return number
    return span.first - 1


def _end_of_first_rep(timeline: Timeline, span: SetSpan) -> int:
    first, number = timeline.steps[span.first], span.first + 1
    while number < span.end and timeline.steps[number].rep == first.rep:
        number += 1
    return number
