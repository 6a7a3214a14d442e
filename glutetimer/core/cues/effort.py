"""What is said in a set: counts on the beat, the names of phases, form cues in the gaps."""

from math import ceil

from glutetimer.core.cues.request import (
    COUNTDOWN_FROM,
    LONG_S,
    Request,
    SetToCoach,
    countdown,
    from_cue,
    time_left,
)
from glutetimer.core.cues.sheet import CueKind
from glutetimer.core.exercise import Cue, CueMoment, FirstPhase, Kind, Side, Sides
from glutetimer.core.plan.phase import phase_at
from glutetimer.core.plan.plan import phases_of
from glutetimer.core.plan.timeline import Step, StepKind
from glutetimer.core.settings import HoldCount, LoweringSign, RepCount, Verbosity
from glutetimer.core.words.coaching import form_cues, rotated

OPEN_LIMIT_S = 600.0
"""Cues of an open-ended step are made for so long; nobody goes on beyond."""

FORM_EVERY_S = 8.0
"""A hold gets a form cue about this often."""

SILENCE_S = 8.0
"""Nobody who works hears nothing for longer, whatever is said: are they still to go on?"""

FIRST_WORDS_REPS = 2
"""In the first set, the phases of so many reps are named aloud."""


LAST_ONE = Cue("Last one")
"""After the number of the last rep."""

BREATH = Cue("Breathe out on the way up.", "Breathe out")
BREATH_REP = 3
"""Once a set: the breath goes out with the effort."""

SIGNALS = frozenset({LAST_ONE.say, BREATH.say, "Lift", "Up", "Lower"})
"""What is said in every set, as often as there are sets."""

LAST_WORDS_S = 10.0
"""The end of a hold is so near when its last words begin, or half of a shorter one."""

LAST_WORDED_S = 12.0
"""Holds from this length on have room for last words."""


