"""What should be said in each step of a timeline, before it is known what fits."""

from collections.abc import Iterator
from dataclasses import dataclass

from glutetimer.core.coaching import (
    form_cues,
    rotated,
    set_name,
    set_text,
    side_name,
    start_cues,
)
from glutetimer.core.cues import CueKind
from glutetimer.core.exercise import Cue, FirstPhase, Kind, Moment, Side, Sides
from glutetimer.core.phase import phase_at
from glutetimer.core.plan import phases_of
from glutetimer.core.routine import Prescription
from glutetimer.core.settings import Verbosity
from glutetimer.core.timeline import SetSpan, Step, StepKind, Timeline

COUNTDOWN_FROM = 3
LONG_HOLD_S = 20.0
"""Holds from this length on are told their half and their last ten seconds."""

OPEN_LIMIT_S = 600.0
"""Cues of an open-ended step are made for so long; nobody goes on beyond."""

LONG_REST_S = 30.0
"""Rests from this length on are told their last ten seconds."""

LAST_WORDS_S = 8.5
"""The form cue before a set comes so late that it is still in mind when the set begins."""

FORM_EVERY_S = 8.0
"""A hold gets a form cue about this often."""

FIRST_WORDS_REPS = 2
"""In the first set, the phases of so many reps are named aloud."""


@dataclass(frozen=True, slots=True)
class Request:
    """A cue that is wanted in a step.

    `at_s` is its fixed offset into the step, or None: anywhere from `from_s` on until
    `until_s` (None: the step's end). `short` is said when `say` does not fit.
    """

    kind: CueKind
    say: str
    at_s: float | None = None
    short: str = ""
    from_s: float = 0.0
    until_s: float | None = None


def requests(timeline: Timeline, verbosity: Verbosity) -> Iterator[tuple[int, list[Request]]]:
    """Every step that has something to say, with its requests in the order of telling."""
    if verbosity is Verbosity.SILENT:
        return
    allowed = _ALLOWED[verbosity]
    for span in timeline.sets:
        entry = timeline.entry_of(span)
        script = _Script(timeline, span, entry, verbosity)
        for number in range(span.lead_in, span.end):
            wanted = [r for r in script.requests(number) if r.kind in allowed]
            if wanted:
                yield number, wanted


_COUNTS = frozenset({CueKind.COUNT, CueKind.COUNTDOWN, CueKind.BEGIN})
_ALLOWED = {
    Verbosity.COACH: frozenset(CueKind),
    Verbosity.BRIEF: _COUNTS | {CueKind.NEXT, CueKind.HALFWAY},
    Verbosity.COUNTS: _COUNTS,
    Verbosity.TONES: _COUNTS | {CueKind.HALFWAY},
}


