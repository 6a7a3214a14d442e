"""What is said while a person waits for a set: what comes, how to get into place, 3-2-1."""

from dataclasses import replace
from math import ceil

from glutetimer.core.cues.request import (
    LONG_S,
    Request,
    SetToCoach,
    countdown,
    from_cue,
    time_left,
)
from glutetimer.core.cues.sheet import CueKind
from glutetimer.core.exercise import Cue, CueMoment, Kind, Side
from glutetimer.core.plan.timeline import Step, StepKind
from glutetimer.core.settings import Verbosity
from glutetimer.core.words.coaching import rotated, set_name, set_text, shown_side, working_side
from glutetimer.core.words.dose import said_amount

SILENCE_S = 20.0
"""Nobody who waits hears nothing for longer, whatever is said."""

LONG_REST_S = 30.0
"""Rests from this length on are told their last ten seconds."""

FIRST_WORDS_S = 0.7
"""A session's first words begin so late that the sound device is open for their beginning."""

LAST_WORDS_S = 8.5
"""The form cue before a set comes so late that it is still in mind when the set begins."""

FLOOR = Cue("Check that the floor behind you is free.", "Free floor behind you?")
"""Before each walk backwards, for somebody who does not see where they step."""


class WaitingCues:
    """The cues of the steps that lead to a set."""

    def __init__(self, to_coach: SetToCoach) -> None:
        self._set = to_coach

    def requests(self, number: int, step: Step) -> list[Request]:
        """What a waiting step wants to say, in the order of telling."""
        duration_s = step.duration_s or 0.0
        wanted = self._opening_words(number, step)
        if step.gear and number == self._set.span.lead_in:
            place = 2 if step.kind is StepKind.GET_READY else 1  # of a session the name comes first
            wanted.insert(place, Request(CueKind.GEAR, f"{step.gear}."))
        wanted += self._set_up(number, step)
        if step.kind is StepKind.GET_READY:
            wanted = [replace(r, from_s=max(r.from_s, FIRST_WORDS_S)) for r in wanted]
        if number == self._set.span.first - 1:
            wanted += countdown(duration_s)
        left_s = (*range(30, ceil(duration_s), 20), 10)
        return wanted + time_left(left_s, duration_s, SILENCE_S)

    def _opening_words(self, number: int, step: Step) -> list[Request]:
        name = self._set.entry.exercise.name
        side = working_side(self._set.side, self._set.entry.exercise)
        place = set_name(self._set.timeline, self._set.span, with_amount=self._set.is_new_exercise)
        match step.kind:
            case StepKind.GET_READY:
                return [
                    Request(CueKind.READY, "Get ready", FIRST_WORDS_S, can_wait=True),
                    Request(CueKind.NEXT, f"{place}.", short=name),
                ]
            case StepKind.SWITCH_SIDES:
                if self._set.entry.exercise.kind is Kind.STEPS:
                    return [Request(CueKind.SWITCH, f"Now {side}", 0.0)]
                full = f"Switch sides. {side.capitalize()}"
                brief = shown_side(self._set.side, self._set.entry.exercise).capitalize()
                return [Request(CueKind.SWITCH, full, 0.0, short=brief)]
            case StepKind.CHANGE_POSITION:
                return [self._change_words(side)]
            case _:
                lower = self._let_down()
                which = set_text(self._set.timeline, self._set.span)
                again = ", ".join(text for text in (side, which, self._other_amount) if text)
                is_new = self._set.is_new_exercise
                rest = self._rest_words(step.duration_s or 0.0)
                return [
                    *lower,
                    replace(rest, in_step_s=None) if lower else rest,
                    Request(
                        CueKind.NEXT,
                        f"Next: {place}." if is_new or not again else f"Next: {again}.",
                        short=name if is_new else again,
                    ),
                ]

    def _let_down(self) -> list[Request]:
        """How a hold that is over is left, before anything else is told."""
        held = self._set.held_before
        if held is None or not self._set.is_coached or self._set.style.knows_it:
            return []
        cue = rotated(held.exercise.cues_at(CueMoment.LOWER), self._set.turn)
        return [Request(CueKind.FORM, cue.say, 0.0, short=cue.short)] if cue else []

    def _change_words(self, side: str) -> Request:
        """With the side: whoever turns around has to know it now."""
        if not side or self._set.entry.exercise.kind is Kind.STEPS:
            return Request(CueKind.CHANGE, "Change position", 0.0)
        full = f"Change position. {side.capitalize()}"
        return Request(CueKind.CHANGE, full, 0.0, short="Change position")

    def _rest_words(self, duration_s: float) -> Request:
        if self._set.style.verbosity is Verbosity.COUNTS or duration_s < LONG_S:
            return Request(CueKind.REST, "Rest", 0.0)
        return Request(CueKind.REST, f"Rest, {duration_s:g} seconds", 0.0, short="Rest")

    def _set_up(self, number: int, step: Step) -> list[Request]:
        exercise = self._set.entry.exercise
        is_last_wait = number == self._set.span.first - 1
        goes_back = self._set.side is Side.BACK and is_last_wait
        floor = [from_cue(CueKind.SETUP, FLOOR)] if goes_back else []
        if step.kind is StepKind.SWITCH_SIDES:
            cue = rotated(exercise.cues_at(CueMoment.SWITCH), self._set.turn)
            return [*floor, from_cue(CueKind.SETUP, cue)] if cue else floor
        wanted = floor + (self._new_exercise(number, step) if self._set.is_new_exercise else [])
        duration_s = step.duration_s or 0.0
        if duration_s >= LONG_REST_S:
            wanted.append(Request(CueKind.HALFWAY, "Ten seconds", duration_s - 10.0))
        cue = rotated(self._set.start_cues, self._set.turn)
        if is_last_wait and cue:
            wanted.append(from_cue(CueKind.FORM, cue, max(0.0, duration_s - LAST_WORDS_S)))
        return wanted

    def _new_exercise(self, number: int, step: Step) -> list[Request]:
        """How to get into place and, once, what the movement is: while resting if there is time."""
        exercise, span = self._set.entry.exercise, self._set.span
        changes_later = step.kind is StepKind.REST and number < span.first - 1
        place = (
            () if changes_later else _from_turn(exercise.cues_at(CueMoment.SETUP), self._set.turn)
        )
        is_told = step.kind is StepKind.CHANGE_POSITION and number > span.lead_in
        if self._set.style.knows_it:
            return [from_cue(CueKind.SETUP, cue) for cue in place[:1]]
        move = exercise.cues_at(CueMoment.MOVE) if self._set.is_first_set and not is_told else ()
        return [from_cue(CueKind.SETUP, cue) for cue in (*place[:1], *move, *place[1:])]

    @property
    def _other_amount(self) -> str:
        """The amount, where it is not that of the set before."""
        amount = self._set.entry.amount
        return said_amount(amount) if amount != self._set.amount_before else ""


def _from_turn(cues: tuple[Cue, ...], turn: int) -> tuple[Cue, ...]:
    """All of them, another one first each session: short waits have room for one."""
    first = turn % len(cues) if cues else 0
    return cues[first:] + cues[:first]