class EffortCues:
    """The cues of the steps of a set."""

    def __init__(self, to_coach: SetToCoach) -> None:
        self._set = to_coach
        phases = [kind for kind, _ in phases_of(to_coach.entry)]
        self._opening = phases[0] if phases else StepKind.LIFT
        counts_at_top = to_coach.style.rep_count is RepCount.TOP and StepKind.TOP in phases
        self._counting = StepKind.TOP if counts_at_top else self._opening
        self._reps = to_coach.timeline.steps[to_coach.span.end - 1].rep or 0
        is_slow = to_coach.entry.tempo.rep_s >= 3.0
        is_new = to_coach.is_first_set and not to_coach.style.knows_it
        self._names_phases = to_coach.is_coached and is_new and is_slow
        self._form_every_s = FORM_EVERY_S * (2 if to_coach.style.knows_it else 1)

    def requests(self, number: int, step: Step) -> list[Request]:
        """What a step of effort wants to say, in the order of telling."""
        if step.kind in (StepKind.HOLD, StepKind.WORK):
            if step.duration_s is None:
                return self._open_hold()
            return self._hold(step.kind, step.duration_s)
        if step.kind is StepKind.OPEN_REPS:
            return self._open_reps(number)
        return self._rep_phase(step.kind, step.rep or 1, step.side, 0.0, step.duration_s or 0.0)

    def _hold(self, kind: StepKind, duration_s: float) -> list[Request]:
        wanted = [Request(CueKind.BEGIN, "Hold" if kind is StepKind.HOLD else "Work", 0.0)]
        if duration_s >= LONG_S:
            wanted.append(Request(CueKind.HALFWAY, "Halfway", duration_s / 2))
            if duration_s / 2 > 12:
                wanted.append(Request(CueKind.HALFWAY, "Ten seconds", duration_s - 10))
        wanted += self._seconds(duration_s - COUNTDOWN_FROM)
        wanted += countdown(duration_s)
        form = self._form(kind, duration_s - 4.0)
        last = rotated(self._set.entry.exercise.cues_at(CueMoment.LAST), self._set.turn)
        is_told = self._set.is_coached and not self._set.style.knows_it
        if last is not None and is_told and duration_s >= LAST_WORDED_S:
            end_s = duration_s - COUNTDOWN_FROM
            from_s = duration_s - min(LAST_WORDS_S, duration_s / 2)
            form = [one for one in form if one.from_s < from_s]
            form.append(from_cue(CueKind.FORM, last, from_s, end_s))
        tens, fives = range(10, ceil(duration_s), 10), range(5, ceil(duration_s), 10)
        return wanted + form + time_left((*tens, *fives), duration_s, SILENCE_S)

    def _open_hold(self) -> list[Request]:
        wanted = [Request(CueKind.BEGIN, "Hold", 0.0), *self._seconds(OPEN_LIMIT_S, least=10)]
        ticks = time_left(range(5, int(OPEN_LIMIT_S), 10), OPEN_LIMIT_S, SILENCE_S)
        return wanted + self._form(StepKind.HOLD, OPEN_LIMIT_S) + ticks

    def _seconds(self, until_s: float, least: int = 0) -> list[Request]:
        """The seconds of a hold that are counted, as chosen; open-ended holds at least tens."""
        every = {HoldCount.EVERY: 1, HoldCount.TENS: 10}.get(self._set.style.hold_count, least)
        if not every:
            return []
        counted = range(every, ceil(until_s), every)
        return [Request(CueKind.COUNT, str(seconds), float(seconds)) for seconds in counted]

    def _form(self, kind: StepKind, until_s: float) -> list[Request]:
        cues = self._set.start_cues + form_cues(self._set.entry, kind)
        wanted: list[Request] = []
        from_s, turn = 1.5, self._set.turn
        while cues and from_s < until_s:
            until = from_s + self._form_every_s
            wanted.append(from_cue(CueKind.FORM, cues[turn % len(cues)], from_s, until))
            from_s, turn = until, turn + 1
        return wanted

    def _rep_phase(
        self, kind: StepKind, rep: int, side: Side | None, base_s: float, seconds: float
    ) -> list[Request]:
        until_s = base_s + seconds
        wanted: list[Request] = []
        is_turn = self._set.entry.sides is not Sides.ALTERNATING or side is self._set.entry.start
        if kind is self._counting and is_turn:
            wanted.append(self._count(rep, base_s))
        elif self._names_phases and rep <= FIRST_WORDS_REPS:
            word = self._phase_name(kind)
            wanted += [Request(CueKind.BEGIN, word, base_s)] if word else []
        elif kind is StepKind.LOWER:
            wanted += self._lowering(base_s)
        if self._set.is_coached:
            cue = self._rep_form(kind, rep)
            if cue:
                wanted.append(from_cue(CueKind.FORM, cue, base_s, until_s))
        return wanted

    def _count(self, rep: int, in_step_s: float) -> Request:
        """The number; the first one after "3, 2, 1" with the word that says what to do."""
        is_bare = self._set.style.verbosity not in (Verbosity.COACH, Verbosity.BRIEF)
        word = self._phase_name(self._opening) or "Step"
        if rep > 1 or is_bare or self._counting is not self._opening:
            return Request(CueKind.COUNT, str(rep), in_step_s)
        return Request(CueKind.COUNT, f"{word}, {rep}", in_step_s, short=str(rep))

    def _lowering(self, in_step_s: float) -> list[Request]:
        """The sign that the hold is over, for closed eyes; a walk has nothing to lower."""
        sign = self._set.style.lowering
        if sign is LoweringSign.NOTHING or self._set.entry.exercise.kind is Kind.STEPS:
            return []
        is_tone = sign is LoweringSign.TONE
        return [Request(CueKind.LOWERING, "Lower", in_step_s, is_tone=is_tone)]

    def _phase_name(self, kind: StepKind) -> str:
        if self._set.entry.exercise.kind is Kind.STEPS:
            return ""
        goes_down_first = self._set.entry.exercise.first is FirstPhase.LOWER
        names = {
            StepKind.LIFT: "Up" if goes_down_first else "Lift",
            StepKind.TOP: "Squeeze" if goes_down_first else "Hold",
            StepKind.LOWER: "Lower",
        }
        return names.get(kind, "")

    def _rep_form(self, kind: StepKind, rep: int) -> Cue | None:
        """One form cue a rep at most: start, top and lowering take turns; the last reps differ."""
        if self._names_phases and rep <= FIRST_WORDS_REPS:
            is_unnamed = rep > 1 and kind is self._opening is self._counting
            word = self._phase_name(kind) if is_unnamed else ""
            return Cue(word) if word else None
        exercise = self._set.entry.exercise
        if self._reps > 3 and rep >= self._reps - 1:
            last = exercise.cues_at(CueMoment.LAST)
            cue = LAST_ONE if rep == self._reps else rotated(last, self._set.turn)
            return cue if kind is self._opening else None
        if rep == BREATH_REP and exercise.kind is Kind.REPS and not self._set.style.knows_it:
            return BREATH if kind is StepKind.LIFT else None
        if rep % 2 and (self._set.style.knows_it or (rep > 3 and self._set.first.set > 1)):
            return None  # later sets are coached less, and so is who knows the exercise
        beats = (StepKind.LIFT, StepKind.TOP, StepKind.LOWER)
        if kind is not beats[(rep + self._set.turn) % len(beats)]:
            return None
        return rotated(form_cues(self._set.entry, kind), rep // len(beats) + self._set.turn)

    def _open_reps(self, number: int) -> list[Request]:
        wanted: list[Request] = []
        in_step_s = 0.0
        while in_step_s < OPEN_LIMIT_S:
            phase = phase_at(self._set.timeline, number, in_step_s + 1e-6)
            seconds = phase.duration_s or 0.0
            wanted += self._rep_phase(phase.kind, phase.rep or 1, phase.side, in_step_s, seconds)
            in_step_s += seconds
        return wanted