class _Script:
    """The words of one set: its lead-in, its effort."""

    def __init__(
        self, timeline: Timeline, span: SetSpan, entry: Prescription, verbosity: Verbosity
    ) -> None:
        self._timeline = timeline
        self._span = span
        self._entry = entry
        self._verbosity = verbosity
        self._is_coach = verbosity is Verbosity.COACH
        self._first = timeline.steps[span.first]
        # Each set begins its cues elsewhere, so that two sets do not sound the same.
        self._turn = (self._first.set - 1) * 2 + (self._first.round - 1)
        self._is_first_set = self._first.set == 1 and self._first.round == 1
        self._start_cues = start_cues(entry)
        self._reps = timeline.steps[span.end - 1].rep or 0
        self._opening = next((kind for kind, s in phases_of(entry) if s > 0), StepKind.LIFT)

    def requests(self, number: int) -> list[Request]:
        step = self._timeline.steps[number]
        if not step.kind.is_effort:
            return self._waiting(number, step)
        if step.kind is StepKind.HOLD:
            if step.duration_s is None:
                return self._open_hold()
            return self._hold(step.duration_s)
        if step.kind is StepKind.OPEN_REPS:
            return self._open_reps(number)
        return self._rep_phase(step.kind, step.rep or 1, step.side, 0.0, step.duration_s or 0.0)

    # Waiting for a set

    def _waiting(self, number: int, step: Step) -> list[Request]:
        duration_s = step.duration_s or 0.0
        wanted = [*self._opening_words(number, step), *self._set_up(number, step)]
        if number == self._span.first - 1:
            wanted += _countdown(duration_s)
        return wanted

    def _opening_words(self, number: int, step: Step) -> list[Request]:
        name = self._entry.exercise.name
        side = side_name(self._side, self._entry.exercise.kind)
        place = set_name(self._timeline, self._span, with_amount=self._is_new_exercise)
        match step.kind:
            case StepKind.GET_READY:
                return [
                    Request(CueKind.BEGIN, "Get ready", 0.0),
                    Request(CueKind.NEXT, f"{place}.", short=name),
                ]
            case StepKind.SWITCH_SIDES:
                if self._entry.exercise.kind is Kind.STEPS:
                    return [Request(CueKind.BEGIN, f"Now {side}", 0.0)]
                full = f"Switch sides. {side.capitalize()}"
                return [Request(CueKind.BEGIN, full, 0.0, short=side.capitalize())]
            case StepKind.CHANGE_POSITION:
                return [Request(CueKind.BEGIN, "Change position", 0.0)]
            case _:
                again = ", ".join(t for t in (side, set_text(self._timeline, self._span)) if t)
                is_new = self._is_new_exercise
                return [
                    self._rest_words(step.duration_s or 0.0),
                    Request(
                        CueKind.NEXT,
                        f"Next: {place}." if is_new or not again else f"Next: {again}.",
                        short=name if is_new else again,
                    ),
                ]

    def _rest_words(self, duration_s: float) -> Request:
        if self._verbosity is Verbosity.COUNTS or duration_s < LONG_HOLD_S:
            return Request(CueKind.BEGIN, "Rest", 0.0)
        return Request(CueKind.BEGIN, f"Rest, {duration_s:.0f} seconds", 0.0, short="Rest")

    def _set_up(self, number: int, step: Step) -> list[Request]:
        exercise = self._entry.exercise
        if step.kind is StepKind.SWITCH_SIDES:
            cue = rotated(exercise.cues_at(Moment.SWITCH), self._turn)
            return [_request(CueKind.SETUP, cue)] if cue else []
        is_last_wait = number == self._span.first - 1
        wanted: list[Request] = []
        changes_later = not is_last_wait and step.kind is StepKind.REST
        if self._is_new_exercise and not changes_later:
            wanted += [_request(CueKind.SETUP, cue) for cue in exercise.cues_at(Moment.SETUP)]
        duration_s = step.duration_s or 0.0
        if duration_s >= LONG_REST_S:
            wanted.append(Request(CueKind.HALFWAY, "Ten seconds", duration_s - 10.0))
        cue = rotated(self._start_cues, self._turn)
        if is_last_wait and cue:
            wanted.append(_request(CueKind.FORM, cue, max(0.0, duration_s - LAST_WORDS_S)))
        return wanted

    @property
    def _side(self) -> Side | None:
        return None if self._entry.sides is Sides.ALTERNATING else self._first.side

    @property
    def _is_new_exercise(self) -> bool:
        if self._span.index == 0:
            return True
        before = self._timeline.sets[self._span.index - 1]
        return self._timeline.steps[before.first].entry != self._first.entry

    # Effort

    def _hold(self, duration_s: float) -> list[Request]:
        wanted = [Request(CueKind.BEGIN, "Hold", 0.0)]
        if duration_s >= LONG_HOLD_S:
            wanted.append(Request(CueKind.HALFWAY, "Halfway", duration_s / 2))
            if duration_s / 2 > 12:
                wanted.append(Request(CueKind.HALFWAY, "Ten seconds", duration_s - 10))
        wanted += _countdown(duration_s)
        return wanted + self._hold_form(duration_s - 4.0)

    def _open_hold(self) -> list[Request]:
        wanted = [Request(CueKind.BEGIN, "Hold", 0.0)]
        for seconds in range(10, int(OPEN_LIMIT_S), 10):
            wanted.append(Request(CueKind.COUNT, str(seconds), float(seconds)))
        return wanted + self._hold_form(OPEN_LIMIT_S)

    def _hold_form(self, until_s: float) -> list[Request]:
        cues = self._start_cues + form_cues(self._entry, StepKind.HOLD)
        wanted: list[Request] = []
        from_s, turn = 1.5, self._turn
        while cues and from_s < until_s:
            wanted.append(
                _request(CueKind.FORM, cues[turn % len(cues)], from_s, from_s + FORM_EVERY_S)
            )
            from_s, turn = from_s + FORM_EVERY_S, turn + 1
        return wanted

    def _rep_phase(
        self, kind: StepKind, rep: int, side: Side | None, base_s: float, seconds: float
    ) -> list[Request]:
        until_s = base_s + seconds
        wanted: list[Request] = []
        is_turn = self._entry.sides is not Sides.ALTERNATING or side is self._entry.start
        if kind is self._opening and is_turn:
            wanted.append(Request(CueKind.COUNT, str(rep), base_s))
        elif self._names_phases and rep <= FIRST_WORDS_REPS:
            word = self._phase_name(kind)
            wanted += [Request(CueKind.BEGIN, word, base_s)] if word else []
        if self._is_coach:
            cue = self._rep_form(kind, rep)
            if cue:
                wanted.append(_request(CueKind.FORM, cue, base_s, until_s))
        return wanted

    @property
    def _names_phases(self) -> bool:
        return self._is_coach and self._is_first_set and self._entry.tempo.rep_s >= 3.0

    def _phase_name(self, kind: StepKind) -> str:
        if self._entry.exercise.kind is Kind.STEPS:
            return ""
        goes_down_first = self._entry.exercise.first is FirstPhase.LOWER
        names = {
            StepKind.LIFT: "Up" if goes_down_first else "Lift",
            StepKind.TOP: "Squeeze" if goes_down_first else "Hold",
            StepKind.LOWER: "Lower",
        }
        return names.get(kind, "")

    def _rep_form(self, kind: StepKind, rep: int) -> Cue | None:
        """One form cue a rep at most: start, top and lowering take turns; the last reps differ."""
        if self._names_phases and rep <= FIRST_WORDS_REPS and kind is not self._opening:
            return None
        exercise = self._entry.exercise
        if self._reps > 3 and rep >= self._reps - 1:
            last = exercise.cues_at(Moment.LAST)
            return rotated(last, rep + self._turn) if kind is self._opening else None
        if rep > 3 and self._first.set > 1 and rep % 2:
            return None  # later sets are coached less
        beats = (StepKind.LIFT, StepKind.TOP, StepKind.LOWER)
        if kind is not beats[(rep + self._turn) % len(beats)]:
            return None
        return rotated(form_cues(self._entry, kind), rep // len(beats) + self._turn)

    def _open_reps(self, number: int) -> list[Request]:
        wanted: list[Request] = []
        at_s = 0.0
        while at_s < OPEN_LIMIT_S:
            phase = phase_at(self._timeline, number, at_s + 1e-6)
            seconds = phase.duration_s or 0.0
            wanted += self._rep_phase(phase.kind, phase.rep or 1, phase.side, at_s, seconds)
            at_s += seconds
        return wanted


def _countdown(duration_s: float) -> list[Request]:
    """Count "3", "2", "1" on the last seconds, as many as the step has room for."""
    return [
        Request(CueKind.COUNTDOWN, str(left), duration_s - left)
        for left in range(COUNTDOWN_FROM, 0, -1)
        if duration_s - left >= 0.0
    ]


def _request(kind: CueKind, cue: Cue, from_s: float = 0.0, until_s: float | None = None) -> Request:
    return Request(kind, cue.say, None, cue.short, from_s, until_s)
